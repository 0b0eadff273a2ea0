"""The page of an item, with the text of its record and parts."""

import re
from datetime import date
from functools import partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from oit.assessment.published_ledger import published_ledger
from oit.assessment.result import (
    Assessment,
    ItemAssessment,
    RoundAssessment,
    RoundState,
    UnitAssessment,
)
from oit.catalog import Language
from oit.contract.addresses import (
    admin_entry_path,
    admin_field_path,
    item_json_path,
    item_path,
    section_anchor,
)
from oit.findings import Finding
from oit.model.record import FileEvidence, Review
from oit.outputs.evidence_files import forms_of
from oit.outputs.form.backend import can_sign_in
from oit.outputs.page import Page, location_of, root_of, round_crumb
from oit.outputs.pages.dossier import dossier_of
from oit.outputs.pages.ita_page import discloses_results, results_path
from oit.outputs.pages.measures_page import measures_proven_by
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.structured_data import structured_data
from oit.outputs.pages.tables.prose import with_readable_tables
from oit.outputs.publication import Publication
from oit.outputs.round_charts import statistic_chart
from oit.records.markup import render, sanitise
from oit.reporting.statistics import statistics_of
from oit.wording.terms import SAMPLE_TH

_SAMPLE_MARK = f'<strong class="oit-sample">{SAMPLE_TH}</strong>'
_TAG_OR_TEXT = re.compile(r'<[^"<>]*(?:"[^"]*"[^"<>]*)*>|[^<]+')
"""In sanitised HTML every attribute stands in double quotes and has none within."""


def item_page(
    item: ItemAssessment,
    round_: RoundAssessment,
    publication: Publication,
    environment: Environment,
) -> Page:
    """What an item discloses, how current it is, and its text."""
    mandated = item.mandated
    path = item_path(round_.fiscal_year, mandated)
    json_path = item_json_path(round_.fiscal_year, item.id)
    changed = _last_change(item, round_)
    context = {
        **location_of(path, round_crumb(round_.fiscal_year)),
        "item_path": path,
        "json_path": json_path,
        **_confirmations(item, changed),
        **_contents(item, round_),
        "edit_address": _edit_address(item, round_, publication),
        "field_address": partial(_field_address, item, round_, publication),
        "years": _other_years(item, round_, publication.assessment),
        **_neighbours(item, round_),
        "dossier": dossier_of(
            item, round_, PageWriter(publication, Language.TH, path), publication
        ),
    }
    template = environment.get_template("item.html")
    return Page(
        path=path,
        title=f"{item.id} {mandated.title_th}",
        description=mandated.about_th,
        html=template.render(item=item, round=round_, page=context),
        as_of=round_.as_of,
        changed=changed,
        data_path=json_path,
        keywords=mandated.keywords_th,
        structured_data=structured_data(item, round_, publication, changed),
        style="has-sample" if item.has_sample else "",
    )


def with_sample_marks(html: str) -> str:
    """Sanitised HTML with the words of the sample mark, in text and never in a tag, as the mark.

    Writing into an attribute would end it, and text of a record would become markup.
    """
    return _TAG_OR_TEXT.sub(_with_sample_mark, html)


def _with_sample_mark(match: re.Match[str]) -> str:
    part = match.group()
    return part if part.startswith("<") else part.replace(SAMPLE_TH, _SAMPLE_MARK)


def _confirmations(item: ItemAssessment, changed: date | None) -> dict[str, Any]:
    return {
        "last_review": _last_review(item),
        "unchanged_since": _unchanged_since(item, changed),
        "parts": _parts(item),
    }


def _contents(item: ItemAssessment, round_: RoundAssessment) -> dict[str, Any]:
    """Files, texts, and what is made from them."""
    mandated = item.mandated
    return {
        "facts": item.bundle.facts if item.bundle else {},
        "replaced": [
            entry
            for entry in published_ledger(round_.contents, round_.recordings, round_.as_of)
            if entry.item == item.id and not entry.is_live
        ],
        "measures": measures_proven_by(mandated.topic, round_.measures),
        "forms": forms_of(mandated),
        "statistics": [
            (statistic, Markup(statistic_chart(statistic)))  # noqa: S704 -- drawn here
            for statistic in statistics_of(item)
        ],
        "ita_path": results_path(round_) if discloses_results(mandated) else None,
        "texts": [_text(unit) for unit in item.units if unit.unit.document.body.strip()],
    }


