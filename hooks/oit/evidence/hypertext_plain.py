"""Hypertext that every parser takes for the same tags: it is read by its letters, with no parser.

A text is plain where each `<` begins a tag, a comment or the type of the document in its strictest
form: attributes in double quotes, without `<` and `>`, and no entity but of the signs that HTML has
for itself. Behind each of these a parser is ready for the next, or in a text in which it sees no
tags: so the start tags that any parser sees are among those that stand there. Pages of the engine
are plain; what is not is left to the parsers.
"""

import re
from functools import lru_cache
from html import unescape

from msgspec import Struct

from oit.evidence.hypertext_names import INLINE

_SIGN = "&(?:amp|lt|gt|quot|#34|#39|#x27);"
_ENTITY = re.compile(_SIGN)
# Parsers leave some of these out, or take them for the end of a line.
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_NAME = "(?:[a-z][a-z0-9-]*+|clipPath|linearGradient)"
"""Of elements; those that stand within a line have no capital, so that they are told by it."""
_VALUE = rf'[^"<>&]*+(?:{_SIGN}[^"<>&]*+)*+'
_ATTRIBUTES = rf'(?:[ \n]++[A-Za-z][A-Za-z0-9_:-]*+(?:="{_VALUE}")?)*+[ \n]*+'
_ATTRIBUTE = re.compile(r'[ \n]([A-Za-z][A-Za-z0-9_:-]*+)(?:="([^"]*)")?')
# The text of programs and styles is theirs to the end of the element, and no entities are in it.
_TOKEN = re.compile(
    rf"<(?:(?!(?:script|style)[^a-z0-9-]){_NAME}{_ATTRIBUTES}/?>|/{_NAME}>"
    rf"|script{_ATTRIBUTES}>[^<&]*+</script>|style{_ATTRIBUTES}>[^<&]*+</style>"
    r"|!(?i:doctype html)>|!--(?:[^<>-]|-(?!-))*+-->)"
)
_START = re.compile(r"<([A-Za-z][A-Za-z0-9-]*+)([^>]*)>([^<]*)")
_INLINE = "|".join((*sorted(INLINE), "[a-z][a-z0-9]*-[a-z0-9-]*"))
_WITHIN_A_LINE = re.compile(
    rf"<(?:/?(?:{_INLINE})(?:[ \n/][^<>]*)?|![^<>]*)>",
)

_LINE_BREAK = re.compile("<br[^>]*>")


class Tag(Struct, frozen=True):
    """A start tag, asked in the way of a parser's element."""

    tag: str
    text: str
    """Of a program or a sheet of styles; else empty."""
    attributes: dict[str, str]

    def get(self, attribute: str) -> str | None:
        """The value of an attribute."""
        return self.attributes.get(attribute)

    def keys(self) -> list[str]:
        """The names of all attributes, in lower case."""
        return list(self.attributes)


@lru_cache(maxsize=1)  # what is dangerous and what is shown is asked of one page after the other
def plain_tokens(text: str) -> tuple[str, ...] | None:
    """The tags and comments of a plain text, those that are written alike once; none of another.

    A program or a sheet of styles is one with its tags.
    """
    if _ODD.search(text) or len(_ENTITY.findall(text)) < text.count("&"):
        return None
    tokens = _TOKEN.findall(text)
    if "".join(tokens).count("<") < text.count("<"):
        return None
    return tuple(dict.fromkeys(tokens))


def start_tag(token: str) -> Tag | None:
    """What a token of a plain text begins; none for the end of an element and for a comment."""
    if token[1] in "/!":
        return None
    ((name, attributes, text),) = _START.findall(token)
    found = [(each.lower(), unescape(value)) for each, value in _ATTRIBUTE.findall(attributes)]
    first = dict(reversed(found))  # of two alike the first counts
    return Tag(name, text, {each: first[each] for each, _ in found})


def without_inline_tags(plain: str) -> str:
    """A plain text in which each block stands as a reader sees it, between tags of blocks.

    Apart from the entities of signs.
    """
    return _LINE_BREAK.sub("\n", _WITHIN_A_LINE.sub("", plain))
