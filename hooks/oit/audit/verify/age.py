"""Whether a site was made before rules and events were published, or somebody has taken them out.

Rules and events came together with much else. A site that has none of it is older; whoever takes
out the two alone is given away by the rest.
"""

from collections.abc import Iterator

from oit.audit.verify.published import PublishedSite
from oit.audit.verify.values import Discrepancy
from oit.contract.addresses import (
    INDEX_PATH,
    events_csv_path,
    events_path,
    item_json_path,
    policy_path,
    schema_path,
)
from oit.contract.marks import VALUE
from oit.outputs.api.files import SCHEMAS

_VALUE_MARK = f"{VALUE}=".encode()
_SCHEMAS_SINCE = frozenset(map(schema_path, ("policy.json", "events.json", "events.csv")))
"""Schemas that no older site has."""


def check_age(site: PublishedSite) -> Iterator[Discrepancy]:
    """Rounds without rules or events: a notice of an older site, a failure of any other."""
    without = [
        round_.fiscal_year
        for round_ in site.index.rounds
        if round_.policy is None or round_.events is None
    ]
    sign = next(_signs(site), None) if without else None
    for year in without:
        check = "rules-missing" if sign else "rules-unpublished"
        params = {"place": sign} if sign else {}
        yield Discrepancy(check=check, path=INDEX_PATH, subject=str(year), params=params)


def is_older(site: PublishedSite) -> bool:
    """Whether nothing is there of what came with rules and events."""
    return next(_signs(site), None) is None


def schemas_left_aside(site: PublishedSite) -> frozenset[str]:
    """Of an older site the schemas that came, which are its own, and those that came later."""
    if not is_older(site):
        return frozenset()
    paths = map(schema_path, SCHEMAS)
    return _SCHEMAS_SINCE | {path for path in paths if site.data(path) is not None}


def _signs(site: PublishedSite) -> Iterator[str]:
    """Where there is something that came with rules and events."""
    yield from _in_the_index(site)
    yield from sorted(path for path in _SCHEMAS_SINCE if site.data(path) is not None)
    for round_ in site.index.rounds:
        year = round_.fiscal_year
        paths = (policy_path(year), events_path(year), events_csv_path(year))
        yield from (path for path in paths if path in site.checksums.hashes)
        yield from _with_sections(site, [item_json_path(year, item.item) for item in round_.items])
    for address, page in sorted(site.pages.items()):
        if _VALUE_MARK in page:
            yield address or "/"


def _in_the_index(site: PublishedSite) -> Iterator[str]:
    """Fields of the index that no older one has."""
    is_named = any(item.identifier for _, item in site.index.round_items())
    if is_named or any(round_.policy or round_.events for round_ in site.index.rounds):
        yield INDEX_PATH


def _with_sections(site: PublishedSite, paths: list[str]) -> Iterator[str]:
    """Documents of items that tell their texts."""
    for path in paths:
        if b'"sections"' in (site.data(path) or b""):
            yield path