def _last_review(item: ItemAssessment) -> Review | None:
    """The review that last confirmed the oldest unit; `None` where it was updated since."""
    oldest = item.oldest_unit
    if oldest is None:
        return None
    reviews = oldest.unit.disclosed.reviews
    return next((review for review in reviews if review.on == oldest.confirmation.last), None)


def _last_change(item: ItemAssessment, round_: RoundAssessment) -> date | None:
    """The last day of an update or of published evidence, up to the assessed date."""
    changes = [
        day
        for unit in item.units
        for day in (
            unit.confirmation.updated,
            *(evidence.published for evidence in unit.unit.disclosed.evidence),
        )
        if day and day <= round_.as_of
    ]
    return max(changes, default=None)


def _unchanged_since(item: ItemAssessment, changed: date | None) -> date | None:
    """The day of the last change, where the item was confirmed after it; else `None`."""
    confirmed = [unit.confirmation.last for unit in item.units if unit.confirmation.last]
    return changed if changed and changed < max(confirmed, default=changed) else None


def _parts(item: ItemAssessment) -> list[UnitAssessment]:
    """The units of an item that has parts, by the order of its owners; empty where it has none.

    A record that owes no cell itself only introduces the parts, and is left out.
    """
    if not any(unit.is_part for unit in item.units):
        return []
    units = (unit for unit in item.units if unit.is_part or unit.cells)
    return sorted(units, key=lambda unit: item.mandated.owners.index(unit.division))


def _edit_address(
    item: ItemAssessment, round_: RoundAssessment, publication: Publication
) -> str | None:
    """Where staff edit the item's record: in the form where it works, else on the forge.

    `None` without a repository or a readable record.
    """
    repository = publication.policy.repository
    record = next((unit.unit.place.file for unit in item.units if not unit.is_part), None)
    if repository is None or record is None:
        return None
    if _has_form(round_, publication):
        path = item_path(round_.fiscal_year, item.mandated)
        return f"{root_of(path)}{admin_entry_path(round_.fiscal_year, item.mandated)}"
    return repository.edit_address(record)


def _field_address(
    item: ItemAssessment, round_: RoundAssessment, publication: Publication, finding: Finding
) -> str | None:
    """The form, open at the field that a finding is about; `None` where it cannot be entered."""
    unit = next((unit for unit in item.units if unit.unit.place.file == finding.file), None)
    if unit is None or not _has_form(round_, publication):
        return None
    division = unit.division if unit.is_part else None
    entry = admin_entry_path(round_.fiscal_year, item.mandated, division)
    root = root_of(item_path(round_.fiscal_year, item.mandated))
    return f"{root}{admin_field_path(entry, finding.field)}"


def _has_form(round_: RoundAssessment, publication: Publication) -> bool:
    """Whether the form of the office's repository takes entries of a round."""
    repository = publication.policy.repository
    return repository is not None and round_.state is RoundState.OPEN and can_sign_in(repository)


def _other_years(
    item: ItemAssessment, round_: RoundAssessment, assessment: Assessment
) -> list[dict[str, Any]]:
    """The items of the same topic in other rounds, newest first: numbers change, topics stay."""
    return [
        {
            "fiscal_year": other_round.fiscal_year,
            "item": same.mandated,
            "path": item_path(other_round.fiscal_year, same.mandated),
        }
        for other_round in reversed(assessment.rounds)
        if other_round is not round_
        for same in other_round.items
        if same.mandated.topic == item.mandated.topic
    ]


def _text(unit: UnitAssessment) -> dict[str, Any]:
    """The Markdown of a record or part as safe HTML, its headings below those of the page."""
    division = unit.unit.division
    files = {
        evidence.file: evidence.file
        for evidence in unit.unit.disclosed.evidence
        if isinstance(evidence, FileEvidence)
    }
    html = render(
        unit.unit.document.body,
        anchor=lambda name: section_anchor(name, division),
        below=3 if division else 2,  # a part stands under an h3 with its division's name
        files=files,
    )
    shown = with_sample_marks(with_readable_tables(sanitise(html)))
    return {"division": division, "html": Markup(shown)}  # noqa: S704 -- sanitised


def _neighbours(item: ItemAssessment, round_: RoundAssessment) -> dict[str, Any]:
    """The items before and after, `None` at the ends."""
    items = list(round_.items)
    index = items.index(item)
    neighbours = {
        "previous": items[index - 1] if index else None,
        "next": items[index + 1] if index + 1 < len(items) else None,
    }
    return {
        name: neighbour
        and {
            "item": neighbour.mandated,
            "path": item_path(round_.fiscal_year, neighbour.mandated),
        }
        for name, neighbour in neighbours.items()
    }
