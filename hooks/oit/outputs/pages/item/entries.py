"""What is disclosed, entry by entry: files, links, texts and stated nothings."""

from collections.abc import Iterator

import segno
from markupsafe import Markup

from oit.assessment.cells import Cell, Disclosure
from oit.contract.addresses import section_anchor
from oit.evidence.facts import FileFacts, readability_of
from oit.evidence.inspect import extension
from oit.model.record import Evidence, FileEvidence, NoneEvidence, SectionEvidence, UrlEvidence
from oit.outputs.evidence_files import has_open_csv, open_csv_path
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.dossier_cells import recorded_words
from oit.outputs.pages.item.passages import below
from oit.outputs.pages.item.source import ItemSource
from oit.outputs.pages.item.view import Entry, Passage, Picture
from oit.outputs.pages.links import office_language
from oit.outputs.pages.tables.model import Table
from oit.outputs.pages.tables.shown import short_on_phones, shown_table

_PICTURES = ("image/png", "image/jpeg")


def entry_of(disclosure: Disclosure, cell: Cell, source: ItemSource, heading: str) -> Entry:
    """An entry of a cell: with its content where it stands first, else as a link alone.

    `heading` is what stands above it, which its own heading need not say again.
    """
    evidence = disclosure.evidence
    is_shown = source.is_shown_in(cell, disclosure)
    return Entry(
        title=evidence.reason if isinstance(evidence, NoneEvidence) else "",
        links=tuple(_links(disclosure, source, is_shown)),
        notes=tuple(_notes(disclosure, cell, source)),
        table=_table(evidence, cell, source) if is_shown else None,
        pictures=tuple(_pictures(evidence, cell, source)) if is_shown else (),
        passage=_passage(disclosure, source, heading) if is_shown else None,
        is_sample=evidence.sample,
    )


def _links(disclosure: Disclosure, source: ItemSource, is_shown: bool) -> Iterator[Link]:  # noqa: FBT001 -- a value, not a switch
    evidence, writer = disclosure.evidence, source.writer
    published = writer.say("item.published", day=writer.short_day(evidence.published))
    language = office_language(writer)
    if isinstance(evidence, UrlEvidence):
        note = " · ".join((writer.say("item.external"), published))
        yield Link(
            text=evidence.title,
            href=evidence.url,
            note=note,
            is_external=True,
            is_sample=evidence.sample,
            language=language,
        )
    elif isinstance(evidence, SectionEvidence) and not is_shown:
        anchor = section_anchor(evidence.section, disclosure.unit.division)
        yield Link(text=evidence.title, href=f"#{anchor}", note=published, language=language)
    elif isinstance(evidence, FileEvidence):
        yield from _file_links(evidence, published, source, language)


def _file_links(
    evidence: FileEvidence, published: str, source: ItemSource, language: str
) -> Iterator[Link]:
    """The file, and the open CSV copy of its table where there is one."""
    writer, facts = source.writer, source.facts_of(evidence)
    is_repeated = evidence.title in source.repeated
    name = f"{evidence.title} ({evidence.file})" if is_repeated else evidence.title
    yield Link(
        text=name,
        href=writer.href(source.page + evidence.file),
        note=" · ".join((*_kind(evidence, facts, source), published)),
        is_file=True,
        is_sample=evidence.sample,
        language=language,
    )
    if facts and has_open_csv(facts):
        yield Link(
            text=writer.say("item.as-csv", title=name),
            href=writer.href(open_csv_path(source.page + evidence.file)),
            is_file=True,
            is_sample=evidence.sample,
        )


def _kind(evidence: FileEvidence, facts: FileFacts | None, source: ItemSource) -> Iterator[str]:
    """The type, size and pages of a file, and what a program can do with it."""
    writer, name = source.writer, extension(evidence.file).upper()
    if facts is None:
        yield name
        return
    yield f"{name} {writer.file_size(facts.bytes)}"
    pdf = facts.inspection.content.pdf if facts.inspection else None
    if pdf:
        yield writer.say("item.pages", count=pdf.pages)
    if grade := readability_of(facts):
        yield writer.say(f"pages.readability-{grade.value}")


def _notes(disclosure: Disclosure, cell: Cell, source: ItemSource) -> Iterator[str]:
    """Since when an entry counts, and what was replaced by it."""
    writer, evidence = source.writer, disclosure.evidence
    if isinstance(evidence, SectionEvidence | NoneEvidence):
        yield writer.say("item.published", day=writer.short_day(evidence.published))
    if disclosure in cell.later:
        yield writer.say("item.later", day=writer.short_day(source.round.as_of))
    if recorded := recorded_words(disclosure, writer):
        yield recorded
    for replaced in evidence.replaces:
        day = writer.short_day(replaced.on)
        yield writer.say("item.replaced", day=day, reason=replaced.reason)
        if replaced.published:
            yield writer.say("item.dated-before", day=writer.short_day(replaced.published))


def _table(evidence: Evidence, cell: Cell, source: ItemSource) -> Table | None:
    """The table of a file; what people came for, the newest period, stands whole on phones too."""
    facts = source.facts_of(evidence) if isinstance(evidence, FileEvidence) else None
    if facts is None or facts.table is None or not facts.table.preview:
        return None
    title = evidence.title if isinstance(evidence, FileEvidence) else ""
    writer = source.writer
    sample = writer.say("item.sample") if evidence.sample else ""
    table = shown_table(facts.table, writer, title, sample=sample)
    return table if cell.period else short_on_phones(table, writer)


def _pictures(evidence: Evidence, cell: Cell, source: ItemSource) -> Iterator[Picture]:
    """A file that is a picture, and the QR code of a real link that asks for one.

    A sample is no real link, and a QR code cannot say so to a person who scans it.
    """
    if isinstance(evidence, FileEvidence):
        facts = source.facts_of(evidence)
        if facts and facts.media_type in _PICTURES:
            address = source.writer.href(source.page + evidence.file)
            yield Picture(words=evidence.title, address=address)
    elif isinstance(evidence, UrlEvidence) and cell.requirement.qr and not evidence.sample:
        words = source.writer.say("item.code", title=evidence.title)
        yield Picture(words=words, drawing=_code(evidence.url))


def _code(address: str) -> Markup:
    # Level M restores 15 % of a damaged code: enough for a print, and small.
    code = segno.make(address, error="m")
    svg = code.svg_inline(scale=4, dark="#000", light="#fff", svgclass="oit-qr", lineclass=None)
    return Markup(svg)  # noqa: S704 -- black and white squares, drawn here


def _passage(disclosure: Disclosure, source: ItemSource, heading: str) -> Passage | None:
    evidence = disclosure.evidence
    if not isinstance(evidence, SectionEvidence):
        return None
    passage = source.cuts.get((disclosure.unit.place.file, evidence.section))
    return below(passage, heading) if passage else None
