"""What a reader sees of a record's body, as text that can be compared.

Blanks, comments, unused link definitions, spellings of one letter and ways to break lines are left
out; words, figures, their order and the targets of links and images are kept.
"""

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from oit.records.contents import comparable

HEADING_ID = re.compile(r"\s*\{#([a-z][a-z0-9-]*)\}\s*$")
"""The id at the end of a heading; readers do not see it."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TEXTS = frozenset({"text", "code_inline", "code_block", "fence", "html_inline", "html_block"})


def visible_text(tokens: Iterable[Token]) -> str:
    """The text of blocks as it is compared."""
    return comparable("".join(_pieces(tokens)))


def words(tokens: Iterable[Token]) -> str:
    """The same as people read it, a line a block and without the targets of links."""
    lines = (
        "".join(child.content or " " for child in token.children or ()) or token.content
        for token in tokens
    )
    return "\n".join(filter(None, lines))


def _pieces(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in _TEXTS:
            yield HEADING_ID.sub("", _COMMENT.sub("", token.content))
        elif token.type == "link_open":
            yield f"<{token.attrGet('href')}>"
        elif token.type in ("th_close", "td_close"):
            yield "|"  # 1 and 23 are other figures than 12 and 3
        elif token.type == "image":
            yield f"<{token.attrGet('src')}>{token.content}"
        else:
            yield from _pieces(token.children or ())
