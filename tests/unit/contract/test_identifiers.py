"""Identifiers: one scheme for all documents, of addresses that the site has."""

from oit.contract import identifiers

SITE = "https://oit.example.go.th/site/"


def test_an_identifier_is_an_address_of_the_site_and_the_kind_of_thing() -> None:
    """Absolute where the site's own address is known, else relative to its root."""
    assert identifiers.dataset_id(SITE, 2568, "O15") == f"{SITE}2568/o15/#dataset"
    assert identifiers.dataset_id(None, 2568, "O15") == "2568/o15/#dataset"
    assert identifiers.division_id(SITE, "finance") == f"{SITE}divisions/finance/#division"
    assert identifiers.round_id(SITE, 2568) == f"{SITE}2568/#round"
    assert identifiers.period_id(SITE, 2568, "2025-03") == f"{SITE}2568/#period-2025-03"


def test_a_series_is_known_by_its_topic() -> None:
    """The number of an item changes from year to year, its topic stays."""
    assert identifiers.series_id(SITE, "procurement").endswith("#series-procurement")


def test_a_file_and_a_section_of_a_page_have_an_identifier_each() -> None:
    """The same for an address and for a path, and never one for two sections of a page."""
    file = f"{SITE}2568/o15/a.csv"
    assert identifiers.distribution_id(SITE, "2568/o15/a.csv") == f"{file}#distribution"
    assert identifiers.distribution_id(SITE, file) == f"{file}#distribution"
    first, second = (
        identifiers.distribution_id(SITE, f"2568/o15/#text-{name}") for name in ("a", "b")
    )
    assert (first, second) == (
        f"{SITE}2568/o15/#text-a-distribution",
        f"{SITE}2568/o15/#text-b-distribution",
    )


def test_a_page_of_another_site_gets_an_identifier_of_the_office_s_own() -> None:
    """No name is coined in another's space, and two items that name one page have two."""
    first = identifiers.evidence_id(SITE, 2568, "O1", "url", "https://x.org/")
    second = identifiers.evidence_id(SITE, 2568, "O2", "url", "https://x.org/")
    assert str(first).startswith(f"{SITE}2568/o1/#link-")
    assert str(second).startswith(f"{SITE}2568/o2/#link-")
    assert identifiers.evidence_id(SITE, 2568, "O1", "url", "https://y.org/") != first


def test_a_stated_nothing_has_no_identifier() -> None:
    """There is nothing to fetch."""
    assert identifiers.evidence_id(SITE, 2568, "O1", "none", None) is None
