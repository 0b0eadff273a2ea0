"""`oit init`: an office's repository, whole and in the frame of this project, or nothing."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from oit.assessment.assess import assess
from oit.assessment.gate import Gate, judge
from oit.catalog import beside, both
from oit.commands.alone import restore_before, working_alone
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.generated import engine_here
from oit.commands.progress import says_when_slow
from oit.commands.usage import UnreadableValue
from oit.commands.words import FISCAL_YEAR
from oit.editing.new_round import DeadlineTerms, closing_day, new_round_files
from oit.editing.office import NewOffice, office_files
from oit.entry.refusals import could_not_run
from oit.forge.codeowners import CODEOWNERS, codeowners
from oit.model.mandate import Mandate
from oit.periods import fiscal_start, fiscal_year_of
from oit.records import RECORDS
from oit.records.load import load_mandate, load_site
from oit.system.engine import version
from oit.system.environment import Environment, read_environment
from oit.system.workspace import WORK
from oit.system.writing import write_changes
from oit.wording.gate_text import gate_report

_ID = re.compile(r"[a-z][a-z0-9-]*")
_MANDATE = Path(__file__).parents[1] / "templates/office/mandate.yml"


def _checked_id(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if not _ID.fullmatch(value):
        raise UnreadableValue(both("init.unusable-id", value=value), parameter, context)
    return value


def _checked_name(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """A name on one line, without what would be invisible in it."""
    name = " ".join(value.split())
    if not name or not name.isprintable():
        raise UnreadableValue(both("init.unusable-name"), parameter, context)
    return name


@documented()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--id", "id_", required=True, callback=_checked_id, help=beside("init.id"))
@click.option("--name-th", required=True, callback=_checked_name, help=beside("init.name-th"))
@click.option("--name-en", required=True, callback=_checked_name, help=beside("init.name-en"))
@click.option("--year", type=FISCAL_YEAR, help=beside("init.year"))
@reports_errors
@says_when_slow
def init(folder: Path, id_: str, name_th: str, name_en: str, year: int | None) -> None:
    """Make an office's repository, whole or not at all."""
    environment = read_environment()
    target = folder.absolute()
    restore_before(target)  # one that was killed may have filled half of it
    _refuse_full(target)
    fiscal_year = year or fiscal_year_of(environment.today.day)
    _check_year(fiscal_year, environment.today.day)
    office = NewOffice(id_, name_th, name_en, fiscal_year)
    (_fill if target.exists() else _make)(target, office, environment)
    _begin_history(target)
    names = {"folder": str(folder), "office": office.name_th, "version": version()}
    click.echo(both("init.made", year=office.fiscal_year, **names))


def _refuse_full(target: Path) -> None:
    """End with status 2 where something is there already, save for an empty repository of Git."""
    if target.exists() and (not target.is_dir() or _names_in(target) - {".git", WORK}):
        could_not_run(both("init.not-empty", folder=str(target)))


def _names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def _make(target: Path, office: NewOffice, environment: Environment) -> None:
    """A new folder, which is there as a whole by one rename."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".oit-") as temporary:
        stage = Path(temporary) / "office"
        _write_office(stage, office, environment)
        stage.rename(target)


def _fill(target: Path, office: NewOffice, environment: Environment) -> None:
    """Into a folder that is there, and in which somebody may stand: all files, or none."""
    with working_alone(target) as workspace:
        _refuse_full(target)  # another one may have filled it meanwhile
        stage = workspace.temporary()
        _write_office(stage, office, environment)
        files = sorted(path for path in stage.rglob("*") if path.is_file())
        write_changes(
            target, {path.relative_to(stage).as_posix(): path.read_bytes() for path in files}, ()
        )


def _write_office(stage: Path, office: NewOffice, environment: Environment) -> None:
    today = environment.today.day
    _write(stage, {**office_files(office, engine_here()), **_round(office, today)})
    _complete(stage, environment)


def _check_year(fiscal_year: int, today: date) -> None:
    """End with status 2 for a year whose round is over, or which is more than a year away."""
    this = fiscal_year_of(today)
    if fiscal_year > this + 1 or today > closing_day(fiscal_year):
        possible = {"this": this, "next": this + 1}
        could_not_run(both("init.other-year", year=fiscal_year, today=today, **possible))


def _round(office: NewOffice, today: date) -> dict[str, bytes]:
    """The files of the first round, by path from the root; it begins on the day of `oit init`."""
    is_under_way = fiscal_start(office.fiscal_year) <= today <= closing_day(office.fiscal_year)
    terms = DeadlineTerms(adopted=today if is_under_way else None)
    files = new_round_files(office.fiscal_year, _mandate(), terms)
    folder = f"{RECORDS}/{office.fiscal_year}"
    return {f"{folder}/{name}": text.encode() for name, text in files.items()}


def _mandate() -> Mandate:
    mandate, findings = load_mandate(_MANDATE)
    if mandate is None:
        raise ValueError(findings)  # a fault of the engine, which its tests find
    return mandate


def _write(root: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _complete(root: Path, environment: Environment) -> None:
    """Write who approves what; ends with status 1 where the gate would refuse the office."""
    assessment = assess(load_site(root), environment.today)
    verdict = judge(assessment, Gate.ENFORCE)
    if verdict.refused:
        click.echo(gate_report(assessment, verdict, environment.language), err=True)
        sys.exit(1)
    _write(root, {CODEOWNERS: codeowners(assessment.site).encode()})


def _begin_history(root: Path) -> None:
    """Make it a repository of Git, where Git is installed; the first commit is the office's own."""
    if git := shutil.which("git"):
        command: list[Any] = [git, "init", "--quiet", "--initial-branch=main", root]
        subprocess.run(command, capture_output=True, check=False)
