"""The issue of a published site that is not the one that was deployed."""

from collections.abc import Sequence

from oit.escaping import for_forge, one_line
from oit.forge.issues import Issue, IssueAction, WantedIssue, issue_actions
from oit.records.site import Site

KEY = "live"
"""Its subject: the daily look at deadlines leaves this issue alone."""
_TEXT = """\
เว็บไซต์ที่เผยแพร่อยู่ยังไม่ใช่ฉบับที่นำขึ้นล่าสุด {address}

{found}

โปรดให้เจ้าหน้าที่คอมพิวเตอร์สั่งงาน “เผยแพร่” อีกครั้ง หากยังไม่เปลี่ยน โปรดตรวจที่วางเว็บไซต์และสำเนาที่ค้าง (cache)
ระบบจะปิดเรื่องนี้เองเมื่อเว็บไซต์เป็นฉบับล่าสุดแล้ว

[EN] The published site is not the one that was deployed last. Publish again; then look at the host
and its caches. A program closes this issue when the site is up to date."""


def live_actions(
    site: Site, address: str, found: Sequence[str], issues: Sequence[Issue]
) -> list[IssueAction]:
    """Open or update the issue where something was found, close it where nothing was.

    `issues` are those that the same program has opened; only this one is touched.
    """
    own = [issue for issue in issues if issue.key == KEY]
    return issue_actions([_wanted(site, address, found)] if found else [], own)


def _wanted(site: Site, address: str, found: Sequence[str]) -> WantedIssue:
    listed = "\n".join(f"- {for_forge(one_line(line))}" for line in found)
    coordinator = site.policy.coordinator if site.policy else None
    return WantedIssue(
        key=KEY,
        title="เว็บไซต์ที่เผยแพร่อยู่ยังไม่เป็นฉบับล่าสุด",
        text=_TEXT.format(address=for_forge(one_line(address)), found=listed),
        handles=(coordinator,) if coordinator else (),
        labels=("oit-live",),
    )
