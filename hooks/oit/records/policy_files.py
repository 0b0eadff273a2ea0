"""Policy files, read as they were meant: a fault of one makes no false findings elsewhere."""

from collections.abc import Iterable
from typing import Generic

from msgspec import Struct
from msgspec.structs import replace

from oit.findings import Finding, Kind, Place, Unchecked
from oit.memory import NO_MEMORY, Memory
from oit.records.disk import Disk
from oit.records.document_reader import DocumentReader
from oit.records.named_values import NOTHING_NAMED, KnownNames
from oit.records.strict_yaml import Document, parse_yaml
from oit.records.validate import Model

_DEPENDS_ON = {"waivers.yml": Unchecked.LATENESS, "exceptions.yml": Unchecked.REVIEWED}
"""What would be called wrong only because one of these files is."""


class PolicyFile(Struct, Generic[Model], frozen=True):
    """What a policy file says as it was meant; by one that is not sound nothing is published."""

    model: Model
    document: Document
    is_sound: bool
    """Whether nothing had to be put right in thought."""


class PolicyReader(Struct):
    """Reads policy files, and adds what is wrong with them to `findings`."""

    findings: list[Finding]
    names: KnownNames = NOTHING_NAMED
    memory: Memory = NO_MEMORY

    def read(
        self, file: str, schema: type[Model], source: Disk, year: int | None = None
    ) -> PolicyFile[Model] | None:
        """The file; `None` where not even in thought a model can be made of it."""
        already = len(self.findings)
        read = self._read(file, schema, source, year)
        if what := _DEPENDS_ON.get(file.rpartition("/")[2]):
            self._say_unchecked(already, what)
        return read

    def _read(
        self, file: str, schema: type[Model], source: Disk, year: int | None
    ) -> PolicyFile[Model] | None:
        place = Place(file, Kind.POLICY, fiscal_year=year)
        reader = DocumentReader(self.findings, self.names, self.memory)
        read = reader.read(lambda: source.read(file), parse_yaml, place)
        if read is None:
            return None
        reading = reader.validated(schema, read.document, place)
        model, meant = reading.meant.validated.model, reading.meant.document
        is_sound = read.document.guess is None and not reading.counted.findings
        is_whole = not reading.meant.validated.left_out
        return PolicyFile(model, meant, is_sound) if model and is_whole else None

    def read_if_there(
        self, file: str, schema: type[Model], source: Disk, year: int | None = None
    ) -> PolicyFile[Model] | None:
        """The same for a file that need not be there."""
        return self.read(file, schema, source, year) if source.has(file) else None

    def _say_unchecked(self, start: int, what: Unchecked) -> None:
        """Let the first fault of which nobody knows what was meant say what depends on it."""
        for number, finding in enumerate(self.findings[start:], start):
            if finding.kind is Kind.POLICY and not finding.params.get("likely"):
                self.findings[number] = finding.leaving_unchecked(what)
                return

    def say_unjudged(self, files: Iterable[str], year: int) -> None:
        """Let the first fault of these files say that a round could not be judged because of it."""
        names = frozenset(files)
        for number, finding in enumerate(self.findings):
            if finding.file in names:
                params = {**finding.params, "unjudged": year}
                self.findings[number] = replace(finding, params=params)
                return
