"""Addresses on the published site: paths from its root, and ids within a page."""

import re
from collections.abc import Sequence
from urllib.parse import urlencode

from oit.model.mandate import MandateItem
from oit.records.contents import name_of_version
from oit.records.markup import ANCHOR_PREFIX

API = "api/v1"
INDEX_PATH = f"{API}/index.json"
INDEX_CSV_PATH = f"{API}/index.csv"
EVIDENCE_CSV_PATH = f"{API}/evidence.csv"
CHECKLIST_PATH = f"{API}/checklist.json"
LEDGER_PATH = f"{API}/ledger.json"
CATALOG_PATH = f"{API}/catalog.jsonld"
GD_PATH = f"{API}/gdcatalog.json"
CKAN_PATH = f"{API}/ckan.jsonl"
PACKAGE_PATH = f"{API}/datapackage.json"
CHECKSUMS = f"{API}/checksums.txt"
ATOM_PATH = "feeds/updates.atom"
ADMIN_PATH = "admin/"
"""The form (Decap CMS) in which divisions enter records."""
_FIRST_LIST = "evidence"
"""The list that an address in the form means where it names none."""
RULES_PATH = "guide/messages/"
"""What each message means; a rule's id is its anchor."""

_TO_ROOT = "../" * (API.count("/") + 1)
"""From the folder of the documents to the site's root."""
_ITEM = re.compile(r"\d{4}/o\d+/")


def absolute(site_url: str | None, path: str) -> str:
    """A path as a full URL; unchanged where the site's own address is not known."""
    return f"{site_url.rstrip('/')}/{path}" if site_url else path


def iri(address: str) -> str:
    """An address of the index as an IRI in a catalogue.

    One that is relative to the site's root leads there from the catalogue's folder first.
    """
    return address if "://" in address else f"{_TO_ROOT}{address}"


# Pages


def round_path(fiscal_year: int) -> str:
    """`2568/`."""
    return f"{fiscal_year}/"


def item_path(fiscal_year: int, item: MandateItem) -> str:
    """`2568/o15/`."""
    return f"{fiscal_year}/{item.slug}/"


def item_address(fiscal_year: int, item: str) -> str:
    """`2568/o15/` of O15."""
    return f"{fiscal_year}/{item.lower()}/"


def is_item(path: str) -> bool:
    """Whether an address is that of an item, in Thai."""
    return bool(_ITEM.fullmatch(path))


def table_page_path(fiscal_year: int, item: MandateItem, requirement: str) -> str:
    """`2568/o15/monthly-summary/`: the tables of a requirement over all periods, as one."""
    return f"{item_path(fiscal_year, item)}{requirement}/"


def table_csv_path(fiscal_year: int, item: MandateItem, requirement: str) -> str:
    """`2568/o15/monthly-summary/table.csv`: the same for programs."""
    return f"{table_page_path(fiscal_year, item, requirement)}table.csv"


def version_path(fiscal_year: int, item: str, sha256: str, file: str) -> str:
    """`2568/o15/versions/0123456789ab-summary.csv`: an earlier version of a file."""
    return f"{fiscal_year}/{item.lower()}/versions/{name_of_version(sha256, file)}"


def due_path(fiscal_year: int) -> str:
    """`2568/due/`."""
    return f"{fiscal_year}/due/"


def archive_path(fiscal_year: int) -> str:
    """`2568/oit-2568.zip`: all files of a round."""
    return f"{fiscal_year}/oit-{fiscal_year}.zip"


def check_path(fiscal_year: int) -> str:
    """`2568/check/`: how anybody finds out whether what the round says is true."""
    return f"{fiscal_year}/check/"


def measures_path(fiscal_year: int) -> str:
    """`2568/measures/`."""
    return f"{fiscal_year}/measures/"


def ita_path(fiscal_year: int, results_year: int) -> str:
    """`2568/ita-2567/`: results of an earlier year, as a round discloses them."""
    return f"{fiscal_year}/ita-{results_year}/"


def answers_path(fiscal_year: int) -> str:
    """`2568/itap/`: the answers to file with the assessor."""
    return f"{fiscal_year}/itap/"


def division_path(division: str) -> str:
    """`divisions/finance/`."""
    return f"divisions/{division}/"


# Ids within an item's page


