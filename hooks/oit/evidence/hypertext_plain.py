"""Hypertext that every parser takes for the same tags: it is read by its letters, with no parser.

A text is plain where each `<` begins a tag, a comment or the type of the document in its strictest
form: attributes in double quotes, without `<` and `>`, and no entity but of the signs that HTML has
for itself. Behind each of these a parser is ready for the next, or in a text in which it sees no
tags: so the start tags that any parser sees are among those that stand there. Pages of the engine
are plain; what is not is left to the parsers.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from oit.evidence.hypertext_names import INLINE

_SIGN = "&(?:amp|lt|gt|quot|#34|#39|#x27);"
_NAME = "[A-Za-z][A-Za-z0-9_:-]*+"
_VALUE = rf'[^"<>&]*+(?:{_SIGN}[^"<>&]*+)*+'
_ATTRIBUTES = rf'(?:[ \n]++{_NAME}(?:="{_VALUE}")?)*+[ \n]*+'
_ATTRIBUTE = re.compile(rf'[ \n]({_NAME})(?:="([^"]*)")?')
# The text of programs and styles is theirs to the end of the element, and no entities are in it.
_TOKEN = re.compile(
    rf"<(?:(?!(?i:script|style)[^A-Za-z0-9-])[A-Za-z][A-Za-z0-9-]*+{_ATTRIBUTES}/?>"
    rf"|(script|style){_ATTRIBUTES}>[^<&]*+</\1>|/[A-Za-z][A-Za-z0-9-]*+>"
    r"|!(?i:doctype html)>|!--(?:[^<>-]|-(?!-))*+-->)"
)
_START = re.compile(r"<([A-Za-z][A-Za-z0-9-]*+)([^>]*)>([^<]*)")
# Parsers leave some of these out, or take them for something else.
_ODD = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|&(?!{_SIGN[1:]})")
_INLINE = "|".join((*sorted(INLINE), "[a-z][a-z0-9]*-[a-z0-9-]*"))
_WITHIN_A_LINE = re.compile(
    rf"<(?:/?(?:{_INLINE})(?:[ \n/][^<>]*)?|![^<>]*)>",
    re.IGNORECASE,
)

_LINE_BREAK = re.compile("<br[^>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A start tag, asked in the way of a parser's element; no two are equal."""

    tag: str
    text: str
    """Of a program or a sheet of styles; else empty."""
    attributes: dict[str, str]

    def get(self, attribute: str) -> str | None:
        """The value of an attribute."""
        return self.attributes.get(attribute)

    def keys(self) -> list[str]:
        """The names of all attributes."""
        return list(self.attributes)


@lru_cache(maxsize=1)  # what is dangerous and what is shown is asked of one page after the other
def plain_tags(text: str) -> tuple[Tag, ...] | None:
    """The start tags of a plain text, those that are written alike once; none of any other."""
    if _ODD.search(text):
        return None
    tokens = [match[0] for match in _TOKEN.finditer(text)]
    if "".join(tokens).count("<") != text.count("<"):
        return None
    return tuple(map(_tag, (token for token in dict.fromkeys(tokens) if token[1] not in "/!")))


def without_inline_tags(plain: str) -> str:
    """A plain text in which each block stands as a reader sees it, between tags of blocks.

    Apart from the entities of signs.
    """
    return _LINE_BREAK.sub("\n", _WITHIN_A_LINE.sub("", plain))


@lru_cache(maxsize=2**13)  # a site's pages share most of their tags
def _tag(token: str) -> Tag:
    ((name, attributes, text),) = _START.findall(token)
    found = [(each.lower(), unescape(value)) for each, value in _ATTRIBUTE.findall(attributes)]
    first = dict(reversed(found))  # of two alike the first counts
    return Tag(name, text, {each: first[each] for each, _ in found})
