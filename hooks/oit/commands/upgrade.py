"""`oit upgrade`: an office's repository to a newer engine, whole or not at all."""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import click
from packaging.version import Version

from oit.assessment.assess import assess
from oit.assessment.gate import Gate, judge
from oit.catalog import beside, both
from oit.commands.alone import working_alone
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.generated import differing, engine_here
from oit.commands.options import EXISTING_FILE, root_option
from oit.commands.progress import says_when_slow
from oit.editing.migrations.plan import (
    SETTINGS,
    SettingsFormError,
    UpgradePlan,
    is_written,
    plan_of_office,
    plan_of_records,
)
from oit.editing.office import LOCK, VENDOR, PinnedWheel, pinned_wheel
from oit.entry.refusals import could_not_run
from oit.findings import Finding, Kind
from oit.forge.codeowners import CODEOWNERS, codeowners
from oit.records import RECORDS
from oit.records.load import load_site
from oit.system.engine import version
from oit.system.environment import Environment, read_environment
from oit.system.git import History
from oit.system.keeping import write_bytes
from oit.system.locking import held
from oit.system.other_engine import OtherEngine, UnusableWheelError, engine_in
from oit.system.witness import WitnessReader
from oit.system.writing import write_changes
from oit.wording.gate_text import findings_text
from oit.wording.vocabulary import vocabulary_of

_LATE = frozenset({Kind.STALE, Kind.MISSING})
_Known: TypeAlias = frozenset[tuple[Any, ...]]


class Upgrade(NamedTuple):
    """The version that an office had, what is planned, and what is to be written."""

    before: str | None
    plan: UpgradePlan
    changes: Mapping[str, bytes]


@documented()
@click.option("--to", "newer", type=EXISTING_FILE, help=beside("upgrade.to"))
@root_option
@reports_errors
@says_when_slow
def upgrade(root: Path, newer: Path | None) -> None:
    """Take an office to a newer engine, whole or not at all."""
    if newer:
        _refuse_uncommitted(root, newer)
        sys.exit(_run_newer(root, newer))  # which takes the lock itself
    with working_alone(root):
        _refuse_uncommitted(root, newer)
        made = upgrade_of(root, History(root).tracked(), read_environment())
        write_changes(root, made.changes, made.plan.removed)
    click.echo("\n".join(_summary(made.plan, made.changes, made.before)))


def upgrade_of(root: Path, names: Iterable[str], environment: Environment) -> Upgrade:
    """What the engine that runs makes of an office, and what is to be written; nothing is yet.

    `names` are the files of its repository; only for who holds the lock of `root`. Ends with status
    1 where the upgrade would bring findings, with 2 where it cannot run.
    """
    pinned = _pinned(root)
    before = pinned.version if pinned else None
    if before and Version(before) > Version(version()):
        could_not_run(both("upgrade.newer-there", before=before, version=version()))
    plan = _plan(root, _files(root, names), before, environment)
    return Upgrade(before, plan, _changes(root, plan, pinned, environment))


def _refuse_uncommitted(root: Path, newer: Path | None) -> None:
    files = History(root).uncommitted()
    if changed := [path for path in files if not newer or not _is_file(root / path, newer)]:
        shown = "\n".join(f"  {path}" for path in changed[:5])
        could_not_run(both("upgrade.uncommitted", count=len(changed), files=shown))


def _run_newer(root: Path, newer: Path) -> int:
    """Let the engine in a wheel do it; gives its exit status."""
    file = root / LOCK
    lock = file.read_text("utf-8") if file.is_file() else ""
    try:
        with engine_in(newer, lock) as engine:
            done = engine.run("upgrade", "--root", str(root.resolve()), cwd=root)
    except UnusableWheelError as error:
        could_not_run(both("upgrade.unusable-wheel", file=newer.name, why=str(error)))
    click.echo(done.stdout, nl=False)
    click.echo(done.stderr, nl=False, err=True)
    return done.returncode


def _is_file(path: Path, other: Path) -> bool:
    return path.exists() and path.samefile(other)


def _pinned(root: Path) -> PinnedWheel | None:
    """The engine in the lock; ends with status 2 where the file is not the one that it names."""
    lock = root / LOCK
    pinned = pinned_wheel(lock.read_text("utf-8")) if lock.is_file() else None
    if pinned:
        file = root / VENDOR / pinned.name
        if not file.is_file() or sha256(file.read_bytes()).hexdigest() != pinned.sha256:
            wheel = f"{VENDOR}/{pinned.name}"
            could_not_run(both("upgrade.other-wheel", file=wheel, lock=LOCK))
    return pinned


