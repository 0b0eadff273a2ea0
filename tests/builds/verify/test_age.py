"""A site without rules and events is older, or somebody has taken them out."""

from pathlib import Path

import pytest

from helpers.damage import API, Site, copied
from helpers.verify_command import found
from helpers.without_rules import SIGNS, without_rules

PLACES = {
    "identifiers": f"{API}/index.json",
    "schemas": f"{API}/schema/events.csv.schema.json",
    "sections": f"{API}/2568/o1.json",
    "marks": "/",
}
"""Where each sign stands first."""


def told(site: Site) -> list[tuple[str, str, str | None]]:
    """What is found of the age of a site."""
    return [
        (each["check"], each["level"], each["params"].get("place"))
        for each in found(str(site.root))
        if each["check"].startswith("rules-")
    ]


def test_an_older_site_passes_with_one_sentence(site: Path, tmp_path: Path) -> None:
    """Nothing is there of what came with rules and events: it could not have published them."""
    older = copied(site, tmp_path / "site")
    without_rules(older)
    assert [(each["check"], each["level"]) for each in found(str(older.root))] == [
        ("rules-unpublished", "notice")
    ]


@pytest.mark.parametrize("sign", SIGNS)
def test_whoever_takes_out_rules_and_events_is_found_by_what_is_left(
    site: Path, tmp_path: Path, sign: str
) -> None:
    """A single sign of the newer contract is enough, and is named."""
    stripped = copied(site, tmp_path / "site")
    without_rules(stripped, sign)
    assert told(stripped) == [("rules-missing", "failure", PLACES[sign])]


def test_events_alone_that_are_missing_are_found(site: Path, tmp_path: Path) -> None:
    """A round has both documents, or is of an older site."""
    stripped = copied(site, tmp_path / "site")
    stripped.index(lambda index: index["rounds"][0].pop("events"))
    assert told(stripped) == [("rules-missing", "failure", f"{API}/index.json")]
