"""The policy files are consistent: divisions, round, mandate and measures name each other right."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from oit.assessment.rules.located import finding_at
from oit.assessment.scoring import question_scores
from oit.evidence.tables.schema import schema_names
from oit.findings import FieldPath, Finding, Kind, Place
from oit.model.mandate import SHORT, MandateItem, Requirement
from oit.model.measures import Analysis, Measure
from oit.records.site import Round, Site
from oit.records.strict_yaml import Document
from oit.web_address import is_web_address


def check_site(site: Site) -> Iterator[Finding]:
    """Faults of the divisions, and a site without any round."""
    place = Place("oit_items/divisions.yml", Kind.POLICY)
    for repeated in _repeated(division.id for division in site.divisions):
        yield place.finding("policy-repeated", found=repeated)
    settings = site.policy
    if settings and settings.is_demonstration and settings.official_home is None:
        yield Place("mkdocs.yml", Kind.NOTICE).finding("official-home-unset")
    if site.site_url and not is_web_address(site.site_url):
        place = Place("mkdocs.yml", Kind.POLICY)
        yield place.finding("url-malformed", path=("site_url",), found=site.site_url)
    if not site.rounds and not site.findings:
        yield Place("oit_items", Kind.POLICY).finding("round-absent")


def check_round(round_: Round, site: Site) -> Iterator[Finding]:
    """Faults of a round's policy and mandate."""
    yield from _round_policy(round_)
    yield from _mandate(round_)
    for index, item in enumerate(round_.mandate.items):
        yield from _mandate_item(item, index, round_, site)


def _round_policy(round_: Round) -> Iterator[Finding]:
    policy, year = round_.policy, int(round_.folder.rpartition("/")[2])
    place = Place(f"{round_.folder}/round.yml", Kind.POLICY, fiscal_year=year)

    def fault(rule: str, field: str, found: object) -> Finding:
        return finding_at(place, round_.policy_document, rule, (field,), found=found)

    if policy.fiscal_year != year:
        yield fault("round-year", "fiscal_year", policy.fiscal_year)
    if policy.opens > policy.closes:
        yield fault("round-order", "closes", policy.closes)
    if policy.filing and not policy.opens <= policy.filing <= policy.closes:
        yield fault("round-order", "filing", policy.filing)
    named = policy.previous_results
    has_scores = bool(question_scores(round_.previous_results or b""))
    if named and not has_scores and not _is_behind_a_fault(named.item, named.file, round_):
        yield fault("previous-results", "previous_results", named.file)


def _is_behind_a_fault(item: str, file: str, round_: Round) -> bool:
    """Whether a file was not read because of a fault of its item's folder, which is told."""
    bundle = round_.bundles.get(item)
    if bundle is None or bundle.has_unknown_entries:
        return True
    meant = {*bundle.facts, *bundle.likely_files.values()}
    return file in meant and round_.previous_results is None


def _mandate(round_: Round) -> Iterator[Finding]:
    mandate, place = round_.mandate, _mandate_place(round_)

    def fault(rule: str, field: str, **params: object) -> Finding:
        return finding_at(place, round_.mandate_document, rule, (field,), **params)

    if mandate.fiscal_year != round_.policy.fiscal_year:
        yield fault("round-year", "fiscal_year", found=mandate.fiscal_year)
    if mandate.scheme != round_.policy.scheme:
        yield fault("mandate-scheme", "scheme", found=mandate.scheme)
    if len(mandate.items) != mandate.item_count:
        yield fault("mandate-count", "items", found=len(mandate.items), expected=mandate.item_count)
    # These name no field: a repeated name has no one place.
    line = round_.mandate_document.line(("items",))
    for repeated in _repeated(item.item for item in mandate.items):
        yield place.finding("policy-repeated", line, found=repeated)
    for repeated in _repeated(item.topic for item in mandate.items):
        yield place.finding("policy-repeated", line, found=repeated)


