"""Addresses of requests: of a remote's pages, with what is filled in, and from what servers say."""

from urllib.parse import parse_qs, urlsplit

import pytest

from oit.system.proposing import Proposal, compare_address, opened_address, page_of_remote


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://github.com/office/site.git", "https://github.com/office/site"),
        ("https://github.com/office/site/", "https://github.com/office/site"),
        ("https://user:secret@github.com/office/site", "https://github.com/office/site"),
        ("git@github.com:office/site.git", "https://github.com/office/site"),
        (
            "ssh://git@gitlab.office.example:2222/a/b/site.git",
            "https://gitlab.office.example/a/b/site",
        ),
        ("http://gitlab.local:8080/a/site.git", "http://gitlab.local:8080/a/site"),
        ("/srv/git/site.git", ""),
        ("../site", ""),
        ("file:///srv/git/site.git", ""),
        ("C:\\git\\site", ""),
        ("C:/git/site", ""),
        ("https://host:port/x", ""),
    ],
)
def test_the_page_of_a_repository_follows_from_its_remote(url: str, address: str) -> None:
    """Without who signs in; a folder has none."""
    assert page_of_remote(url) == address


def test_a_long_text_is_shortened_by_lines_until_the_address_is_taken() -> None:
    """A Thai letter takes nine characters there; the title stays."""
    body = "\n".join(f"- ข้อ O15 สรุปผลการจัดซื้อจัดจ้าง เดือนที่ {number}" for number in range(60))
    address = compare_address("https://github.com/a/b", "main", Proposal("entry/x", "หัวเรื่อง", body))
    filled = parse_qs(urlsplit(address).query)
    assert len(address) <= 6000
    assert filled["title"] == ["หัวเรื่อง"]
    assert filled["body"][0].split("\n")[-1] == "…"
    assert body.startswith(filled["body"][0].removesuffix("\n…"))


@pytest.mark.parametrize(
    ("said", "address"),
    [
        (
            "remote: View:\nremote:   https://g.example/a/-/merge_requests/12 \n",
            "/a/-/merge_requests/12",
        ),
        (
            "remote: https://g.example/a/-/merge_requests/new?x%5Bb%5D=y",
            "/a/-/merge_requests/new?x%5Bb%5D=y",
        ),
        ("remote: https://other.example/a/-/merge_requests/12", ""),
        ("remote: javascript://g.example/-/merge_requests/12", ""),
        ("remote: https://g.example.other/-/merge_requests/1", ""),
        ("", ""),
    ],
)
def test_only_an_address_of_the_same_host_is_a_request(said: str, address: str) -> None:
    """What a server says is shown as a link."""
    expected = f"https://g.example{address}" if address else ""
    assert opened_address(said, "https://g.example/a") == expected
