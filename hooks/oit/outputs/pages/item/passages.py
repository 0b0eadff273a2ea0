"""The texts of an item's record and parts, cut by the evidence that they are."""

import re
from collections.abc import Collection, Iterator
from functools import partial

from markupsafe import Markup
from msgspec.structs import replace

from oit.assessment.result import ItemAssessment, UnitAssessment
from oit.contract.addresses import section_anchor
from oit.escaping import tags_and_texts
from oit.model.record import FileEvidence, SectionEvidence
from oit.outputs.pages.item.view import Passage
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.prose import with_readable_tables
from oit.outputs.pages.tables.shown import short_on_phones
from oit.records.markup import render_passages, sanitise
from oit.wording.terms import SAMPLE_TH

_TEXT = "body"
"""Ids of the passages that are no evidence: `body-1`, `body-2`."""
_SAMPLE_MARK = f'<span class="smp">{SAMPLE_TH}</span>'
_HEADING = re.compile(r'\s*<h\d id="(?P<anchor>[^"]*)"(?: data-oit-aside)?>(?P<words>[^<]*)</h\d>')
_OWN_HEADING = re.compile(r'^(\s*<h\d id="[^"]*")>')

Cuts = dict[tuple[str, str], Passage]
"""Passages by the file of their unit and the name of their section."""


def passages_of(
    item: ItemAssessment, page: str, writer: PageWriter
) -> tuple[Cuts, tuple[Passage, ...]]:
    """The passages that are evidence, and those under no evidence's heading, in reading order.

    `page` is the address beside which the item's files stand.
    """
    cuts: Cuts = {}
    others: list[Passage] = []
    wanted = _wanted(item)
    for unit in item.units:
        file = unit.unit.place.file
        for name, passage in _passages(unit, wanted.get(file, set()), page, writer):
            if name is None:
                others.append(replace(passage, id=f"{_TEXT}-{len(others) + 1}"))
            else:
                cuts[file, name] = passage
    return cuts, tuple(others)


def below(passage: Passage, heading: str) -> Passage:
    """A passage as it stands below a heading that says the same as its own.

    Its own heading is left out then, unless others stand below it; its id stays.
    """
    own = _HEADING.match(passage.html)
    rest = passage.html[own.end() :] if own else ""
    if own is None or own["words"].strip() not in heading or "<h" in rest:
        return passage
    html = Markup(rest)  # noqa: S704 -- a part of what was sanitised
    return replace(passage, html=html, anchor=own["anchor"])


def with_sample_marks(html: str) -> str:
    """Sanitised HTML with the words of the sample mark, in text and never in a tag, as the mark.

    Writing into an attribute would end it, and text of a record would become markup.
    """
    pieces = tags_and_texts(html)
    return "".join(map(_with_sample_mark, pieces)) if pieces else html


def _with_sample_mark(piece: str) -> str:
    return piece if piece.startswith("<") else piece.replace(SAMPLE_TH, _SAMPLE_MARK)


def _wanted(item: ItemAssessment) -> dict[str, set[str]]:
    """The sections that are shown as evidence, by the file of their unit."""
    wanted: dict[str, set[str]] = {}
    for shown in item.shown_evidence():
        if isinstance(shown.evidence, SectionEvidence):
            file = shown.disclosure.unit.place.file
            wanted.setdefault(file, set()).add(shown.evidence.section)
    return wanted


def _passages(
    unit: UnitAssessment, cuts: Collection[str], page: str, writer: PageWriter
) -> Iterator[tuple[str | None, Passage]]:
    """The passages of a record or part; a part's stand under the name of its division."""
    division = unit.unit.division
    disclosed = unit.unit.disclosed.evidence
    files = {entry.file for entry in disclosed if isinstance(entry, FileEvidence)}
    rendered = render_passages(
        unit.unit.document.body,
        cuts=cuts,
        anchor=lambda name: section_anchor(name, division),
        below=3 if division else 2,
        files={file: writer.href(page + file) for file in files},
    )
    owner = writer.division(division) if division else ""
    for name, html in rendered:
        if html.strip():
            readable = with_readable_tables(sanitise(html), partial(short_on_phones, writer=writer))
            clean = with_sample_marks(readable)
            yield name, _passage(name, clean, division, owner)


def _passage(name: str | None, clean: str, division: str | None, owner: str) -> Passage:
    """A passage of sanitised HTML; the heading that names a section is no part of its text."""
    if name is None:
        return Passage(html=Markup(clean), owner=owner)  # noqa: S704 -- sanitised
    marked = Markup(_OWN_HEADING.sub(r"\1 data-oit-aside>", clean))  # noqa: S704 -- the same
    return Passage(html=marked, id=section_anchor(name, division), owner=owner)