def section_anchor(section: str, division: str | None) -> str:
    """The id of a section of a record; of a part's section with its division."""
    return f"{ANCHOR_PREFIX}{division}-{section}" if division else f"{ANCHOR_PREFIX}{section}"


def requirement_anchor(requirement: str) -> str:
    """The id of a requirement."""
    return f"requirement-{requirement}"


# Files for programs


def item_json_path(fiscal_year: int, item: str) -> str:
    """`api/v1/2568/o15.json` of O15."""
    return f"{API}/{fiscal_year}/{item.lower()}.json"


def year_table_path(fiscal_year: int, item: str, table: str) -> str:
    """`api/v1/2568/tables/o15-monthly-summary`, without an ending: a table over its periods."""
    return f"{API}/{fiscal_year}/tables/{item.lower()}-{table}"


def lasting_table_path(scheme: str, topic: str, table: str) -> str:
    """`api/v1/tables/bma-district-oit/procurement-monthly-summary`: the same over all rounds."""
    return f"{API}/tables/{scheme}/{topic}-{table}"


def policy_path(fiscal_year: int) -> str:
    """`api/v1/2568/policy.json`: the rules of a round."""
    return f"{API}/{fiscal_year}/policy.json"


def events_path(fiscal_year: int) -> str:
    """`api/v1/2568/events.json`: what happened in a round."""
    return f"{API}/{fiscal_year}/events.json"


def events_csv_path(fiscal_year: int) -> str:
    """`api/v1/2568/events.csv`: the same as a table."""
    return f"{API}/{fiscal_year}/events.csv"


def schema_path(document: str) -> str:
    """`api/v1/schema/index.json.schema.json` of `index.json`."""
    return f"{API}/schema/{document}.schema.json"


def answers_csv_path(fiscal_year: int) -> str:
    """`api/v1/itap-2568.csv`: the answers to file with the assessor, as a table."""
    return f"{API}/itap-{fiscal_year}.csv"


def calendar_path(division: str | None = None) -> str:
    """`feeds/due-finance.ics`: the deadlines of a division; `feeds/due.ics`: of the office."""
    return f"feeds/due-{division}.ics" if division else "feeds/due.ics"


def feed_page_path(month: str, number: int) -> str:
    """`feeds/updates-2025-03.atom`: what was published in a month; `…-2.atom` its second page."""
    return f"feeds/updates-{month}{f'-{number}' if number > 1 else ''}.atom"


def form_path(schema: str) -> str:
    """`forms/procurement-summary.csv`: the empty form of a table."""
    return f"forms/{schema}.csv"


def site_root(address: str) -> str:
    """The root of a site, with a slash at the end, of its address, home page or index."""
    root = address.partition("#")[0].partition("?")[0]
    for ending in (INDEX_PATH, "index.html"):
        root = root.removesuffix(ending)
    return root if root.endswith("/") else f"{root}/"


# The form of divisions


def collection_name(fiscal_year: int) -> str:
    """The form's collection (a term of Decap CMS) of a round: `oit-2568`."""
    return f"oit-{fiscal_year}"


def collection_entry(item: MandateItem, division: str | None) -> str:
    """The name in it of an item's record, `o15`, or of a division's part, `o15-works`."""
    return f"{item.slug}-{division}" if division else item.slug


def admin_entry_path(fiscal_year: int, item: MandateItem, division: str | None = None) -> str:
    """The form with a record or part open: `admin/#/collections/oit-2568/entries/o15`."""
    collection, entry = collection_name(fiscal_year), collection_entry(item, division)
    return f"{ADMIN_PATH}#/collections/{collection}/entries/{entry}"


def admin_field_path(entry_path: str, field: Sequence[str | int]) -> str:
    """A record in the form, open at a field: `…/entries/o15?entry=3&field=published`.

    `field` is the way to it, as findings have it: `("evidence", 2, "published")`; entries count
    from 1 in the address, and are those of `evidence` where it names no other list. The form
    opens it by `theme/admin/place.js`; an empty way is the record as a whole.
    """
    match field:
        case (str(entries), int(index), *inner):
            named = {} if entries == _FIRST_LIST else {"list": entries}
            query = {**named, "entry": index + 1, **({"field": inner[0]} if inner else {})}
        case (str(name), *_):
            query = {"field": name}
        case _:
            return entry_path
    return f"{entry_path}?{urlencode(query)}"
