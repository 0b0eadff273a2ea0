"""A table on a page is read by people: days of the B.E., figures that align, rows as cards."""

from msgspec.structs import replace

from helpers.tables import THAI, read, shown
from oit.catalog import Language
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.model import Layout, Table
from oit.outputs.pages.tables.shown import shown_table
from oit.outputs.templating import strict_environment

ANNOUNCEMENTS = "วันที่ประกาศ,ประเภทประกาศ,เรื่อง,ฝ่าย\n2024-11-08,แผน,ก,ข\n"
PURCHASES = (
    "ลำดับที่,งาน,วงเงิน,ราคากลาง,วิธีซื้อหรือจ้าง,ผู้เสนอราคา,ผู้ได้รับการคัดเลือก,เหตุผล,สัญญา\n"
    "1,งานหนึ่ง,1000,1000.5,คัดเลือก,ร้าน ก 2000 บาท; ร้าน ข 900 บาท,ร้าน ข 900 บาท,ถูก,1/68 3 ก.พ. 68\n"
    "2,งานสอง,2000,,คัดเลือก,ร้าน ค 1500,{award},ถูก,2/68\n"
)
SCHEMA = "procurement-summary"


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def html(table: Table) -> str:
    environment = strict_environment()
    source = '{% from "_tables.html" import table %}{{ table(view) }}'
    return environment.from_string(source).render(view=table)


def test_days_are_told_in_the_buddhist_era() -> None:
    """Nobody has to know ISO 8601."""
    assert texts(shown(ANNOUNCEMENTS, "procurement-announcements"))[0][0] == "8 พ.ย. 2567"


def test_all_figures_of_a_column_have_the_same_decimals() -> None:
    """Separators always, satang for all where one has them."""
    table = shown("งาน,ก (บาท),ข (บาท)\nหนึ่ง,1000,1000000\nสอง,2.5,2.00\n")
    assert texts(table) == [["หนึ่ง", "1,000.00", "1,000,000"], ["สอง", "2.50", "2"]]
    assert [cell.text for cell in table.total] == ["รวม 2 รายการ", "1,002.50", "1,000,002"]


def test_a_unit_that_all_figures_share_stands_in_the_caption() -> None:
    """Where they differ each column says its own."""
    assert shown("งาน,ก (บาท),ข (บาท)\nหนึ่ง,1,2\n").caption == "ตาราง (บาท)"
    table = shown("งาน,ก (บาท),ข (คน)\nหนึ่ง,1,2\n")
    assert (table.caption, table.columns[2].heading) == ("ตาราง", "ข (คน)")


def test_what_only_looks_like_a_figure_stays_as_it_is() -> None:
    """Numbers of contracts have no separators, and no sum."""
    table = shown("งาน,เลขที่สัญญา\nหนึ่ง,1234\nสอง,5678\n")
    assert texts(table) == [["หนึ่ง", "1234"], ["สอง", "5678"]]
    assert table.total == ()


def test_purchases_tell_who_was_chosen_at_which_price() -> None:
    """The number joins the name; bidders, reason and contract are folded."""
    table = shown(PURCHASES.format(award="ร้าน ค 1500 บาท"), SCHEMA)
    assert texts(table)[0] == ["1. งานหนึ่ง", "1,000", "1,000.50", "คัดเลือก", "ร้าน ข", "900", ""]
    fold = table.rows[0][-1]
    assert fold.summary == "ผู้เสนอราคา 2 ราย เหตุผลที่คัดเลือก สัญญาหรือข้อตกลง"
    assert [(line.text, line.is_chosen) for line in fold.details[0].lines] == [
        ("ร้าน ก 2,000", False),
        ("ร้าน ข 900", True),
    ]
    assert (fold.details[2].lines[0].text, fold.details[2].lines[0].note) == (
        "1/68",
        "ลงวันที่ 3 ก.พ. 2568",
    )
    assert table.total[5].text == "2,400"


def test_a_price_that_is_not_certain_is_shown_as_it_stands_and_not_added_up() -> None:
    """One such row, and the column has no sum."""
    table = shown(PURCHASES.format(award="ร้าน ค 1500"), SCHEMA)
    assert texts(table)[1][4:6] == ["ร้าน ค 1500", "–"]
    assert table.total[5].text == ""
    assert table.total[1].text == "3,000"


def test_few_narrow_columns_stay_a_table_and_others_become_cards() -> None:
    """By the letters that stand side by side."""
    assert shown("เดือน,รวม (บาท)\nมกราคม,12345678.90\n").layout is Layout.KEPT
    wide = shown("งาน,ก (บาท),ข (บาท)\nหนึ่ง,12345678.90,12345678.90\n")
    assert wide.layout is Layout.THREE
    assert '<th scope="row"' in html(wide)
    assert 'data-l="ก"' in html(wide)


def test_rows_beyond_a_bound_are_counted_and_led_to() -> None:
    """The total stays that of all rows."""
    report = read("งาน,ก (บาท)\n" + "".join(f"งาน {n},1\n" for n in range(30)))
    rest = Link(text="ทุกแถว", href="all/")
    table = shown_table(report, THAI, "ตาราง", most=20, rest=rest)
    assert (len(table.rows), table.more) == (20, "แสดง 20 แถวแรกจากทั้งหมด 30 แถว")
    assert table.total[1].text == "30"
    assert '<a href="all/">ทุกแถว</a>' in html(table)


def test_what_a_file_says_is_escaped() -> None:
    """Whoever sends a file is a stranger."""
    told = html(shown('<b>"งาน",ก\n<script>,"""><i>"\n'))
    assert "<script>" not in told
    assert "<i>" not in told


def test_a_cell_that_a_spreadsheet_would_compute_is_shown_as_it_was_written() -> None:
    """Only the file has the apostrophe."""
    assert texts(shown("งาน,ก\n=1+1,-\n")) == [["=1+1", "–"]]


def test_an_english_page_says_that_the_words_of_the_office_are_thai() -> None:
    """Its words, for screen readers; days are told in English."""
    english = replace(THAI, language=Language.EN)
    table = shown_table(read(ANNOUNCEMENTS), english, "ประกาศ", sample="Sample")
    assert "<td>8 Nov 2024</td>" in html(table)
    assert '<th scope="row" lang="th">แผน</th>' in html(table)
    assert '<span lang="th">ประกาศ</span> <span class="smp">Sample</span></caption>' in html(table)


def test_the_writer_is_that_of_pages() -> None:
    """Tables speak as the rest of their page does."""
    assert isinstance(THAI, PageWriter)
