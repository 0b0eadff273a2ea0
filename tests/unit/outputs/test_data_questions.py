"""The questions on the page for machines: each query answers it from the published files."""

import re
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pytest

from helpers.support import SAMPLE, as_of, copy_sample, delete, published, replace
from oit.system.parquet import write_parquet

DAY = as_of("2025-03-20")
"""Within the round: something is late, missing, and due next month."""
JANUARY = """  - kind: file
    for: monthly-summary
    periods:
      - 2025-01
    file: summary-2025-01.csv
    title: สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนมกราคม 2568
    published: 2025-02-07
    sample: true
"""
REPLACED = f"""    replaces:
      - sha256: {"0" * 64}
        published: 2025-03-10
        date: 2025-03-12
        reason: แก้ยอดรวม
"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two offices: `one` lacks the purchases of January, and has replaced those of February."""
    folder = tmp_path_factory.mktemp("sites")
    site = copy_sample(folder)
    replace("oit_items/2568/O15/record.md", JANUARY, "")(site)
    delete("oit_items/2568/O15/summary-2025-01.csv")(site)
    february = "    published: 2025-03-10\n"
    replace("oit_items/2568/O15/record.md", february, february + REPLACED)(site)
    for name, source in (("one", site), ("two", SAMPLE)):
        outputs = published(source, DAY)
        for path, data in outputs.files.items():
            (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / name / path).write_bytes(data)
        write_parquet(folder / name, outputs.tables)
        for text in outputs.texts:
            (folder / name / text.source).parent.mkdir(parents=True, exist_ok=True)
            (folder / name / text.source).write_text(text.markdown, "utf-8")
    return folder


def blocks(page: Path) -> tuple[str, dict[str, str]]:
    """What a reader runs first, and the query of each question."""
    text = page.read_text("utf-8")
    first = re.search(r"```sql\n(.*?)```", text, re.S)
    questions = re.findall(r"^\*\*([^*]+)\*\*[^\n]*\n\n```sql\n(.*?)```", text, re.S | re.M)
    assert first
    return first[1], dict(questions)


@pytest.fixture(scope="module")
def questions(sites: Path) -> dict[str, str]:
    """The queries by their questions in English."""
    return blocks(sites / "one/en/data.md")[1]


