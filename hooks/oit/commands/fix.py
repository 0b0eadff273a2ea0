"""`oit fix`: writes what findings know exactly; what a person must decide is told."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from oit.assessment.assess import assess
from oit.catalog import Language, beside, both, say
from oit.commands.documented import documented
from oit.commands.entering import session_in
from oit.commands.exits import reports_errors
from oit.commands.options import root_option
from oit.editing.corrections import Fix
from oit.entry.fixing import FixPlan, fix_plan
from oit.entry.refusals import could_not_run
from oit.entry.selection import Session
from oit.escaping import encodable, for_forge_log
from oit.findings import FAULTY, Finding
from oit.model.written_words import read_item
from oit.records.load import load_site
from oit.system.writing import write_changes, write_files
from oit.wording.gate_text import findings_text
from oit.wording.sentences import field_label
from oit.wording.words import LONGEST_TO_WRITE, printable


@documented()
@click.argument("places", nargs=-1)
@click.option("--yes", is_flag=True, help=beside("fix.yes"))
@root_option
@reports_errors
def fix(root: Path, places: tuple[str, ...], *, yes: bool) -> None:
    """Show every certain correction, and write them when told to."""
    wanted = [_known(place, root) for place in places]
    with session_in(root) as session:
        findings = _wanted(session.before.findings, wanted)
        there = _bytes_of(root, {finding.file for finding in findings})
        plan = fix_plan(session, findings)
        there = {**there, **plan.renamed}
        if plan.fixes:
            _tell(plan.fixes)
            if not (yes or session.ask.agree(beside("fix.question"))):
                click.echo(both("fix.not-written"))
                sys.exit(1)
            _write(root, plan, there)
        sys.exit(_tell_remaining(session, wanted))


def _wanted(findings: Iterable[Finding], places: Iterable[str]) -> list[Finding]:
    """The findings of the items and files that are wanted; all of them where none is named."""
    wanted = tuple(places) or (".",)
    return [
        finding
        for finding in findings
        if finding.item in wanted or any(_is_under(finding.file, place) for place in wanted)
    ]


def _known(place: str, root: Path) -> str:
    """The id of an item, or the path of a file or folder from the root; else status 2."""
    item = read_item(place)
    base = root.resolve()
    paths = (path.resolve() for path in (Path(place), root / place) if path.exists())
    inside = next((path for path in paths if path.is_relative_to(base)), None)
    if item is None and inside is None:
        could_not_run(both("fix.unknown", place=printable(place)))
    return item or (inside or base).relative_to(base).as_posix()


def _is_under(file: str, place: str) -> bool:
    return place == "." or file == place or file.startswith(f"{place}/")


def _bytes_of(root: Path, files: Iterable[str]) -> Mapping[str, bytes]:
    return {file: (root / file).read_bytes() for file in files if (root / file).is_file()}


def _tell(fixes: tuple[Fix, ...]) -> None:
    """Every change as a difference in words."""
    lines = [say("fix.shown", Language.TH, count=len(fixes)), *map(_change, fixes)]
    click.echo(for_forge_log(encodable("\n".join(lines))))


def _change(fix: Fix) -> str:
    place = " · ".join(_place(fix))
    texts = (fix.before.strip(), fix.after.strip())
    before, after = (printable(text, LONGEST_TO_WRITE) for text in texts)
    if not after:
        return "  " + say("fix.removal", Language.TH, place=place, before=before)
    return "  " + say("fix.change", Language.TH, place=place, before=before, after=after)


def _place(fix: Fix) -> Iterable[str]:
    """Item, evidence and field; for a whole line, its number."""
    finding, language = fix.finding, Language.TH
    yield say("fix.item", language, item=finding.item) if finding.item else finding.file
    if fix.title:
        yield say("fix.evidence", language, title=printable(fix.title))
    elif finding.field[:1] == ("evidence",) and len(finding.field) > 1:
        yield say("fix.entry", language, number=int(finding.field[1]) + 1)
    if finding.field:
        yield say("fix.field", language, field=field_label(finding))
    else:
        yield say("fix.line", language, line=finding.line)


def _write(root: Path, plan: FixPlan, there: Mapping[str, bytes]) -> None:
    """Write the plan, whole or not at all; ends with status 2 where a file is not as it was."""
    for file, data in there.items():
        if not (root / file).is_file() or (root / file).read_bytes() != data:
            could_not_run(both("fix.changed-meanwhile", file=printable(file)))
    if plan.renamed:
        write_changes(root, plan.written, plan.renamed)
    else:
        write_files(root, plan.written)
    click.echo(both("fix.written", count=len(plan.fixes)))


def _tell_remaining(session: Session, wanted: Iterable[str]) -> int:
    """Print what a person must decide; the exit status."""
    site = session.witnessed(
        load_site(session.root, inspect=session.inspect, memory=session.memory)
    )
    after = assess(site, session.environment.today)
    left = [finding for finding in _wanted(after.findings, wanted) if finding.kind in FAULTY]
    if not left:
        click.echo(both("fix.clean"))
        return 0
    text = findings_text(left, session.vocabulary, session.environment.language)
    click.echo(both("fix.remaining", count=len(left)))
    click.echo(for_forge_log(encodable(text)))
    return 1
