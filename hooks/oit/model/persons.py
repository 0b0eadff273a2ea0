"""Names of persons where the name of a post is asked for, told by titles and given names.

Records name posts: who holds one changes, and the law on personal data (Personal Data Protection
Act B.E. 2562, section 6) speaks of persons. A name without a title is recognised where
it is two Thai words, and the first is a common given name; an entry is not refused for it.
"""

import re
from collections.abc import Iterable
from functools import cache

from oit.catalog.sources import texts_of
from oit.model.written_words import known_words

_BEFORE = r"(?:^|[^\u0e01-\u0e4ea-z.])"
"""A title begins a word: of no longer one in Thai, and of no abbreviation such as พ.ศ."""
_NAME = r"\s*[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e4e]"
"""At least two letters: นายก is a post."""
_THAI_WORD = re.compile(r"[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e4e]+")
_GIVEN_AND_FAMILY = 2
_ENGLISH_NAME = r"(?:\.\s*|\s+)[a-z]"


def names_person(text: str) -> bool:
    """Whether a text names a person: นายสมชาย ใจดี, ร.ต.อ. สมชาย or Mrs. Jones.

    Posts that begin like a title, such as นายอำเภอ or นายทะเบียน, name none.
    """
    words = text.casefold().split()
    return _holds_title("".join(words)) and bool(_titled().search(" ".join(words)))


def is_of_person(text: str) -> bool:
    """Whether a text is perhaps no post: it names a person by a title, or by a given name alone."""
    return names_person(text) or is_bare_name(text)


def is_bare_name(text: str) -> bool:
    """Whether a text is a given name and a family name without a title: สมชาย ใจดี."""
    words = text.split()
    is_of_two = len(words) == _GIVEN_AND_FAMILY and all(map(_THAI_WORD.fullmatch, words))
    return is_of_two and words[0] in _given()


def _holds_title(text: str) -> bool:
    """Whether any title is in a text without blanks, as in few posts.

    Only then is their pattern made, which takes as long as all that is asked of a record's posts.
    """
    words = known_words()["persons"]
    return any(title in text for title in (*words["titles"], *words["english"]))


@cache
def _given() -> frozenset[str]:
    return frozenset(texts_of(__package__, "given_names.yml")["names"])


@cache
def _titled() -> re.Pattern[str]:
    words = known_words()["persons"]
    posts = "|".join(map(re.escape, words["posts"]))
    acting = f"(?:{_any(words['acting'])})?"
    thai = f"(?!{posts}){acting}\\s*(?:{_any(words['titles'])}){_NAME}"
    return re.compile(f"{_BEFORE}(?:{thai}|(?:{_any(words['english'])}){_ENGLISH_NAME})")


def _any(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first; a blank may follow each full stop."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\.", r"\.\s*") for word in longest_first)
