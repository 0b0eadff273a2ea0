"""What somebody does on the page of the desk, and what comes of it, without a browser."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from helpers.desk_server import PARTS, Served, in_parts
from helpers.fake_desk import SENT, FakeDesk
from oit.desk.cells import target_id
from oit.desk.view import Batch
from oit.entry.orders import Kind, Order
from oit.entry.selection import Request
from oit.system.locking import HeldElsewhereError

PERSON = "1101700230708"
"""A number with the check digit of a person's."""


def page(desk: Served, path: str = "/") -> str:
    """A page as it is read."""
    reply = desk.ask(path)
    assert reply.status == 200
    return html.unescape(reply.words)


def version(desk: Served) -> str:
    """The version that the page of review would send."""
    found = re.search(r'name="version" value="([0-9a-f]+)"', page(desk, "/check"))
    assert found
    return found[1]


def test_files_arrive_by_their_names_alone(desk: Served, engine: FakeDesk) -> None:
    """Bytes as they are; what a name says of folders is left out, whatever the system."""
    files = {
        "../../etc/passwd": b"1",
        "C:\\\\Users\\\\x\\\\y.csv": b"2",
        "สขร.1 มี.ค.csv": b"\x00\xff",
    }
    assert desk.send("/files", files).leads_to == "/"
    assert engine.received == [("passwd", b"1"), ("y.csv", b"2"), ("สขร.1 มี.ค.csv", b"\x00\xff")]


def test_a_name_is_one_line_of_what_people_see(desk: Served, engine: FakeDesk) -> None:
    """No mark turns its letters round, none is endless."""
    desk.send("/files", {"a\u202efdc.csv": b"1", "ก" * 500 + ".csv": b"1"})
    assert [name for name, _ in engine.received] == ["afdc.csv", "ก" * 76 + ".csv"]


def test_what_arrived_stands_by_what_is_to_be_done(desk: Served) -> None:
    """Questions first, then what is ready, then what goes back, then what is there already."""
    desk.send("/files", {"there-1.csv": b"", "wrong-2.csv": b"", "3.csv": b"", "ask-4.csv": b""})
    shown = page(desk)
    places = [
        shown.index(f"<h4 data-as-written>{name}</h4>")
        for name in ("ask-4.csv", "3.csv", "wrong-2.csv")
    ]
    assert places == sorted(places)
    assert shown.count('class="card ') == 4
    assert "เรียน หัวหน้าฝ่าย\nโปรดแก้ไขไฟล์ wrong-2.csv</textarea>" in shown


def test_no_number_of_a_person_is_on_a_page_or_in_a_log(desk: Served) -> None:
    """In a name, in a reply, in a refusal, in what would be written; nor on the terminal."""
    names = [f"wrong-{PERSON}.csv", f"{PERSON}.csv", f"refuse-{PERSON}.csv", f"there-{PERSON}.csv"]
    desk.send("/files", dict.fromkeys(names, b"1"))
    assert desk.send("/files", {f"explode-{PERSON}.csv": b"1"}).status == 500
    for path in ("/", "/check"):
        shown = page(desk, path)
        assert PERSON not in shown
        assert "•" * 13 in shown
    assert desk.said
    assert not any(PERSON in line for line in desk.said)


def test_what_a_stranger_names_is_text(desk: Served) -> None:
    """No name becomes an element."""
    desk.send("/files", {"<img src=x onerror=alert(1)>.csv": b"1"})
    assert "<img" not in desk.ask("/").body


def test_a_refusal_is_told_once(desk: Served) -> None:
    """On the next page, and not on the one after it."""
    desk.send("/files", {"refuse-1.csv": b"1"})
    assert "ไม่รับ refuse-1.csv" in page(desk)
    assert "ไม่รับ refuse-1.csv" not in page(desk)


