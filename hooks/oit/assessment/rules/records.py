"""Records and parts: each is present, names the right item and owner, and has harmless text."""

from collections.abc import Iterator

from oit.assessment.rules.located import unit_finding
from oit.findings import Correction, FieldPath, Finding, Kind, Place
from oit.model.mandate import MandateItem
from oit.model.persons import is_of_person
from oit.model.record import Part, Record
from oit.records.markup import Reference
from oit.records.named_values import correction_of_division
from oit.records.site import Bundle, Round, Site, Unit


def check_presence(round_: Round, known: frozenset[str]) -> Iterator[Finding]:
    """Absent records, parts and bundles, and bundles of items that the mandate lacks.

    `known` are the site's divisions: no part is asked of one that is only mistyped.
    """
    for item in round_.mandate.items:
        bundle = round_.bundles.get(item.item)
        folder = _bundle_folder(round_, item)
        place = Place(folder, fiscal_year=round_.fiscal_year, item=item.item)
        if bundle is None:
            yield place.finding("bundle-absent", found=folder.rpartition("/")[2])
        elif "record.md" not in bundle.present:
            yield _absent(place, "record-absent", "record.md")
        if bundle and item.by_division:
            yield from _absent_parts(item, bundle, place, known)
    for name, bundle in round_.bundles.items():
        if round_.mandated(name) is None:
            place = Place(bundle.folder, fiscal_year=round_.fiscal_year, item=name)
            yield place.finding("item-unmandated", found=name)


def _bundle_folder(round_: Round, item: MandateItem) -> str:
    """Where the item's bundle belongs: `oit_items/2568/O01`."""
    return f"{round_.folder}/O{item.number:02d}"


def _absent_parts(
    item: MandateItem, bundle: Bundle, place: Place, known: frozenset[str]
) -> Iterator[Finding]:
    for division in item.owners:
        name = f"{division}.md"
        if name not in bundle.present and (not known or division in known):
            yield _absent(place, "part-absent", name, division)


def _absent(place: Place, rule: str, name: str, division: str | None = None) -> Finding:
    file = Place(f"{place.file}/{name}", place.kind, place.fiscal_year, place.item, division)
    return file.finding(rule, found=name)


def check_unit(unit: Unit, item: MandateItem, site: Site) -> Iterator[Finding]:
    """A record or part names its own item and an owner of it."""
    disclosed = unit.disclosed
    if disclosed.item != item.item:
        yield unit_finding(
            unit, "item-mismatch", ("item",), found=disclosed.item, expected=item.item
        )
    if isinstance(disclosed, Record):
        yield from _check_owner(unit, disclosed, item, site)
    else:
        yield from _check_division(unit, disclosed, item, site)


def _check_owner(unit: Unit, record: Record, item: MandateItem, site: Site) -> Iterator[Finding]:
    known, path, owner = _divisions(item, site), ("owner",), record.owner
    # Without readable divisions, no owner can be called unknown.
    if site.divisions and owner not in known:
        if "owner" not in unit.left_out:
            found = unit_finding(unit, "owner-unknown", path, found=owner, allowed=known)
            yield found.corrected_by(correction_of_division(owner, site.divisions))
    elif _has_unknown_owners(item, site):
        return  # who owns the item is a fault of the mandate or the divisions, told there
    elif owner not in item.owners:
        yield unit_finding(unit, "owner-foreign", path, found=owner, allowed=list(item.owners))
    elif owner != item.lead:
        yield unit_finding(unit, "owner-not-lead", path, found=owner, expected=item.lead)


def _check_division(unit: Unit, part: Part, item: MandateItem, site: Site) -> Iterator[Finding]:
    known, path, stem = _divisions(item, site), ("division",), unit.division or ""
    if part.division != stem:
        found = unit_finding(unit, "division-mismatch", path, found=part.division, expected=stem)
        yield found.corrected_by(_of_own_name(part.division, stem, site))
    if site.divisions and stem not in known:
        yield unit_finding(unit, "part-unknown", path, found=stem, allowed=known)
    elif stem not in item.owners and not _has_unknown_owners(item, site):
        yield unit_finding(unit, "owner-foreign", path, found=stem, allowed=list(item.owners))


def _of_own_name(written: str, stem: str, site: Site) -> Correction:
    """The division that a part is named for; certain where its own name in words was written."""
    named = correction_of_division(written, site.divisions)
    return Correction(stem, is_certain=bool(named and named.is_certain and named.text == stem))


def _divisions(item: MandateItem, site: Site) -> list[str]:
    """The divisions that the site knows, or that the mandate names as owners of the item."""
    return sorted({*site.division_ids(), item.lead, *item.owners})


def _has_unknown_owners(item: MandateItem, site: Site) -> bool:
    """Whether mandate and divisions disagree about who owns the item."""
    named = {item.lead, *item.owners}
    return item.lead not in item.owners or bool(site.divisions and named - site.division_ids())


def check_posts(unit: Unit) -> Iterator[Finding]:
    """A confirmation names a person and no post: a notice, as what was confirmed stays as it is."""
    for number, review in enumerate(unit.disclosed.reviews):
        if is_of_person(review.by):
            path: FieldPath = ("reviews", number, "by")
            yield unit_finding(unit, "post-names-person", path, Kind.NOTICE, found=review.on)


def check_text(unit: Unit, bundle: Bundle) -> Iterator[Finding]:
    """Raw HTML, unsafe links, links to files that are not disclosed, repeated section ids."""
    unsafe = unit.place.of(Kind.UNSAFE)
    for line in sorted(set(unit.text.raw_html)):
        yield unsafe.finding("raw-html", line)
    meant = {bundle.likely_files[name] for name in unit.named_files & bundle.likely_files.keys()}
    # Where an entry is not known, a file that is there may well be disclosed by it.
    unknown = bundle.entries.keys() if bundle.has_unknown_entries else frozenset()
    named = unit.named_files - bundle.likely_files.keys()
    files = frozenset({*named, *meant, *unknown})
    for reference in unit.text.references:
        if rule := _reference_fault(reference, files, unit):
            place = unit.place if rule.endswith("-absent") else unsafe
            likely = bundle.likely_files.get(reference.target)
            yield place.finding(rule, reference.line, found=reference.target, likely=likely)
        if reference.is_image and not reference.alt_text.strip():
            yield unit.place.finding("image-unnamed", reference.line, found=reference.target)
    for name, line in unit.text.repeated_sections:
        yield unit.place.finding("section-repeated", line, found=name)


def _reference_fault(reference: Reference, files: frozenset[str], unit: Unit) -> str | None:
    """The rule that a link or image breaks."""
    if reference.is_fragment and not reference.is_image:
        return None if reference.target[1:] in unit.text.sections else "link-absent"
    if reference.is_local:
        return None if reference.target in files else "link-absent"
    if reference.is_web:
        return None
    return "image-remote" if reference.is_image else "link-unsafe"
