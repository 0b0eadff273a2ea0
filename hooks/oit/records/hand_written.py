"""The texts that an office writes itself (`docs/`), searched before MkDocs reads any of them.

Nothing there may be a link, since MkDocs follows it. Pages may have HTML that is harmless: what it
does is judged on the parsed page, never on its letters.
"""

from collections.abc import Iterator

from msgspec import Struct

from oit.evidence.concealed import is_refused
from oit.evidence.facts import ContentFacts
from oit.evidence.hypertext_addresses import Page
from oit.evidence.hypertext_names import HYPERTEXT
from oit.evidence.inspect import Inspect, extension
from oit.evidence.media_types import Nature
from oit.evidence.personal import PERSONAL_RULES, find_national_ids
from oit.findings import DocumentError, Finding, Kind, Place
from oit.memory import Memory, content_of
from oit.records.disk import Disk
from oit.records.strict_yaml import decode

PAGES = frozenset({"md", "markdown", "mdown", "mkdn", "mkd"})
"""Extensions of what MkDocs renders."""
PROGRAMS = frozenset({"js", "mjs", "cjs", "wasm", "swf", "jar", "hta", "htc", "xsl", "xslt"})
_UNSEARCHED = frozenset(
    {
        *("woff", "woff2", "ttf", "otf", "ico", "gif", "webp", "avif", "tif", "tiff"),
        *("mp3", "mp4", "ogg", "webm", "m4a", "vtt"),
    }
)
"""Fonts, pictures and recordings, in which nothing is searched and nothing runs."""
_HARMLESS, _FOUND = b"harmless", b"found"


class HandWrittenReader(Struct, frozen=True):
    """Searches the folder of hand-written texts."""

    disk: Disk
    folder: str
    allowed_hosts: frozenset[str]
    """From which pages may embed something, by the site's policy."""
    inspect: Inspect
    memory: Memory

    def findings(self) -> Iterator[Finding]:
        """What must not be published, or cannot be looked into."""
        if self.folder.startswith("/") or ".." in self.folder.split("/"):
            settings = Place("mkdocs.yml", Kind.UNSAFE)
            yield settings.finding("docs-outside", path=("docs_dir",), found=self.folder)
        elif self.disk.is_link(self.folder):
            yield Place(self.folder, Kind.UNSAFE).finding("docs-symlink", found=self.folder)
        elif self.disk.has(self.folder):
            yield from self._in_folder(self.folder)

    def _in_folder(self, folder: str) -> Iterator[Finding]:
        try:
            entries = self.disk.entries(folder)
        except DocumentError as error:
            yield Place(folder, Kind.UNSAFE).from_error(error)
            return
        for name, entry in entries.items():
            if find_national_ids(name):
                yield Place(folder, Kind.UNSAFE).finding("personal-id-in-name")
            elif not name.isprintable():  # a byte that is no UTF-8, the end of a line
                yield Place(folder, Kind.UNSAFE).finding("docs-unread", found=name)
            elif entry.kind == "directory":
                yield from self._in_folder(f"{folder}/{name}")
            elif entry.kind != "file":
                yield Place(f"{folder}/{name}", Kind.UNSAFE).finding("docs-symlink", found=name)
            elif entry.bytes and not name.startswith("."):  # MkDocs leaves those out
                yield from self._in_file(f"{folder}/{name}")

    def _in_file(self, file: str) -> Iterator[Finding]:
        place, kind = Place(file, Kind.UNSAFE), extension(file)
        if kind in PROGRAMS:
            yield place.finding("docs-active", found=_name(file))
        elif kind in PAGES | HYPERTEXT | {"css"}:
            try:
                yield from self._of_text(decode(self.disk.read(file)), kind, place)
            except DocumentError as error:
                yield place.from_error(error)
        elif kind not in _UNSEARCHED:
            yield from self._in_other(file, place)

    def _of_text(self, text: str, kind: str, place: Place) -> list[Finding]:
        """What is wrong with a text; one in which nothing was found need not be searched again."""
        depths = self._depth(place.file), self._depth_of_page(place.file)
        hosts = type(self.allowed_hosts).__name__, sorted(self.allowed_hosts)
        searched = content_of(kind, depths, hosts, text)
        found: list[Finding] = []

        def search() -> bytes:
            found.extend(self._in_text(text, kind, place))
            return _FOUND if found else _HARMLESS

        known = self.memory.recall("hand-written", searched, search)
        return found or ([] if known == _HARMLESS else list(self._in_text(text, kind, place)))

    def _in_text(self, text: str, kind: str, place: Place) -> Iterator[Finding]:
        from oit.records.hand_written_text import (  # heavy, and seldom needed
            in_hypertext,
            in_page,
            in_style,
        )

        if kind in PAGES:
            page = Page(self._depth_of_page(place.file), self.allowed_hosts)
            yield from in_page(text, place, page)
        elif kind in HYPERTEXT:
            page = Page(self._depth(place.file), self.allowed_hosts)
            yield from in_hypertext(text, place, page)
        else:
            yield from in_style(text, place, Page(0, self.allowed_hosts))

    def _depth_of_page(self, file: str) -> int:
        """A page has a folder of its own, unless it is the first one of its folder."""
        is_first = _name(file).lower().startswith(("index.", "readme."))
        return self._depth(file) + (not is_first)

    def _depth(self, file: str) -> int:
        return file.removeprefix(f"{self.folder}/").count("/")

    def _in_other(self, file: str, place: Place) -> Iterator[Finding]:
        """Documents and pictures, which the readers of evidence look into."""
        name = _name(file)
        try:
            facts = self.inspect(self.disk.root / file, ())()
        except OSError:
            yield place.finding("docs-unread", found=name)
            return
        if facts.inspection is None:
            yield place.finding("docs-unread", found=name)
        else:
            yield from _of_content(facts.inspection.content, name, place)


def _of_content(content: ContentFacts, name: str, place: Place) -> Iterator[Finding]:
    for match in content.personal:
        rule, kind = PERSONAL_RULES[match.kind]
        yield place.of(kind).finding(rule, file_name=name, where=match.location)
    is_active = content.sniffed.nature in (Nature.ACTIVE, Nature.MACRO, Nature.EXECUTABLE)
    if is_active or content.active:
        yield place.finding("docs-active", found=name)
    elif any(map(is_refused, content.hidden)):
        yield place.finding("docs-hidden", found=name)
    elif content.fault or content.unread or content.sniffed.nature is not Nature.DOCUMENT:
        yield place.finding("docs-unread", found=name)


def _name(file: str) -> str:
    return file.rpartition("/")[2]
