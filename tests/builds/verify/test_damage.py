"""Whoever changes a published site, and every hash with it, is found by what can be computed."""

from pathlib import Path

import pytest

from helpers.builds import built
from helpers.damage import copied, reseal
from helpers.damages import NEEDS_EARLIER, Damage, all_kinds
from helpers.support import copy_site, replace
from helpers.verify_command import found

LATE_DAY = "2025-06-20"
"""A day on which an item of the site is late, and another due soon."""


@pytest.fixture(scope="session")
def late(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny site with an item that is late, and a month that was published late, built."""
    site = copy_site("current", tmp_path_factory.mktemp("late"))
    replace("oit_items/2568/round.yml", "closes: 2025-04-30", "closes: 2025-10-15")(site)
    record = "oit_items/2568/O01/record.md"
    replace(record, "published: 2025-04-10", "published: 2025-05-20")(site)
    return built(site, OIT_AS_OF=LATE_DAY, OIT_GATE="report")


def failing(site: Path) -> list[str]:
    discrepancies = found(str(site), as_of=LATE_DAY)
    return [each["check"] for each in discrepancies if each["level"] == "failure"]


def damaged(site: Path, folder: Path, damage: Damage) -> Path:
    """A copy with one damage, after which every hash and table agrees again."""
    copy = copied(site, folder / "site")
    damage(copy)
    reseal(copy)
    return copy.root


def test_the_clean_site_passes_before_and_after_its_hashes_are_made_again(
    late: Path, tmp_path: Path
) -> None:
    """What is found below is the damage, and not how it was hidden."""
    assert failing(late) == []
    assert failing(damaged(late, tmp_path, lambda _: None)) == []


def test_there_are_enough_kinds_of_damage() -> None:
    """Every kind has a name of its own; most of them a page or a document of their own too."""
    assert len(all_kinds()) >= 80


@pytest.mark.parametrize("kind", all_kinds())
def test_a_damage_is_found(late: Path, tmp_path: Path, kind: str) -> None:
    """Although every hash, and every table of the index, agrees with what was written."""
    assert failing(damaged(late, tmp_path, all_kinds()[kind]))


@pytest.mark.parametrize("kind", NEEDS_EARLIER)
def test_what_agrees_with_itself_is_found_only_beside_an_earlier_index(
    late: Path, tmp_path: Path, kind: str
) -> None:
    """The site alone cannot give it away; an index kept before, or the records, can."""
    assert failing(damaged(late, tmp_path, NEEDS_EARLIER[kind])) == []
