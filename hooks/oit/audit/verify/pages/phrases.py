"""Whether a text is made of the catalogue's messages, filled with words that are known.

A text is a row of phrases, with blanks or signs between them. A phrase is a string of the
documents, a number, a day, or a message whose every value is a row of phrases in its turn.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from msgspec import Struct, field

from oit.catalog import Language
from oit.catalog.dates import ENGLISH_MONTHS, ENGLISH_SHORT_MONTHS, THAI_MONTHS, THAI_SHORT_MONTHS
from oit.catalog.patterns import Shape, shapes

_DEPTH = 4
"""How many messages may stand within each other."""
_GRAM = 4
"""The most letters by which messages are found that a text may be."""
_MOST_WORDS = 60
"""A text of more is one phrase, or is cut at its signs."""
_SIGNS = (" · ", " – ", ": ", " › ", " (")
_AROUND = " ·›–,.()“”:;"
_MONTHS = (*THAI_MONTHS, *THAI_SHORT_MONTHS, *ENGLISH_MONTHS, *ENGLISH_SHORT_MONTHS)
_DAY = re.compile(rf"(?:\d{{1,2}} )?(?:{'|'.join(map(re.escape, _MONTHS))})(?: \d{{2,4}})?")
_NUMBER = re.compile(r"[-–+×]?\d[\d,]*(?:\.\d+)?%?")
_SIZE = re.compile(r"[A-Z]{2,5}(?: \d[\d.,]* [KM]?B)?|\d[\d.,]* [KM]?B")
"""A kind of file, and how large it is."""
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_SIGN = re.compile(r"[=×+–-]")
_AXIS = re.compile(r"[XY]-axis for a linear scale with values from [\d.,]+ to [\d.,]+")
"""What the library of charts says of an axis to screen readers."""
_FORMS = (_NUMBER, _DAY, _SIZE, _HOST, _SIGN, _AXIS)
_PLACE = re.compile(r"(?:#[a-z0-9-]+|:\d+)$")
"""The place within a page or a file whose address a text is."""


class _Messages(Struct, frozen=True):
    """The messages of a language, to be looked up by a text that one of them may have made."""

    whole: frozenset[str]
    """Those without holes, and what stands between the holes of others."""
    by_gram: dict[str, list[tuple[str, Shape]]]
    """Those with holes, by the first letters of their longest words."""

    def candidates(self, text: str) -> Iterator[Shape]:
        """Those whose longest words stand in a text."""
        sizes = range(1, _GRAM + 1)
        grams = {text[at : at + size] for at in range(len(text)) for size in sizes}
        for gram in grams & self.by_gram.keys():
            yield from (shape for words, shape in self.by_gram[gram] if words in text)


@cache
def _messages(language: Language) -> _Messages:
    whole = set[str]()
    by_gram = defaultdict[str, list[tuple[str, Shape]]](list)
    for shape in {part for known in shapes(language) for part in _parts(known)}:
        words = [part.strip() for part in shape if part and part.strip(_AROUND)]
        if len(shape) == 1:
            whole.update(word.strip(_AROUND) for word in words)
        elif words:
            longest = max(words, key=len)
            by_gram[longest[:_GRAM]].append((longest, shape))
    return _Messages(frozenset(whole), dict(by_gram))


def _parts(shape: Shape) -> Iterator[Shape]:
    """A message, and its parts between holes: a template may fill one with an element."""
    holes = [at for at, part in enumerate(shape) if part is None]
    starts = {0, *holes, *(at + 1 for at in holes)}
    ends = {len(shape), *holes, *(at + 1 for at in holes)}
    return (shape[start:end] for start in starts for end in ends if start < end)


class Phrases(Struct, frozen=True):
    """All that pages of a language may say."""

    strings: frozenset[str]
    """Of the documents, blanks as single spaces."""
    language: Language
    _found: dict[tuple[str, int], bool] = field(default_factory=dict)

    def make(self, text: str, depth: int = _DEPTH) -> bool:
        """Whether a text, blanks as single spaces, is a row of phrases."""
        text = text.strip(" ·›")
        key = (text, depth)
        if key not in self._found:
            self._found[key] = self._is_row(text, depth)
        return self._found[key]

    def _is_row(self, text: str, depth: int) -> bool:
        bare = text.strip(_AROUND)
        if not bare or self._is_phrase(text, depth) or self._is_phrase(bare, depth):
            return True
        for sign in _SIGNS:
            if sign in text and all(self.make(part, depth) for part in text.split(sign)):
                return True
        words = text.split(" ")
        return 1 < len(words) <= _MOST_WORDS and self._are_phrases(words, depth)

    def _are_phrases(self, words: list[str], depth: int) -> bool:
        """Whether words are phrases one after the other, found from the left."""
        reached = [True, *(False for _ in words)]
        for end in range(1, len(words) + 1):
            reached[end] = any(
                reached[start] and self._is_phrase(" ".join(words[start:end]), min(depth, 1))
                for start in range(end)
                if end - start < len(words)
            )
        return reached[-1]

    def _is_phrase(self, text: str, depth: int) -> bool:
        bare = text.strip(_AROUND)
        if {text, bare, _PLACE.sub("", bare)} & self.strings:
            return True
        if bare in _messages(self.language).whole:
            return True
        if any(form.fullmatch(each) for form in _FORMS for each in (text, bare)):
            return True
        return depth > 0 and any(
            self._fits(text, shape, depth) for shape in _messages(self.language).candidates(text)
        )

    def _fits(self, text: str, shape: Shape, depth: int) -> bool:
        """Whether a message makes the text; blanks at its ends may have been left out."""
        first, *rest = shape
        if not rest:
            return self.make(text, depth - 1) if first is None else text.strip() == first.strip()
        if first is not None:
            start = first if text.startswith(first) else first.lstrip()
            return text.startswith(start) and self._fits(text[len(start) :], tuple(rest), depth)
        return any(
            self._fits(text[at:], tuple(rest), depth) and self.make(text[:at], depth - 1)
            for at in _places(text, rest[0] or "")
        )


def _places(text: str, words: str) -> Iterator[int]:
    """Where words stand in a text; their last blank may be missing at its end."""
    at = text.find(words) if words in text else text.find(words.rstrip())
    while at >= 0:
        yield at
        at = text.find(words.rstrip(), at + 1)
