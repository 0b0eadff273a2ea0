"""The texts that an office writes itself are harmless, before MkDocs reads any of them."""

from pathlib import Path

import pytest

from helpers import made_files as made
from helpers.changes import change_between
from helpers.edits import both
from helpers.support import CLOSED_TODAY, Edit, copy_site, judged, replace, write
from oit.assessment.gate import judge_change

HEAD, TAIL = made.VALID_ID[:6], made.VALID_ID[6:]
PAGE = "docs/map.md"
FRAME = '# แผนที่\n\n\n<iframe src="https://maps.example.org/a"></iframe>\n'
HOSTS = replace("mkdocs.yml", "    tasks:", "    allowed_hosts: [maps.example.org]\n    tasks:")


def found(tmp_path: Path, edit: Edit) -> list[tuple[str, str, int]]:
    site = copy_site("current", tmp_path)
    edit(site)
    return [(each.rule, each.file, each.line) for each in judged(site, CLOSED_TODAY).findings]


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("# ก\n\n<script>alert(1)</script>\n", "docs-active", 3),
        ("# ก\n\nข <b onclick='x'>ค</b>\n", "docs-active", 3),
        (FRAME, "docs-active", 4),
        ("<form action='https://evil.example/'></form>\n", "docs-active", 1),
        ("[ก](javascript:alert(1))\n", "docs-active", 1),
        ("[ก](JaVaScRiPt&#58;alert)\n", "docs-active", 1),
        ("---\ntitle: <script>alert(1)</script>\n---\n\nก\n", "docs-active", 2),
        ('---\ntitle: ก\ndescription: "\'><img src=x onerror=alert(1)>"\n---\n', "docs-active", 3),
        ("![ก](https://evil.example/a.png)\n", "docs-foreign", 1),
        ("![ก][x]\n\n[x]: //evil.example/a.png\n", "docs-foreign", 3),
        ("ก\n\n<img src='//evil.example/a.png'>\n", "docs-foreign", 3),
        ("<style>@import url(https://evil.example/a.css)</style>\n", "docs-foreign", 1),
        ("[ก](../../private/a.pdf)\n", "docs-outside", 1),
        (f"ก\n\nเลข {HEAD}**{TAIL}**\n", "personal-id", 3),
        (f"ก\n\nเลข {HEAD}&#x200b;{TAIL}\n", "personal-id", 3),
        (f"<p>{HEAD}<b>{TAIL}</b></p>\n", "personal-id", 1),
        ("ก\n\nข \u202eค\n", "text-direction", 3),
        ("---\ntitle: ก\u200bข\n---\n\nค\n", "text-invisible", 2),
    ],
)
def test_what_a_page_must_not_have_is_told_with_its_line(
    text: str, rule: str, line: int, tmp_path: Path
) -> None:
    """Judged on what the page does, not on how it is written."""
    assert (rule, PAGE, line) in found(tmp_path, write(PAGE, text))


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        (
            "a.svg",
            "<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>",
            "docs-active",
        ),
        ("a.svg", "<svg onload='x'/>", "docs-active"),
        ("a.svg", "<svg><image href='https://evil.example/a.png'/></svg>", "docs-foreign"),
        ("a.html", "<!doctype html><script>x</script>", "docs-active"),
        ("a.js", "alert(1)", "docs-active"),
        ("a.MJS", "alert(1)", "docs-active"),
        ("a.png", "<!doctype html><script>x</script>", "docs-active"),
        ("a.css", "p { background: url(//evil.example/a.png) }", "docs-foreign"),
        ("a.css", f"p::after {{ content: '{HEAD}/**/\\3{TAIL[0]} {TAIL[1:]}' }}", "personal-id"),
        ("a.txt", f"เลข {made.VALID_ID}", "personal-id"),
        ("a.csv", f"ก,ข\n{made.VALID_ID},1\n", "personal-id"),
        ("a.docx", made.docx(f"<w:p><w:r><w:t>{made.VALID_ID}</w:t></w:r></w:p>"), "personal-id"),
        ("a.html", f"<p>{HEAD}<b>{TAIL}</b></p>", "personal-id"),
        (f"{made.VALID_ID}.txt", "ก", "personal-id-in-name"),
        ("a.zip", b"PK\x03\x04 and no more", "docs-unread"),
        ("a.bin", b"\0\1\2\3", "docs-unread"),
    ],
)
def test_files_beside_the_pages_are_searched(
    name: str, data: str | bytes, rule: str, tmp_path: Path
) -> None:
    """Pictures, styles, documents and their names, at any depth."""
    rules = {each for each, _, _ in found(tmp_path, write(f"docs/assets/deep/{name}", data))}
    assert rule in rules


