"""The folder of one item into a `Bundle`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from oit.evidence.facts import FileFacts
from oit.evidence.inspect import Inspect
from oit.evidence.personal import personal_findings
from oit.findings import DocumentError, FieldPath, Finding, Place
from oit.model.mandate import Mandate
from oit.model.record import Part, Record
from oit.periods import Period, parse_period
from oit.records import markup
from oit.records.disk import Disk
from oit.records.site import Bundle, Claim, Entry, Unit
from oit.records.strict_yaml import Document, decode, parse_record
from oit.records.validate import validate


@dataclass(slots=True)
class BundleLoader:
    """Reads bundles of one round, and collects what stands in the way."""

    disk: Disk
    fiscal_year: int
    mandate: Mandate | None
    inspect: Inspect
    findings: list[Finding] = field(default_factory=list)

    def load(self, folder: str, entries: Mapping[str, Entry]) -> Bundle:
        """The bundle in `oit_items/2568/O15`, whatever state it is in."""
        item = item_of(folder)
        documents = [name for name in entries if name.endswith(".md")]
        record_first = sorted(documents, key=lambda name: (name != "record.md", name))
        read = (self._unit(f"{folder}/{name}", entries[name], item) for name in record_first)
        units = tuple(unit for unit in read if unit)
        return Bundle(
            item=item,
            folder=folder,
            units=units,
            present=frozenset(documents),
            entries=entries,
            facts=self._facts(folder, entries, units),
        )

    def _unit(self, file: str, entry: Entry, item: str) -> Unit | None:
        stem = PurePosixPath(file).stem
        division = None if stem == "record" else stem
        place = Place(file, fiscal_year=self.fiscal_year, item=item, division=division)
        try:
            text = self._text(file, entry)
            self.findings.extend(personal_findings(text, place))
            document = parse_record(text)
        except DocumentError as fault:
            self.findings.append(place.from_fault(fault))
            return None
        stand_ins = _stand_ins(item, division, self.mandate)
        schema: type[Record | Part] = Part if division else Record
        result = validate(schema, document, place, stand_ins)
        self.findings.extend(result.findings)
        if result.model is None:
            return None
        return _unit(place, division, document, result.model, result.left_out)

    def _text(self, file: str, entry: Entry) -> str:
        if entry.kind != "file":
            rule = "file-symlink" if entry.kind == "symlink" else "file-directory"
            raise DocumentError(rule, params={"found": PurePosixPath(file).name})
        return decode(self.disk.read(file))

    def _facts(
        self, folder: str, entries: Mapping[str, Entry], units: tuple[Unit, ...]
    ) -> dict[str, FileFacts]:
        schemas = self._schemas(item_of(folder), units)
        facts = {}
        for name in sorted(schemas.keys() & entries.keys()):
            if entries[name].kind != "file":
                continue
            try:
                facts[name] = self.inspect(self.disk.root / folder / name, schemas[name])
            except OSError:
                place = Place(
                    f"{folder}/{name}", fiscal_year=self.fiscal_year, item=item_of(folder)
                )
                self.findings.append(place.finding("file-unreadable", found=name))
        return facts

    def _schemas(self, item: str, units: tuple[Unit, ...]) -> dict[str, tuple[str, ...]]:
        """The evidence files, each with the table schemas of what it is evidence for."""
        mandated = self.mandate.find(item) if self.mandate else None
        asked = {one.id: one.tables for one in mandated.requirements} if mandated else {}
        schemas: dict[str, tuple[str, ...]] = {}
        for unit in units:
            for evidence in unit.disclosed.evidence:
                if evidence.kind == "file":
                    known = schemas.get(evidence.file, ())
                    more = asked.get(evidence.requirement, ())
                    schemas[evidence.file] = tuple(dict.fromkeys((*known, *more)))
        return schemas


def item_of(folder: str) -> str:
    """`O1` of a folder `…/O01`."""
    return f"O{int(folder.rpartition('/O')[2])}"


def _unit(
    place: Place,
    division: str | None,
    document: Document,
    disclosed: Record | Part,
    left_out: tuple[FieldPath, ...],
) -> Unit:
    raw = document.values.get("evidence")
    entries = raw if isinstance(raw, list) and ("evidence",) not in left_out else []
    dropped = {path[1] for path in left_out if path[:1] == ("evidence",) and path[1:]}
    broken = [entry for number, entry in enumerate(entries) if number in dropped]
    return Unit(
        place=place,
        division=division,
        document=document,
        disclosed=disclosed,
        text=markup.read(document.body, document.body_line),
        left_out=tuple(str(path[0]) for path in left_out),
        evidence_numbers=tuple(number for number in range(len(entries)) if number not in dropped),
        broken_claims=frozenset(claim for entry in broken for claim in _claims(entry)),
        named_files=frozenset(_named_files(entries)),
    )


def _stand_ins(item: str, division: str | None, mandate: Mandate | None) -> dict[str, Any]:
    """Values of required fields, for when a record's own cannot be read."""
    if division:
        return {"item": item, "division": division}
    mandated = mandate.find(item) if mandate else None
    if not mandated:
        return {"item": item, "owner": "unknown", "frequency": "annual"}
    return {"item": item, "owner": mandated.lead, "frequency": mandated.frequency}


def _named_files(entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, dict) and isinstance(entry.get("file"), str):
            yield entry["file"]


def _claims(entry: Any) -> Iterator[Claim]:
    """The cells that an unreadable evidence entry means to fill, as far as it can be told."""
    if not isinstance(entry, dict) or not isinstance(entry.get("for"), str):
        return
    periods = entry.get("periods")
    for period in periods if isinstance(periods, list) and periods else [None]:
        yield Claim(entry["for"], _period_or_none(period))


def _period_or_none(text: Any) -> Period | None:
    try:
        return parse_period(text) if isinstance(text, str) else None
    except ValueError:
        return None
