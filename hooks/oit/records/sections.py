"""The sections of a record's body: headings with an id, and what stands under them."""

from itertools import takewhile

from markdown_it.token import Token
from msgspec import Struct

from oit.records.contents import text_digest
from oit.records.visible_text import HEADING_ID, visible_text, words


class Section(Struct, frozen=True):
    """A heading with an id."""

    line: int
    has_text: bool
    visible: str
    """What stands under it, as text that can be compared."""
    words: str
    """The heading and what stands under it."""
    lines: range
    """The lines of heading and text, counted from 0 in the body."""

    @property
    def digest(self) -> str:
        """SHA-256 of its text, by which it is known wherever it stands."""
        return text_digest(self.visible)


def sections_of(
    tokens: list[Token], body: str, first_line: int
) -> tuple[dict[str, Section], tuple[tuple[str, int], ...]]:
    """The sections of a body by id, and id and line of headings whose id is taken."""
    sections: dict[str, Section] = {}
    repeated: list[tuple[str, int]] = []
    last = body.count("\n") + 1
    for index in range(len(tokens)):
        name = heading_id(tokens, index)
        if not name:
            continue
        section = _section(tokens, index, first_line, last)
        if name in sections:
            repeated.append((name, section.line))
        sections[name] = section
    return sections, tuple(repeated)


def heading_id(tokens: list[Token], index: int) -> str | None:
    """The id of the heading that begins at an index, `None` where there is none."""
    if tokens[index].type != "heading_open":
        return None
    match = HEADING_ID.search(tokens[index + 1].content)
    return match[1] if match else None


def _section(tokens: list[Token], index: int, first_line: int, last: int) -> Section:
    """The section of the heading at an index: three tokens, and those under it."""
    heading, following = tokens[index : index + 3], tokens[index + 3 :]
    level = int(heading[0].tag[1])  # of the tag `h2`
    beneath = list(takewhile(lambda token: not _ends_section(token, level), following))
    start, _ = heading[0].map or (0, 0)
    ending = following[len(beneath)].map if len(beneath) < len(following) else None
    return Section(
        line=first_line + start,
        has_text=_has_text(beneath),
        visible=visible_text(beneath),
        words=words([*heading, *beneath]),
        lines=range(start, ending[0] if ending else last),
    )


def _ends_section(token: Token, level: int) -> bool:
    """Whether the next heading of the same or a higher level begins."""
    return token.type == "heading_open" and int(token.tag[1]) <= level


def _has_text(beneath: list[Token]) -> bool:
    """Whether any text stands there that is no heading."""
    in_heading = False
    for token in beneath:
        if token.type in ("heading_open", "heading_close"):
            in_heading = token.type == "heading_open"
        elif not in_heading and token.content.strip() and token.type != "html_block":
            return True
    return False
