"""Slips that people make: each is told with what to write, and fixed where that is certain."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from helpers.support import CLOSED_TODAY, copy_site, judged, tree
from helpers.writing_commands import oit
from oit.assessment.result import Assessment
from oit.catalog import Language
from oit.editing.corrections import by_file, fixed
from oit.findings import FAULTY, Finding
from oit.wording.gate_text import findings_text
from oit.wording.vocabulary import vocabulary_of

ROUND = "oit_items/2568"
_PLACE = "หลักฐานที่ [0-9]"
_FEWEST = 120
_FEWEST_TOGETHER = 5


@dataclass(frozen=True)
class Slip:
    """What stands in a file, what somebody typed instead, and what the message has to say."""

    at: str
    before: str
    typed: str
    rule: str
    value: str | None
    told: tuple[str, ...]
    told_at: str
    """The file that the finding names."""
    entry: str
    """The title of the entry of evidence; empty without one."""
    fixed: str | None
    """What stands there after the correction; `None` where a person decides."""


def slips() -> Iterator[Slip]:
    """Each slip of each group; what a slip does not say itself, its group says."""
    for file in sorted(Path(__file__).parent.glob("*.yml")):
        # Every scalar as it is written: a day that is none is no error of the corpus.
        for group in yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader):  # noqa: S506 -- texts alone
            shared = {name: value for name, value in group.items() if name != "slips"}
            yield from (_slip({**shared, **slip}) for slip in group["slips"])


def _slip(values: dict[str, str]) -> Slip:
    value = None if values.get("value") == "null" else values.get("value")
    is_fixed = value is not None and values.get("fix") != "false"
    told = (values.get("field"), value)
    return Slip(
        at=_path(values["at"]),
        told_at=_path(values.get("told_at", values["at"])),
        entry=values.get("entry", ""),
        before=values["from"],
        typed=values["to"].replace("{}", values["typed"]),
        rule=values["rule"],
        value=value,
        told=tuple(filter(None, told)),
        fixed=values.get("fixed", values["from"]) if is_fixed else None,
    )


def _path(name: str) -> str:
    """A file of the round, or with a slash at its beginning of the site."""
    return name[1:] if name.startswith("/") else f"{ROUND}/{name}"


SLIPS = {f"{slip.at.removeprefix(ROUND)} {slip.typed}": slip for slip in slips()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose slips are made and taken back one by one."""
    return copy_site("current", tmp_path_factory.mktemp("slips"))


def slipped(site: Path, slip: Slip) -> Assessment:
    """The site judged with a slip in it, which is taken back."""
    file = site / slip.at
    right = file.read_bytes()
    text = right.decode("utf-8")
    assert slip.before in text
    file.write_bytes(text.replace(slip.before, slip.typed, 1).encode("utf-8"))
    try:
        return judged(site, CLOSED_TODAY)
    finally:
        file.write_bytes(right)


def test_the_corpus_is_large_enough() -> None:
    """And no slip stands in it twice."""
    assert len(SLIPS) >= _FEWEST
    assert len(SLIPS) == len(list(slips()))


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_with_what_to_write_and_fixed_where_that_is_certain(
    name: str, site: Path
) -> None:
    """The message names place, field and value; the correction changes that line alone."""
    slip = SLIPS[name]
    assessment = slipped(site, slip)
    finding = _finding_of(slip, assessment)
    text = findings_text([finding], vocabulary_of(assessment.site), Language.TH)
    assert [word for word in (finding.item or "", *slip.told) if word not in text] == []
    assert not slip.entry or slip.entry in text or re.search(_PLACE, text), text
    correction = finding.correction
    assert (correction and correction.text.strip()) == slip.value
    right = (site / slip.at).read_bytes().decode("utf-8")
    data = right.replace(slip.before, slip.typed, 1).encode("utf-8")
    found = by_file(assessment.findings).get(slip.at, [])
    expected = slip.typed if slip.fixed is None else slip.fixed
    result = fixed(data, found)
    assert result.data.decode() == right.replace(slip.before, expected, 1)
    assert {fix.title for fix in result.fixes} <= {slip.entry} or not slip.entry


@pytest.mark.parametrize(
    "name", [name for name, slip in SLIPS.items() if slip.fixed not in (None, slip.before)]
)
def test_what_is_fixed_otherwise_than_it_was_passes_too(name: str, site: Path) -> None:
    """Where the correction is not what stood there before, it is judged as well."""
    slip = SLIPS[name]
    after = Slip(**{**vars(slip), "typed": slip.fixed})
    faults = [found for found in slipped(site, after).findings if found.kind in FAULTY]
    assert faults == []


def _finding_of(slip: Slip, assessment: Assessment) -> Finding:
    """The one finding of the slip's rule in its file."""
    found = [
        finding
        for finding in assessment.findings
        if (finding.rule, finding.file) == (slip.rule, slip.told_at)
    ]
    assert len(found) == 1, [(other.rule, other.file) for other in assessment.findings]
    return found[0]


def _together(number: int) -> list[Slip]:
    """The slips of that number among those of one text, whose correction restores it."""
    groups: dict[tuple[str, str], list[Slip]] = {}
    for slip in SLIPS.values():
        if slip.fixed == slip.before and slip.at.startswith(f"{ROUND}/O"):
            groups.setdefault((slip.at, slip.before), []).append(slip)
    return [slips[number] for slips in groups.values() if number < len(slips)]


@pytest.mark.parametrize("number", range(6))
def test_slips_all_over_a_site_are_fixed_by_one_command(number: int, tmp_path: Path) -> None:
    """Every file is, byte for byte, what it was before anybody slipped."""
    site = copy_site("current", tmp_path)
    right, made = tree(site), 0
    for slip in _together(number):
        file = site / slip.at
        text = file.read_bytes().decode("utf-8")
        made += slip.before in text
        file.write_bytes(text.replace(slip.before, slip.typed, 1).encode("utf-8"))
    assert made > _FEWEST_TOGETHER
    done = oit(site, "fix", "--yes", day="2025-04-30")
    assert done.exit_code == 0, done.output
    assert tree(site) == right
