"""`oit codeowners`: writes who is asked to approve what."""

from pathlib import Path

import click

from oit.codeowners import codeowners as rendered
from oit_app.evidence_cache import remembered_site
from oit_app.generated import bring_into_step, check_option
from oit_app.options import could_not_run, explained, root_option


@click.command()
@check_option
@root_option
@explained
def codeowners(root: Path, *, check: bool) -> None:
    """เขียนไฟล์ CODEOWNERS ซึ่งกำหนดผู้อนุมัติของแต่ละข้อ (who approves what, from divisions)."""
    bring_into_step(root, {"CODEOWNERS": _rendered(root)}, "oit codeowners", check=check)


def _rendered(root: Path) -> bytes:
    site = remembered_site(root)
    if site.policy is None or not site.divisions or not site.rounds:
        could_not_run(
            "อ่านข้อกำหนดหรือรายชื่อหน่วยงานไม่ได้ โปรดเรียก oit check เพื่อดูสิ่งที่ต้องแก้ไข\n"
            "[EN] Settings or divisions could not be read; oit check tells why."
        )
    return rendered(site).encode()
