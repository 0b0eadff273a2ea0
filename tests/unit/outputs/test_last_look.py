"""Nothing is published that nobody meant, and nothing that must never be."""

import json
import sys
import tracemalloc
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from html import escape

import pytest
from msgspec.structs import replace

from corpus.look_alikes import TEXTS as LOOK_ALIKES
from corpus.look_alikes import Chance
from corpus.spellings import id_texts
from helpers.last_looks import WHOLE, rules_of
from helpers.made_files import VALID_ID
from oit.evidence.personal import find_national_ids, id_digests
from oit.memory import Make, make_each
from oit.outputs import last_look, published_texts
from oit.outputs.last_look import LastLook
from oit.outputs.manifest import Meant, Origin
from oit.outputs.published_texts import numbers_in, numbers_in_file

HEAD, TAIL = VALID_ID[:6], VALID_ID[6:]
MEANT = {path: meant for path, (meant, _) in WHOLE.items()}
HEAD_OF_PAGE = WHOLE["index.html"][1].decode()
ESCAPED = f"\\u003{HEAD[0]}{HEAD[1:]}{TAIL}"


def test_a_whole_and_clean_site_has_no_finding() -> None:
    """Its frame has a script, data, a form for the search and a policy for browsers."""
    assert rules_of({}) == set()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("index.html", f"<p>{HEAD}<b>{TAIL}</b></p>"),
        ("map/index.html", f"<p>{HEAD}&#x200b;{TAIL}</p>"),
        ("api/v1/index.json", f'{{"a": ["{ESCAPED}"]}}'),
        ("api/v1/index.json", json.dumps({VALID_ID: 1})),
        ("api/v1/index.json", f'{{"a": {VALID_ID}}}'),
        ("api/v1/index.csv", 'a,"1 1017\n00230 70 8"\r\n'),
        ("feeds/updates.atom", f"<feed><title>{HEAD}&#x3{TAIL[0]};{TAIL[1:]}</title></feed>"),
        ("calendar.ics", f"SUMMARY:{HEAD}\r\n {TAIL}\r\n"),
        ("robots.txt", f"# {VALID_ID}"),
        ("a.css", f"p::after {{ content: '{HEAD}\\3{TAIL[0]} {TAIL[1:]}' }}"),
    ],
)
def test_a_number_is_found_in_every_kind_of_file(path: str, text: str) -> None:
    """As a reader or a program sees it; the source is named where somebody wrote it."""
    meant = MEANT.get(path, Meant(Origin.GENERATED, path))
    found = rules_of({path: text.encode()}, LastLook(MEANT | {path: meant}))
    assert found == {("personal-id", meant.source)}


class Remembered:
    """What passed, and how often it was asked."""

    def __init__(self) -> None:
        self.known: frozenset[str] = frozenset()

    def read(self) -> frozenset[str]:
        """As it was kept."""
        return self.known

    def keep(self, passed: Collection[str]) -> None:
        """All of it."""
        self.known |= frozenset(passed)


