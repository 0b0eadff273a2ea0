"""What `oit fix` would write: found by correcting, judging again, and correcting further."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from oit.assessment.assess import assess
from oit.assessment.result import Assessment
from oit.editing.corrections import Fix, Fixed, by_file, fixed
from oit.entry.selection import Session
from oit.findings import FAULTY, Finding
from oit.records import RECORDS
from oit.records.load import load_site
from oit.system.writing import staged_folder

_PASSES = 8
"""A name, its value, what the value leads to: no slip hides another so many times."""
_SETTINGS = "mkdocs.yml"


class FixPlan(Struct, frozen=True):
    """Files as they are to become; nothing is written yet."""

    written: Mapping[str, bytes] = field(default_factory=dict)
    """By path from the root."""
    renamed: Mapping[str, bytes] = field(default_factory=dict)
    """The renamed evidence files by their old paths."""
    fixes: tuple[Fix, ...] = ()

    def with_file(self, file: str, result: Fixed, files: Mapping[str, bytes]) -> "FixPlan":
        """The plan with a corrected record or policy file, and its evidence files renamed."""
        folder = file.rpartition("/")[0]
        moved = {f"{folder}/{new}": files[f"{folder}/{old}"] for old, new in result.renamed}
        before = {f"{folder}/{old}": files[f"{folder}/{old}"] for old, _ in result.renamed}
        return FixPlan(
            {**self.written, file: result.data, **moved},
            {**self.renamed, **before},
            (*self.fixes, *result.fixes),
        )


def fix_plan(session: Session, findings: Iterable[Finding]) -> FixPlan:
    """All corrections of findings that are certain, those left out that would bring a new fault."""
    asked = {finding.file for finding in findings}
    refused: frozenset[str] = frozenset()
    while True:
        plan, after = _corrected(session, asked - refused)
        worse = _files_made_worse(session.before, after, plan)
        if not worse:
            return plan
        refused |= worse


def _corrected(session: Session, files: Iterable[str]) -> tuple[FixPlan, Assessment]:
    """The plan for some files, corrected until nothing certain is left, and what it leads to."""
    wanted, plan, assessment = frozenset(files), FixPlan(), session.before
    for _ in range(_PASSES):
        further = _further(session, plan, assessment, wanted)
        if further.fixes == plan.fixes:
            break
        plan, assessment = further, _judged(session, further)
    return plan, assessment


def _further(
    session: Session, plan: FixPlan, assessment: Assessment, wanted: frozenset[str]
) -> FixPlan:
    for file, findings in by_file(assessment.findings).items():
        if file in wanted and _is_ours(session, file):
            data = plan.written.get(file) or (session.root / file).read_bytes()
            folder = file.rpartition("/")[0]
            result = fixed(data, findings, _names_in(folder, plan.written))
            if result.fixes:
                names = [f"{folder}/{old}" for old, _ in result.renamed]
                bytes_of = {name: (session.root / name).read_bytes() for name in names}
                plan = plan.with_file(file, result, bytes_of)
    return plan


def _names_in(folder: str, files: Iterable[str]) -> frozenset[str]:
    """The names of those files that lie in a folder."""
    apart = (file.rpartition("/") for file in files)
    return frozenset(name for of, _, name in apart if of == folder)


def _is_ours(session: Session, file: str) -> bool:
    """Whether a file is one of the records or policy files that a command may write."""
    path = session.root / file
    return file.startswith(f"{RECORDS}/") and path.is_file() and not path.is_symlink()


def _judged(session: Session, plan: FixPlan) -> Assessment:
    """The site as the plan would leave it."""
    with staged_folder(session.root, RECORDS, plan.written) as stage:
        (stage / _SETTINGS).write_bytes((session.root / _SETTINGS).read_bytes())
        for name in plan.renamed:
            (stage / name).unlink()
        site = load_site(stage, inspect=session.inspect, memory=session.memory)
        return assess(session.witnessed(site), session.environment.today)


def _files_made_worse(before: Assessment, after: Assessment, plan: FixPlan) -> frozenset[str]:
    """The files of the plan from which a fault follows that was not there."""
    known = {_identity(finding) for finding in before.findings}
    new = [
        finding
        for finding in after.findings
        if finding.kind in FAULTY and _identity(finding) not in known
    ]
    changed = frozenset(fix.finding.file for fix in plan.fixes)
    blamed = {file for finding in new for file in _of_the_same(finding, changed)}
    return frozenset(blamed) if blamed or not new else changed


def _of_the_same(finding: Finding, files: Iterable[str]) -> Iterator[str]:
    """The file that a finding is about, and those of its folder."""
    folder = finding.file.rpartition("/")[0]
    yield from (file for file in files if file == finding.file or file.startswith(f"{folder}/O"))
    yield from (file for file in files if file.rpartition("/")[0] == folder)


def _identity(finding: Finding) -> tuple[object, ...]:
    return (finding.rule, finding.file, finding.field, finding.where)
