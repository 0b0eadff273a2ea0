"""Characters that are not what they look like: unseen ones, turned ones, look-alikes.

Sources: Unicode Standard Annex 9 (marks of direction), Annex 15 (normal forms), Technical Standard
39 (confusable characters).
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

INVISIBLE = re.compile(
    "[\x1b\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Characters of a text that people see nothing of."""
ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces that only look like one: no search and no parser takes them for it."""
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Embeddings, overrides and isolates: they show a text in another order than it is stored in.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
THAI_DIGITS = "".join(map(chr, range(0x0E50, 0x0E5A)))
"""From nought to nine."""
ABBREVIATED, SARA_AM, BAHT, SARA_E, SARA_AE, NIKHAHIT = map(
    chr, (0x0E2F, 0x0E33, 0x0E3F, 0x0E40, 0x0E41, 0x0E4D)
)
"""Thai characters that mean something to a reader by themselves, by their numbers in Unicode."""
# Sara am written as nikhahit and sara aa, with a tone mark between them or not; NFC keeps both.
_SPLIT_SARA_AM = re.compile(r"\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_FULL_WIDTH = re.compile("[\uff01-\uff5e]")
_WORD = re.compile(r"\w+")
_LATIN = re.compile("[A-Za-z]")
# Cyrillic and Greek letters that print as Latin ones.
_TWINS = str.maketrans(
    "АВСЕНІЈКМОРЅТХУаеіјорсухѕһԁӏԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορ",
    "ABCEHIJKMOPSTXYaeijopcyxshdlqwABEZHIKMNOPTYXvop",
)
_OTHER_ALPHABET = re.compile("[\u0370-\u03ff\u0400-\u052f]")


class Oddity(StrEnum):
    """In what way a text is not what it looks like; the values are the ids of rules."""

    DIRECTION = "text-direction"
    INVISIBLE = "text-invisible"
    LOOKALIKE = "text-lookalike"
    FORM = "text-form"
    """Letters and marks composed or ordered otherwise than in Unicode's normal form C."""


class OddCharacter(Struct, frozen=True):
    """The first character of a kind in a text."""

    oddity: Oddity
    name: str
    """As Unicode has it, with its number: `ZERO WIDTH SPACE (U+200B)`."""
    position: int
    """Counted from 1."""


def with_whole_sara_am(text: str) -> str:
    """The text with sara am as one character, after its tone mark."""
    return _SPLIT_SARA_AM.sub(rf"\1{SARA_AM}", text)


def with_sara_ae(text: str) -> str:
    """The text with sara ae as one character: two sara e look like it, and are often typed."""
    return text.replace(SARA_E * 2, SARA_AE)


def oddities_of_a_name(text: str) -> Iterator[OddCharacter]:
    """What is odd in a title, name, date, figure or address: the first character of each kind."""
    if text.isascii():
        return
    turned = _first(_DIRECTION, text)
    hidden = [at for at in _unseen(text) if not _DIRECTION.match(text[at])]
    unseen = min(hidden, default=_first(ODD_SPACES, text))
    places = {
        Oddity.DIRECTION: turned,
        Oddity.INVISIBLE: unseen,
        Oddity.LOOKALIKE: _first_difference(text, _without_twins(text)),
        Oddity.FORM: _first_difference(text, unicodedata.normalize("NFC", text)),
    }
    for oddity, at in places.items():
        if at is not None:
            yield _odd(oddity, text, at)


def oddities_of_running_text(text: str) -> Iterator[OddCharacter]:
    """The same in running text, where only a changed order is odd.

    Word processors leave zero-width spaces between Thai words, which harm nobody there.
    """
    at = _first(_TURNING, text)
    if at is not None:
        yield _odd(Oddity.DIRECTION, text, at)


def as_it_looks(text: str) -> str:
    """The text with the characters that its readers take it for, in normal form C."""
    seen = ODD_SPACES.sub(" ", INVISIBLE.sub("", text))
    return _without_twins(unicodedata.normalize("NFC", seen))


def _without_twins(text: str) -> str:
    """The text with every look-alike as what it looks like, character by character."""
    plain = "".join(_plain(character) for character in text)
    return _WORD.sub(lambda word: _in_one_alphabet(word[0]), plain)


def _plain(character: str) -> str:
    """The ASCII character that a letter, digit or full-width sign stands for, else itself."""
    if character.isascii() or character in THAI_DIGITS:
        return character
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category not in ("Lu", "Ll") and not _FULL_WIDTH.match(character):
        return character
    simple = unicodedata.normalize("NFKC", character)
    return simple if len(simple) == 1 and simple.isascii() else character


def _in_one_alphabet(word: str) -> str:
    """The word in Latin letters, if it is one or prints as one; a Russian word stays as it is."""
    latin = word.translate(_TWINS)
    is_meant = _OTHER_ALPHABET.search(latin) and not _LATIN.search(word)
    return word if is_meant else latin


def _unseen(text: str) -> Iterator[int]:
    return (match.start() for match in INVISIBLE.finditer(text))


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return match.start() if match else None


def _first_difference(text: str, other: str) -> int | None:
    if text == other:
        return None
    pairs = zip(text, other, strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), len(other) - 1)


def _odd(oddity: Oddity, text: str, at: int) -> OddCharacter:
    name = unicodedata.name(text[at], "?")
    return OddCharacter(oddity, f"{name} (U+{ord(text[at]):04X})", at + 1)
