"""`oit withdraw`: takes a file, a section or an address off the site, and says so publicly."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import click
from msgspec import Struct

from oit.assessment.assess import assess
from oit.assessment.result import Assessment
from oit.catalog import Language, beside, say
from oit.commands.documented import documented
from oit.commands.entering import session_in
from oit.commands.exits import reports_errors
from oit.commands.options import item_argument, root_option
from oit.commands.sites import require_readable
from oit.commands.words import where_options
from oit.editing.choices import Choice
from oit.editing.earlier_versions import KIND as EARLIER
from oit.editing.earlier_versions import earlier_versions, earlier_withdrawals
from oit.editing.ledger import ledger_json
from oit.editing.preview import item_of, item_summary, new_faults, round_of
from oit.editing.withdrawal import (
    Decision,
    Named,
    ledger_without,
    with_withdrawals,
    withdrawable,
    withdrawals_of,
    without,
)
from oit.editing.yaml_text import policy_yaml
from oit.entry.drafts import read_disclosed
from oit.entry.prompts import Prompt, choose, post_of, text_of
from oit.entry.selection import Request, SelectedItem, Session
from oit.model.withdrawals import Why, Withdrawal
from oit.records.load import load_site
from oit.records.site import Site
from oit.system.git_objects import blob_id
from oit.system.writing import staged_site, write_changes
from oit.wording.gate_text import findings_text
from oit.wording.render.text import report_text
from oit.wording.terms import WHY_TH
from oit.wording.withdrawal_text import receipt, steps_after

_ENTRY = Prompt("withdrawn", "ENTRY")
_WHY = Prompt("kind-of-reason", "--why")
_REASON = Prompt("public-reason", "--reason")
_REASONS = [Choice(why, WHY_TH[why]) for why in Why]


class _Change(Struct, frozen=True):
    """What a withdrawal writes and removes, by path from the root."""

    written: Mapping[str, bytes]
    removed: tuple[str, ...]
    blobs: tuple[str, ...]
    """What was removed, by its id in the history."""


@documented()
@item_argument
@click.argument("entry", required=False)
@click.option("--why", help=beside("withdraw.why"))
@click.option("--reason", help=beside("withdraw.reason"))
@click.option("--by", "post", help=beside("withdraw.by"))
@where_options
@root_option
@reports_errors
def withdraw(
    root: Path,
    item: str | None,
    entry: str | None,
    why: str | None,
    reason: str | None,
    post: str | None,
    division: str | None,
    year: int | None,
) -> None:
    """Take evidence off the site, asking for what the arguments leave out."""
    with session_in(root) as session:
        require_readable(session.before.site, "/withdrawn.yml", "/ledger.json")
        selected = session.select_item(Request(item, division=division, year=year))
        named = _select_named(session, selected, entry)
        decision = Decision(
            day=session.today,
            why=Why(choose(session.ask, why, _REASONS, _WHY).id),
            reason=text_of(session.ask, reason, _REASON),
            by=post_of(session.ask, post),
        )
        change = _change(session, selected, named, decision)
        after = _assessed_with(session, selected, change)
        write_changes(session.root, change.written, change.removed)
        _tell(session, selected, named, change, after)
        same = _places_of(session.before.site, named.sha256)
        click.echo(steps_after(decision.why, change.blobs, sorted({*same} - {*change.removed})))


def _select_named(session: Session, selected: SelectedItem, entry: str | None) -> Named:
    """What stands on the site, or an earlier version of a file that the site keeps."""
    known = withdrawable(selected.bundle) | earlier_versions(selected.round, selected.id)
    choices = [Choice(name, title) for name, (_, title) in known.items()]
    return known[choose(session.ask, entry, choices, _ENTRY).id][0]


def _change(session: Session, selected: SelectedItem, named: Named, decision: Decision) -> _Change:
    """All units of the item without it, the withdrawal, and the ledger with its version closed."""
    round_, bundle, written = selected.round, selected.bundle, {}
    recordings = round_of(session.before, round_.fiscal_year).recordings
    new: list[Withdrawal] = []
    for unit in bundle.units:
        data = (session.root / unit.place.file).read_bytes()
        if (changed := without(data, read_disclosed(session, unit), named)) != data:
            written[unit.place.file] = changed
        counted = partial(recordings.witnessed_day, unit=unit, bundle=bundle)
        new += withdrawals_of(unit, named, decision, counted, round_.withdrawals)
    if named.kind == EARLIER:
        new += earlier_withdrawals(selected.id, named, decision, recordings, round_.withdrawals)
    file = with_withdrawals(round_.withdrawals, new)
    written[f"{round_.folder}/withdrawn.yml"] = policy_yaml(file).encode()
    ledger = ledger_without(round_.ledger, selected.id, named, decision.reason)
    if ledger != round_.ledger:
        written[f"{round_.folder}/ledger.json"] = ledger_json(ledger).encode()
    removed = (f"{bundle.folder}/{named.name}",) if named.kind == "file" else ()
    blobs = tuple(blob_id((session.root / name).read_bytes()) for name in removed)
    if named.kind == EARLIER and round_.witness:
        blobs = (round_.witness.stored[named.sha256].blob,)
    return _Change(written, removed, blobs)


def _assessed_with(session: Session, selected: SelectedItem, change: _Change) -> Assessment:
    """The item's round after the change, judged beside the site."""
    with staged_site(session.root, selected.bundle.folder, change.written) as stage:
        for name in change.removed:
            (stage / name).unlink()
        site = load_site(stage, session.root, session.inspect, session.memory)
        return assess(session.witnessed(site), session.environment.today)


def _tell(
    session: Session, selected: SelectedItem, named: Named, change: _Change, after: Assessment
) -> None:
    """Print what was written and removed, and what the item owes now."""
    what = say("withdraw.what", Language.TH, item=selected.id, name=named.name)
    click.echo(f"{beside('withdraw.withdrawn')}: {what}")
    click.echo(report_text(receipt(change.written, change.removed), Language.TH))
    before, year = session.before, selected.round.fiscal_year
    item = item_of(after, year, selected.id)
    if faults := new_faults(item_of(before, year, selected.id), item):
        click.echo(findings_text(faults, session.vocabulary, session.environment.language))
    click.echo(item_summary(round_of(after, year), item, session.today, session.vocabulary))


def _places_of(site: Site, digest: str) -> Iterator[str]:
    """The files of any item and round that have the same bytes."""
    for round_ in site.rounds:
        for bundle in round_.bundles.values():
            for name, facts in bundle.facts.items():
                if facts.sha256 == digest:
                    yield f"{bundle.folder}/{name}"
