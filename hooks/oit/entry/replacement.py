"""A corrected file in the place of a published one, with a word on why in each entry about it."""

from oit.catalog import Language, both, say
from oit.editing.choices import file_choices
from oit.editing.record_edit import names_file, updated_on, with_replaced
from oit.entry.arrival import inspected
from oit.entry.drafts import Draft, read_disclosed
from oit.entry.orders import Order
from oit.entry.prompts import NEW_FILE, OLD_FILE, WHY, choose, text_of
from oit.entry.refusals import could_not_run
from oit.entry.selection import SelectedItem, Session
from oit.entry.sources import Source, source_of
from oit.evidence.facts import FileFacts
from oit.evidence.inspect import extension
from oit.model.record import Part, Record, Replaced
from oit.records.site import Unit


def replace_draft(session: Session, order: Order) -> Draft:
    """The new bytes under the old name, and the reason in every record that names the file.

    Raises `RefusedError` where the file is of another type, or the same as before.
    """
    selected = session.select_item(order.request)
    choices = file_choices(selected.bundle)
    name = choose(session.ask, order.old_file or None, choices, OLD_FILE).id
    source = source_of(session, selected, order, NEW_FILE)
    old = selected.bundle.facts[name]
    facts = _other_content(session, name, source, old)
    reason = text_of(session.ask, order.text, WHY)
    replaced = Replaced(reason=reason, sha256=old.sha256, date=session.today)
    session.tell(f"{source.name} → {selected.bundle.folder}/{name}")
    units, told = _told(session, selected, name, replaced)
    changed = {
        path: record if facts.content == old.content else updated_on(record, session.today)
        for path, record in told.items()
    }
    values = {"item": selected.id, "file": name, "reason": reason}
    what = say("replace.replaced", Language.TH, **values)
    first = changed.pop(units[0].place.file)
    return Draft(selected, units[0], first, what, {name: source.data}, changed)


def _other_content(session: Session, name: str, source: Source, old: FileFacts) -> FileFacts:
    """Another type would need another name, and the same bytes would need no reason."""
    if extension(source.name) != extension(name):
        kind = extension(name)
        could_not_run(both("replace.other-type", new=source.name, file=name, extension=kind))
    facts = inspected(session, source.name, source.data, ())
    if facts.sha256 == old.sha256:
        could_not_run(both("replace.same-bytes", new=source.name))
    return facts


def _told(
    session: Session, selected: SelectedItem, name: str, replaced: Replaced
) -> tuple[list[Unit], dict[str, Record | Part]]:
    """All records and parts that name the file, each with its word."""
    units: list[Unit] = []
    told: dict[str, Record | Part] = {}
    for unit in selected.bundle.units:
        disclosed = read_disclosed(session, unit) if name in unit.named_files else unit.disclosed
        if names_file(disclosed, name):
            units.append(unit)
            told[unit.place.file] = with_replaced(disclosed, name, replaced)
    return units, told
