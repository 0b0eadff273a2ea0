"""What was taken off the site is served by no later build, and stays on record as taken off."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from oit.assessment.result import Assessment, RoundAssessment
from oit.assessment.rules.located import finding_at, unit_finding
from oit.findings import FieldPath, Finding, Kind, Place
from oit.model.persons import is_of_person
from oit.model.record import FileEvidence, UrlEvidence
from oit.model.withdrawals import Withdrawal
from oit.records.contents import digest_of_url
from oit.records.site import Bundle, Round, Site, Unit


def check_served(site: Site) -> Iterator[Finding]:
    """Files, sections and addresses of any item, round or hand-written page that were withdrawn."""
    withdrawn = site.withdrawn
    if not withdrawn:
        return
    bundles = (bundle for round_ in site.rounds for bundle in round_.bundles.values())
    for bundle in (bundle.as_meant for bundle in bundles):
        for unit in bundle.units:
            yield from _served_by(unit, bundle, withdrawn)
    for name, digest in site.hand_written.items():
        if digest in withdrawn:
            place = Place(name, Kind.UNSAFE)
            yield finding_at(place, None, "withdrawn-served", (), **_told(name, withdrawn[digest]))


def _served_by(
    unit: Unit, bundle: Bundle, withdrawn: Mapping[str, Withdrawal]
) -> Iterator[Finding]:
    sections = {name: section.digest for name, section in unit.text.sections.items()}
    for path, name, digest in (*_entries(unit, bundle), *_sections(sections)):
        if digest in withdrawn:
            told = _told(name, withdrawn[digest])
            yield unit_finding(unit, "withdrawn-served", path, Kind.UNSAFE, **told)


def _entries(unit: Unit, bundle: Bundle) -> Iterator[tuple[FieldPath, str, str]]:
    """Path, name and SHA-256 of each entry that names a file or an address."""
    for number, evidence in unit.numbered():
        if isinstance(evidence, FileEvidence) and evidence.file in bundle.facts:
            facts = bundle.facts[evidence.file]
            yield ("evidence", number, "file"), evidence.file, facts.sha256
        elif isinstance(evidence, UrlEvidence):
            yield ("evidence", number, "url"), evidence.url, digest_of_url(evidence.url)


def _sections(digests: Mapping[str, str]) -> Iterator[tuple[FieldPath, str, str]]:
    """The same of sections, which are shown whether an entry names them or not."""
    for name, digest in digests.items():
        yield ("evidence",), name, digest


def _told(name: str, withdrawal: Withdrawal) -> dict[str, object]:
    return {"found": name, "expected": withdrawal.day, "by": withdrawal.by}


def check_withdrawals(round_: Round, today: date) -> Iterator[Finding]:
    """Withdrawals of what the round does not have, on a day that cannot be, or by a person."""
    for number, withdrawal in enumerate(round_.withdrawals):
        item = round_.mandated(withdrawal.item)
        known = {requirement.id for requirement in item.requirements} if item else set()
        path: FieldPath = ("withdrawals", number)
        if withdrawal.requirement not in known:
            found = f"{withdrawal.item} {withdrawal.requirement}"
            yield _finding(round_, "policy-reference", (*path, "for"), found=found)
        if not round_.policy.opens <= withdrawal.day <= today:
            told = {"found": withdrawal.day, "expected": round_.policy.opens}
            yield _finding(round_, "withdrawal-date", (*path, "date"), **told)
        if is_of_person(withdrawal.by):
            named = _finding(round_, "post-names-person", (*path, "by"), found=withdrawal.day)
            yield replace(named, kind=Kind.NOTICE, item=withdrawal.item)


def _finding(round_: Round, rule: str, path: FieldPath, **params: object) -> Finding:
    place = Place(f"{round_.folder}/withdrawn.yml", Kind.POLICY, fiscal_year=round_.fiscal_year)
    return finding_at(place, round_.withdrawals_document, rule, path, **params)


def check_counted(base: Assessment, proposed: Site) -> Iterator[Finding]:
    """A withdrawal states an earlier day than the history has for what it withdraws, or any."""
    before = {round_.fiscal_year: round_ for round_ in base.rounds}
    for round_ in proposed.rounds:
        old = before.get(round_.fiscal_year)
        known = old.contents.withdrawals if old else ()
        for number, entry in enumerate(round_.withdrawals):
            if entry.counted_from and entry not in known:
                first = _first_day(old, entry) if old else None
                if first is None or entry.counted_from < first:
                    path: FieldPath = ("withdrawals", number, "counted_from")
                    told = {"found": entry.counted_from, "expected": first}
                    yield _finding(round_, "withdrawal-counted", path, **told)


def _first_day(round_: RoundAssessment, entry: Withdrawal) -> date | None:
    return round_.recordings.first_of(entry.item, entry.requirement, entry.sha256)


def check_kept(base: Site, proposed: Site) -> Iterator[Finding]:
    """A withdrawal of the base was removed or altered."""
    after = {round_.fiscal_year: round_ for round_ in proposed.rounds}
    for round_ in base.rounds:
        new = after.get(round_.fiscal_year)
        kept = Counter(new.withdrawals if new else ())
        for lost in (Counter(round_.withdrawals) - kept).elements():
            file = f"{round_.folder}/withdrawn.yml"
            place = Place(file, Kind.POLICY, round_.fiscal_year, lost.item)
            yield place.finding("withdrawal-removed", found=lost.day)
