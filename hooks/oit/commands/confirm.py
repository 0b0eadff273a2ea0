"""`oit confirm`: records a review: the data was looked at, is still right, and did not change."""

from pathlib import Path

import click

from oit.catalog import Language, beside, both, say
from oit.commands.alone import working_alone
from oit.commands.documented import documented
from oit.commands.exits import could_not_run, reports_errors
from oit.commands.options import item_argument, root_option
from oit.commands.words import where_options
from oit.editing.choices import RECORD
from oit.editing.record_edit import with_review
from oit.entry.prompts import NOTE, POST, ask_text
from oit.entry.selection import Request, SelectedItem, Session, open_session
from oit.entry.transaction import (
    Draft,
    assess_draft,
    assessed_unit,
    read_disclosed,
    write_draft,
)
from oit.model.record import Review
from oit.records.site import Unit


@documented()
@item_argument
@where_options
@click.option("--by", "post", help=beside("confirm.by"))
@click.option("--note", help=beside("confirm.note"))
@root_option
@reports_errors
def confirm(
    root: Path,
    item: str | None,
    division: str | None,
    year: int | None,
    post: str | None,
    note: str | None,
) -> None:
    """Record that an item was looked at and has not changed."""
    request = Request(item, division=division, year=year)
    with open_session(root, working_alone(root)) as session:
        selected = session.select_item(request)
        unit = session.select_unit(selected, request, default=None)
        _confirm(session, selected, unit, post, note)


def _confirm(
    session: Session, selected: SelectedItem, unit: Unit, post: str | None, note: str | None
) -> None:
    disclosed = read_disclosed(session, unit)
    last = assessed_unit(session.before, selected, unit).confirmation.last
    if last is None:
        could_not_run(both("confirm.nothing-published", item=selected.id))
    review = Review(date=session.today, by=ask_text(post, POST), note=ask_text(note, NOTE))
    draft = Draft(unit, with_review(disclosed, review), {})
    after = assess_draft(session, selected, draft)
    if assessed_unit(after, selected, unit).confirmation.last == last:
        could_not_run(both("confirm.no-change", last=last))
    write_draft(session, selected, draft, after, _confirmed(session, selected, unit, review))


def _confirmed(session: Session, selected: SelectedItem, unit: Unit, review: Review) -> str:
    item, post, thai = selected.id, review.by, Language.TH
    if unit.division is None:
        return say("confirm.record", thai, item=item, record=RECORD, post=post)
    division = session.vocabulary.division(unit.division, thai)
    return say("confirm.part", thai, item=item, division=division, post=post)
