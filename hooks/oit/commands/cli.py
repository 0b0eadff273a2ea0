"""The command `oit`. Exit status: 0 passes, 1 the gate failed, 2 it could not run."""

import sys
from io import TextIOWrapper

import click

from oit.commands.add import add
from oit.commands.check import check
from oit.commands.clean import clean
from oit.commands.confirm import confirm
from oit.commands.deployable import deployable
from oit.commands.diff import diff
from oit.commands.due import due
from oit.commands.explain import explain
from oit.commands.fmt import fmt
from oit.commands.freshness import freshness
from oit.commands.generated import codeowners, schemas
from oit.commands.ledger import ledger
from oit.commands.links import links
from oit.commands.new_round import new_round
from oit.commands.none import none
from oit.commands.report import remind, report
from oit.commands.verify import verify


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