def test_a_clean_file_is_searched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the next look only what has changed is searched, and what had findings."""
    passed, searched = Remembered(), list[str]()

    def watched(path: str, data: bytes) -> frozenset[str]:
        searched.append(path)
        return numbers_in_file(path, data)

    monkeypatch.setattr(last_look, "numbers_in_file", watched)
    look = LastLook(MEANT, passed=passed)
    number = {"api/v1/index.json": f'{{"a": {VALID_ID}}}'.encode()}
    for changes in ({}, {}, {"map/index.html": b"<p>C</p>"}, number, number):
        searched.append("look")
        rules_of(changes, look)
    looks = " ".join(searched).split("look")[1:]
    assert [sorted({*each.split()}) for each in looks] == [
        ["api/v1/index.csv", "api/v1/index.json", "index.html", "map/index.html"],
        [],
        ["map/index.html"],
        ["api/v1/index.json"],
        ["api/v1/index.json"],
    ]


@pytest.mark.parametrize(
    "before",
    [
        LastLook(MEANT, reviewed=id_digests(VALID_ID)),
        LastLook(MEANT, allowed_hosts=frozenset({"maps.example.org"})),
        LastLook(MEANT | {"evil.js": Meant(Origin.ENGINE, "evil.js")}),
        LastLook(MEANT | {"map/index.html": Meant(Origin.ENGINE, "map/index.html")}),
    ],
)
def test_what_passed_on_other_terms_is_searched_again(before: LastLook) -> None:
    """Numbers that were reviewed, hosts that were allowed, programs of the engine, the origin."""
    passed = Remembered()
    text = (
        f"<p>{VALID_ID}</p><iframe src='https://maps.example.org/'></iframe>"
        "<script src='../evil.js'></script>"
    )
    changes = {"map/index.html": text.encode(), "evil.js": b"x"}
    expected = rules_of(changes)
    rules_of(changes, replace(before, passed=passed))
    assert rules_of(changes, LastLook(MEANT, passed=passed)) == expected


def test_a_file_that_passed_must_still_be_what_was_meant() -> None:
    """Its bytes are compared each time."""
    passed, path = Remembered(), "api/v1/index.json"
    assert rules_of({}, LastLook(MEANT, passed=passed)) == set()
    changed = LastLook(MEANT | {path: replace(MEANT[path], sha256="0" * 64)}, passed=passed)
    assert rules_of({}, changed) == {("site-incomplete", path)}


def test_cells_and_rows_are_not_joined() -> None:
    """A column of figures is no number."""
    assert (
        rules_of({"api/v1/index.csv": f"{HEAD}\r\n{TAIL}\r\n{HEAD},{TAIL}\r\n".encode()}) == set()
    )


def test_a_number_that_a_person_reviewed_is_passed_over() -> None:
    """That one, and no other."""
    look = LastLook(MEANT, reviewed=id_digests(VALID_ID))
    assert rules_of({"index.html": VALID_ID.encode()}, look) == set()
    assert rules_of({"index.html": b"1-1017-00230-71-6 3-1017-00230-70-2"}, look) != set()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("<script>alert(1)</script>", "docs-active"),
        ("<script src='https://evil.example/assets/start.js'></script>", "docs-foreign"),
        ("<script src='../evil.js'></script>", "docs-active"),
        ("<form action='https://evil.example/'></form>", "docs-active"),
        ("<meta http-equiv='refresh' content='0'>", "docs-active"),
        ("<p onclick='x'>", "docs-active"),
        ("<img src='//evil.example/a.png'>", "docs-foreign"),
        ("<a href='../../../etc/passwd'>a</a>", "docs-outside"),
    ],
)
def test_what_a_page_does_is_told_of_who_made_it(text: str, rule: str) -> None:
    """A hand-written page by its source; a generated one as what nobody can have written."""
    assert (rule, "docs/map.md") in rules_of({"map/index.html": text.encode()})
    assert ("site-active", "index.html") in rules_of({"index.html": text.encode()})


def test_an_allowed_host_is_allowed_to_hand_written_pages() -> None:
    """The engine embeds nothing."""
    look = LastLook(MEANT, allowed_hosts=frozenset({"maps.example.org"}))
    frame = b"<iframe src='https://maps.example.org/'></iframe>"
    assert rules_of({"map/index.html": frame}, look) == set()
    assert rules_of({"index.html": frame}, look) == {("site-active", "index.html")}


def test_the_whole_equals_its_manifest() -> None:
    """Nothing more, nothing less, nothing else."""
    assert rules_of({"stray.html": b"x"}) == {("site-unexpected", "stray.html")}
    assert rules_of({"api/v1/index.json": None}) == {("site-incomplete", "api/v1/index.json")}
    known = Meant(Origin.EVIDENCE, "oit_items/2568/O01/a.csv", "0" * 64)
    found = rules_of({}, LastLook(MEANT | {"2568/o1/a.csv": known}))
    assert found == {("site-incomplete", "oit_items/2568/O01/a.csv")}


@pytest.mark.parametrize("make", [text for _, text in LOOK_ALIKES.values()])
def test_what_inspection_passes_the_last_look_passes(make: Callable[[Chance], str]) -> None:
    """Polygons, contracts, UUIDs and hashes, in a page, a feed of JSON and a table."""
    chance = Chance(7)
    texts = [make(chance) for _ in range(200)]
    page = "".join(f"<p>{escape(text)}</p>" for text in texts)
    assert rules_of({"index.html": (HEAD_OF_PAGE + page).encode()}) == set()
    assert rules_of({"api/v1/index.json": json.dumps(texts).encode()}) == set()
    assert not any(find_national_ids(text) for text in texts)


@pytest.mark.parametrize("number", [*id_texts(VALID_ID).values()])
def test_what_inspection_finds_the_last_look_finds(number: str) -> None:
    """In every spelling."""
    assert id_digests(VALID_ID) <= id_digests(number)
    page = HEAD_OF_PAGE + f"<p>{escape(number)}</p>"
    assert rules_of({"index.html": page.encode()}) == {("personal-id", "index.html")}


def test_two_processes_search_the_files_of_a_site() -> None:
    """Each file is one question; what is found in it is told as if one process were alone."""
    asked = list[int]()

    def make_all(makes: Sequence[Make]) -> list[bytes]:
        asked.append(len(makes))
        return make_each(makes)

    number = {"api/v1/index.json": f'{{"a": {VALID_ID}}}'.encode()}
    found = rules_of(number, LastLook(MEANT, make_all=make_all))
    assert found == rules_of(number, LastLook(MEANT)) != set()
    assert asked == [len(MEANT)]


def test_few_files_of_a_large_site_are_held_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the size of the site; nothing is missed or told twice by it."""
    monkeypatch.setattr(last_look, "_AT_ONCE", 1)
    asked = list[int]()

    def make_all(makes: Sequence[Make]) -> list[bytes]:
        asked.append(len(makes))
        return make_each(makes)

    assert rules_of({}, LastLook(MEANT, make_all=make_all)) == set()
    assert asked == [*[1] * len(MEANT), 0]


