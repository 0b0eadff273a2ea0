"""`oit new-round`: opens a round that passes the gate on its first day, or writes nothing."""

import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
from msgspec.structs import replace

from oit.assessment.assess import assess
from oit.assessment.gate import Gate, judge
from oit.assessment.readiness import RULES as READINESS
from oit.assessment.result import Assessment, Today
from oit.catalog import Language, beside, both, english_line, say
from oit.commands.alone import works_alone
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.options import EXISTING_FILE, root_option
from oit.commands.progress import says_when_slow
from oit.commands.sites import cached_site
from oit.commands.words import FISCAL_YEAR
from oit.editing.new_round import DeadlineTerms, drafts_from, new_round_files, with_words
from oit.entry.refusals import could_not_run
from oit.forge.codeowners import CODEOWNERS, codeowners
from oit.model.mandate import Mandate
from oit.periods import fiscal_start
from oit.records import RECORDS
from oit.records.load import load_mandate, load_site
from oit.records.site import DRAFTS, Site
from oit.reporting.due import duties_of
from oit.system.environment import Environment, read_environment
from oit.system.locking import held
from oit.system.witness import WitnessReader
from oit.system.writing import write_changes
from oit.wording.gate_text import findings_text
from oit.wording.vocabulary import vocabulary_of

_ASKED_NEXT = {*READINESS, "witness-unread"}
"""Rules whose findings the opening of a round does not wait for: the gate asks for them next."""


@documented()
@click.argument("year", type=FISCAL_YEAR)
@click.option("--from", "source", type=EXISTING_FILE, help=beside("new-round.from"))
@root_option
@reports_errors
@works_alone
@says_when_slow
def new_round(root: Path, year: int, source: Path | None) -> None:
    """Open a round, whole or not at all."""
    environment = read_environment()
    target = root / RECORDS / str(year)
    if target.exists():
        could_not_run(both("new-round.is-there", year=year, folder=f"{RECORDS}/{year}"))
    site = cached_site(root)
    mandate = _mandate(site, source, environment)
    files = new_round_files(year, mandate, _terms(site))
    stage = held(root).temporary()
    _write_stage(root, stage, year, files)
    drafts = _copy_drafts(root, stage, year, site)
    witnessed = WitnessReader.remembering(root)
    opened = assess(witnessed(load_site(stage)), Today(fiscal_start(year), is_set=True))
    _refuse_faults(opened, environment)
    (stage / RECORDS / str(year)).rename(target)
    approvers = _refresh_codeowners(root, site, opened.site)
    thai, english = (_told(opened, mandate, approvers, drafts, language) for language in Language)
    click.echo(f"{thai}\n{english_line(english)}")


def _refuse_faults(opened: Assessment, environment: Environment) -> None:
    """End with status 1 where the round has faults, but for what people are asked to check next."""
    failing = judge(opened, Gate.ENFORCE).failing
    faults = [finding for finding in failing if finding.rule not in _ASKED_NEXT]
    if faults:
        vocabulary = vocabulary_of(opened.site)
        click.echo(findings_text(faults, vocabulary, environment.language), err=True)
        sys.exit(1)


def _mandate(site: Site, source: Path | None, environment: Environment) -> Mandate:
    """The mandate in a file, else that of the newest round."""
    if source:
        mandate, findings = load_mandate(source)
        if mandate is None:
            could_not_run(findings_text(findings, vocabulary_of(site), environment.language))
        return mandate
    if not site.rounds:
        could_not_run(both("new-round.nothing-to-copy"))
    newest = site.rounds[-1]
    return with_words(newest.mandate, newest.policy)


def _terms(site: Site) -> DeadlineTerms:
    if not site.rounds:
        return DeadlineTerms()
    policy = site.rounds[-1].policy
    return DeadlineTerms(policy.days_after_period, policy.warning_days)


def _write_stage(root: Path, stage: Path, year: int, files: Mapping[str, str]) -> None:
    """Write the round into a site of its own, with the settings and divisions of the real one."""
    records = stage / RECORDS
    for name, text in files.items():
        path = records / str(year) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    for shared in ("mkdocs.yml", f"{RECORDS}/divisions.yml"):
        if (root / shared).is_file():
            shutil.copyfile(root / shared, stage / shared)


def _copy_drafts(root: Path, stage: Path, year: int, site: Site) -> int:
    """Put what the round before has of measures and results among the drafts; how many files."""
    earlier = [round_ for round_ in site.rounds if round_.fiscal_year < year]
    paths = drafts_from(earlier[-1]) if earlier else ()
    folder = stage / RECORDS / str(year) / DRAFTS
    for path in paths:
        folder.mkdir(exist_ok=True)
        shutil.copyfile(root / path, folder / Path(path).name)
    return len(paths)


def _refresh_codeowners(root: Path, site: Site, new: Site) -> str:
    """Enter the new round in `CODEOWNERS`, where the office has it; gives what is told of it.

    The round is there already: what cannot be written is said, and changes nothing of that.
    """
    file = root / CODEOWNERS
    rounds = sorted((*site.rounds, *new.rounds), key=lambda round_: round_.policy.opens)
    try:
        if file.is_file():
            text = codeowners(replace(site, rounds=tuple(rounds)))
            write_changes(root, {CODEOWNERS: text.encode()}, ())
            return "new-round.approvers-written"
    except OSError:
        return "new-round.approvers-unwritten"
    return "new-round.approvers-absent"


def _told(
    opened: Assessment, mandate: Mandate, approvers: str, drafts: int, language: Language
) -> str:
    """What was opened, and what people have to review before the round is sent in."""
    lines = (
        *_summary(opened, mandate, language),
        f"  {say(approvers, language, file=CODEOWNERS)}",
        *_next_steps(opened, drafts, language),
    )
    return "\n".join(lines)


def _summary(opened: Assessment, mandate: Mandate, language: Language) -> Iterator[str]:
    """Items, days and deadlines of what was opened."""
    (round_,) = opened.rounds
    policy, duties = round_.policy, duties_of(round_)
    year, folder = round_.fiscal_year, round_.contents.folder
    yield say("new-round.opened", language, year=year, folder=folder)
    counts = {
        "items": len(round_.items),
        "parts": sum(unit.is_part for item in round_.items for unit in item.units),
        "source": mandate.fiscal_year,
    }
    yield f"  {say('new-round.contents', language, **counts)}"
    yield f"  {say('new-round.days', language, opens=policy.opens, closes=policy.closes)}"
    if duties:
        days = {"first": duties[0].due_on, "last": duties[-1].due_on}
        yield f"  {say('new-round.deadlines', language, count=len(duties), **days)}"


def _next_steps(opened: Assessment, drafts: int, language: Language) -> Iterator[str]:
    (round_,) = opened.rounds
    folder, holidays = round_.contents.folder, len(round_.policy.holidays)
    yield say("new-round.next", language, folder=folder, holidays=holidays)
    if drafts:
        # Last year's order, analysis and results would else be published as this year's.
        named = f"{folder}/{DRAFTS}"
        yield f"  {say('new-round.drafts', language, count=drafts, folder=named)}"
