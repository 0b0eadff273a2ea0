"""`oit freshness`: keeps the issues of a forge that tell what is late or due. Run daily there."""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from oit.assessment.assess import assess
from oit.commands.options import could_not_run, explained, root_option
from oit.escaping import for_forge_log
from oit.forge.issues import CloseIssue, IssueAction, OpenIssue, UpdateIssue
from oit.forge.plan import plan
from oit.system.environment import now_in_bangkok, read_environment
from oit.system.evidence_cache import remembered_site
from oit.system.forges import Forge, ForgeError, forge_of


@click.command()
@click.option(
    "--dry-run",
    is_flag=True,
    help="แสดงสิ่งที่จะทำโดยไม่เขียนสิ่งใด (tell what would be done, write nothing).",
)
@root_option
@explained
def freshness(root: Path, *, dry_run: bool) -> None:
    """แจ้งเรื่องที่ค้างและใกล้ครบกำหนดบนระบบเก็บข้อมูล (issues of what is late or due)."""
    site = remembered_site(root)
    if site.policy is None or not site.rounds:
        could_not_run(
            "อ่านข้อกำหนดไม่ได้ จึงยังไม่แจ้งหรือปิดเรื่องใด โปรดเรียก oit check เพื่อดูสิ่งที่ต้องแก้ไข\n"
            "[EN] Settings or rounds could not be read; no issue was opened or closed."
        )
    today = read_environment().today
    now = datetime.combine(today.day, now_in_bangkok().timetz())
    try:
        forge = forge_of(os.environ)
        actions = plan(assess(site, today), now, forge.own_issues() if forge else [])
        _carry_out(actions, None if dry_run else _required(forge))
    except ForgeError as error:
        could_not_run(for_forge_log(str(error)))


def _required(forge: Forge | None) -> Forge:
    if forge is None:
        raise ForgeError(
            "คำสั่งนี้ทำงานบน GitHub Actions หรือ GitLab CI เท่านั้น โปรดใช้ --dry-run เพื่อดูสิ่งที่จะทำ\n"
            "[EN] This runs on GitHub Actions or GitLab CI; --dry-run tells what would be done."
        )
    return forge


def _carry_out(actions: Sequence[IssueAction], forge: Forge | None) -> None:
    """One after the other, telling each; a later run goes on where this one stops."""
    for action in actions:
        if forge:
            _do(action, forge)
        click.echo(for_forge_log(_told(action)))
    click.echo(f"ดำเนินการ {len(actions)} เรื่อง ({len(actions)} actions)")


def _do(action: IssueAction, forge: Forge) -> None:
    match action:
        case OpenIssue(issue):
            forge.open(issue)
        case UpdateIssue(number, issue):
            forge.update(number, issue)
        case CloseIssue(number, _, words):
            forge.close(number, words)


def _told(action: IssueAction) -> str:
    match action:
        case OpenIssue(issue):
            return f"เปิดเรื่อง (open): {issue.title}"
        case UpdateIssue(number, issue):
            said = " และแจ้งผู้เกี่ยวข้อง (with a comment)" if issue.comment else ""
            return f"ปรับปรุงเรื่อง (update) #{number}: {issue.title}{said}"
        case CloseIssue(number, title, _):
            return f"ปิดเรื่อง (close) #{number}: {title}"
