"""Today is a day in Bangkok, and a setting that means nothing is told, not ignored."""

import tomllib
from datetime import UTC, date, datetime

import pytest

from helpers.support import ROOT
from oit.assessment.gate import Gate
from oit.system.environment import SettingError, read_environment, read_generator
from oit.wording.terms import Language

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


def test_the_engine_knows_its_version_from_the_one_place_where_it_stands() -> None:
    """`pyproject.toml`, by way of the metadata of the package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    engine = read_generator()
    assert (engine.name, engine.version) == ("oit", project["version"])
    assert engine.url == project.get("urls", {}).get("Homepage")
