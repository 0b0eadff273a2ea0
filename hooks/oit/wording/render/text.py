"""Reports as text for a terminal."""

from collections.abc import Iterable, Iterator

from oit.catalog import Language
from oit.diagnostics import Diagnostic, Group, Layout, Report
from oit.wording.render.words import heading, joined, lines, parts, sentences_of, subject


def report_text(report: Report, language: Language) -> str:
    """Title, remarks, the groups, and what it comes to; a blank line between them."""
    return "\n\n".join(filter(None, _blocks(report, language)))


def blocks_text(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """Diagnostics alone, a block each."""
    return "\n\n".join(block(diagnostic, language) for diagnostic in diagnostics)


def block(diagnostic: Diagnostic, language: Language) -> str:
    """Where it is, and indented below everything that there is to say."""
    return "\n  ".join([heading(diagnostic, language), *lines(diagnostic, language)])


def line(diagnostic: Diagnostic, language: Language) -> str:
    """Where and what, on one line."""
    where = (subject(diagnostic, language), parts(diagnostic, language))
    what = sentences_of(diagnostic, language).told
    notes = (note.within(language) for note in diagnostic.notes)
    return joined(iter((*where, what, *notes)))


def _blocks(report: Report, language: Language) -> Iterator[str]:
    if report.title:
        yield report.title.within(language)
    yield from (remark.within(language) for remark in report.remarks)
    yield from (_group(group, language) for group in report.groups)
    yield from (words.within(language) for words in report.closing)


def _group(group: Group, language: Language) -> str:
    head = [group.heading.within(language)] if group.heading else []
    if group.layout is Layout.BLOCKS:
        return "\n\n".join([*head, blocks_text(group.diagnostics, language)])
    told = (f"  {line(diagnostic, language)}" for diagnostic in group.diagnostics)
    return "\n".join([*head, *told])