@pytest.fixture
def database(sites: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """After what a reader runs first."""
    with duckdb.connect() as connection:
        connection.execute(blocks(sites / "one/en/data.md")[0].replace("ADDRESS", f"{sites}/one"))
        yield connection


@pytest.fixture
def ask(database: duckdb.DuckDBPyConnection, questions: dict[str, str], sites: Path) -> Any:
    """The answer to the question that begins with these words."""

    def answer(words: str) -> list[tuple[Any, ...]]:
        (query,) = (sql for question, sql in questions.items() if question.startswith(words))
        return database.execute(query.replace("OTHER", f"{sites}/two")).fetchall()

    return answer


def test_both_languages_ask_the_same(sites: Path) -> None:
    """Query for query."""
    thai, english = (blocks(sites / f"one/{page}data.md") for page in ("", "en/"))
    assert thai[0] == english[0]
    assert list(thai[1].values()) == list(english[1].values())


def test_who_was_ever_late(ask: Any) -> None:
    """What came late and what is still missing, the longest first."""
    assert ask("Which section was ever late") == [
        ("finance", "O15", "monthly-summary", "2025-01", "2025-02-18", None, 31),
        ("revenue", "O10", "revenue-statistics", "2025-02", "2025-03-18", "2025-03-19", 2),
    ]


def test_which_requirement_lacks_periods(ask: Any) -> None:
    """All of its periods in one row."""
    assert ask("Which requirement lacks") == [("finance", "O15", "monthly-summary", "2025-01")]


def test_what_is_due_next_month(ask: Any) -> None:
    """What has to be published; of an item with nothing of that, its confirmation."""
    due = ask("What is due next month")
    assert {day[:7] for day, *_ in due} == {"2025-04"}
    assert ("2025-04-17", "revenue", "O9", "tax-statistics", "FY2568-Q2") in due
    assert ("2025-04-17", "revenue", "O9", None, None) not in due


def test_a_confirmation_is_due_where_nothing_has_to_be_published(
    ask: Any, database: duckdb.DuckDBPyConnection
) -> None:
    """The item's own deadline says so."""
    database.execute("UPDATE items SET due_on = '2025-04-02' WHERE item = 'O2'")
    assert ask("What is due next month")[0] == ("2025-04-02", "admin", "O2", None, None)


def test_which_section_publishes_latest_on_average(
    ask: Any, database: duckdb.DuckDBPyConnection
) -> None:
    """Of purchases four months: due on 15 November, 16 December, 15 January and 17 March."""
    database.execute("DELETE FROM evidence WHERE requirement <> 'monthly-summary'")
    days = [8 - 15, 9 - 16, 9 - 15, 10 - 17]
    assert ask("Which section publishes latest") == [("finance", pytest.approx(-6.8), len(days))]
    assert round(sum(days) / len(days), 2) == -6.75


def test_a_later_version_makes_no_section_later(
    ask: Any, database: duckdb.DuckDBPyConnection
) -> None:
    """What fills a cell counts once, by the first."""
    database.execute("DELETE FROM evidence WHERE requirement <> 'monthly-summary'")
    before = ask("Which section publishes latest")
    database.execute(
        "INSERT INTO evidence SELECT * REPLACE ('2025-03-19' AS published) FROM evidence "
        "WHERE published IS NOT NULL"
    )
    assert ask("Which section publishes latest") == before


def test_what_has_changed_since_a_day(ask: Any) -> None:
    """What was published, confirmed or replaced until the day of the data."""
    changes = ask("What has changed since")
    days = ["2025-02-10", "2025-03-10", "2025-03-11", "2025-03-12"]
    assert [row[0] for row in changes if row[2] == "O15"] == days
    assert ("2025-03-10", "published", "O15", "monthly-summary", "2025-02") in {
        row[:5] for row in changes
    }
    assert max(row[0] for row in changes) <= "2025-03-20"


def test_what_an_item_said_on_a_day(ask: Any) -> None:
    """What stood there on that day, with its hash: nothing that came later or went before."""
    said = ask("What did item O15 say on 2025-02-28")
    assert [row[:2] for row in said] == [
        ("announcements", None),
        ("monthly-summary", "2024-10"),
        ("monthly-summary", "2024-11"),
        ("monthly-summary", "2024-12"),
    ]
    october = (SAMPLE / "oit_items/2568/O15/summary-2024-10.csv").read_bytes()
    assert said[1][6] == sha256(october).hexdigest()


def test_who_confirmed_and_why(ask: Any) -> None:
    """The post, the day, and its words."""
    told = [row for row in ask("Which post confirmed") if row[1] == "O15"]
    assert [row[0] for row in told] == ["2024-12-11", "2025-01-10", "2025-02-10", "2025-03-11"]
    assert told[0][3:] == (
        "หัวหน้าฝ่ายการคลัง",
        "ตรวจแล้ว ประกาศและสรุปผลเดือนพฤศจิกายนครบถ้วน",
    )


def test_which_file_was_replaced_and_why(ask: Any) -> None:
    """With the hashes of both versions."""
    ((day, item, requirement, period, _, old, new, why),) = ask("Which file was replaced")
    assert (day, item, requirement, period) == ("2025-03-12", "O15", "monthly-summary", "2025-02")
    february = (SAMPLE / "oit_items/2568/O15/summary-2025-02.csv").read_bytes()
    assert (old, new, why) == ("0" * 64, sha256(february).hexdigest(), "แก้ยอดรวม")


def test_what_is_a_sample(ask: Any) -> None:
    """Everything that is marked, once."""
    samples = ask("What is a sample")
    assert len(samples) == len(set(samples)) > 50
    assert ("O15", "monthly-summary", "2024-12") in {row[:3] for row in samples}
    assert "O22" not in {row[0] for row in samples if row[1] == "analysis"}


def test_how_two_offices_differ(ask: Any) -> None:
    """Item for item, by what it is about."""
    rows = ask("How do two offices")
    assert len(rows) == 22
    differing = [row for row in rows if row[2] != row[3]]
    assert differing == [("2568", "procurement", "incomplete", "current", "0", "0")]


def test_what_the_office_bought(ask: Any) -> None:
    """By months, and in all; January is missing, and December had nothing."""
    assert ask("What did the office buy") == [
        ("2024-10", 2, Decimal(3000), Decimal(3000), 0),
        ("2024-11", 3, Decimal(8000), Decimal(7000), 0),
        ("2025-02", 2, Decimal(3000), Decimal(3000), 0),
        (None, 7, Decimal(14000), Decimal(13000), 0),
    ]


def test_what_each_supplier_agreed_to(ask: Any) -> None:
    """One query, whatever stands beside the names in the cells of the form."""
    assert ask("What is the sum of agreed prices") == [
        ("ผู้เสนอราคาตัวอย่าง ข", 3, Decimal(7000)),
        ("ผู้เสนอราคาตัวอย่าง ก", 2, Decimal(3000)),
        ("ผู้เสนอราคาตัวอย่าง ค", 2, Decimal(3000)),
    ]