def test_a_file_that_is_too_large_is_told_and_the_others_arrive(
    desk: Served, engine: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file has the bound of all evidence."""
    monkeypatch.setattr("oit.desk.app.TOO_LARGE", 10)
    desk.send("/files", {"large.csv": b"1" * 11, "small.csv": b"1" * 10})
    assert [name for name, _ in engine.received] == ["small.csv"]
    assert "“large.csv” มีขนาดเกิน" in page(desk)


def test_a_fault_of_the_desk_is_a_page_in_thai(desk: Served) -> None:
    """Its kind and place go to the terminal; no message of a program reaches the page."""
    reply = desk.send("/files", {"explode.csv": b"1"})
    assert reply.status == 500
    assert "ระบบขัดข้อง" in reply.body
    assert "ZeroDivisionError" not in reply.body
    assert ["ZeroDivisionError" in line and "fake_desk.py:" in line for line in desk.said] == [True]
    assert desk.ask("/").status == 200


def test_what_keeps_the_desk_from_being_shown_is_told(
    desk: Served, engine: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another command that works, a folder that is gone: in Thai, with a way to try again."""
    for error, said in (
        (HeldElsewhereError("คำสั่งอื่นทำงานอยู่\n[EN] busy"), "คำสั่งอื่นทำงานอยู่"),
        (FileNotFoundError(2, "ไม่พบ", f"/home/x/{PERSON}/mail"), "mail"),
    ):
        monkeypatch.setattr(engine, "view", raising(error))
        for path in ("/", "/check", "/version"):
            reply = desk.ask(path)
            assert reply.status == 503
            assert said in reply.words
            assert "ลองใหม่" in reply.body
            assert "/home/x" not in reply.body
    monkeypatch.undo()
    assert desk.ask("/").status == 200
    assert desk.said == []


def raising(error: Exception) -> Callable[[], Batch]:
    def view() -> Batch:
        raise error

    return view


def test_an_answer_is_a_cell_that_was_offered(desk: Served, engine: FakeDesk) -> None:
    """What a browser sends is looked up, never taken apart."""
    desk.send("/files", {"ask-1.csv": b"1"})
    desk.post("/answer", id="a1", target="2568/O9/../x")
    assert "ไม่อยู่ในหน้านี้แล้ว" in page(desk)
    chosen = engine.targets[1]
    assert desk.post("/answer", id="a1", target=target_id(chosen)).leads_to == "/#arrived"
    assert engine.answers == [("a1", chosen, "")]


def test_an_answer_is_yes_or_no_with_a_reason(desk: Served, engine: FakeDesk) -> None:
    """Whatever is no yes is a no."""
    desk.send("/files", {"ask-1.csv": b"1"})
    desk.post("/answer", id="a1", agrees="yes", reason=" แก้ยอดรวม ")
    desk.post("/answer", id="a1", agrees="", reason="")
    assert engine.answers == [("a1", True, "แก้ยอดรวม"), ("a1", False, "")]


@pytest.mark.parametrize("path", ["/answer", "/drop"])
def test_what_is_not_there_any_more_is_told(path: str, desk: Served) -> None:
    """A page that stood open for long asks for what was dropped since."""
    desk.post(path, id="a9", agrees="yes")
    assert "ไม่อยู่ในหน้านี้แล้ว" in page(desk)


def test_what_is_dropped_is_gone(desk: Served) -> None:
    """Of the page and of the request."""
    desk.send("/files", {"of-nobody.csv": b"1"})
    desk.post("/drop", id="a1")
    assert "of-nobody.csv" not in page(desk)


def cells(engine: FakeDesk) -> list[str]:
    return [target_id(target) for target in engine.targets]


@pytest.mark.parametrize(
    ("kind", "typed", "text"),
    [
        (Kind.LINK, {"address": " https://example.go.th "}, "https://example.go.th"),
        (Kind.TEXT, {"words": "หัวข้อ\r\n\r\nข้อความ"}, "หัวข้อ\r\n\r\nข้อความ"),
        (Kind.NONE, {"reason": "ไม่มีรายการ"}, "ไม่มีรายการ"),
    ],
)
def test_the_form_is_an_order(
    kind: Kind, typed: dict[str, str], text: str, desk: Served, engine: FakeDesk
) -> None:
    """The cell by the arguments of a command, and what was typed."""
    target = engine.targets[-1]
    assert desk.post("/entry", kind=kind.value, cell=target_id(target), **typed).leads_to == "/"
    (order, name, data) = engine.orders[0]
    period = str(target.period) if target.period else None
    request = Request(target.item, period, target.requirement, target.division, target.year)
    assert (order, name, data) == (Order(kind, request, text=text), "", b"")


def test_a_confirmation_is_of_a_record_or_part(desk: Served, engine: FakeDesk) -> None:
    """With the post and the reason."""
    unit = engine.options.items[0].units[0]
    desk.post("/entry", kind="confirm", unit=unit.id, post="หัวหน้าฝ่ายโยธา", note="ตรวจแล้ว")
    order = engine.orders[0][0]
    assert order.request == Request(unit.target.item, year=unit.target.year)
    assert (order.kind, order.post, order.text) == (Kind.CONFIRM, "หัวหน้าฝ่ายโยธา", "ตรวจแล้ว")


def test_a_file_of_the_form_is_for_the_cell_that_was_chosen(desk: Served, engine: FakeDesk) -> None:
    """It arrives as any other, and is said to be of that cell."""
    target = engine.targets[-1]
    body = in_parts({"kind": "file", "cell": target_id(target)}, {"ก.csv": b"1"}, "upload")
    assert desk.ask("/entry", "POST", body=body, form=PARTS).leads_to == "/"
    assert engine.received == [("ก.csv", b"1")]
    assert engine.answers == [("a1", target, "")]


def test_a_replacement_names_the_published_file(desk: Served, engine: FakeDesk) -> None:
    """By item and file, as the command does, with the reason and the new bytes."""
    old = engine.options.items[0].files[0]
    typed = {"kind": "replace", "published": old.id, "reason": "แก้ยอดรวม"}
    body = in_parts(typed, {"ใหม่.csv": b"2"}, "upload")
    assert desk.ask("/entry", "POST", body=body, form=PARTS).leads_to == "/"
    request = Request(old.item, year=old.year)
    order = Order(Kind.REPLACE, request, text="แก้ยอดรวม", old_file=old.name)
    assert engine.orders == [(order, "ใหม่.csv", b"2")]


@pytest.mark.parametrize("kind", ["file", "replace"])
def test_a_form_that_lacks_its_file_comes_back(kind: str, desk: Served, engine: FakeDesk) -> None:
    """With what else was typed."""
    old, cell = engine.options.items[0].files[0].id, cells(engine)[-1]
    reply = desk.post("/entry", kind=kind, cell=cell, published=old, reason="แก้ยอดรวม")
    assert reply.status == 422
    assert "โปรดเลือกไฟล์" in reply.body
    assert (engine.received, engine.orders) == ([], [])


@pytest.mark.parametrize("missing", ["address", "cell"])
def test_a_form_that_lacks_something_comes_back_as_it_was_typed(
    missing: str, desk: Served, engine: FakeDesk
) -> None:
    """With what is missing by its name; nothing that was typed is lost."""
    typed = {
        "kind": "link",
        "cell": cells(engine)[-1],
        "address": "https://example.go.th",
        "title": "ช่องทาง",
    }
    del typed[missing]
    reply = desk.post("/entry", **typed)
    assert reply.status == 422
    shown = html.unescape(reply.words)
    assert "โปรดกรอกช่อง" in shown
    assert engine.orders == []
    assert missing == "address" or 'value="https://example.go.th"' in shown
    assert 'value="ช่องทาง"' in shown


def test_what_is_due_fills_the_form(desk: Served, engine: FakeDesk) -> None:
    """By a link that any browser follows; a cell that is not there fills nothing."""
    target = cells(engine)[0]
    assert f'<a href="/?about={target}#form">' in page(desk)
    assert f'<option value="{target}" selected>' in page(desk, f"/?about={target}")
    assert '<option value="x"' not in page(desk, "/?about=x")


def test_nothing_is_written_without_a_look_at_it(desk: Served, engine: FakeDesk) -> None:
    """The button leads to a page that shows it once more; only that page's form writes."""
    assert desk.ask("/check").leads_to == "/"
    desk.send("/files", {"1.csv": b"1"})
    assert "1.csv" in page(desk, "/check")
    assert engine.titles == []
    desk.post("/write", title=" เผยแพร่ข้อมูล ", version=version(desk))
    assert engine.titles == ["เผยแพร่ข้อมูล"]
    shown = page(desk, "/sent")
    assert SENT.branch in shown
    assert SENT.patch in shown
    assert "1.2 วินาที" in shown or "1.3 วินาที" in shown


def test_the_file_to_hand_on_is_given_by_the_page(
    desk: Served, engine: FakeDesk, tmp_path: Path
) -> None:
    """It lies in a folder that nobody would look into; no other file is given by that address."""
    engine.result = replace(SENT, patch=str(tmp_path / "entry-1.patch"))
    (tmp_path / "entry-1.patch").write_text("From 0000", "utf-8")
    assert desk.ask("/patch").leads_to == "/"
    desk.send("/files", {"1.csv": b"1"})
    desk.post("/write", title="x", version=version(desk))
    given = desk.ask("/patch?path=/etc/passwd")
    assert (given.status, given.body) == (200, "From 0000")
    assert given.headers["content-disposition"] == 'attachment; filename="entry-1.patch"'


def test_what_changed_since_it_was_looked_at_is_not_written(desk: Served, engine: FakeDesk) -> None:
    """Another file that arrived has to be seen first; nor is the same written twice."""
    desk.send("/files", {"1.csv": b"1"})
    seen = version(desk)
    desk.send("/files", {"2.csv": b"1"})
    assert desk.post("/write", title="x", version=seen).leads_to == "/check"
    assert "โปรดตรวจทานอีกครั้ง" in page(desk, "/check")
    assert engine.titles == []
    seen = version(desk)
    desk.post("/write", title="x", version=seen)
    desk.post("/write", title="x", version=seen)
    assert engine.titles == ["x"]


def test_the_version_tells_whether_the_desk_looks_as_before(desk: Served) -> None:
    """By what is on it, not by how long the machine worked."""
    before = page(desk, "/version")
    assert page(desk, "/version") == before
    desk.send("/files", {"1.csv": b"1"})
    assert page(desk, "/version") != before


def test_no_page_loads_anything_from_elsewhere(desk: Served) -> None:
    """Nor has it a script or a style of its own in its text."""
    desk.send("/files", {"ask-1.csv": b"1", "wrong-2.csv": b"1", "3.csv": b"1"})
    for path in ("/", "/check", "/nowhere"):
        shown = desk.ask(path).body
        assert re.findall(r"(?:src|href|action)=\"(?!/|#)[^\"]*", shown) == []
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?! src=)", shown)
