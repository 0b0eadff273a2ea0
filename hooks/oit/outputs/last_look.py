"""The last look: every file that is about to be published, searched once more (design, "The gate").

Whatever a rule, a template or a plugin has overlooked before: no number of a person, nothing that
runs in a reader's browser, and no file that nobody meant is published.
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from msgspec import Struct, field
from msgspec.structs import replace

from oit.assessment.result import Assessment
from oit.evidence.hypertext import DANGER_RULES, Danger, Found, dangers
from oit.evidence.hypertext_addresses import Page
from oit.evidence.hypertext_names import HYPERTEXT
from oit.evidence.inspect import extension
from oit.evidence.personal import id_digests
from oit.evidence.personal_search import numbers_of_things
from oit.findings import Finding, Kind, Place
from oit.memory import NOTHING_PASSED, MakeAll, Passed, made_from, make_each
from oit.outputs.evidence_files import published_files
from oit.outputs.manifest import Meant, Origin
from oit.outputs.published_texts import numbers_in_file

_IN_BROWSERS = HYPERTEXT - {"atom", "rss"}
"""What browsers show as a page; links of a feed fetch nothing."""
_FORM = "admin/"
"""The folder of the form, a program of the engine with a page of its own."""
_DATA = frozenset({"application/json", "application/ld+json"})
"""Types of a `script` that is no program."""
_AT_ONCE = 8_000_000
"""Bytes of files that are held at the same time."""


class _File(Struct, frozen=True):
    """A file that was built, and was meant to be."""

    path: str
    data: bytes | None
    """What is to be searched; `None` where it has passed before, so that nobody holds its bytes."""
    meant: Meant
    digest: str
    looked_at: str
    """By what it is known to have passed."""

    @property
    def size(self) -> int:
        """How many bytes of it are held."""
        return len(self.data or b"")


class LastLook(Struct, frozen=True):
    """Searches what was built, by what was meant."""

    meant: Mapping[str, Meant]
    """By path on the site."""
    allowed_hosts: frozenset[str] = frozenset()
    """From which hand-written pages may embed something."""
    reviewed: frozenset[str] = field(default=frozenset())
    """Digests of numbers that were found to be no ID numbers (`reviewed_numbers`)."""
    passed: Passed = NOTHING_PASSED
    """Files in which an earlier look found nothing; one with findings is looked at each time."""
    make_all: MakeAll = make_each
    """Searches many files at once."""

    def findings(self, built: Iterable[tuple[str, bytes]]) -> Iterator[Finding]:
        """What must not be published among the files of a site, given by path."""
        there: set[str] = set()
        clean: set[str] = set()
        for batch in _batches(self._files(built, there)):
            found = self._unsafe([file for file in batch if file.data is not None])
            clean.update(file.looked_at for file in batch if file.path not in found)
            yield from chain(*map(_changed, batch), *found.values())
        yield from map(_unexpected, sorted(there - self.meant.keys()))
        for path in sorted(self.meant.keys() - there):
            yield Place(path, Kind.UNSAFE).finding("site-incomplete")
        self.passed.keep(clean)

    def _files(self, built: Iterable[tuple[str, bytes]], there: set[str]) -> Iterator[_File]:
        """Those that were meant, one after the other; the paths of all are added to `there`."""
        known, terms = self.passed.read(), self._terms()
        for path, data in built:
            there.add(path)
            if meant := self.meant.get(path):
                file = _file(path, data, meant, terms)
                yield replace(file, data=None) if file.looked_at in known else file

    def _unsafe(self, files: Sequence[_File]) -> dict[str, tuple[Finding, ...]]:
        """What is found in files, by their paths; nothing of a clean one.

        Whoever searches tells only whether there is anything, as there hardly ever is.
        """
        told = self.make_all([partial(self._told_of, file) for file in files])
        suspects = (file for file, answer in zip(files, told, strict=True) if answer)
        return {file.path: tuple(self._in_file(file)) for file in suspects}

    def _told_of(self, file: _File) -> bytes:
        return b"unsafe" if any(self._in_file(file)) else b""

    def _terms(self) -> str:
        """What a verdict on a file follows from besides the file itself."""
        return made_from(sorted(self.allowed_hosts), sorted(self.reviewed), self._programs())

    def _programs(self) -> list[str]:
        return sorted(path for path, each in self.meant.items() if each.origin is Origin.ENGINE)

    def _in_file(self, file: _File) -> Iterator[Finding]:
        if file.data is None or file.meant.origin in (Origin.ENGINE, Origin.EVIDENCE):
            return
        place = Place(file.meant.source, Kind.UNSAFE)
        if numbers_in_file(file.path, file.data) - self.reviewed:
            yield place.finding("personal-id", where=None)
        if extension(file.path) in _IN_BROWSERS and not file.path.startswith(_FORM):
            text = file.data.decode("utf-8-sig", "replace")
            yield from self._dangers(file.path, text, file.meant)

    def _dangers(self, path: str, text: str, meant: Meant) -> Iterator[Finding]:
        is_own = meant.origin is Origin.HAND_WRITTEN
        hosts = self.allowed_hosts if is_own else frozenset()
        for found in dangers(text, Page(path.count("/"), hosts)):
            if not self._is_of_the_frame(found):
                rule = DANGER_RULES[found.danger] if is_own else "site-active"
                yield Place(meant.source, Kind.UNSAFE).finding(rule, found=found.what)

    def _is_of_the_frame(self, found: Found) -> bool:
        """Whether the engine puts such a thing around every page."""
        if found.danger is not Danger.ACTIVE:
            return False
        if found.what == "<script":
            return found.detail in _DATA or self._is_program_of_the_engine(found.detail)
        is_search = found.what == "<form" and not found.detail
        return is_search or found.detail == "content-security-policy"

    def _is_program_of_the_engine(self, address: str) -> bool:
        """Whether a script is a file of the theme, by its address from any page."""
        path = address.lstrip("./")
        return any(
            meant.origin is Origin.ENGINE and (path == known or path.endswith(f"/{known}"))
            for known, meant in self.meant.items()
        )


def _changed(file: _File) -> Iterator[Finding]:
    if file.meant.sha256 not in (None, file.digest):
        yield Place(file.meant.source, Kind.UNSAFE).finding("site-incomplete")


def _unexpected(path: str) -> Finding:
    return Place(path, Kind.UNSAFE).finding("site-unexpected")


def _file(path: str, data: bytes, meant: Meant, terms: str) -> _File:
    digest = hashlib.sha256(data).hexdigest()
    return _File(path, data, meant, digest, made_from(digest, path, meant.origin.value, terms))


def _batches(files: Iterable[_File]) -> Iterator[list[_File]]:
    """The files of a site, as many at once as memory is given to, in one list that is emptied."""
    batch: list[_File] = []
    size = 0
    for file in files:
        batch.append(file)
        size += file.size
        if size >= _AT_ONCE:
            yield batch
            batch.clear()
            size = 0
    yield batch


def last_look_of(
    assessment: Assessment,
    meant: Mapping[str, Meant],
    passed: Passed = NOTHING_PASSED,
    make_all: MakeAll = make_each,
) -> LastLook:
    """The look at a site that was built of an assessment: by its policy, and what it allows."""
    policy = assessment.site.policy
    hosts = frozenset(policy.allowed_hosts) if policy else frozenset()
    return LastLook(meant, hosts, reviewed_numbers(assessment), passed, make_all)


def reviewed_numbers(assessment: Assessment) -> frozenset[str]:
    """Digests of the numbers in tables that were judged before, and are no ID numbers.

    By a person who looked at the file (`exceptions.yml`), or by the headings of their columns.
    """
    exceptions = assessment.site.exceptions
    return frozenset(
        digest
        for file in published_files(assessment)
        if file.facts.table
        for digest in (
            _all_numbers(file.facts.table.open_csv)
            if (file.facts.sha256, "personal-id") in exceptions
            else numbers_of_things(csv.reader(io.StringIO(file.facts.table.open_csv, newline="")))
        )
    )


def _all_numbers(open_csv: str) -> Iterator[str]:
    for cell in open_csv.split(","):
        yield from id_digests(cell)