def test_of_a_file_that_has_passed_before_no_byte_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that was built before is looked at without any of it in memory: all is one batch."""
    monkeypatch.setattr(last_look, "_AT_ONCE", 1)
    asked = list[int]()

    def make_all(makes: Sequence[Make]) -> list[bytes]:
        asked.append(len(makes))
        return make_each(makes)

    look = LastLook(MEANT, passed=Remembered(), make_all=make_all)
    assert rules_of({}, look) == set()
    asked.clear()
    assert rules_of({}, look) == set()
    assert asked == [0]


def test_a_large_document_is_searched_part_by_part() -> None:
    """What its escapes stand for is made of one part at a time, not of all of a catalogue."""
    entry = {"title": 'เอกสาร "ก"', "at": "https://oit.go.th/%E0%B8%81", "of": "x" * 400}
    text = json.dumps([entry] * 12_000, ensure_ascii=False, indent=2)
    with _peak() as peak:
        assert numbers_in("api/v1/catalog.jsonld", text) == frozenset()
    assert peak[0] < sys.getsizeof(text) / 2


def test_a_large_document_is_decoded_part_by_part() -> None:
    """Where no part may hold a number, all its letters never stand in memory together."""
    entry = {"title": 'เอกสาร "ก"', "of": "x" * 400}
    data = json.dumps([entry] * 36_000, ensure_ascii=False, indent=2).encode()
    with _peak() as peak:
        assert numbers_in_file("api/v1/catalog.jsonld", data) == frozenset()
    assert peak[0] < len(data) / 2


@contextmanager
def _peak() -> Iterator[list[int]]:
    """The most bytes that were held meanwhile, once it is over."""
    peak: list[int] = []
    tracemalloc.start()
    try:
        yield peak
        peak.append(tracemalloc.get_traced_memory()[1])
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("number", [VALID_ID, ESCAPED])
def test_a_number_is_found_in_whichever_part_it_stands(
    monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    """Parts end before braces, which no number goes over."""
    monkeypatch.setattr(published_texts, "_PART", 1)
    for place in range(4):
        text = _with(number, place)
        for found in (numbers_in("index.json", text), numbers_in_file("index.json", text.encode())):
            assert found == id_digests(VALID_ID)


def _with(number: str, place: int) -> str:
    """Objects of which the one at a place has the number."""
    said = ['{"a": "\\"x\\""}'] * 4
    said[place] = said[place].replace("x", number)
    return f"[{','.join(said)}]"
