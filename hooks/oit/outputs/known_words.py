"""The everyday words by which the search knows pages that are no items (`search.ftl`)."""

import re
from collections.abc import Mapping
from dataclasses import replace

from oit.catalog import Language, say
from oit.outputs.page import ENGLISH, Page

_BETWEEN = " · "
"""Between the words of a message."""
_WORDS: Mapping[str, str] = {
    r"": "search.home",
    r"\d{4}/": "search.round",
    r"\d{4}/due/": "search.due",
    r"\d{4}/check/": "search.check",
    r"\d{4}/ita-\d{4}/": "search.results",
    r"divisions/": "search.divisions",
}
"""The message with the words of a page, by a pattern of its address without the language."""


def with_known_words(page: Page) -> Page:
    """A page with the words by which people ask for it, in its language, besides its own."""
    language = Language.EN if page.path.startswith(ENGLISH) else Language.TH
    path = page.path.removeprefix(ENGLISH)
    found = (message for pattern, message in _WORDS.items() if re.fullmatch(pattern, path))
    words = (word for message in found for word in say(message, language).split(_BETWEEN))
    return replace(page, keywords=(*page.keywords, *words))
