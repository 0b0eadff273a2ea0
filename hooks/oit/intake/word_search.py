"""Where words stand in a text, however people space, join and punctuate them.

`สขร. 1`, `สขร.1` and `สขร_1` are one word here; `tax` does not stand in `syntax`.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from oit.evidence.characters import with_sara_ae, with_whole_sara_am
from oit.model.written_words import in_western_digits

_REACH = 30
"""Letters that may stand between two parts of a word: รายงาน … ใช้จ่าย."""
_MARKS = frozenset(map(chr, (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))))
"""Thai vowels and tone marks above and below: no letters to Unicode, and part of a word."""

Span = tuple[int, int]
"""The first letter of a stretch, and the one behind its last."""


class Lettering(Struct, frozen=True):
    """The letters and digits of a text, without all between them."""

    text: str
    letters: str
    places: tuple[int, ...]
    """For each letter where it stands in the text."""

    def seen(self, span: Span) -> str:
        """What a reader sees there."""
        return self.text[self.places[span[0]] : self.places[span[1] - 1] + 1]

    def spans(self, parts: tuple[str, ...]) -> Iterator[Span]:
        """Where the parts stand one after another, near each other; no parts stand nowhere."""
        for start in self._starts(parts[0], 0, len(self.letters)) if parts else ():
            end = start + len(parts[0])
            for part in parts[1:]:
                following = next(self._starts(part, end, end + _REACH + len(part)), None)
                if following is None:
                    break
                end = following + len(part)
            else:
                yield start, end

    def _starts(self, part: str, first: int, last: int) -> Iterator[int]:
        start = self.letters.find(part, first, last)
        while start >= 0:
            if not self._goes_on(start) and not self._goes_on(start + len(part)):
                yield start
            start = self.letters.find(part, start + 1, last)

    def _goes_on(self, at: int) -> bool:
        """Whether a Latin word or a number goes on over this place."""
        if not 0 < at < len(self.letters) or self.places[at] != self.places[at - 1] + 1:
            return False
        before, after = self.letters[at - 1], self.letters[at]
        return _kind(before) == _kind(after) != ""


def _kind(letter: str) -> str:
    """Of what a word is known to end: Thai has no spaces between its words."""
    if letter.isdecimal():
        return "digit"
    return "latin" if letter.isascii() else ""


def lettering(text: str) -> Lettering:
    """A text as words are looked for in it; Thai in one form, digits as 0 to 9."""
    whole = with_sara_ae(with_whole_sara_am(unicodedata.normalize("NFC", text)))
    lower = in_western_digits(whole)
    kept = [
        (letter, place)
        for place, character in enumerate(lower)
        for letter in character.lower()
        if letter.isalnum() or letter in _MARKS
    ]
    return Lettering(whole, "".join(letter for letter, _ in kept), tuple(at for _, at in kept))


@lru_cache(maxsize=8192)  # the words of a mandate are looked for in each file that arrives
def parts_of(word: str) -> tuple[str, ...]:
    """A word as it is looked for: its parts, between which an ellipsis stands."""
    return tuple(filter(None, (lettering(part).letters for part in word.split("…"))))
