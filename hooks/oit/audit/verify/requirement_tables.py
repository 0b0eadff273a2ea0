"""Tables of requirements: which there have to be, and from which evidence of the index each is.

A table stands below `api/v1/2568/tables/` over the periods of its round, and below
`api/v1/tables/` over all rounds of its scheme. A requirement that names no form of its tables may
have one where they fit together: whether they do is not known here.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from oit.audit.verify.values import subject_of
from oit.contract.addresses import lasting_table_path, year_table_path
from oit.contract.disclosed import EvidenceEntry
from oit.contract.index import Index, ItemEntry, RoundEntry
from oit.contract.policy import PolicyDocument, RequirementRule

CSV, PARQUET, SCHEMA = ".csv", ".parquet", ".schema.json"
ENDS = (CSV, PARQUET, SCHEMA)
"""What a table is published as."""


class SourceTable(Struct, frozen=True):
    """A file with a table, and what each of its rows has to say of it."""

    entry: EvidenceEntry
    subject: str
    facts: Mapping[str, str]
    """By column of the tables for programs."""

    @property
    def group(self) -> tuple[str, ...]:
        """What two files with the same rows have in common: only one of them is in the table."""
        names = ("fiscal_year", "item", "requirement", "period", "division")
        return tuple(self.facts[name] for name in names)


class ExpectedTable(Struct, frozen=True):
    """A table that there may be, with the evidence that it is made from."""

    sources: Mapping[str, SourceTable]
    """By address, as in the index."""
    is_needed: bool
    """Whether it is published wherever it has rows."""


def expected_tables(
    index: Index, policies: Mapping[int, PolicyDocument]
) -> Mapping[str, ExpectedTable]:
    """Every table that the evidence of an index makes, by its path without an ending."""
    found: dict[str, ExpectedTable] = {}
    for round_, item in index.round_items():
        for rule in _rules(policies.get(round_.fiscal_year), item):
            for name, sources in _named(rule, list(_sources(index, round_, item, rule))):
                needed = bool(rule.tables)
                year = year_table_path(round_.fiscal_year, item.item, name)
                found[year] = ExpectedTable(sources, needed)
                path = lasting_table_path(round_.scheme, item.topic, name)
                known = found.get(path, ExpectedTable({}, needed))
                # Rounds whose columns are others are left out of it: that they are there is asked
                # of the tables of the years.
                found[path] = ExpectedTable({**known.sources, **sources}, needed)
    return found


def _rules(policy: PolicyDocument | None, item: ItemEntry) -> Iterator[RequirementRule]:
    items = policy.rules.items if policy else []
    return (rule for told in items if told.item == item.item for rule in told.requirements)


def _named(
    rule: RequirementRule, sources: Iterable[SourceTable]
) -> Iterator[tuple[str, Mapping[str, SourceTable]]]:
    """The tables of a requirement, by name: one a form where it asks for several."""
    if not rule.tables:
        yield rule.id, _by_address(sources)
    for schema in rule.tables:
        own = [source for source in sources if source.entry.table_schema == schema]
        if own:
            yield (f"{rule.id}-{schema}" if len(rule.tables) > 1 else rule.id), _by_address(own)


def _by_address(sources: Iterable[SourceTable]) -> Mapping[str, SourceTable]:
    return {source.entry.url or "": source for source in sources}


def _sources(
    index: Index, round_: RoundEntry, item: ItemEntry, rule: RequirementRule
) -> Iterator[SourceTable]:
    """The files with a table that fill a requirement, each with all periods that it fills."""
    periods: dict[str, set[str]] = {}
    entries: dict[str, EvidenceEntry] = {}
    for requirement, cell in item.requirement_cells():
        for entry in cell.evidence:
            if requirement.id == rule.id and entry.kind == "file" and entry.rows is not None:
                entries[entry.url or ""] = entry
                periods.setdefault(entry.url or "", set()).update(filter(None, [cell.period]))
    for address, entry in entries.items():
        facts = {
            "office": index.office.id,
            "scheme": round_.scheme,
            "fiscal_year": str(round_.fiscal_year),
            "item": item.item,
            "topic": item.topic,
            "requirement": rule.id,
            "period": ";".join(sorted(periods[address])),
            "division": entry.division,
            "sample": str(entry.sample).lower(),
            "source": address,
            "source_sha256": entry.sha256 or "",
            "published": entry.published.isoformat(),
        }
        yield SourceTable(entry, subject_of(round_.fiscal_year, item.item), facts)
