"""The folder of one item into a `Bundle`: record, parts, and the facts of its evidence files."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from oit.evidence.facts import FileFacts
from oit.evidence.inspect import Facts, Inspect
from oit.findings import DocumentError, FieldPath, Finding, Place
from oit.memory import Memory, made_from
from oit.model.mandate import Mandate
from oit.model.office import Division
from oit.model.record import Part, Record
from oit.model.written_dates import read_period
from oit.records.disk import Disk
from oit.records.document_reader import DocumentReader, Reading
from oit.records.likely_files import likely_files
from oit.records.markup import MarkdownText
from oit.records.named_values import KnownNames
from oit.records.read_document import ReadDocument
from oit.records.site import Bundle, Claim, FolderEntry, Unit
from oit.records.strict_yaml import Document, parse_record
from oit.records.validate import Validated

_AS_WRITTEN: Mapping[str, str] = {}


class _ReadUnit(Struct, frozen=True):
    """A record or part as far as it counts, and as it was meant."""

    counted: Unit | None = None
    meant: Unit | None = None


class BundleLoader(Struct):
    """Reads the bundles of one round, and adds what is wrong with them to `findings`."""

    disk: Disk
    fiscal_year: int
    mandate: Mandate | None
    """`None` where it could not be read."""
    divisions: tuple[Division, ...]
    inspect: Inspect
    findings: list[Finding]
    read_by: str
    """SHA-256 of the files that mandate and divisions come from."""
    memory: Memory

    def begin(self, folder: str, entries: Mapping[str, FolderEntry]) -> Callable[[], Bundle]:
        """Read the documents in a folder such as `oit_items/2568/O15`, as far as possible.

        What it returns gives the bundle: until then its evidence is inspected beside.
        """
        documents = [name for name in entries if name.endswith(".md")]
        record_first = sorted(documents, key=lambda name: (name != "record.md", name))
        read = [self._unit(f"{folder}/{name}", entries[name]) for name in record_first]
        counted = tuple(unit.counted for unit in read if unit.counted)
        meant = tuple(unit.meant for unit in read if unit.meant)
        bundle = Bundle(
            item=item_id(folder),
            folder=folder,
            units=counted,
            present=frozenset(documents),
            entries=entries,
            facts={},
        )
        facts = self._facts(folder, entries, counted)
        likely = likely_files(meant, entries)
        if meant == counted and not likely:
            return lambda: self._finished(bundle, facts)
        as_meant = replace(bundle, units=meant, likely_files=likely)
        facts_as_meant = self._facts(folder, entries, meant, likely)
        return lambda: self._finished(
            replace(bundle, meant=replace(as_meant, facts=_found(facts_as_meant))), facts
        )

    def _finished(self, bundle: Bundle, facts: Mapping[str, Facts]) -> Bundle:
        known = replace(bundle, facts=_found(facts))
        return replace(known, made_from=self._made_from(known))

    def _made_from(self, bundle: Bundle) -> str:
        """What a bundle follows from; of evidence that nothing names, only that it is there."""
        entries = [(name, entry.kind, entry.bytes) for name, entry in bundle.entries.items()]
        documents = [self.disk.seen.get(f"{bundle.folder}/{name}") for name in bundle.entries]
        facts = [_known_by(each.facts) for each in (bundle, bundle.as_meant)]
        return made_from(bundle.folder, self.read_by, entries, documents, facts)

    def _unit(self, file: str, entry: FolderEntry) -> _ReadUnit:
        stem = PurePosixPath(file).stem
        division = None if stem == "record" else stem
        item = item_id(file.rpartition("/")[0])
        place = Place(file, fiscal_year=self.fiscal_year, item=item, division=division)
        reader = DocumentReader(self.findings, self._names(item), self.memory)
        read = reader.read(lambda: self._data(file, entry), parse_record, place)
        if read is None:
            return _ReadUnit()
        schema: type[Record | Part] = Part if division else Record
        fallbacks = _fallbacks(item, division, self.mandate)
        return _read_unit(place, read, reader.validated(schema, read.document, place, fallbacks))

    def _names(self, item: str) -> KnownNames:
        mandated = self.mandate.find(item) if self.mandate else None
        if mandated is None:
            return KnownNames(self.divisions)
        return KnownNames(self.divisions, mandated.requirements, mandated.lead)

    def _data(self, file: str, entry: FolderEntry) -> bytes:
        if entry.kind != "file":
            rule = "file-symlink" if entry.kind == "symlink" else "file-directory"
            raise DocumentError(rule, params={"found": PurePosixPath(file).name})
        return self.disk.read(file)

    def _facts(
        self,
        folder: str,
        entries: Mapping[str, FolderEntry],
        units: tuple[Unit, ...],
        likely: Mapping[str, str] = _AS_WRITTEN,
    ) -> dict[str, Facts]:
        """What is found out of each evidence file that is there, by the name that is written.

        `likely` has the files that stand for names that no file has.
        """
        item = item_id(folder)
        facts = {}
        for written, schemas in sorted(self._table_schemas(item, units).items()):
            name = likely.get(written, written)
            if name not in entries or entries[name].kind != "file":
                continue
            try:
                facts[written] = self.inspect(self.disk.root / folder / name, schemas)
            except OSError:
                place = Place(f"{folder}/{name}", fiscal_year=self.fiscal_year, item=item)
                self.findings.append(place.finding("file-unreadable", found=name))
        return facts

    def _table_schemas(self, item: str, units: tuple[Unit, ...]) -> dict[str, tuple[str, ...]]:
        """The table schemas that a file may follow, those of all its requirements, by its name."""
        mandated = self.mandate.find(item) if self.mandate else None
        requirements = mandated.requirements if mandated else ()
        tables = {requirement.id: requirement.tables for requirement in requirements}
        schemas: dict[str, tuple[str, ...]] = {}
        for unit in units:
            for entry in unit.disclosed.evidence:
                if entry.kind == "file":
                    known = schemas.get(entry.file, ())
                    more = tables.get(entry.requirement, ())
                    # `dict.fromkeys`: without repetition, in order.
                    schemas[entry.file] = tuple(dict.fromkeys((*known, *more)))
        return schemas


def _found(facts: Mapping[str, Facts]) -> dict[str, FileFacts]:
    return {name: wait() for name, wait in facts.items()}


def _known_by(facts: Mapping[str, FileFacts]) -> list[tuple[str, str, str | None]]:
    """What facts follow from; reading a file may also have failed by the machine."""
    return [
        (name, known.sha256, known.inspection.content.fault if known.inspection else None)
        for name, known in facts.items()
    ]


def item_id(folder: str) -> str:
    """`O1` of a folder `…/O01`."""
    return f"O{int(folder.rpartition('/O')[2])}"


def _read_unit(place: Place, read: ReadDocument, reading: Reading[Record | Part]) -> _ReadUnit:
    text = read.text
    meant = reading.meant
    as_meant = _unit(place, meant.document, meant.validated, text, meant.stood_in)
    if meant.validated is reading.counted:
        return _ReadUnit(as_meant, as_meant)
    return _ReadUnit(_unit(place, read.document, reading.counted, text), as_meant)


def _unit(
    place: Place,
    document: Document,
    result: Validated[Record | Part],
    text: MarkdownText,
    stood_in: frozenset[FieldPath] = frozenset(),
) -> Unit | None:
    if result.model is None:
        return None
    entries = _raw_entries(document, result.left_out)
    dropped = {path[1] for path in result.left_out if path[:1] == ("evidence",) and path[1:]}
    broken = [entry for number, entry in enumerate(entries) if number in dropped]
    return Unit(
        place=place,
        division=place.division,
        document=document,
        disclosed=result.model,
        text=text,
        left_out=tuple(str(path[0]) for path in result.left_out),
        evidence_numbers=tuple(number for number in range(len(entries)) if number not in dropped),
        broken_claims=frozenset(claim for entry in broken for claim in _claims(entry)),
        stood_in=stood_in,
        named_files=frozenset(_named_files(entries)),
    )


def _raw_entries(document: Document, left_out: tuple[FieldPath, ...]) -> list[Any]:
    """The evidence as it is written; none where the field as a whole could not be read."""
    raw = document.values.get("evidence")
    return raw if isinstance(raw, list) and ("evidence",) not in left_out else []


def _fallbacks(item: str, division: str | None, mandate: Mandate | None) -> dict[str, Any]:
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
    """The cells that an unreadable evidence entry means to fill, as far as that is clear."""
    if not isinstance(entry, dict) or not isinstance(entry.get("for"), str):
        return
    periods = entry.get("periods")
    for period in periods if isinstance(periods, list) and periods else [None]:
        yield Claim(entry["for"], read_period(period) if isinstance(period, str) else None)
