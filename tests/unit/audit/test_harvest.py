"""The list of a harvest, what it remembers, and in which order it tells of sites."""

from datetime import date

import pytest
from msgspec.structs import replace

from helpers.harvest_sites import made_site
from oit.audit.harvest.files import sites_table, whole_tables
from oit.audit.harvest.judge import site_fault
from oit.audit.harvest.sites import by_attention
from oit.audit.harvest.sites_file import read_sites
from oit.audit.harvest.state import KeptIndex, next_state, progress_line, read_progress
from oit.audit.harvest.summary import percent, summary_of, summary_words

KEPT = KeptIndex(sha256="0" * 64, read_on=date(2025, 4, 30), etag='"a"')


def test_a_list_has_one_address_per_line_and_comments() -> None:
    """With the mark of Windows or without, however an address was copied; the order stays."""
    text = (
        "\ufeff# offices\r\n\r\nhttps://b.example/oit\r\n  https://a.example/index.html # ก\r\n"
        "https://c.example/x/api/v1/index.json\r\nhttps://d.example/#top"
    )
    found = read_sites(text.encode(), "sites.txt")
    assert found.faults == ()
    assert found.addresses == (
        "https://b.example/oit/",
        "https://a.example/",
        "https://c.example/x/",
        "https://d.example/",
    )


def test_every_fault_of_a_list_is_told_with_its_line() -> None:
    """No line hides the next, and no password is repeated."""
    lines = ["a.example", "https://u:secret@b.example/", "https://c.example", "https://c.example/"]
    found = read_sites("\n".join([*lines, "\0"]).encode() + b"\xff", "sites.txt")
    told = [(fault.code, str(fault.where.at[0])) for fault in found.faults]
    assert told == [
        ("line-address", "sites.txt:1"),
        ("line-credentials", "sites.txt:2"),
        ("line-repeated", "sites.txt:4"),
        ("line-address", "sites.txt:5"),
    ]
    assert "secret" not in str(found.faults)


def test_what_was_noted_before_a_kill_is_read_but_for_half_a_line() -> None:
    """The last note of a site holds; what is no note is left out."""
    later = KEPT.model_copy(update={"etag": '"b"'})
    text = progress_line("https://a.example/", KEPT) + progress_line("https://a.example/", later)
    whole = text + progress_line("https://b.example/", KEPT)
    assert read_progress(whole) == {"https://a.example/": later, "https://b.example/": KEPT}
    assert read_progress(whole[:-9]) == {"https://a.example/": later}


def test_the_state_knows_the_sites_of_the_list_alone() -> None:
    """In one order, whatever that of the list was."""
    known = {"https://b.example/": KEPT, "https://a.example/": KEPT, "https://gone.example/": KEPT}
    state = next_state(["https://b.example/", "https://a.example/"], known, KEPT.read_on)
    assert list(state.sites) == ["https://a.example/", "https://b.example/"]


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(0, 3, "0"), (2, 3, "66.6"), (9999, 10000, "99.9"), (3, 3, "100"), (1, 2, "50")],
)
def test_nothing_less_than_all_is_a_hundred_per_cent(part: int, whole: int, shown: str) -> None:
    """Shares are rounded down, to one decimal."""
    assert percent(part, whole) == shown


def test_what_needs_attention_comes_first() -> None:
    """Red sites, then by stale items, by their share in time, by days late; samples at the end."""
    sites = [
        made_site("sample", stale=9, mode="demonstration"),
        made_site("punctual"),
        made_site("later", late=2, days=90),
        made_site("late", late=2, days=3),
        made_site("very-late", late=5, days=3),
        made_site("stale", stale=1),
        made_site("red", fault="harvest.no-year"),
    ]
    order = [site.office.id for site in by_attention(sites) if site.office]
    assert order == ["red", "stale", "very-late", "later", "late", "punctual", "sample"]


def test_the_order_of_the_list_changes_no_byte() -> None:
    """Tables are in the order of addresses and ids."""
    sites = [made_site("b"), made_site("a"), replace(made_site("c"), office=None)]
    tables = [sites_table(order) for order in (sites, sites[::-1])]
    assert tables[0] == tables[1]
    whole = whole_tables(tables[0], [])["offices.csv"].decode("utf-8-sig").splitlines()
    assert [line.partition(",")[0] for line in whole[1:]] == [
        f"https://{name}.example/" for name in "abc"
    ]


def test_where_nothing_counts_no_share_is_claimed() -> None:
    """Nor is anything divided by nothing."""
    fault = site_fault("harvest.no-year", "https://a.example/")
    red = replace(made_site("a"), office=None, faults=(fault,))
    told = summary_words(summary_of([red, made_site("b", mode="demonstration")]))
    assert [words.en for words in told] == [
        "No website counts yet, of 2 on the list.",
        "1 website is to be looked into.",
    ]