def _plan(
    root: Path, files: Mapping[str, bytes], before: str | None, environment: Environment
) -> UpgradePlan:
    if (root / "hooks/oit").is_dir():  # the engine's own repository pins none
        written = {path: data for path, data in files.items() if is_written(path)}
        return plan_of_records(written, before)
    try:
        return plan_of_office(files, before, engine_here(), environment.today.day)
    except SettingsFormError:
        could_not_run(both("upgrade.settings-form", file=SETTINGS))


def _files(root: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The files themselves, by path from the root; nothing is read through a link."""
    files = {name: root / name for name in names}
    return {
        name: file.read_bytes()
        for name, file in files.items()
        if file.is_file() and not file.is_symlink()
    }


def _changes(
    root: Path, plan: UpgradePlan, pinned: PinnedWheel | None, environment: Environment
) -> dict[str, bytes]:
    """What is to be written; ends with status 1 where the upgrade would bring findings."""
    stage = held(root).temporary()
    _write_stage(root, stage, plan.written)
    witnessed = WitnessReader.remembering(root)
    assessment = assess(witnessed(load_site(stage)), environment.today)
    failing = judge(assessment, Gate.ENFORCE).failing
    if new := _new_findings(root, pinned, failing):
        vocabulary = vocabulary_of(assessment.site)
        click.echo(findings_text(new, vocabulary, environment.language), err=True)
        click.echo(f"\n{both('upgrade.new-findings')}", err=True)
        sys.exit(1)
    owners = codeowners(assessment.site).encode() if (root / CODEOWNERS).is_file() else None
    made = {**plan.generated, **({CODEOWNERS: owners} if owners else {})}
    return dict(sorted({**plan.written, **differing(root, made)}.items(), key=_order))


def _order(change: tuple[str, bytes]) -> int:
    """The wheel first and the lock last: a killed upgrade never leaves a pin without its file."""
    path = change[0]
    return -1 if path.startswith(f"{VENDOR}/") else int(path == LOCK)


def _write_stage(root: Path, stage: Path, written: Mapping[str, bytes]) -> None:
    shutil.copytree(root / RECORDS, stage / RECORDS, symlinks=True)
    shutil.copyfile(root / SETTINGS, stage / SETTINGS)
    for path, data in written.items():
        write_bytes(stage / path, data)


def _new_findings(
    root: Path, pinned: PinnedWheel | None, failing: tuple[Finding, ...]
) -> list[Finding]:
    """Those that the engine before did not have; without one, lateness is not the upgrade's."""
    known = _known_to(root / VENDOR / pinned.name, root) if pinned else None
    if known is None:
        return [finding for finding in failing if finding.kind not in _LATE]
    return [finding for finding in failing if _key(finding) not in known]


def _known_to(pinned: Path, root: Path) -> _Known | None:
    """What the engine before finds, as `oit check --format json` tells it; `None` if it cannot."""
    try:
        with engine_in(pinned, (root / LOCK).read_text("utf-8")) as engine:
            told = _told(engine, root)
    except (UnusableWheelError, OSError):
        return None
    names = ("rule", "fiscal_year", "item", "division", "requirement", "period")
    return frozenset(tuple(finding[name] for name in names) for finding in told)


def _told(engine: OtherEngine, root: Path) -> list[dict[str, Any]]:
    done = engine.run("check", "--format", "json", "--root", str(root.resolve()), cwd=root)
    try:
        groups = json.loads(done.stdout)
    except ValueError:
        return []
    return [*groups["failing"], *groups["listed"]]


def _key(finding: Finding) -> tuple[Any, ...]:
    cell = str(finding.cell) if finding.cell else None
    owed = (finding.division, finding.requirement, cell)
    return (finding.rule, finding.fiscal_year, finding.item, *owed)


def _summary(plan: UpgradePlan, changes: Mapping[str, bytes], before: str | None) -> Iterator[str]:
    if not changes and not plan.removed:
        yield both("upgrade.nothing", version=version())
        return
    if before:
        yield both("upgrade.upgraded-from", before=before, version=version())
    else:
        yield both("upgrade.upgraded", version=version())
    for step in plan.migrations:
        yield f"  {step.number}. {beside(f'upgrade.migration-{step.number}')}"
    yield f"  {beside('upgrade.records', count=len(plan.written))}"
    yield from (f"    {path}" for path in sorted(plan.written))
    generated = sorted(changes.keys() - plan.written.keys())
    counts = {"count": len(generated), "removed": len(plan.removed)}
    yield f"  {beside('upgrade.generated', **counts)}"
    yield from (f"    {path}" for path in generated)
    yield from (f"    {path} – {beside('upgrade.removed')}" for path in sorted(plan.removed))
    yield both("upgrade.next")
