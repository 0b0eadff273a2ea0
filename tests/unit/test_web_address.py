"""One answer to what a web address is, wherever it is asked."""

import pytest

from helpers.support import ROOT
from oit.audit.verify.addresses import Destination, located
from oit.model.office import Task
from oit.system.sources import WebSource, open_source
from oit.web_address import (
    has_credentials,
    host_of,
    is_same_origin,
    is_same_site,
    is_web_address,
    without_credentials,
)
from oit.web_response import RequestLimits

WEB = {
    "https://bmaoss.bangkok.go.th/index": "bmaoss.bangkok.go.th",
    "HTTPS://BMAOSS.bangkok.go.th": "bmaoss.bangkok.go.th",
    "http://localhost:8000/a?b#c": "localhost:8000",
    "https://user@example.go.th/x": "example.go.th",
    "https://www.bangkok.go.th@example.com/": "example.com",
    "http://[::1]:80/": "::1:80",
    "https://เขต.ไทย/หน้า": "เขต.ไทย",
}
NOT_WEB = [
    *("https://user@/x", "https://", "https:///x", "http://:80/", "https://a.b:port/"),
    *("https://a.b:70000/", "http://[::1/", "https://a.b/c d", "https://a\u200bb.go.th/"),
    *("ftp://a.b/", "javascript:alert(1)", "//a.b/c", "a.b/c", "mailto:a@b.c", "", "https:/a.b"),
]


@pytest.mark.parametrize(("address", "host"), WEB.items())
def test_an_address_of_the_web_has_a_host(address: str, host: str) -> None:
    """In any case of letters; a user's name before the host is not taken for the host."""
    assert is_web_address(address)
    assert host_of(address) == host


@pytest.mark.parametrize("address", NOT_WEB)
def test_what_has_no_host_or_cannot_be_read_is_none(address: str) -> None:
    """Neither has what holds invisible characters."""
    assert not is_web_address(address)
    assert host_of(address) == ""


@pytest.mark.parametrize("address", [*WEB, *NOT_WEB])
def test_records_links_verify_and_commands_agree(address: str) -> None:
    """Six places had six answers, `https://user@/x` and `HTTPS://…` among them."""
    expected = is_web_address(address)
    assert (located(address, ()).place is Destination.ELSEWHERE) is expected
    assert isinstance(open_source(address, RequestLimits(), 1), WebSource) is expected
    assert _is_accepted_by_models(address) is expected


def _is_accepted_by_models(address: str) -> bool:
    values = {"name_th": "ก", "name_en": "a", "topics": ["a"], "url": address}
    try:
        Task.model_validate(values)
    except ValueError:
        return False
    return True


def test_only_one_module_asks_what_scheme_a_web_address_has() -> None:
    """A seventh answer would begin with such a comparison."""
    asking = {
        path.relative_to(ROOT / "hooks/oit").as_posix()
        for path in (ROOT / "hooks/oit").rglob("*.py")
        if any(word in path.read_text("utf-8") for word in ('("http", "https")', "https?://"))
    }
    # Proxies have schemes too; what browsers and Word fetch need not be a right web address.
    programs = {"evidence/hypertext_addresses.py", "evidence/office/fields.py"}
    # What a server says is searched for an address; whose it is, is asked of `web_address`.
    others = {"system/fetching.py", "system/proposing.py", *programs}
    assert asking == {"web_address.py", *others}


@pytest.mark.parametrize(
    ("other", "is_origin", "is_site"),
    [
        ("https://office.go.th/x", True, True),
        ("https://office.go.th:443/", True, True),
        ("HTTPS://OFFICE.go.th/", True, True),
        ("http://office.go.th/", False, True),
        ("http://www.office.go.th:80/", False, True),
        ("https://office.go.th:8443/", False, False),
        ("http://office.go.th:443/", False, False),
        ("https://other.go.th/", False, False),
        ("https://office.go.th.other.th/", False, False),
        ("https://office.go.th@other.th/", False, False),
        ("ftp://office.go.th/", False, False),
        ("/x", False, False),
    ],
)
def test_an_origin_is_scheme_host_and_port(other: str, is_origin: bool, is_site: bool) -> None:
    """A site may move from http to https under its name, between the usual ports alone."""
    assert is_same_origin("https://office.go.th/", other) is is_origin
    assert is_same_site("https://office.go.th/", other) is is_site


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://name:word@host/x", "https://***@host/x"),
        ("see http://word@host and https://a:b@c/", "see http://***@host and https://***@c/"),
        ("https://a@b:c@host/", "https://***@host/"),
        ("https://host/@name", "https://host/@name"),
        ("mailto:name@host", "mailto:name@host"),
        ("at -https://a:b@host/", "at -https://***@host/"),
    ],
)
def test_a_password_is_not_shown(text: str, shown: str) -> None:
    """Wherever an address stands in a text; an address of mail is none of the web."""
    assert without_credentials(text) == shown
    assert has_credentials(text) is (text != shown)


@pytest.mark.parametrize("text", ["a" * 1_000_000, "://" * 300_000, "a:" * 300_000])
def test_a_long_text_is_searched_in_one_pass(text: str) -> None:
    """Whoever writes it decides how long it is; a square of its length would be hours."""
    assert without_credentials(text) == text
