"""Field types shared by the models, each with the rule that a wrong value breaks.

Documents arrive as text: every scalar is a string or `None` (see `records.strict_yaml`). A
validator here raises `PydanticCustomError` whose type is the id of a rule and whose context fills
its message; `records.validate` makes a finding of it.
"""

import re
import unicodedata
from datetime import date
from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError

from oit.model.written_dates import read_date, read_period
from oit.model.written_words import in_western_digits, read_truth
from oit.periods import (
    BUDDHIST_OFFSET,
    FIRST_BUDDHIST_YEAR,
    LAST_BUDDHIST_YEAR,
    AskedPeriods,
    Frequency,
    Period,
    parse_period,
)
from oit.web_address import is_web_address

_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DATE_AND_TIME = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})(?:[T ]\d{1,2}[:.]\d{2}.*)", re.ASCII)
_SHORT_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


class StrictModel(BaseModel):
    """Frozen, and closed to unknown fields."""

    # Arbitrary types, for `Period`, which is a plain dataclass. A run validates few of the models:
    # each is made ready when the first value of it is read.
    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True
    )


def _rule_error(rule: str, **context: object) -> PydanticCustomError:
    """The error that `oit.records.validate` turns into a finding of `rule`."""
    # The rule is in the context too, by which `validate` knows it from Pydantic's own types.
    return PydanticCustomError(rule, "{rule}", {"rule": rule, **context})


def _calendar_date(year: int, month: int, day: int) -> date | None:
    """The date, of a Buddhist year too; `None` where the calendar has no such day."""
    year -= BUDDHIST_OFFSET if year > FIRST_BUDDHIST_YEAR else 0
    try:
        return date(year, month, day)
    except ValueError:
        return None


def in_ascii_digits(text: str) -> str:
    """The text with the digits of every script as 0 to 9, without unseen characters around it."""
    shown = (sign for sign in text if unicodedata.category(sign) != "Cf")
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in shown).strip()


def _rule_of_form(text: str) -> str:
    """What is wrong with the form of a date, by its name where it is a common one."""
    if _DATE_AND_TIME.fullmatch(text):
        return "date-time"
    is_short = _SHORT_DATE.fullmatch(text) and not _ISO_DATE.fullmatch(text)
    return "date-zeros" if is_short else "date-format"


def _iso_date(value: object) -> date:
    if isinstance(value, date):
        return value
    if value is None or value == "":
        raise _rule_error("date-empty")
    if not isinstance(value, str):
        raise _rule_error("wrong-type", found=value)
    western = in_western_digits(value)
    if western != value:
        raise _rule_error("date-thai-digits", found=value, likely=read_date(western))
    match = _ISO_DATE.fullmatch(value)
    if not match:
        written = in_ascii_digits(value)
        raise _rule_error(_rule_of_form(written), found=value, likely=read_date(written))
    day = _calendar_date(int(match[1]), int(match[2]), int(match[3]))
    if day is None:
        raise _rule_error("date-impossible", found=value)
    if int(match[1]) > FIRST_BUDDHIST_YEAR:
        raise _rule_error("date-buddhist", found=value, likely=read_date(value))
    return day


def _period(value: object) -> Period:
    if isinstance(value, Period):
        return value
    if not isinstance(value, str):
        raise _rule_error("wrong-type", found=value)
    try:
        return parse_period(value)
    except ValueError:
        likely = read_period(in_ascii_digits(value))
        raise _rule_error("period-format", found=value, likely=likely and str(likely)) from None


def _asked_periods(value: object) -> AskedPeriods:
    words = [frequency.value for frequency in Frequency]
    if isinstance(value, AskedPeriods):
        return value
    if value is None or value == "":
        raise _rule_error("field-empty")
    if isinstance(value, list | tuple):
        return AskedPeriods(tuple(_period(entry) for entry in value))
    if value not in words:
        raise _rule_error("frequency-unknown", found=value, allowed=words)
    return AskedPeriods(word=Frequency(value))


def _as_written(asked: AskedPeriods) -> str | list[str]:
    """The word, or the list."""
    return asked.word.value if asked.word else [str(period) for period in asked.periods]


def _boolean(value: object) -> object:
    # Only these two words: Pydantic alone would take `yes`, `on` and `1` as well.
    words = {"true": True, "false": False}
    if isinstance(value, str) and value not in words:
        raise _rule_error("wrong-type", found=value, likely=read_truth(value))
    return words[value] if isinstance(value, str) else value


def _web_address(value: object) -> object:
    if isinstance(value, str) and not is_web_address(value):
        raise _rule_error("url-malformed", found=value)
    return value


IsoDate = Annotated[date, BeforeValidator(_iso_date)]
OptionalDate = Annotated[date | None, BeforeValidator(_iso_date)]
"""May be left out; a field that is written without a value is an error."""
_PERIOD_SCHEMA: JsonSchemaValue = {
    "type": "string",
    "pattern": r"^(\d{4}-\d{2}|FY\d{4}(-Q[1-4]|-H[12])?)$",
}
_WORD_SCHEMA: JsonSchemaValue = {"type": "string", "enum": [word.value for word in Frequency]}
PeriodId = Annotated[
    Period,
    PlainValidator(_period),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(_PERIOD_SCHEMA),
]
Periods = Annotated[
    AskedPeriods,
    PlainValidator(_asked_periods),
    PlainSerializer(_as_written, return_type=str | list[str]),
    WithJsonSchema({"anyOf": [_WORD_SCHEMA, {"type": "array", "items": _PERIOD_SCHEMA}]}),
]
"""A word for the periods of a round (`monthly`), or a list of periods."""
Truth = Annotated[bool, BeforeValidator(_boolean)]
Text = Annotated[str, Field(min_length=1)]
WebAddress = Annotated[str, BeforeValidator(_web_address)]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
LicenceId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9.-]*$")]
"""As SPDX lists them (`CC-BY-4.0`), or a word of the office's own (`cc-by`)."""
OfficialCode = Annotated[str, Field(pattern=r"^[0-9]{2,8}$")]
"""Digits, as the registry of the Department of Provincial Administration (DOPA) has them."""
ItemId = Annotated[str, Field(pattern=r"^O[1-9][0-9]?$")]
FiscalYear = Annotated[int, Field(ge=FIRST_BUDDHIST_YEAR, le=LAST_BUDDHIST_YEAR)]
Telephone = Annotated[str, Field(pattern=r"^[0-9+][0-9 -]{6,}$")]
Email = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
Host = Annotated[
    str, Field(pattern=r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$")
]
"""The name of a host, in lower case and without a port: `maps.example.org`."""
Handle = Annotated[
    str, Field(pattern=r"^@[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)*$")
]
"""A person or, with a slash, a team on the forge: `@office/works`."""
