"""Whatever somebody attaches or writes ends as a finding of its own, never as a traceback."""

import gzip
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import made_files as made
from helpers.edits import O1, both, file
from helpers.support import CLOSED_TODAY, copy_site, judged, published, replace
from oit.assessment.gate import Gate, judge
from oit.editing.yaml_text import to_yaml
from oit.findings import Kind
from oit.outputs.site_files import outputs_of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><title>x</title><script>alert(1)</script>"
PROGRAM = b"MZ" + b"\0" * 100
REFUSED = {
    "a web page": ("page.html", HTML, "file-type"),
    "a web page called pdf": ("a.pdf", HTML, "file-disguised"),
    "a drawing with a script": ("a.svg", SVG, "file-type"),
    "a drawing called png": ("a.png", SVG, "file-disguised"),
    "a program": ("a.exe", PROGRAM, "file-type"),
    "a program called docx": ("a.docx", PROGRAM, "file-disguised"),
    "a script called csv": ("a.csv", b"#!/bin/sh\nrm -r /\n", "file-disguised"),
    "an archive": ("a.zip", made.archive({"a.txt": "x"}), "file-old-format"),
    "an archive called xlsx": ("a.xlsx", made.archive({"a.txt": "x"}), "file-old-format"),
    "an archive called csv": ("a.csv", gzip.compress(b"x"), "file-disguised"),
    "a zip bomb": ("a.docx", made.zip_bomb(), "file-too-costly"),
    "a workbook with macros": ("a.xlsm", made.macro_workbook(), "file-type"),
    "a workbook with macros called xlsx": ("a.xlsx", made.macro_workbook(), "file-macros"),
    "a picture called pdf": ("a.pdf", made.image(), "file-disguised"),
    "a picture that would fill the memory": ("a.png", made.huge_png(), "file-too-costly"),
    "a password": ("a.pdf", made.encrypted_pdf(), "file-encrypted"),
    "files within a PDF": ("a.pdf", made.carrying_pdf(), "hidden-file"),
}


@pytest.mark.parametrize("what", sorted(REFUSED))
def test_what_is_refused_has_its_own_finding_and_is_not_published(
    what: str, tmp_path: Path
) -> None:
    """Not by `report` either: neither the file nor a link to it."""
    name, data, rule = REFUSED[what]
    site = copy_site("current", tmp_path)
    file(name, data)(site)
    replace(O1, f"]({name})", "](https://example.go.th)")(site)
    assessment = judged(site)
    assert rule in [
        finding.rule for finding in assessment.findings if finding.kind is not Kind.NOTICE
    ]
    assert judge(assessment, Gate.ENFORCE).refused
    assert f"2568/o1/{name}" not in outputs_of(assessment, None).evidence


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    """A copy of `current`, whose record of O1 is written anew for each example."""
    with tempfile.TemporaryDirectory() as folder:
        yield copy_site("current", Path(folder))


def answered(site: Path, data: bytes) -> None:
    """The site can be judged, worded and laid out whatever stands in a record."""
    (site / O1).write_bytes(data)
    assessment = judged(site, CLOSED_TODAY)
    judge(assessment, Gate.ENFORCE)
    assert assessment.rounds[0].items[0].status


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_no_bytes_of_a_record_make_the_loader_raise(site: Path, data: bytes) -> None:
    """With a front matter and without one."""
    answered(site, data)
    answered(site, b"---\n" + data + b"\n---\n" + data)


scalars = st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.dates()
documents = st.dictionaries(
    st.sampled_from(["item", "owner", "frequency", "updated", "reviews", "evidence", "x"]),
    scalars
    | st.lists(
        st.dictionaries(
            st.sampled_from(["kind", "for", "periods", "file", "title", "published", "date", "by"]),
            scalars | st.lists(scalars, max_size=3) | st.sampled_from(["file", "none", "url"]),
            max_size=6,
        ),
        max_size=3,
    ),
    max_size=7,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents)
def test_no_document_of_a_record_makes_the_loader_raise(
    site: Path, document: dict[str, object]
) -> None:
    """Any value under any name of a field."""
    answered(site, f"---\n{to_yaml(document)}---\n".encode("utf-8", "replace"))


def test_a_file_that_is_refused_leaves_the_others_published(tmp_path: Path) -> None:
    """One bad attachment withholds itself alone."""
    site = copy_site("current", tmp_path)
    both(file("a.pdf", HTML), replace(O1, "](a.pdf)", "](https://example.go.th)"))(site)
    evidence = published(site).evidence
    assert "2568/o1/scores.csv" in evidence
    assert "2568/o3/tax-q1.csv" in evidence
