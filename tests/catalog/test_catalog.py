"""What the catalogue says, in both languages."""

from datetime import date

import pytest
from babel.core import Locale

from oit.catalog import Language, both, english_line, has, joined, say
from oit.catalog.dates import period_words
from oit.catalog.fluent import message_text
from oit.catalog.sources import glossary
from oit.periods import Frequency, parse_period

DAY = date(2025, 4, 9)


@pytest.mark.parametrize(
    ("value", "thai", "english"),
    [
        (DAY, "9 เมษายน 2568", "9 April 2025"),
        (parse_period("2025-03"), "เดือนมีนาคม 2568", "March 2025"),
        (Frequency.MONTHLY, "ทุกเดือน", "every month"),
        (2568, "2568", "2568"),
        ("O15", "O15", "O15"),
    ],
)
def test_a_value_becomes_words_of_the_language(value: object, thai: str, english: str) -> None:
    """Days, periods and frequencies by their kind; numbers without separators, as years are."""
    lines = both("lists.english-line", text=value).split("\n")  # type: ignore[arg-type]
    assert lines == [f"[EN] {thai}", f"[EN] [EN] {english}"]


@pytest.mark.parametrize(
    ("text", "thai", "english"),
    [
        ("FY2568-Q2", "ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2568", "Quarter 2 of fiscal year 2025 (B.E. 2568)"),
        (
            "FY2568-H1",
            "ครึ่งปีแรก ปีงบประมาณ พ.ศ. 2568",
            "First half of fiscal year 2025 (B.E. 2568)",
        ),
        (
            "FY2568-H2",
            "ครึ่งปีหลัง ปีงบประมาณ พ.ศ. 2568",
            "Second half of fiscal year 2025 (B.E. 2568)",
        ),
        ("FY2568", "ปีงบประมาณ พ.ศ. 2568", "fiscal year 2025 (B.E. 2568)"),
    ],
)
def test_a_period_is_named_with_its_year(text: str, thai: str, english: str) -> None:
    """English has the year of both eras."""
    period = parse_period(text)
    assert [period_words(period, language) for language in Language] == [thai, english]


@pytest.mark.parametrize(
    ("language", "width", "message_id"),
    [
        (Language.TH, "wide", "periods.months"),
        (Language.TH, "abbreviated", "periods.months.short"),
        (Language.EN, "wide", "periods.months"),
        (Language.EN, "abbreviated", "periods.months.short"),
    ],
)
def test_months_are_named_as_in_the_unicode_locale_data(
    language: Language, width: str, message_id: str
) -> None:
    """In full and short, from January."""
    names = Locale.parse(language.value).months["format"][width]
    assert say(message_id, language).split() == [names[number] for number in range(1, 13)]


def test_words_are_joined_as_the_language_does() -> None:
    """The last after a conjunction; Latin letters keep a space from Thai ones."""
    assert joined(["ก", "ข", "ค"], Language.TH) == "ก ข และค"
    assert joined(["O1", "O2"], Language.TH) == "O1 และ O2"
    assert joined(["a", "b", "c"], Language.EN) == "a, b and c"
    assert [joined(words, Language.EN) for words in ([], ["a"])] == ["", "a"]


@pytest.mark.parametrize("unknown", ["rules.no-such-rule", "no-such-area.x", "rules.stale.no-part"])
def test_what_the_catalogue_lacks_is_an_error(unknown: str) -> None:
    """A word is never invented, and never left out in silence."""
    with pytest.raises(KeyError):
        say(unknown, Language.TH)


def test_a_placeholder_without_a_value_is_an_error() -> None:
    """Nobody reads the name of a placeholder."""
    with pytest.raises(KeyError, match=r"rules\.stale"):
        say("rules.stale", Language.TH, item="O15")
    assert not has("rules.stale.likely", Language.TH)


def test_what_a_person_wrote_is_never_read_as_syntax() -> None:
    """A value is put in as it is."""
    assert english_line("{ $text } { -round }") == "[EN] { $text } { -round }"


def test_every_term_of_the_glossary_has_both_languages() -> None:
    """And says where it is used; an id is written once."""
    entries = glossary()
    assert all(entry["th"] and entry["en"] and entry["used"] for entry in entries)
    names = [entry["term"] for entry in entries]
    assert len(names) == len(set(names))
    assert message_text("lists.english-line", Language.EN, {"text": "x"}) == "[EN] x"
