"""`oit new-round`: a new round from nothing to green, or nothing at all."""

import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import click

from oit.assessment.assess import assess
from oit.assessment.gate import Gate, judge
from oit.assessment.result import Assessment, Today
from oit.commands.options import could_not_run, explained, root_option
from oit.editing.new_round import DeadlineTerms, new_round_files
from oit.model.mandate import Mandate
from oit.periods import FIRST_BUDDHIST_YEAR, fiscal_start
from oit.records.load import RECORDS, load_mandate, load_site
from oit.records.site import Site
from oit.reporting.due import duties_of
from oit.system.environment import Environment, read_environment
from oit.system.evidence_cache import remembered_site
from oit.wording.due_text import due_report
from oit.wording.gate_text import findings_text, gate_report
from oit.wording.vocabulary import vocabulary_of


@click.command()
@click.argument("year", type=click.IntRange(FIRST_BUDDHIST_YEAR + 1, 2900))
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="ไฟล์เกณฑ์ที่ใช้แทนเกณฑ์ของรอบล่าสุด (a mandate.yml to start from).",
)
@root_option
@explained
def new_round(root: Path, year: int, source: Path | None) -> None:
    """เปิดรอบปีงบประมาณใหม่ เช่น oit new-round 2570 (open a new round)."""
    environment = read_environment()
    target = root / RECORDS / str(year)
    if target.exists():
        could_not_run(
            f"มีรอบปีงบประมาณ {year} อยู่แล้วที่ {RECORDS}/{year} จึงไม่ได้เปลี่ยนแปลงสิ่งใด\n"
            f"[EN] The round {year} is there already; nothing was changed."
        )
    site = remembered_site(root)
    files = new_round_files(year, _mandate(site, source, environment), _terms(site))
    with tempfile.TemporaryDirectory(dir=root, prefix=".oit-") as folder:
        stage = Path(folder)
        _write(root, stage, year, files)
        opened = assess(load_site(stage), Today(fiscal_start(year), is_set=True))
        verdict = judge(opened, Gate.ENFORCE)
        if verdict.refused:
            click.echo(gate_report(opened, verdict, environment.language), err=True)
            sys.exit(1)
        (stage / RECORDS / str(year)).replace(target)
    click.echo(_told(opened, year, environment))


def _mandate(site: Site, source: Path | None, environment: Environment) -> Mandate:
    if source:
        mandate, findings = load_mandate(source)
        if mandate is None:
            could_not_run(findings_text(findings, vocabulary_of(site), environment.language))
        return mandate
    if not site.rounds:
        could_not_run(
            "ยังไม่มีรอบใดให้คัดลอกเกณฑ์ โปรดระบุไฟล์เกณฑ์ด้วย --from\n"
            "[EN] There is no round to carry over; name a mandate with --from."
        )
    return site.rounds[-1].mandate


def _terms(site: Site) -> DeadlineTerms:
    if not site.rounds:
        return DeadlineTerms()
    policy = site.rounds[-1].policy
    return DeadlineTerms(policy.days_after_period, policy.warning_days)


def _write(root: Path, stage: Path, year: int, files: Mapping[str, str]) -> None:
    """The round in a site of its own, with the settings and owners of the real one."""
    records = stage / RECORDS
    for name, text in files.items():
        path = records / str(year) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    for shared in ("mkdocs.yml", f"{RECORDS}/divisions.yml"):
        if (root / shared).is_file():
            shutil.copyfile(root / shared, stage / shared)


def _told(opened: Assessment, year: int, environment: Environment) -> str:
    (round_,) = opened.rounds
    policy = round_.policy
    due = due_report(
        duties_of(round_),
        environment.today.day,
        vocabulary_of(opened.site),
        environment.language,
    )
    return (
        f"{due}\n\n"
        f"เปิดรอบปีงบประมาณ {year} แล้วที่ {RECORDS}/{year}: {len(round_.items)} ข้อ "
        f"เปิดรอบ {policy.opens} ปิดรอบ {policy.closes} วันหยุด {len(policy.holidays)} วัน\n"
        f"โปรดตรวจเกณฑ์ (mandate.yml) และวันหยุด (round.yml) กับประกาศของปีนี้ก่อนส่งเข้าระบบ\n"
        f"[EN] Opened {RECORDS}/{year}; review mandate.yml and round.yml before sending them in."
    )
