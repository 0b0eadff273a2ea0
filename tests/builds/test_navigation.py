"""The engine makes the navigation; what an office lists itself is kept, and stands there once."""

from pathlib import Path

from lxml import html

from helpers.builds import built
from helpers.support import Edit, copy_site, replace, write

LISTED = "nav:\n  - ชุดข้อมูล: data.md\n"
DAY = {"OIT_AS_OF": "2025-04-30"}


def menu(site: Path, edit: Edit) -> list[tuple[str, str]]:
    """Names and addresses at the foot of the page about the site `current`, after an edit."""
    edit(site)
    page = html.parse(str(built(site, **DAY) / "about/index.html")).getroot()
    return [(link.text_content(), link.get("href")) for link in page.xpath("//footer//a")]


def test_without_a_nav_every_page_of_the_engine_is_there(tmp_path: Path) -> None:
    """In groups by reader, and below them the texts that are in none."""
    listed = menu(copy_site("current", tmp_path), replace("mkdocs.yml", LISTED, ""))
    addresses = [address for _, address in listed]
    for path in ("2568/", "2568/due/", "2568/itap/", "divisions/", "data/", "guide/"):
        assert addresses.count(f"../{path}") == 1, path
    assert [name for name, _ in listed[-3:]] == [
        *("ITA คืออะไร", "เกี่ยวกับเว็บไซต์นี้", "การเข้าถึงเว็บไซต์"),
    ]


def test_what_an_office_lists_and_a_group_has_is_not_doubled(tmp_path: Path) -> None:
    """The site `current` lists its page of data itself."""
    listed = menu(copy_site("current", tmp_path), lambda _: None)
    assert [address for _, address in listed].count("../data/") == 1


def test_what_stands_in_a_section_is_not_doubled_either(tmp_path: Path) -> None:
    """A page may be listed without a name; the menu is flat, and has links to elsewhere too."""
    nested = (
        "nav:\n  - ข้อมูล:\n      - ชุดข้อมูล: data.md\n      - assessment.md\n"
        "      - กรุงเทพมหานคร: https://www.bangkok.go.th/\n"
    )
    listed = menu(copy_site("current", tmp_path), replace("mkdocs.yml", LISTED, nested))
    assert listed[-2:] == [
        ("ITA คืออะไร", "../assessment/"),
        ("กรุงเทพมหานคร", "https://www.bangkok.go.th/"),
    ]
    assert len(listed) == len({address for _, address in listed})


def test_an_office_s_own_page_is_reached_wherever_its_file_lies(tmp_path: Path) -> None:
    """`about/index.md` has the address of `about.md`: the menu leads there, nothing is replaced."""
    own = write("docs/about/index.md", "# ของเราเอง\n")
    site = copy_site("current", tmp_path)
    assert ("เกี่ยวกับเว็บไซต์นี้", "./") in menu(site, own)
    assert "ของเราเอง" in (site / "site/about/index.html").read_text("utf-8")
