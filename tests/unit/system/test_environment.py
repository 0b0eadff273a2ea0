"""Today is a day in Bangkok, and a setting that means nothing is told, not ignored."""

import tomllib
from datetime import UTC, date, datetime

import pytest

from helpers.support import ROOT
from oit.assessment.gate import Gate
from oit.catalog import Language
from oit.system.clock import SettingError
from oit.system.engine import read_generator
from oit.system.environment import (
    read_environment,
    refuse_unopened,
)

EVENING = datetime(2025, 3, 17, 23, 30, tzinfo=UTC)


def test_half_past_eleven_at_night_in_utc_is_the_next_day_in_bangkok() -> None:
    """Deadlines are days of the office, not of the server."""
    environment = read_environment({}, EVENING)
    assert environment.today.day == date(2025, 3, 18)
    assert not environment.today.is_set
    assert (environment.gate, environment.language) == (Gate.ENFORCE, Language.TH)


def test_today_can_be_set() -> None:
    """Any build can be repeated."""
    today = read_environment({"OIT_AS_OF": "2025-01-20"}, EVENING).today
    assert (today.day, today.is_set) == (date(2025, 1, 20), True)


@pytest.mark.parametrize(
    "variables",
    [
        {"OIT_AS_OF": "20 มกราคม"},
        {"OIT_AS_OF": "2568-01-40"},
        {"OIT_GATE": "none"},
        {"OIT_LANG": "fr"},
        {"OIT_COMMIT": "main"},
        {"OIT_COMMIT": "abc123"},
    ],
)
def test_a_setting_that_means_nothing_is_refused(variables: dict[str, str]) -> None:
    """The sentence names the variable and what it takes."""
    with pytest.raises(SettingError) as raised:
        read_environment(variables, EVENING)
    assert next(iter(variables)) in str(raised.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2568-04-30", "2025-04-30"),
        ("2569-12-01", "2026-12-01"),
        ("๒๕๖๘-๐๔-๓๐", "2025-04-30"),
        ("2025-W18-3", "2025-04-30"),
        ("20250430", "2025-04-30"),
        ("2025-4-30", "2025-04-30"),
        ("２０２５-04-30", "2025-04-30"),
        ("2025-04-30 ", "2025-04-30"),
        ("2205-04-30", "2035"),
        ("2036-01-01", "2035"),
    ],
)
def test_a_day_in_another_form_is_refused_with_what_to_write(text: str, told: str) -> None:
    """Buddhist years, other digits, other forms of ISO 8601, and years that are slips."""
    with pytest.raises(SettingError) as raised:
        read_environment({"OIT_AS_OF": text}, EVENING)
    thai, english = str(raised.value).splitlines()
    assert told in thai
    assert told in english


def test_a_day_before_all_rounds_is_refused_with_the_first_one() -> None:
    """Nothing would be judged, and all would pass; the real day is never refused."""
    opens = [date(2025, 10, 1), date(2024, 10, 1)]
    set_to = {"OIT_AS_OF": "2024-09-30"}
    with pytest.raises(SettingError, match="2024-10-01"):
        refuse_unopened(opens, read_environment(set_to))
    refuse_unopened(opens, read_environment({"OIT_AS_OF": "2024-10-01"}))
    refuse_unopened(opens, read_environment({}, datetime(2024, 9, 29, tzinfo=UTC)))
    refuse_unopened([], read_environment(set_to))
    refuse_unopened(opens, read_environment({**set_to, "OIT_REHEARSAL": "1"}))


def test_the_engine_knows_its_version_from_the_one_place_where_it_stands() -> None:
    """`pyproject.toml`, by way of the metadata of the package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    engine = read_generator()
    assert (engine.name, engine.version) == ("oit", project["version"])
    assert engine.url == project.get("urls", {}).get("Homepage")
