"""An earlier version of a file is served under its hash, if it would be published today."""

import hashlib
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from helpers.recorded_office import LATER, MARCH, O1, RecordedOffice, given, taken
from helpers.support import Edit, replace
from oit.assessment.assess import assess
from oit.assessment.result import Assessment, Today
from oit.evidence.inspect import inspect_here
from oit.outputs.manifest import Origin, meant_files
from oit.outputs.site_files import Outputs, outputs_of
from oit.system.earlier_versions import VersionReader

FILE = "oit_items/2568/O01/summary-2025-03.csv"
WORK = "งานตัวอย่างที่ 1"
WITHDRAWN = """withdrawals:
  - item: O1
    for: monthly-summary
    periods: [2025-03]
    sha256: "{sha256}"
    date: 2025-04-22
    why: personal-data
    reason: เหตุผล
    by: ผู้อำนวยการเขต
"""


def assessed(office: RecordedOffice) -> Assessment:
    """The office with the earlier versions that are published with it."""
    site = VersionReader(office.site, inspect_here)(office.read())
    return assess(site, Today(LATER, is_set=True))


def corrected(target: Path, first: str = WORK) -> tuple[RecordedOffice, bytes]:
    """An office that corrected the summary of March, and the bytes of its first version."""
    office = RecordedOffice(target)
    if first != WORK:
        replace(FILE, WORK, first)(office.site)
    office.record(date(2025, 4, 11), given(MARCH))
    data = (office.site / FILE).read_bytes()
    office.record(date(2025, 4, 14), replace(FILE, first, "งานตัวอย่างที่ 2"))
    return office, data


def told(replaced: bytes) -> Edit:
    """An edit that says why the summary of March took the place of another version."""
    digest = hashlib.sha256(replaced).hexdigest()
    why = ("- date: 2025-04-21", "  reason: แก้ยอดรวม", f"  sha256: {digest}")
    lines = "".join(f"      {line}\n" for line in why)
    return replace(O1, MARCH, f"{MARCH}    replaces:\n{lines}")


def versions_in(outputs: Outputs) -> dict[str, bytes]:
    return {path: data for path, data in outputs.files.items() if "/versions/" in path}


def document(outputs: Outputs, name: str) -> Any:
    return json.loads(outputs.files[f"api/v1/{name}"])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> tuple[Assessment, Outputs, bytes]:
    office, data = corrected(tmp_path_factory.mktemp("office"))
    assessment = assessed(office)
    return assessment, outputs_of(assessment, "https://example.go.th/"), data


def test_it_stands_beside_the_page_of_its_item(served: tuple[Assessment, Outputs, bytes]) -> None:
    """Byte for byte, with its hash in its name."""
    _, outputs, data = served
    digest = hashlib.sha256(data).hexdigest()
    assert versions_in(outputs) == {f"2568/o1/versions/{digest[:12]}-summary-2025-03.csv": data}


def test_ledger_events_and_dossier_say_where_it_is(
    served: tuple[Assessment, Outputs, bytes],
) -> None:
    """Each by its address; what stands has none there."""
    _, outputs, _ = served
    (path,) = versions_in(outputs)
    address = f"https://example.go.th/{path}"
    files = document(outputs, "ledger.json")["rounds"][0]["files"]
    assert address in [file["url"] for file in files if file["replaced_by"]]
    assert {file["url"] for file in files if not file["replaced_by"]} == {None}
    events = document(outputs, "2568/events.json")["events"]
    assert {event["event"] for event in events if event["url"] == address} == {
        *("published", "recorded", "replaced"),
    }
    (page,) = (page for page in outputs.pages if page.path == "2568/o1/")
    assert f'href="../../{path}"' in page.html


class _File:
    """A file as the site generator knows it."""

    url = src_uri = src_dir = generated_by = None

    def __init__(self, path: str, data: bytes) -> None:
        self.dest_uri, self.content_bytes = path, data

    def is_documentation_page(self) -> bool:
        return False


