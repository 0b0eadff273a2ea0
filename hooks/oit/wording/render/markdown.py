"""Reports as Markdown for a forge or a message; whatever others wrote is escaped."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from oit.catalog import Language, say
from oit.diagnostics import Diagnostic, Group, Layout, Report
from oit.escaping import for_forge, one_line
from oit.web_address import is_web_address
from oit.wording.render.text import line
from oit.wording.render.words import advice, besides, parts, places, sentences_of

MOST_ROWS = 100
"""Rows of one table: GitHub shows no summary of more than 1 MiB."""
_IN_ADDRESSES = ":/?#=&%-"
"""Signs that may stand in the address of a link of Markdown; others are percent-encoded."""
_COLUMNS = ("item", "where", "what", "remedy", "place")


def report_markdown(report: Report, language: Language) -> str:
    """What it comes to as the heading, then the groups: lists of lines, tables of blocks."""
    return "\n\n".join(_blocks(report, language))


def table(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One row for each diagnostic, `MOST_ROWS` at most."""
    columns = [say(f"diagnostics.column-{name}", language) for name in _COLUMNS]
    rows = [columns, ["---"] * len(columns)]
    rows += (_row(diagnostic, language) for diagnostic in diagnostics[:MOST_ROWS])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def corrected_lines(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """The corrected lines that are known, as a change to apply; empty without any.

    A forge applies a suggestion only from a comment of a review, which a token that reads alone
    cannot write: here it is to be copied.
    """
    told = "\n".join(_corrected(diagnostics[:MOST_ROWS]))
    heading = say("diagnostics.corrected-lines", language)
    return f"### {heading}\n\n````diff\n{told}\n````" if told else ""


def escaped(text: str) -> str:
    """A text that holds no mark of whoever wrote it."""
    return for_forge(one_line(text))


def form_link(address: str | None, language: Language) -> str:
    """A link that opens the form at an address; empty without one, or where it is none."""
    if not address or not is_web_address(address):
        return ""
    return f"[{say('diagnostics.open-form', language)}]({quote(address, safe=_IN_ADDRESSES)})"


def _blocks(report: Report, language: Language) -> Iterator[str]:
    titles = (*([report.title] if report.title else []), *report.closing[-1:])
    yield from (f"## {escaped(title.within(language))}" for title in titles)
    told = (*report.remarks, *report.closing[:-1])
    yield from (escaped(remark.within(language)) for remark in told)
    for group in report.groups:
        yield from _group(group, language)


def _group(group: Group, language: Language) -> Iterator[str]:
    if group.heading:
        yield f"### {escaped(group.heading.within(language))}"
    if group.layout is Layout.BLOCKS:
        yield table(group.diagnostics, language)
    else:
        shown = group.diagnostics[:MOST_ROWS]
        yield "\n".join(f"- {escaped(line(diagnostic, language))}" for diagnostic in shown)
    if (more := len(group.diagnostics) - MOST_ROWS) > 0:
        yield say("diagnostics.more", language, count=more)


def _row(diagnostic: Diagnostic, language: Language) -> list[str]:
    sentences = sentences_of(diagnostic, language)
    what = " ".join([sentences.told, *besides(diagnostic, language)])
    where = (diagnostic.where.item, parts(diagnostic, language))
    cells = (*where, what, advice(diagnostic, sentences), places(diagnostic))
    *told, place = (escaped(cell) for cell in cells)
    return [*told, " ".join(filter(None, (place, form_link(diagnostic.where.form, language))))]


def _corrected(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    for diagnostic in diagnostics:
        if diagnostic.correction and diagnostic.correction.line:
            # Backquotes would end the block, and within it nothing is escaped.
            yield f"@@ {places(diagnostic)} @@".replace("`", "'")
            line = diagnostic.correction.line
            indent = line[: len(line) - len(line.lstrip(" "))]
            yield f"+{indent}{one_line(line)}".replace("`", "'")
