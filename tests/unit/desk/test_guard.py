"""Who may speak with the desk: the browser that took its token, from the desk's own page."""

from collections.abc import Mapping

import pytest

from helpers.desk_server import PARTS, Served, in_parts, opened
from helpers.fake_desk import FakeDesk
from oit.desk import guard
from oit.desk.guard import MOST_BYTES, MOST_FILES, MOST_WORDS, OPEN

PORT = "{port}"
"""Stands for the port of the desk in the tables below."""
ELSEWHERE = {"Origin": "https://example.com", "Sec-Fetch-Site": "cross-site"}
REFUSED: dict[str, tuple[str, Mapping[str, str | None]]] = {
    "another name that leads here": ("GET", {"Host": f"rebound.example:{PORT}"}),
    "another name, from its own page": (
        "POST",
        {"Host": f"rebound.example:{PORT}", "Origin": f"http://rebound.example:{PORT}"},
    ),
    "a name that begins as ours": ("GET", {"Host": f"127.0.0.1.example.com:{PORT}"}),
    "a name that ends as ours": ("GET", {"Host": f"x.localhost:{PORT}"}),
    "another port": ("GET", {"Host": "127.0.0.1:1"}),
    "no port": ("GET", {"Host": "127.0.0.1"}),
    "the other loopback": ("GET", {"Host": f"[::1]:{PORT}"}),
    "any address of the machine": ("GET", {"Host": f"0.0.0.0:{PORT}"}),
    "an empty name": ("GET", {"Host": ""}),
    "a form of another site": ("POST", ELSEWHERE),
    "a link of another site": ("GET", {"Origin": None, "Sec-Fetch-Site": "cross-site"}),
    "another port of this machine": (
        "POST",
        {"Origin": "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site"},
    ),
    "an origin that says nothing": ("POST", {"Origin": "null"}),
    "no origin": ("POST", {"Origin": None}),
    "an origin by https": ("POST", {"Origin": f"https://127.0.0.1:{PORT}"}),
    "the origin of the other name": ("POST", {"Origin": f"http://localhost:{PORT}"}),
    "reading from another origin": ("GET", {"Origin": "https://example.com"}),
    "no cookie": ("GET", {"Cookie": None}),
    "an empty cookie": ("GET", {"Cookie": f"oit-desk-{PORT}="}),
    "a wrong cookie": ("POST", {"Cookie": f"oit-desk-{PORT}=x"}),
    "letters that no cookie has": ("GET", {"Cookie": f"oit-desk-{PORT}=\xe9\xff"}),
    "the cookie of another desk": ("GET", {"Cookie": "oit-desk-1={key}"}),
}


def _filled(headers: Mapping[str, str | None], desk: Served) -> dict[str, str | None]:
    values = {"port": desk.door.port, "key": desk.door.key}
    return {name: text and text.format(**values) for name, text in headers.items()}


@pytest.mark.parametrize("case", REFUSED)
def test_who_may_not_speak_is_refused_in_thai(case: str, desk: Served, engine: FakeDesk) -> None:
    """Status 403, nothing of the desk on the page, nothing done."""
    method, headers = REFUSED[case]
    body = in_parts({}, {"a.csv": b"1"})
    paths = ("/files",) if method == "POST" else ("/", "/version", "/check", "/sent")
    for path in paths:
        reply = desk.ask(path, method, _filled(headers, desk), body, PARTS)
        assert reply.status == 403, path
        assert "หน้ารับข้อมูล" in reply.body
        assert "สำนักงานเขต" not in reply.body
    assert engine.received == []


def test_the_page_itself_is_answered(desk: Served, engine: FakeDesk) -> None:
    """By either name of this machine: the table above refuses for its headers alone."""
    body = in_parts({}, {"a.csv": b"1"})
    assert desk.ask("/files", "POST", {}, body, PARTS).status == 303
    local = f"localhost:{desk.door.port}"
    named = {"Host": local, "Origin": f"http://{local}"}
    assert desk.ask("/files", "POST", named, body, PARTS).status == 303
    assert desk.ask("/", headers={"Origin": None, "Sec-Fetch-Site": "none"}).status == 200
    assert engine.received == [("a.csv", b"1")] * 2


def test_two_names_at_once_are_refused(desk: Served) -> None:
    """No proxy and no server may read another of them than the guard does."""
    twice = f"GET / HTTP/1.1\r\nHost: {desk.host}\r\nHost: {desk.host}\r\nConnection: close\r\n\r\n"
    assert desk.raw(twice.encode()).status in (400, 403)


