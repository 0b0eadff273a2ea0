"""The command `oit`. Exit status: 0 passes, 1 the gate failed, 2 it could not run."""

import sys
from io import TextIOWrapper

import click

from oit_app.add_command import add
from oit_app.check_command import check
from oit_app.clean_command import clean
from oit_app.codeowners_command import codeowners
from oit_app.confirm_command import confirm
from oit_app.deployable_command import deployable
from oit_app.diff_command import diff
from oit_app.due_command import due
from oit_app.explain_command import explain
from oit_app.fmt_command import fmt
from oit_app.freshness_command import freshness
from oit_app.ledger_command import ledger
from oit_app.links_command import links
from oit_app.new_round_command import new_round
from oit_app.none_command import none
from oit_app.report_command import remind, report
from oit_app.schemas_command import schemas
from oit_app.verify_command import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """ตรวจและเผยแพร่ข้อมูล OIT ของสำนักงานเขต (the district office's disclosure tools)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # Thai, on a console of any code page


main.add_command(add)
main.add_command(check)
main.add_command(clean)
main.add_command(codeowners)
main.add_command(confirm)
main.add_command(deployable)
main.add_command(diff)
main.add_command(due)
main.add_command(explain)
main.add_command(fmt)
main.add_command(freshness)
main.add_command(ledger)
main.add_command(links)
main.add_command(new_round)
main.add_command(none)
main.add_command(remind)
main.add_command(report)
main.add_command(schemas)
main.add_command(verify)
