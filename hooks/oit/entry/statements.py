"""What a post states of an item: that there was nothing to disclose, or that it is still right."""

from collections.abc import Mapping
from datetime import date

from oit.assessment.result import Assessment
from oit.catalog import Language, both, say
from oit.editing.choices import RECORD
from oit.editing.preview import item_of
from oit.editing.record_edit import evidence_for, title_of, with_evidence, with_review
from oit.entry.drafts import Draft, read_disclosed
from oit.entry.orders import Order
from oit.entry.prompts import NOTE, REASON, post_of, text_of
from oit.entry.refusals import could_not_run
from oit.entry.selection import SelectedCell, SelectedItem, Session
from oit.model.record import NoneEvidence, Part, Record, Review
from oit.records.site import Unit

# Nothing to disclose


def none_draft(session: Session, order: Order) -> Draft:
    """A stated nothing, and why. Raises `RefusedError` where there is evidence, or has to be."""
    selected = session.select_item(order.request)
    _require_may_be_none(selected)
    cell = session.select_cell(selected, order.request, lambda owed: owed.may_be_none)
    disclosed = read_disclosed(session, cell.unit)
    _require_no_evidence(disclosed, cell)
    reason = text_of(session.ask, order.text, REASON)
    fields: Mapping[str, object] = {**cell.fields, "reason": reason, "published": session.today}
    evidence = NoneEvidence.model_validate({"kind": "none", **fields})
    title = title_of(cell.requirement, cell.period)
    what = say("none.added", Language.TH, item=selected.id, title=title)
    return Draft(selected, cell.unit, with_evidence(disclosed, evidence, session.today), what)


def _require_may_be_none(selected: SelectedItem) -> None:
    if not any(requirement.may_be_none for requirement in selected.mandated.requirements):
        could_not_run(both("none.never", item=selected.id))


def _require_no_evidence(disclosed: Record | Part, cell: SelectedCell) -> None:
    if entries := evidence_for(disclosed, cell.requirement, cell.period):
        titles = "\n".join(f"  - {entry.title}" for entry in entries)
        title = title_of(cell.requirement, cell.period)
        could_not_run(both("none.has-evidence", title=title, evidence=titles))


# Still right


def confirm_draft(session: Session, order: Order) -> Draft:
    """A review by a post. Raises `RefusedError` where nothing was published, or a person signs."""
    selected = session.select_item(order.request)
    unit = session.select_unit(selected, order.request, default=None)
    disclosed = read_disclosed(session, unit)
    if _last_confirmed(session.before, selected, unit) is None:
        could_not_run(both("confirm.nothing-published", item=selected.id))
    post, note = post_of(session.ask, order.post), text_of(session.ask, order.text, NOTE)
    review = Review(date=session.today, by=post, note=note)
    what = _what(session, selected, unit, review)
    return Draft(selected, unit, with_review(disclosed, review), what)


def require_confirmed(session: Session, draft: Draft, after: Assessment) -> None:
    """Refuses a review that confirms no later day than is confirmed already."""
    last = _last_confirmed(session.before, draft.selected, draft.unit)
    if last and _last_confirmed(after, draft.selected, draft.unit) == last:
        could_not_run(both("confirm.no-change", last=last))


def _last_confirmed(assessment: Assessment, selected: SelectedItem, unit: Unit) -> date | None:
    units = item_of(assessment, selected.round.fiscal_year, selected.id).units
    own = next(assessed for assessed in units if assessed.unit.place.file == unit.place.file)
    return own.confirmation.last


def _what(session: Session, selected: SelectedItem, unit: Unit, review: Review) -> str:
    item, post, thai = selected.id, review.by, Language.TH
    if unit.division is None:
        return say("confirm.record", thai, item=item, record=RECORD, post=post)
    division = session.vocabulary.division(unit.division, thai)
    return say("confirm.part", thai, item=item, division=division, post=post)
