"""What an assessment follows from: where that is the same, so is the assessment."""

import tempfile
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from helpers.broken import BROKEN
from helpers.edits import O1
from helpers.recorded_office import FIRST_LATE, LAST_IN_TIME, LATER, MARCH, RecordedOffice, given
from helpers.support import CLOSED_TODAY, as_of, copy_site, judged, replace
from oit.assessment.assess import assess
from oit.assessment.result import Assessment, ItemAssessment, Today
from oit.records.site import Bundle

TITLE = replace(O1, "title: แบบวัด EIT", "title: แบบวัดอื่น")


@cache
def _unbroken() -> Assessment:
    with tempfile.TemporaryDirectory() as folder:
        return judged(copy_site("current", Path(folder)))


def _items(assessment: Assessment) -> dict[str, ItemAssessment]:
    return {item.id: item for round_ in assessment.rounds for item in round_.items}


def _keys(assessment: Assessment) -> dict[str, str]:
    return {name: item.made_from for name, item in _items(assessment).items()}


def _assert_equal_where_the_same(first: Assessment, second: Assessment) -> None:
    known = {item.made_from: item for item in _items(first).values()}
    for item in _items(second).values():
        assert item == known.get(item.made_from, item)
    rounds = {round_.made_from: round_ for round_ in first.rounds}
    for round_ in second.rounds:
        assert round_ == rounds.get(round_.made_from, round_)
    bundles = {each.made_from: each for each in _bundles(first)}
    for bundle in _bundles(second):
        assert bundle == bundles.get(bundle.made_from, bundle)


def _bundles(assessment: Assessment) -> list[Bundle]:
    return [each for round_ in assessment.rounds for each in round_.contents.bundles.values()]


@pytest.mark.parametrize("rule", sorted(BROKEN))
def test_what_follows_from_the_same_is_the_same(rule: str, tmp_path: Path) -> None:
    """Whatever is broken: a name that an item kept stands for exactly what it stood for."""
    site = copy_site("current", tmp_path)
    BROKEN[rule](site)
    _assert_equal_where_the_same(_unbroken(), judged(site))


def test_the_same_files_on_the_same_day_give_the_same_names(tmp_path: Path) -> None:
    """In another folder, read by another run: else nothing that is kept would be found again."""
    other = judged(copy_site("current", tmp_path))
    assert _keys(other) == _keys(_unbroken())
    assert [each.made_from for each in other.rounds] == [
        each.made_from for each in _unbroken().rounds
    ]


def test_a_record_names_its_own_item_alone(tmp_path: Path) -> None:
    """A changed record leaves what is kept of other items, and nothing that is kept of its own."""
    site = copy_site("current", tmp_path)
    TITLE(site)
    before, after = _keys(_unbroken()), _keys(judged(site))
    assert {name for name in before if before[name] != after[name]} == {"O1"}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("mkdocs.yml", "mode: demonstration", "mode: demonstration  # today"),
        ("oit_items/divisions.yml", "divisions:", "divisions:  # all of them"),
        ("oit_items/2568/mandate.yml", "items:", "items:  # all of them"),
        ("oit_items/2568/round.yml", "days_after_period:", "# why\ndays_after_period:"),
    ],
)
def test_settings_and_policy_are_part_of_every_item(
    file: str, old: str, new: str, tmp_path: Path
) -> None:
    """By their bytes, so that nothing has to know what of them an item looks at."""
    site = copy_site("current", tmp_path)
    replace(file, old, new)(site)
    after = _keys(judged(site))
    assert not set(after.values()) & set(_keys(_unbroken()).values())


def test_the_day_is_part_of_every_item() -> None:
    """And whether somebody set it: what is kept of one day is not shown on another."""
    days = [CLOSED_TODAY, Today(date(2026, 1, 16)), as_of("2026-01-15"), as_of("2025-03-04")]
    found = [set(_keys(assess(_unbroken().site, day)).values()) for day in days]
    assert len(set[str]().union(*found)) == len(days) * len(_items(_unbroken()))


def test_what_is_witnessed_is_part_of_its_item(tmp_path: Path) -> None:
    """The same files, recorded on another day, are another thing; other items are as they were."""
    (tmp_path / "in-time").mkdir()
    (tmp_path / "late").mkdir()
    in_time, late = RecordedOffice(tmp_path / "in-time"), RecordedOffice(tmp_path / "late")
    in_time.record(LAST_IN_TIME, given(MARCH))
    late.record(FIRST_LATE, given(MARCH))
    first, second = (assess(office.read(), Today(LATER)) for office in (in_time, late))
    _assert_equal_where_the_same(first, second)
    before, after = _keys(first), _keys(second)
    assert {name for name in before if before[name] != after[name]} == {"O1"}


def test_an_item_on_the_cut_off_is_another_thing(tmp_path: Path) -> None:
    """The assessor's day makes another assessment of the same files."""
    site = copy_site("current", tmp_path)
    replace("oit_items/2568/round.yml", "filing: 2025-04-30", "filing: 2025-03-01")(site)
    round_ = judged(site).rounds[0]
    assert round_.filing_items
    assert not {each.made_from for each in round_.items} & {
        each.made_from for each in round_.filing_items
    }


def test_a_finding_is_part_of_its_item() -> None:
    """What was found by comparing with other rounds is told of an item whose files are the same."""
    site = _unbroken().site
    place = site.rounds[0].bundles["O1"].units[0].place
    told = (*site.findings, place.finding("evidence-repeated"))
    other = assess(changed(site, findings=told), CLOSED_TODAY)
    before, after = _keys(_unbroken()), _keys(other)
    assert {name for name in before if before[name] != after[name]} == {"O1"}
