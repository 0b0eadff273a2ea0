"""Names of persons, told by the titles before them, where the name of a post is asked for.

Records name posts: who holds one changes, and the law on personal data (Personal Data Protection
Act B.E. 2562, section 6) speaks of persons. A name without a title is not recognised.
"""

import re
from collections.abc import Iterable
from functools import cache

from oit.model.written_words import known_words

_BEFORE = r"(?:^|[^\u0e01-\u0e4ea-z.])"
"""A title begins a word: of no longer one in Thai, and of no abbreviation such as พ.ศ."""
_NAME = r"\s*[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e4e]"
"""At least two letters: นายก is a post."""
_ENGLISH_NAME = r"(?:\.\s*|\s+)[a-z]"


def names_person(text: str) -> bool:
    """Whether a text names a person: นายสมชาย ใจดี, ร.ต.อ. สมชาย or Mrs. Jones.

    Posts that begin like a title, such as นายอำเภอ or นายทะเบียน, name none.
    """
    return bool(_titled().search(" ".join(text.casefold().split())))


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
