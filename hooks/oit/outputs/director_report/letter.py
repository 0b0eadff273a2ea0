"""A memorandum (บันทึกข้อความ): its parts, and how they read as plain text and as a page to print.

The form is form 2 of the Regulation of the Office of the Prime Minister on Correspondence B.E. 2526
(1983), clause 12. What only a person can say is left blank: number, day, signature and its post.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from oit.catalog import Language, say
from oit.escaping import one_line
from oit.model.office import SitePolicy
from oit.outputs.templating import strict_environment

DOTS = "." * 40
"""Where somebody signs."""


class Passage(Struct, frozen=True):
    """A paragraph of a letter."""

    text: str


class Point(Passage, frozen=True):
    """A paragraph that is one of several points, with what stands under it."""

    lines: tuple[str, ...] = ()


class Table(Struct, frozen=True):
    """What is enclosed with a letter."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Letter(Struct, frozen=True, kw_only=True):
    """A memorandum from the office to one of its posts."""

    agency: str
    notice: str | None
    """The notice of a demonstration."""
    subject: str
    to: str
    """A post, not a person, and not a section."""
    passages: tuple[Passage, ...]
    """The cause, then what is reported or asked."""
    closing: str
    noted_by: str | None = None
    """The post that takes note and signs, where one has to."""
    enclosure: Table | None = None


def agency_of(policy: SitePolicy) -> str:
    """The office, and its telephone number where it has a real one."""
    office = policy.office
    name = one_line(office.name_th)
    if policy.is_demonstration or not office.telephone:
        return name
    return f"{name} {say('letters.telephone', Language.TH, number=office.telephone)}"


def notice_of(policy: SitePolicy) -> str | None:
    """What a letter of a demonstration says of itself; `None` for an office's own site."""
    return say("letters.demonstration", Language.TH) if policy.is_demonstration else None


def paragraphs(letter: Letter) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The passages as they are written, with their lists: points as `1.`, their lines as `1.1`."""
    number = 0
    for passage in letter.passages:
        if isinstance(passage, Point):
            number += 1
            lines = (f"{number}.{place} {line}" for place, line in enumerate(passage.lines, 1))
            yield f"{number}. {passage.text}", tuple(lines)
        else:
            yield passage.text, ()


def letter_text(letter: Letter) -> str:
    """A letter as plain text for a message: without what is filled in by hand on paper."""
    head = [f"{_label('subject')} {letter.subject}", f"{_label('to')} {letter.to}"]
    body = ["\n".join([text, *lines]) for text, lines in paragraphs(letter)]
    foot = [letter.agency, *([f"({letter.notice})"] if letter.notice else [])]
    blocks = ["\n".join(head), *body, letter.closing, "\n".join(foot)]
    enclosed = [_table_text(letter.enclosure)] if letter.enclosure else []
    return "\n\n".join([*blocks, *enclosed])


def letter_html(letter: Letter) -> str:
    """A letter as an HTML page to print, complete in itself."""
    template = strict_environment().get_template("letter.html")
    return template.render(letter=letter, paragraphs=tuple(paragraphs(letter)), dots=DOTS)


def row_lines(table: Table, rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A line for each of some rows: its name, then each column with its cell."""
    for name, *cells in rows:
        columns = zip(table.columns[1:], cells, strict=True)
        yield f"{name}: {' · '.join(f'{column} {cell}' for column, cell in columns)}"


def _label(part: str) -> str:
    return say(f"letters.{part}", Language.TH)


def _table_text(table: Table) -> str:
    return "\n".join([table.title, *(f"  - {line}" for line in row_lines(table, table.rows))])
