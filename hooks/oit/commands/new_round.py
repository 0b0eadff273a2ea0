"""`oit new-round`: opens a round that passes the gate on its first day, or writes nothing."""

import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import click

from oit.assessment.assess import assess
from oit.assessment.gate import Gate, judge
from oit.assessment.result import Assessment, Today
from oit.commands.exits import could_not_run, exit_with_error, reports_errors
from oit.commands.options import EXISTING_FILE, root_option
from oit.commands.sites import cached_site
from oit.commands.words import FISCAL_YEAR
from oit.editing.new_round import DeadlineTerms, new_round_files
from oit.model.mandate import Mandate
from oit.periods import fiscal_start
from oit.records.load import RECORDS, load_mandate, load_site
from oit.records.site import Site
from oit.reporting.due import duties_of
from oit.system.environment import Environment, read_environment
from oit.wording.due_text import due_report
from oit.wording.gate_text import findings_text, gate_report
from oit.wording.vocabulary import vocabulary_of


@click.command()
@click.argument("year", type=FISCAL_YEAR)
@click.option(
    "--from",
    "source",
    type=EXISTING_FILE,
    help="ไฟล์เกณฑ์ที่ใช้แทนเกณฑ์ของรอบล่าสุด (a mandate.yml to start from).",
)
@root_option
@reports_errors
def new_round(root: Path, year: int, source: Path | None) -> None:
    """เปิดรอบปีงบประมาณใหม่ เช่น oit new-round 2570 (open a new round)."""
    environment = read_environment()
    target = root / RECORDS / str(year)
    if target.exists():
        could_not_run(
            f"มีรอบปีงบประมาณ {year} อยู่แล้วที่ {RECORDS}/{year} จึงไม่ได้เปลี่ยนแปลงสิ่งใด",
            f"The round {year} is there already; nothing was changed.",
        )
    site = cached_site(root)
    files = new_round_files(year, _mandate(site, source, environment), _terms(site))
    # In the root, so that the folder can be moved from the stage to its place by a rename.
    with tempfile.TemporaryDirectory(dir=root, prefix=".oit-") as folder:
        stage = Path(folder)
        _write_stage(root, stage, year, files)
        opened = assess(load_site(stage), Today(fiscal_start(year), is_set=True))
        verdict = judge(opened, Gate.ENFORCE)
        if verdict.refused:
            click.echo(gate_report(opened, verdict, environment.language), err=True)
            sys.exit(1)
        (stage / RECORDS / str(year)).replace(target)
    click.echo(_summary(opened, year, environment))


def _mandate(site: Site, source: Path | None, environment: Environment) -> Mandate:
    """The mandate in a file, else that of the newest round."""
    if source:
        mandate, findings = load_mandate(source)
        if mandate is None:
            exit_with_error(findings_text(findings, vocabulary_of(site), environment.language))
        return mandate
    if not site.rounds:
        could_not_run(
            "ยังไม่มีรอบใดให้คัดลอกเกณฑ์ โปรดระบุไฟล์เกณฑ์ด้วย --from",
            "There is no round to carry over; name a mandate with --from.",
        )
    return site.rounds[-1].mandate


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


def _summary(opened: Assessment, year: int, environment: Environment) -> str:
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
