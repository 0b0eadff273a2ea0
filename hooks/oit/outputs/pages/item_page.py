"""The page of one item."""

import re
from datetime import date
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from oit.assessment.result import (
    Assessment,
    ItemAssessment,
    RoundAssessment,
    RoundState,
    UnitAssessment,
)
from oit.contract.addresses import (
    admin_entry_path,
    ita_path,
    item_json_path,
    item_path,
    section_anchor,
)
from oit.model.record import FileEvidence, Review
from oit.outputs.charts import statistic_chart
from oit.outputs.evidence_files import forms_of
from oit.outputs.form.backend import can_sign_in
from oit.outputs.page import Page, position, root_of, round_crumb
from oit.outputs.pages.measures_page import measures_proven_by
from oit.outputs.pages.structured_data import structured_data
from oit.outputs.publication import Publication
from oit.records.markup import render, sanitise
from oit.reporting.previous_results import ITA_SCHEMA_PREFIX, ita_results_of
from oit.reporting.statistics import statistics_of
from oit.wording.terms import SAMPLE_TH


def item_page(
    one: ItemAssessment, round_: RoundAssessment, publication: Publication, environment: Environment
) -> Page:
    """What an item discloses, how current it is, and its text."""
    path = item_path(round_.fiscal_year, one.mandated)
    item = one.mandated
    context = {
        **position(path, round_crumb(round_.fiscal_year)),
        "item_path": path,
        "json_path": item_json_path(round_.fiscal_year, item.item),
        "facts": one.bundle.facts if one.bundle else {},
        "last_review": _last_review(one),
        "unchanged_since": _unchanged_since(one, round_),
        "replaced": [
            entry
            for entry in round_.contents.ledger
            if entry.item == item.item and not entry.is_live
        ],
        "measures": measures_proven_by(item.topic, round_.measures),
        "forms": forms_of(item),
        "statistics": [
            (statistic, Markup(statistic_chart(statistic)))  # noqa: S704 -- drawn here
            for statistic in statistics_of(one)
        ],
        "ita_path": _ita_path(one, round_),
        "edit_address": _edit_address(one, round_, publication),
        "years": _other_years(one, round_, publication.assessment),
        "parts": _shares(one),
        "texts": [_text(unit) for unit in one.units if unit.unit.document.body.strip()],
        **_around(one, round_),
    }
    template = environment.get_template("item.html")
    changed = _last_change(one, round_)
    return Page(
        path=path,
        title=f"{item.item} {item.title_th}",
        description=item.about_th,
        html=template.render(one=one, round=round_, page=context),
        as_of=round_.as_of,
        changed=changed,
        data_path=item_json_path(round_.fiscal_year, item.item),
        keywords=item.keywords_th,
        structured_data=structured_data(one, round_, publication, changed),
    )


def _last_review(one: ItemAssessment) -> Review | None:
    """The review by which the oldest unit was last confirmed; `None` where it was updated since."""
    oldest = one.oldest_unit
    reviews = oldest.unit.disclosed.reviews if oldest else ()
    return next((one for one in reviews if oldest and one.on == oldest.confirmation.last), None)


def _last_change(one: ItemAssessment, round_: RoundAssessment) -> date | None:
    """The day on which something of the item was last updated or published."""
    changes = [
        day
        for unit in one.units
        for day in (
            unit.confirmation.updated,
            *(evidence.published for evidence in unit.unit.disclosed.evidence),
        )
        if day and day <= round_.as_of
    ]
    return max(changes, default=None)


def _unchanged_since(one: ItemAssessment, round_: RoundAssessment) -> date | None:
    """The day of the last change, where the item was confirmed later than that."""
    last = _last_change(one, round_)
    confirmed = [unit.confirmation.last for unit in one.units if unit.confirmation.last]
    return last if last and last < max(confirmed, default=last) else None


def _ita_path(one: ItemAssessment, round_: RoundAssessment) -> str | None:
    """The page of an earlier year's results, where the item discloses their tables."""
    previous = round_.policy.previous_results
    tables = (name for requirement in one.mandated.requirements for name in requirement.tables)
    if previous is None or not any(name.startswith(ITA_SCHEMA_PREFIX) for name in tables):
        return None
    return ita_path(round_.fiscal_year, previous.fiscal_year) if ita_results_of(round_) else None


def _edit_address(
    one: ItemAssessment, round_: RoundAssessment, publication: Publication
) -> str | None:
    """Where the item's record is edited, if the site may lead there: by the form where it opens."""
    repository = publication.policy.repository
    record = next((unit.unit.place.file for unit in one.units if not unit.is_part), None)
    if repository is None or record is None:
        return None
    if round_.state is RoundState.OPEN and can_sign_in(repository):
        path = item_path(round_.fiscal_year, one.mandated)
        return f"{root_of(path)}{admin_entry_path(round_.fiscal_year, one.mandated)}"
    return repository.edit_address(record)


def _other_years(
    one: ItemAssessment, round_: RoundAssessment, assessment: Assessment
) -> list[dict[str, Any]]:
    """The items of the same topic in other rounds, newest first: numbers change, topics stay."""
    return [
        {
            "fiscal_year": other.fiscal_year,
            "item": same.mandated,
            "path": item_path(other.fiscal_year, same.mandated),
        }
        for other in reversed(assessment.rounds)
        if other is not round_
        for same in other.items
        if same.mandated.topic == one.mandated.topic
    ]


def _text(unit: UnitAssessment) -> dict[str, Any]:
    division = unit.unit.division
    files = {
        evidence.file: evidence.file
        for evidence in unit.unit.disclosed.evidence
        if isinstance(evidence, FileEvidence)
    }
    html = render(
        unit.unit.document.body,
        anchor=lambda name: section_anchor(name, division),
        below=3 if division else 2,
        files=files,
    )
    return {"division": division, "html": Markup(with_sample_marks(sanitise(html)))}  # noqa: S704 -- sanitised


def _around(one: ItemAssessment, round_: RoundAssessment) -> dict[str, Any]:
    """The items before and after, `None` at the ends."""
    listed = list(round_.items)
    index = listed.index(one)
    neighbours = {
        "previous": listed[index - 1] if index else None,
        "next": listed[index + 1] if index + 1 < len(listed) else None,
    }
    return {
        name: {"item": other.mandated, "path": item_path(round_.fiscal_year, other.mandated)}
        if other
        else None
        for name, other in neighbours.items()
    }


def _shares(one: ItemAssessment) -> list[UnitAssessment]:
    """What each division keeps of an item that has parts, in the order of the owners."""
    if not any(unit.is_part for unit in one.units):
        return []
    shares = (unit for unit in one.units if unit.is_part or unit.cells)
    return sorted(shares, key=lambda unit: one.mandated.owners.index(unit.division))


_MARK = f'<strong class="oit-sample">{SAMPLE_TH}</strong>'

_TAG_OR_TEXT = re.compile(r'<[^"<>]*(?:"[^"]*"[^"<>]*)*>|[^<]+')
"""In sanitised HTML every attribute stands in double quotes and has none within."""


def with_sample_marks(html: str) -> str:
    """Sanitised HTML in whose text, never in a tag, the words of the mark are the mark."""
    return _TAG_OR_TEXT.sub(_marked, html)


def _marked(part: re.Match[str]) -> str:
    found = part.group()
    return found if found.startswith("<") else found.replace(SAMPLE_TH, _MARK)
