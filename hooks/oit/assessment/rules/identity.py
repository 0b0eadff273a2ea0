"""Every item has its record, every division that owes one its part, each the right one."""

from collections.abc import Iterator

from oit.findings import Finding, Place
from oit.model.mandate import MandateItem
from oit.model.record import Part, Record
from oit.records.site import Bundle, Round, Site, Unit


def bundle_folder(round_: Round, item: MandateItem) -> str:
    """Where the item's bundle belongs: `oit_items/2568/O01`."""
    return f"{round_.folder}/O{item.number:02d}"


def check_presence(round_: Round) -> Iterator[Finding]:
    """Records, parts and bundles that are absent, and bundles nobody asked for."""
    for item in round_.mandate.items:
        bundle = round_.bundles.get(item.item)
        place = Place(bundle_folder(round_, item), fiscal_year=round_.fiscal_year, item=item.item)
        if bundle is None:
            yield place.finding("bundle-absent", found=place.file.rpartition("/")[2])
        elif "record.md" not in bundle.present:
            yield _absent(place, "record-absent", "record.md")
        if bundle and item.by_division:
            yield from _absent_parts(item, bundle, place)
    for name, bundle in round_.bundles.items():
        if round_.mandated(name) is None:
            place = Place(bundle.folder, fiscal_year=round_.fiscal_year, item=name)
            yield place.finding("item-unmandated", found=name)


def _absent(place: Place, rule: str, name: str, division: str | None = None) -> Finding:
    at = Place(f"{place.file}/{name}", place.kind, place.fiscal_year, place.item, division)
    return at.finding(rule, found=name)


def _absent_parts(item: MandateItem, bundle: Bundle, place: Place) -> Iterator[Finding]:
    for division in item.owners:
        name = f"{division}.md"
        if name not in bundle.present:
            yield _absent(place, "part-absent", name, division)


def check_unit(unit: Unit, item: MandateItem, site: Site) -> Iterator[Finding]:
    """A record or part names its own item and an owner of it."""
    disclosed = unit.disclosed
    if disclosed.item != item.item:
        yield _finding(unit, "item-mismatch", "item", found=disclosed.item, expected=item.item)
    if isinstance(disclosed, Record):
        yield from _check_owner(unit, disclosed, item, site)
    else:
        yield from _check_division(unit, disclosed, item, site)


def _check_owner(unit: Unit, record: Record, item: MandateItem, site: Site) -> Iterator[Finding]:
    known = sorted(site.division_ids())
    if known and record.owner not in known:
        if "owner" not in unit.left_out:
            yield _finding(unit, "owner-unknown", "owner", found=record.owner, allowed=known)
    elif record.owner not in item.owners:
        allowed = list(item.owners)
        yield _finding(unit, "owner-foreign", "owner", found=record.owner, allowed=allowed)
    elif record.owner != item.lead:
        yield _finding(unit, "owner-not-lead", "owner", found=record.owner, expected=item.lead)


def _check_division(unit: Unit, part: Part, item: MandateItem, site: Site) -> Iterator[Finding]:
    stem = unit.division or ""
    if part.division != stem:
        yield _finding(unit, "division-mismatch", "division", found=part.division, expected=stem)
    known = sorted(site.division_ids())
    if known and stem not in known:
        yield _finding(unit, "part-unknown", "division", found=stem, allowed=known)
    elif stem not in item.owners:
        allowed = list(item.owners)
        yield _finding(unit, "owner-foreign", "division", found=stem, allowed=allowed)


def _finding(unit: Unit, rule: str, field: str, **params: object) -> Finding:
    return unit.place.finding(rule, unit.document.line((field,)), (field,), **params)