def test_honest_pages_and_files_pass(tmp_path: Path) -> None:
    """HTML that is harmless, links, pictures of the office's own, fonts, an empty file."""
    edit = both(
        write(
            PAGE,
            "---\ntitle: แผนที่ (ชั้น 2 < ชั้น 3)\n---\n\n# ก\n\n"
            "<details><summary>ข</summary>ค</details>\n\n[ง](https://www.example.org/) "
            "[จ](../2568/o1/) [ฉ](mailto:a@b.go.th) ![ช](assets/a.png)\n"
            "ประกาศ\u200bสำนักงาน\u200bเขต\n",
        ),
        write(
            "docs/assets/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>"
        ),
        write("docs/assets/a.css", "p { background: url(a.png) }"),
        write("docs/assets/a.pdf", made.pdf()),
        write("docs/assets/a.woff2", b"wOF2\0\1"),
        write("docs/assets/.gitkeep", ""),
        write("docs/assets/empty.txt", ""),
    )
    assert found(tmp_path, edit) == []


@pytest.mark.parametrize("target", ["/etc/passwd", "about.md", "/etc", "nowhere"])
def test_a_link_below_docs_is_told_and_not_followed(target: str, tmp_path: Path) -> None:
    """To a file, to a folder, within the site or out of it, broken or not."""
    edit = lambda site: (site / "docs/linked").symlink_to(target)  # noqa: E731
    assert found(tmp_path, edit) == [("docs-symlink", "docs/linked", 1)]


def test_docs_itself_may_not_be_a_link(tmp_path: Path) -> None:
    """Nor lie outside of the repository."""

    def edit(site: Path) -> None:
        (site / "docs").rename(tmp_path / "elsewhere")
        (site / "docs").symlink_to(tmp_path / "elsewhere")

    assert ("docs-symlink", "docs", 1) in found(tmp_path, edit)
    outside = replace("mkdocs.yml", "docs_dir: docs", "docs_dir: ../elsewhere")
    assert ("docs-outside", "mkdocs.yml", 1) in found(tmp_path / "again", outside)


def test_an_office_may_allow_a_host_and_a_request_is_judged_by_the_base(tmp_path: Path) -> None:
    """By its policy; a request does not allow itself a host."""
    assert found(tmp_path / "a", both(HOSTS, write(PAGE, FRAME))) == []
    base, head = copy_site("current", tmp_path / "b"), copy_site("current", tmp_path / "c")
    both(HOSTS, write(PAGE, FRAME))(head)
    verdict = judge_change(change_between(base, head, CLOSED_TODAY))
    assert "docs-active" in [each.rule for each in verdict.failing]


@pytest.mark.parametrize("host", ["https://maps.example.org", "*.example.org", "localhost", "a b"])
def test_a_host_is_a_name_alone(host: str, tmp_path: Path) -> None:
    """No address, no pattern."""
    edit = replace("mkdocs.yml", "    tasks:", f'    allowed_hosts: ["{host}"]\n    tasks:')
    assert "wrong-type" in {rule for rule, _, _ in found(tmp_path, edit)}
