"""Dates, periods and figures are written with 0 to 9; digits of other scripts are none."""

import pytest
from pydantic import TypeAdapter, ValidationError

from oit.model.fields import IsoDate
from oit.model.office import Upgrade
from oit.model.written_dates import read_month, read_period, read_year
from oit.model.written_words import read_item
from oit.periods import parse_period

_DATES = TypeAdapter(IsoDate)
_SCRIPTS = ("๐๑๒๓๔๕๖๗๘๙", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "০১২৩৪৫৬৭৮৯", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
_OTHERS = _SCRIPTS[1:]


def written_in(script: str, text: str) -> str:
    return text.translate(str.maketrans("0123456789", script))


@pytest.mark.parametrize("script", _SCRIPTS)
@pytest.mark.parametrize("day", ["2025-04-17", "17/04/2025", "2568-04-17"])
def test_digits_of_other_scripts_are_no_date_and_the_date_to_write_is_told(
    script: str, day: str
) -> None:
    """Thai digits by a rule of their own; all of them with the right value."""
    with pytest.raises(ValidationError) as error:
        _DATES.validate_python(written_in(script, day))
    [detail] = error.value.errors()
    assert detail["type"] == ("date-format" if script in _OTHERS else "date-thai-digits")
    assert detail["ctx"]["likely"].isoformat() == "2025-04-17"


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e", "\ufeff"])
def test_an_unseen_character_in_a_date_is_told_with_the_date_to_write(unseen: str) -> None:
    """It is no date, however right it looks."""
    with pytest.raises(ValidationError) as error:
        _DATES.validate_python(f"2025-04{unseen}-17")
    assert error.value.errors()[0]["ctx"]["likely"].isoformat() == "2025-04-17"


@pytest.mark.parametrize("script", _SCRIPTS)
@pytest.mark.parametrize("period", ["2025-03", "FY2568-Q2", "FY2568"])
def test_digits_of_other_scripts_are_no_period(script: str, period: str) -> None:
    """Months, quarters and years alike."""
    with pytest.raises(ValueError, match=r"."):
        parse_period(written_in(script, period))


@pytest.mark.parametrize("script", _OTHERS)
def test_a_command_reads_thai_and_western_digits_alone(script: str) -> None:
    """As its help says."""
    assert read_year(written_in(script, "2568")) is None
    assert read_month(written_in(script, "2025-03")) is None
    assert read_period(written_in(script, "FY2568-Q2")) is None
    assert read_item(written_in(script, "15")) is None


@pytest.mark.parametrize("script", _SCRIPTS)
def test_a_version_is_written_with_western_digits(script: str) -> None:
    """Pydantic's own patterns know digits of every script."""
    with pytest.raises(ValidationError):
        Upgrade(version=written_in(script, "0.1.0"), date="2025-04-17")
