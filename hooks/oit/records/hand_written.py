"""The texts that an office writes itself (`docs/`), searched before MkDocs reads any of them.

Nothing there may be a link, since MkDocs follows it. Pages may have HTML that is harmless: what it
does is judged on the parsed page, never on its letters.
"""

from collections.abc import Iterator

from msgspec import Struct

from oit.evidence.concealed import is_refused
from oit.evidence.facts import ContentFacts
from oit.evidence.hypertext import DANGER_RULES, dangers, shown_texts
from oit.evidence.hypertext_addresses import ACTIVE, Page, foreign_in_style, unescaped_style
from oit.evidence.hypertext_names import HYPERTEXT
from oit.evidence.inspect import Inspect, extension
from oit.evidence.media_types import Nature
from oit.evidence.personal import PERSONAL_RULES, find_national_ids
from oit.findings import DocumentError, Finding, Kind, Place
from oit.memory import Memory, content_of
from oit.records.disk import Disk
from oit.records.markup import html_of_page
from oit.records.passages import Passage, passages_of
from oit.records.strict_yaml import Document, decode, parse_record
from oit.records.text_findings import (
    odd_characters_in_body,
    odd_characters_in_fields,
    personal_data_findings,
)

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
        if kind in PAGES:
            yield from self._in_page(text, place)
        elif kind in HYPERTEXT:
            yield from personal_data_findings(text, _shown(text, text), place)
            yield from self._dangers(text, text, self._depth(place.file), place)
        else:
            shown = Passage(unescaped_style(text), 1, text.count("\n") + 1)
            yield from personal_data_findings(text, (shown,), place)
            for danger, what in foreign_in_style(text, Page(0, self.allowed_hosts)):
                rule = "docs-active" if danger == ACTIVE else "docs-foreign"
                yield place.finding(rule, line_of(what, text), found=what)

    def _in_page(self, text: str, place: Place) -> Iterator[Finding]:
        document = document_of_page(text)
        html = html_of_page(document.body)
        passages = (*passages_of(document), *_shown(html, text))
        yield from personal_data_findings(text, passages, place)
        yield from odd_characters_in_fields(document, place.of(Kind.INVALID), ())
        yield from odd_characters_in_body(document, place.of(Kind.INVALID))
        # The theme's templates do not escape what the form of a page says, so it is HTML too.
        form = "\n".join(str(value) for value in document.values.values())
        depth = self._depth_of_page(place.file)
        yield from self._dangers(f"{html}\n{form}", text, depth, place)

    def _depth_of_page(self, file: str) -> int:
        """A page has a folder of its own, unless it is the first one of its folder."""
        is_first = _name(file).lower().startswith(("index.", "readme."))
        return self._depth(file) + (not is_first)

    def _depth(self, file: str) -> int:
        return file.removeprefix(f"{self.folder}/").count("/")

    def _dangers(self, html: str, text: str, depth: int, place: Place) -> Iterator[Finding]:
        for found in dangers(html, Page(depth, self.allowed_hosts)):
            rule = DANGER_RULES[found.danger]
            yield place.finding(rule, line_of(found.what, text), found=found.what)

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


def _shown(html: str, text: str) -> Iterator[Passage]:
    """What readers see of HTML that a file of some text comes to; on which line is not known."""
    return (Passage(shown, 1, text.count("\n") + 1) for shown in shown_texts(html))


def _name(file: str) -> str:
    return file.rpartition("/")[2]


def document_of_page(text: str) -> Document:
    """The form and the body of a page; the whole is its body where it has no form."""
    try:
        return parse_record(text)
    except DocumentError:
        return Document({}, {}, text)


def line_of(what: str, text: str) -> int:
    """The first line on which a dangerous thing stands; 1 where it is written otherwise."""
    at = text.lower().find(what.lower())
    return text.count("\n", 0, at) + 1 if at >= 0 else 1
