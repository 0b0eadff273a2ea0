"""What a message of the catalogue says in a language, its values filled in."""

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from oit.catalog.dates import date_words, period_words
from oit.catalog.fluent import message_text
from oit.catalog.sources import Language
from oit.periods import Frequency, Period

Value: TypeAlias = str | int | date | Period | Frequency
"""What fills a placeholder: a number is a count; a day, a period and a frequency become words."""


def say(message_id: str, language: Language, /, **values: Value) -> str:
    """The text of a message or of its attribute, as `rules.stale` or `rules.stale.remedy`.

    Values that it has no placeholder for are left out. `KeyError`: there is no such message, or a
    placeholder has no value.
    """
    # Thousands of messages are said for a site, nearly all of them filled with texts.
    filled = {
        name: value if type(value) is str else _argument(value, language)
        for name, value in values.items()
    }
    return message_text(message_id, language, filled)


def both(message_id: str, /, **values: Value) -> str:
    """The text in Thai, and below it in English, marked as such."""
    thai, english = (say(message_id, language, **values) for language in Language)
    return f"{thai}\n{english_line(english)}"


def beside(message_id: str, /, **values: Value) -> str:
    """The text in Thai, and behind it in English in brackets: for labels, helps and short notes."""
    thai, english = (say(message_id, language, **values) for language in Language)
    return f"{thai} ({english})"


def english_line(text: str) -> str:
    """A text in English as it stands below Thai, with its mark."""
    return say("lists.english-line", Language.EN, text=text)


def joined(words: Sequence[str], language: Language) -> str:
    """Words as a list of the language: `ก ข และค`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    is_thai = language is Language.TH
    # Thai letters are written without a space after the conjunction, others with one.
    last = f" {words[-1]}" if is_thai and words[-1][:1].isascii() else words[-1]
    first = (" " if is_thai else ", ").join(words[:-1])
    return say("lists.and", language, first=first, last=last)


def _argument(value: Value, language: Language) -> str | int:
    """A value in words, or as the number that chooses the plural."""
    if isinstance(value, date):
        return date_words(value, language)
    if isinstance(value, Period):
        return period_words(value, language)
    if isinstance(value, Frequency):
        return say(f"periods.{value.value}", language)
    return value
