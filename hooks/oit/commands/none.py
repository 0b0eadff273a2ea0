"""`oit none`: states that there was nothing to disclose, and why."""

from pathlib import Path

import click

from oit.catalog import Language, both, say
from oit.commands.alone import working_alone
from oit.commands.documented import documented
from oit.commands.exits import could_not_run, reports_errors
from oit.commands.options import (
    for_option,
    item_argument,
    period_option,
    root_option,
)
from oit.commands.words import where_options
from oit.editing.record_edit import evidence_for, title_of, with_evidence
from oit.entry.prompts import REASON, ask_text
from oit.entry.selection import Request, SelectedCell, SelectedItem, Session, open_session
from oit.entry.transaction import Draft, read_disclosed, write_if_sound
from oit.model.record import NoneEvidence, Part, Record


@documented("none")
@item_argument
@click.argument("reason", required=False)
@period_option
@for_option
@where_options
@root_option
@reports_errors
def none(
    root: Path,
    item: str | None,
    reason: str | None,
    period: str | None,
    requirement: str | None,
    division: str | None,
    year: int | None,
) -> None:
    """State that there was nothing to disclose, asking for what the arguments leave out."""
    request = Request(item, period, requirement, division, year)
    with open_session(root, working_alone(root)) as session:
        _add_none(session, request, reason)


def _add_none(session: Session, request: Request, reason: str | None) -> None:
    selected = session.select_item(request)
    _require_may_be_none(selected)
    cell = session.select_cell(selected, request, lambda requirement: requirement.may_be_none)
    disclosed = read_disclosed(session, cell.unit)
    _require_no_evidence(disclosed, cell)
    evidence = NoneEvidence.model_validate(
        {
            "kind": "none",
            **cell.fields,
            "reason": ask_text(reason, REASON),
            "published": session.today,
        }
    )
    draft = Draft(cell.unit, with_evidence(disclosed, evidence, session.today), {})
    title = title_of(cell.requirement, cell.period)
    what = say("none.added", Language.TH, item=selected.id, title=title)
    write_if_sound(session, selected, draft, what)


def _require_may_be_none(selected: SelectedItem) -> None:
    if not any(requirement.may_be_none for requirement in selected.mandated.requirements):
        could_not_run(both("none.never", item=selected.id))


def _require_no_evidence(disclosed: Record | Part, cell: SelectedCell) -> None:
    if entries := evidence_for(disclosed, cell.requirement, cell.period):
        titles = "\n".join(f"  - {entry.title}" for entry in entries)
        title = title_of(cell.requirement, cell.period)
        could_not_run(both("none.has-evidence", title=title, evidence=titles))