def test_the_last_look_knows_its_bytes(served: tuple[Assessment, Outputs, bytes]) -> None:
    """Like those of any evidence, which was inspected: it is not searched as a text."""
    assessment, outputs, data = served
    (path,) = versions_in(outputs)
    meant = meant_files([_File(path, data)], {}, assessment)[path]  # type: ignore[list-item]
    assert meant.origin is Origin.EVIDENCE
    assert meant.sha256 == hashlib.sha256(data).hexdigest()


def test_what_would_not_be_published_today_is_not_served(tmp_path: Path) -> None:
    """A number of a person stood in it; its hash and its day stay on record."""
    office, data = corrected(tmp_path, first="เลขประจำตัวประชาชน 1-1017-00203-45-0")
    assert b"1-1017" in data
    assert assessed(office).rounds[0].contents.versions == ()


def test_what_was_withdrawn_is_not_served(tmp_path: Path) -> None:
    """Whoever withdraws an earlier version takes it off the site."""
    office, data = corrected(tmp_path)
    text = WITHDRAWN.format(sha256=hashlib.sha256(data).hexdigest())
    (office.site / "oit_items/2568/withdrawn.yml").write_text(text, "utf-8")
    assert assessed(office).rounds[0].contents.versions == ()


def test_what_was_removed_is_still_served(tmp_path: Path) -> None:
    """A file that no entry names any more stood on the site, and was not withdrawn."""
    office = RecordedOffice(tmp_path)
    office.record(date(2025, 4, 11), given(MARCH))
    data = (office.site / FILE).read_bytes()
    (office.site / FILE).unlink()
    office.record(date(2025, 4, 14), taken(MARCH))
    assert [version.data for version in assessed(office).rounds[0].contents.versions] == [data]


def test_a_site_may_serve_none(tmp_path: Path) -> None:
    """By `versions_megabytes`, which is a policy of size."""
    office, _ = corrected(tmp_path)
    setting = replace("mkdocs.yml", "    mode:", "    versions_megabytes: 0\n    mode:")
    setting(office.site)
    assert assessed(office).rounds[0].contents.versions == ()


def test_a_round_without_a_history_has_none(tmp_path: Path) -> None:
    """Nobody knows what it served before."""
    office, _ = corrected(tmp_path)
    replace("oit_items/2568/round.yml", "witness: git", "witness: none")(office.site)
    assert assessed(office).rounds[0].contents.versions == ()


def test_another_version_of_what_was_withdrawn_is_not_served(tmp_path: Path) -> None:
    """Where the corrected one was taken off for what it showed, the first may show the same."""
    office, _ = corrected(tmp_path)
    text = WITHDRAWN.format(sha256=hashlib.sha256((office.site / FILE).read_bytes()).hexdigest())
    (office.site / "oit_items/2568/withdrawn.yml").write_text(text, "utf-8")
    (office.site / FILE).unlink()
    office.record(date(2025, 4, 22), taken(MARCH))
    assert assessed(office).rounds[0].contents.versions == ()


def test_the_dossier_says_when_and_why_each_version_was_replaced(tmp_path: Path) -> None:
    """In the order of these days, in both languages; where the office gave none, none is told."""
    office, first = corrected(tmp_path)
    second = (office.site / FILE).read_bytes()
    office.record(date(2025, 4, 21), replace(FILE, "งานตัวอย่างที่ 2", "งานตัวอย่างที่ 3"), told(second))
    outputs = outputs_of(assessed(office), None)
    pages = {page.path: page.html for page in outputs.pages}
    (listed,) = re.findall(r'<ul class="plain versions">(.*?)</ul>', pages["2568/o1/"], re.S)
    assert [hashlib.sha256(data).hexdigest() in listed for data in (first, second)] == [True, True]
    assert "มีฉบับใหม่แทนแล้ว" in listed
    assert "มีฉบับใหม่แทนเมื่อ 21 เม.ย. 2568 · แก้ยอดรวม" in listed
    english = pages["en/2568/o1/"]
    assert 'replaced by a newer version on 21 Apr 2025 · <span lang="th">แก้ยอดรวม</span>' in english