def _mandate_item(item: MandateItem, index: int, round_: Round, site: Site) -> Iterator[Finding]:
    place, document = _mandate_place(round_, item.item), round_.mandate_document
    for found, path in _unknown_names(item, round_, site):
        yield _unknown_at(place, document, ("items", index, *path), found)
    for field, name in _long_names(item):
        at = ("items", index, field)
        yield finding_at(place, document, "short-name", at, found=name, limit=SHORT)
    for repeated in _repeated(requirement.id for requirement in item.requirements):
        yield place.finding("policy-repeated", document.line(("items", index)), found=repeated)


def _unknown_names(item: MandateItem, round_: Round, site: Site) -> Iterator[tuple[str, FieldPath]]:
    """Names of what is not there, each with the field of the item that has it."""
    for owner in item.owners:
        if site.divisions and owner not in site.division_ids():
            yield owner, ("owners",)
    if item.lead not in item.owners:
        yield item.lead, ("lead",)
    if item.indicator not in {indicator.id for indicator in round_.mandate.indicators}:
        yield item.indicator, ("indicator",)
    for name in sorted(set(item.asked_first) - {owed.id for owed in item.requirements}):
        yield name, ("asked_first",)
    for number, requirement in enumerate(item.requirements):
        for field, name in _unknown_references(requirement, round_.fiscal_year):
            yield name, ("requirements", number, field)


def _long_names(item: MandateItem) -> Iterator[tuple[str, str]]:
    """Field and value of short names that are too long."""
    for field, name in (("short_th", item.short_th), ("short_en", item.short_en)):
        if name and len(name) > SHORT:
            yield field, name


def _unknown_at(place: Place, document: Document | None, path: FieldPath, found: str) -> Finding:
    """A reference to nothing; a list may have several, which its field does not tell apart."""
    return replace(finding_at(place, document, "policy-reference", path, found=found), where=found)


def _mandate_place(round_: Round, item: str | None = None) -> Place:
    file = f"{round_.folder}/mandate.yml"
    return Place(file, Kind.POLICY, fiscal_year=round_.fiscal_year, item=item)


def _unknown_references(requirement: Requirement, fiscal_year: int) -> Iterator[tuple[str, str]]:
    """Field and value of periods of another year, and of table schemas that do not exist."""
    for period in requirement.periods:
        if period.fiscal_year != fiscal_year:
            yield "periods", str(period)
    for name in requirement.tables:
        if name not in schema_names():
            yield "tables", name


def _repeated(names: Iterable[str]) -> list[str]:
    return sorted(name for name, count in Counter(names).items() if count > 1)


def check_measures(round_: Round, site: Site) -> Iterator[Finding]:
    """Owners that are no division, and proofs that are no topic of the round's items."""
    place = Place(f"{round_.folder}/measures.yml", Kind.POLICY, fiscal_year=round_.fiscal_year)
    document = round_.measures_document
    for index, analysis in enumerate(round_.measures.analysis if round_.measures else ()):
        for path, found in _unknown_in_analysis(analysis, ("analysis", index), round_, site):
            yield _unknown_at(place, document, path, found)


def _unknown_in_analysis(
    analysis: Analysis, path: FieldPath, round_: Round, site: Site
) -> Iterator[tuple[FieldPath, str]]:
    for owner in _unknown_divisions(analysis.owners, site):
        yield (*path, "owners"), owner
    for number, measure in enumerate(analysis.measures):
        yield from _unknown_in_measure(measure, (*path, "measures", number), round_, site)


def _unknown_in_measure(
    measure: Measure, path: FieldPath, round_: Round, site: Site
) -> Iterator[tuple[FieldPath, str]]:
    for owner in _unknown_divisions(measure.owners, site):
        yield (*path, "owners"), owner
    topics = {item.topic for item in round_.mandate.items}
    for number, action in enumerate(measure.actions):
        if action.proof and action.proof not in topics:
            yield (*path, "actions", number, "proof"), action.proof


def _unknown_divisions(owners: Iterable[str], site: Site) -> list[str]:
    """Owners that are no division; none where the divisions could not be read."""
    return sorted(set(owners) - site.division_ids()) if site.divisions else []
