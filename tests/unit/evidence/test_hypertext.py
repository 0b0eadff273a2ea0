"""What a page does in a reader's browser is seen, however it is written."""

import pytest

from helpers.made_files import VALID_ID
from oit.evidence.hypertext import Danger, dangers, shown_texts
from oit.evidence.hypertext_addresses import Page
from oit.evidence.personal import find_national_ids, personal_kinds

HERE = Page(depth=2, allowed_hosts=frozenset({"maps.example.org"}))
ACTIVE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC='a.js'></SCRIPT>",
    "<!--><script>alert(1)</script>-->",
    "<svg><script>alert(1)</script></svg>",
    "<svg xmlns:x='http://www.w3.org/2000/svg'><x:script>alert(1)</x:script></svg>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<iframe src='https://maps.example.org/'><p title='</iframe><img src=x onerror=alert(1)>'>",
    "<textarea><p title='</textarea><img src=x onerror=alert(1)>'>",
    "<b>" * 400 + "<script>alert(1)</script>",
    "<img src=a.png onerror=alert(1)>",
    "<img/src=a.png/onerror=alert(1)><p ONCLICK='x'>",
    "<iframe src='a.html'></iframe>",
    "<iframe srcdoc='&lt;script&gt;'></iframe>",
    "<iframe src='https://maps.example.org/' srcdoc='x'></iframe>",
    "<object data='a.swf'></object>",
    "<embed src='a.swf'>",
    "<form action='a'><input name='b'></form>",
    "<button formaction='javascript:x'>a</button>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv='refresh' content='0; url=a'>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href=' \tjava\nscript:alert(1)'>a</a>",
    "<a href='&#106;avascript:alert(1)'>a</a>",
    "<a href='data:text/html,x'>a</a>",
    "<a href='vbscript:x'>a</a>",
    "<a href='ms-word:ofe|u|x'>a</a>",
    "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "<svg><a xlink:href='javascript:alert(1)'>a</a></svg>",
    "<svg><animate attributeName='href' to='javascript:alert(1)'/></svg>",
    "<p style='behavior: url(a.htc)'>",
    "<p style='width: exp/**/ression(alert(1))'>",
    "<?xml-stylesheet href='a.xsl'?><svg/>",
    "<meta charset=iso-2022-jp><img alt='\x1b$B'>\x1b(B<img title=' src=x onerror=alert(1) '>",
    "<?xml version='1.0' encoding='ISO-2022-JP'?><svg/>",
    "<META name='a' content='text/html; charset = shift_jis'>",
    "<!DOCTYPE svg [<!ENTITY a '<script/>'>]><svg>&a;</svg>",
]
FOREIGN = [
    "<img src='https://evil.example/a.png'>",
    "<img src='//evil.example/a.png'>",
    "<img src='\\\\evil.example/a.png'>",
    "<img src='http://maps.example.org/a.png'>",
    "<img srcset='a.png 1x, https://evil.example/b.png 2x'>",
    "<video poster='https://evil.example/a.png'></video>",
    "<video><source src='https://evil.example/a.mp4'></video>",
    "<link rel='stylesheet' href='https://evil.example/a.css'>",
    "<link rel='dns-prefetch' href='//evil.example'>",
    "<style>@import 'https://evil.example/a.css';</style>",
    "<style>p{background:url(//evil.example/a.png)}</style>",
    "<style>p{background:url(\\2f\\2f evil.example/a.png)}</style>",
    "<p style='background:u\\rl(https://evil.example/a)'>",
    "<p style='background:url(\\\\\\\\evil.example/a)'>",
    "<p style='background:url(\"/\\9 /evil.example/a\")'>",
    "<svg><rect mask='url(https://evil.example/a)'/></svg>",
    "<svg><rect fill='url(//evil.example/a#b)'/></svg>",
    "<svg><image href='https://evil.example/a.png'/></svg>",
    "<svg><use xlink:href='https://evil.example/a.svg#b'/></svg>",
    "<a ping='https://evil.example/' href='a'>a</a>",
    "<table background='https://evil.example/a.png'><tr><td></table>",
    "<img src='https://maps.example.org:8443/a.png'>",
    "<img src='https://maps.example.org@evil.example/a.png'>",
]
HARMLESS = [
    "<!doctype html><meta charset='utf-8'><meta charset=UTF-8>",
    "<?xml version='1.0' encoding='UTF-8' standalone='no'?><svg><rect fill='url(#a)'/></svg>",
    "<h2 id='a'>ก</h2><p class='b'>ข <b>ค</b> <br> <abbr title='x'>ง</abbr></p>",
    "<details><summary>ก</summary>ข</details><kbd>Ctrl</kbd><sup>2</sup>",
    "<table><tr><td colspan='2' align='right'>ก</td></tr></table>",
    "<a href='https://evil.example/'>a</a> <a href='mailto:a@b.th'>a</a> <a href='tel:02'>a</a>",
    "<a href='../../2568/o15/#a'>a</a> <a href='?a=b:c'>a</a> <a href='#a:b'>a</a>",
    "<a href='/x'>a</a>",
    "<img src='../a.png' alt='ก' style='width: 50%'>",
    "<img src='data:image/png;base64,AAAA' alt='ก'>",
    "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/><use href='#a'/></svg>",
    "<style>p { color: red; background: url(a.png) } /* https://example.org/ */</style>",
    "<iframe src='https://maps.example.org/embed?a=b' title='แผนที่'></iframe>",
    "<img src='https://maps.example.org/a.png'>",
    "",
    "<!-- a -->",
]


