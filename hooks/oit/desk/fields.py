"""The form of one entry: what somebody typed, and the order that it means."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import fields

from oit.catalog import beside, both
from oit.desk.cells import Options, request_of
from oit.entry.orders import Kind, Order
from oit.entry.refusals import could_not_run
from oit.entry.selection import Request
from oit.intake.shapes import Target

NEEDED: Mapping[Kind, tuple[str, ...]] = {
    Kind.FILE: ("cell",),
    Kind.LINK: ("cell", "address"),
    Kind.TEXT: ("cell", "words"),
    Kind.NONE: ("cell", "reason"),
    Kind.CONFIRM: ("unit", "post", "note"),
    Kind.REPLACE: ("published", "reason"),
}
"""The fields without which an entry of a kind cannot be made, a file apart."""
WITH_FILE = frozenset({Kind.FILE, Kind.REPLACE})


class Typed(Struct, frozen=True):
    """What somebody typed: it is shown to them again where it cannot be taken."""

    kind: str = Kind.FILE.value
    cell: str = ""
    unit: str = ""
    published: str = ""
    address: str = ""
    words: str = ""
    title: str = ""
    reason: str = ""
    post: str = ""
    note: str = ""


def typed_in(form: Mapping[str, object]) -> Typed:
    """The fields of a form that was sent; what is no field of it is left out."""
    names = (field.name for field in fields(Typed))
    sent = {name: form.get(name) for name in names}
    return Typed(**{name: text for name, text in sent.items() if isinstance(text, str)})


def begun(about: str, options: Options) -> Typed:
    """The form for something that is due, by the id of its cell, or of a unit to confirm."""
    if options.unit(about):
        return Typed(kind=Kind.CONFIRM.value, unit=about)
    return Typed(cell=about if options.cell(about) else "")


def kind_of(typed: Typed) -> Kind:
    """The kind of entry, once all that it needs is there. Raises `RefusedError`."""
    if typed.kind not in set(Kind):
        could_not_run(both("desk.refused-unreadable"))
    kind = Kind(typed.kind)
    for name in NEEDED[kind]:
        if not str(getattr(typed, name)).strip():
            could_not_run(both("desk.missing", field=beside(f"desk.field-{name}")))
    return kind


def cell_of(typed: Typed, options: Options) -> Target:
    """The cell that was chosen. Raises `RefusedError` where there is no such one any more."""
    chosen = options.cell(typed.cell)
    return chosen.target if chosen else could_not_run(both("desk.gone"))


def order_of(typed: Typed, kind: Kind, options: Options) -> Order:
    """The order of an entry without a file. Raises `RefusedError` as `cell_of`."""
    title = typed.title.strip()
    if kind is Kind.CONFIRM:
        unit = options.unit(typed.unit) or could_not_run(both("desk.gone"))
        return Order(kind, request_of(unit.target), text=typed.note.strip(), post=typed.post)
    text = {Kind.LINK: typed.address, Kind.TEXT: typed.words, Kind.NONE: typed.reason}[kind]
    return Order(kind, request_of(cell_of(typed, options)), text=text.strip(), title=title)


def replacement(typed: Typed, options: Options) -> Order:
    """The order of a corrected file. Raises `RefusedError` where the old one is not there."""
    old = options.file(typed.published) or could_not_run(both("desk.gone"))
    request = Request(old.item, year=old.year)
    return Order(Kind.REPLACE, request, text=typed.reason.strip(), old_file=old.name)