def test_the_token_opens_the_desk_once(desk: Served) -> None:
    """It is exchanged for a cookie that no script reads and no other site sends."""
    reply = opened(desk)
    assert (reply.status, reply.leads_to) == (303, "/")
    cookie = reply.headers["set-cookie"]
    assert cookie.startswith(f"{desk.door.cookie}={desk.door.key};")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
    again = opened(desk)
    assert (again.status, again.headers.get("set-cookie")) == (403, None)
    assert "ใช้ไปแล้ว" in again.body


@pytest.mark.parametrize("token", ["", "x", "%FF", "%E0%B8%81", "a&token="])
def test_a_wrong_token_opens_nothing_and_spends_nothing(token: str, desk: Served) -> None:
    """Whoever guesses takes the right one from nobody."""
    reply = desk.ask(f"{OPEN}?token={token}", headers={"Cookie": None})
    assert (reply.status, reply.headers.get("set-cookie")) == (403, None)
    assert opened(desk).status == 303


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT"])
def test_only_opening_the_address_spends_the_token(method: str, desk: Served) -> None:
    """A look ahead by a program that checks addresses does not."""
    assert desk.ask(f"{OPEN}?token={desk.door.token}", method).status == 403
    assert opened(desk).status == 303


def test_the_token_is_refused_where_another_site_leads_to_it(desk: Served) -> None:
    """And stays good for whoever it was printed for."""
    path = f"{OPEN}?token={desk.door.token}"
    assert desk.ask(path, headers={"Origin": None, "Sec-Fetch-Site": "cross-site"}).status == 403
    assert opened(desk).status == 303


@pytest.mark.parametrize("path", ["/", "/nowhere", "/assets/desk.css", f"{OPEN}?token=x"])
def test_every_answer_lets_the_browser_run_and_keep_nothing_else(path: str, desk: Served) -> None:
    """Also those that refuse."""
    headers = desk.ask(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert not {"unsafe", "data:", "*", "http"} & set(policy.replace("-", " ").split())
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../app.py",
        "/assets/%2e%2e/app.py",
        "/assets/..%2fapp.py",
        "/assets/..%5capp.py",
        "/assets/site/../../../app.py",
        "/assets/site/%2e%2e/%2e%2e/main.html",
        "/assets//etc/passwd",
        "/assets/%00",
        "/assets/",
        "/%2e%2e/%2e%2e/etc/passwd",
    ],
)
def test_no_path_leads_out_of_the_assets(path: str, desk: Served) -> None:
    """However its dots and slashes are written."""
    reply = desk.ask(path)
    assert reply.status == 404
    assert "หน้ารับข้อมูล" in reply.body


def test_assets_need_no_cookie_and_the_right_name(desk: Served) -> None:
    """The page that refuses has its style; another site does not find the desk by it."""
    assert desk.ask("/assets/site/site.css", headers={"Cookie": None}).status == 200
    assert desk.ask("/assets/desk.js", headers={"Host": "rebound.example"}).status == 403


@pytest.mark.parametrize(("form", "most"), [("text/plain", MOST_WORDS), (PARTS, MOST_BYTES)])
def test_more_than_is_taken_is_refused_before_it_is_read(
    form: str, most: int, desk: Served
) -> None:
    """By the length that it says."""
    reply = desk.ask("/files", "POST", {"Content-Length": str(most + 1)}, form=form)
    assert reply.status == 413
    assert "ขนาดใหญ่" in reply.body


def test_more_than_is_taken_is_refused_while_it_is_read(
    desk: Served, engine: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A body in chunks says no length."""
    monkeypatch.setattr(guard, "MOST_BYTES", 1000)
    body = in_parts({}, {"a.csv": b"1" * 2000})
    chunk = f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
    chunked = {"Content-Length": None, "Transfer-Encoding": "chunked"}
    assert desk.ask("/files", "POST", chunked, chunk, PARTS).status == 413
    assert engine.received == []


def test_more_files_than_are_taken_are_refused(desk: Served, engine: FakeDesk) -> None:
    """All of them: half of a folder would look like all of it."""
    reply = desk.send("/files", {f"{number}.csv": b"1" for number in range(MOST_FILES + 1)})
    assert (reply.status, engine.received) == (400, [])
    assert str(MOST_FILES) in reply.body


@pytest.mark.parametrize("body", [b"", b"--", b"--parts-of-a-form\r\nx\r\n\r\n", b"\xff" * 100])
def test_what_is_no_form_is_refused_or_holds_nothing(
    body: bytes, desk: Served, engine: FakeDesk
) -> None:
    """Without a word of a program."""
    reply = desk.ask("/files", "POST", body=body, form=PARTS)
    assert reply.status in (303, 400)
    assert "Traceback" not in reply.body
    assert engine.received == []