@pytest.mark.parametrize("text", ACTIVE)
def test_what_runs_frames_or_sends_is_active(text: str) -> None:
    """Elements, handlers, addresses; also where only browsers read it so."""
    assert Danger.ACTIVE in {found.danger for found in dangers(text, HERE)}


@pytest.mark.parametrize("text", FOREIGN)
def test_what_another_host_has_to_send_is_foreign(text: str) -> None:
    """Whatever loads it; an allowed host is allowed by https, its own name and its own port."""
    assert Danger.FOREIGN in {found.danger for found in dangers(text, HERE)}


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_html_is_passed_over(text: str) -> None:
    """Text, tables, links, the office's own pictures, and what the policy allows."""
    assert dangers(text, HERE) == ()


@pytest.mark.parametrize("text", ["../../../x", "a/../../../../x", "../%2e%2e/../x", "..\\../../x"])
def test_a_relative_address_above_the_site_leads_outside(text: str) -> None:
    """Counted from the folder of the page; for links and for pictures."""
    for html in (f"<a href='{text}'>a</a>", f"<img src='{text}'>"):
        assert [found.danger for found in dangers(html, HERE)] == [Danger.OUTSIDE]


HEAD, TAIL = VALID_ID[:6], VALID_ID[6:]


@pytest.mark.parametrize(
    "text",
    [
        f"<p>{HEAD}<b>{TAIL[:2]}</b><i><span>{TAIL[2:]}</span></i></p>",
        f"<p>{HEAD}<!-- a -->{TAIL}</p>",
        f"<p>{HEAD}&#x200b;&#x3{TAIL[0]};{TAIL[1:]}</p>",
        f"<p>{HEAD}\n{TAIL}</p>",
        f"<p>{HEAD}<br>{TAIL}</p>",
        f"<p>{HEAD}<wbr>{TAIL}</p>",
        f"<img alt='{HEAD}&#8203;{TAIL}'>",
        f"<a href='https://a.th/?id=%20{VALID_ID}'>a</a>",
        "<td>1<b>-1017</b>-00230-70-<i>8</i></td>",
        f"<title>{VALID_ID}</title>",
        f"<svg><text>{HEAD}<tspan>{TAIL}</tspan></text></svg>",
        f"<p>{HEAD}<x-a></x-a>{TAIL}</p>",
        *(
            f"<p {name}='{HEAD}&#8203;{TAIL}'>"
            for name in ("aria-description", "summary", "label", "data-a", "aria-valuetext")
        ),
        f"<style>p::after {{ content: '{HEAD}\\3{TAIL[0]} {TAIL[1:]}' }}</style>",
        f"<p style='--a: \"{HEAD}\\3{TAIL[0]} {TAIL[1:]}\"'>",
    ],
)
def test_a_number_is_seen_as_its_reader_sees_it(text: str) -> None:
    """Tags removed, entities decoded, inline elements joined."""
    assert any(personal_kinds(shown) for shown in shown_texts(text))


@pytest.mark.parametrize("cut", range(1, 13))
def test_blocks_and_cells_are_not_joined(cut: int) -> None:
    """Two columns of figures are no number."""
    head, tail = VALID_ID[:cut], VALID_ID[cut:]
    for text in (f"<td>{head}</td><td>{tail}</td>", f"<p>{head}</p><p>{tail}</p>"):
        assert not any(find_national_ids(shown) for shown in shown_texts(text))
