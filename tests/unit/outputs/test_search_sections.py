"""What the site's search knows of a page's HTML."""

import pytest

from oit.outputs.search_sections import Section, sections_of

PAGE = """
<h1>ชื่อหน้า</h1><p class="lead">นำ<b>เรื่อง</b></p>
<h2 id="money">งบ <span class="nb">ประมาณ</span></h2>
<p>จ่าย<br>แล้ว</p><ul><li>ข้อแรก<ul><li>ข้อย่อย</li></ul></li></ul>
<table><caption>ตาราง</caption><tr><td>ก</td><td>ข</td></tr></table>
<h3>ไม่มีที่อยู่</h3>
"""


def test_a_heading_with_an_id_begins_a_section() -> None:
    """What stands before the first belongs to the page; its title is not said twice."""
    page, money = sections_of(PAGE)
    assert page == Section(prose=["นำเรื่อง"])
    assert (money.anchor, money.heading) == ("money", "งบ ประมาณ")


def test_paragraphs_and_entries_are_lines_and_tables_are_not() -> None:
    """Each entry of a list within a list has its own; a heading without an address is a text."""
    money = sections_of(PAGE)[1]
    assert money.prose == ["จ่าย", "แล้ว", "ข้อแรก", "ข้อย่อย"]
    assert money.other == ["ตาราง ก ข", "ไม่มีที่อยู่"]


@pytest.mark.parametrize(
    "left_out",
    [
        "<p data-search-exclude>คำ</p>",
        "<nav><a href='x'>คำ</a></nav>",
        "<form><p>คำ</p></form>",
        "<script>คำ</script>",
        "<pre>คำ</pre>",
        "<div role='img'><svg><text>คำ</text></svg></div>",
        "<!-- คำ -->",
        '<p lang="th">คำ</p>',
    ],
)
def test_what_says_nothing_of_the_page_is_left_out(left_out: str) -> None:
    """Marks, ways to elsewhere, fields, code, drawings, the other language; not what follows."""
    assert sections_of(f"<p>หนึ่ง</p>{left_out}<p>สอง</p>", "th") == [Section(prose=["หนึ่ง", "สอง"])]


def test_a_heading_in_the_other_language_keeps_its_address() -> None:
    """A name of a record stands on the English page too, and leads to its place there."""
    source = '<h2 id="a" lang="th">ชื่อ</h2><p>said</p>'
    assert sections_of(source, "th") == [Section(), Section("a", "ชื่อ", ["said"])]


@pytest.mark.parametrize("source", ["", " ", "<!-- -->", "no element"])
def test_a_page_of_no_elements_has_one_section(source: str) -> None:
    """A page of `docs/` may be empty."""
    assert len(sections_of(source)) == 1


def test_places_where_thai_may_be_broken_are_no_letters() -> None:
    """A word is found whatever the page lets a browser do with it."""
    assert sections_of("<p>จัด\u200bซื้อ</p>")[0].prose == ["จัดซื้อ"]
