"""Measure the check, the build, `serve` and the search at several sizes, beside plain MkDocs.

On sites of invented offices with a history in Git, in whole processes, in turn within one run, so
that all of them meet the same machine. It judges nothing: the numbers of another machine are
others. `--out FOLDER` keeps them there as JSON, a page and a plot; a later run of some sizes or
cases adds to what stands there, and `--records` without a number only draws it again.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from maintain.measured import phone
from maintain.measured.cases import CASES, measured
from maintain.measured.kept import (
    OtherRunError,
    kept_machine,
    machine,
    read_kept,
    with_part,
    write_kept,
)
from maintain.measured.limits import limits_of, table_of_limits
from maintain.measured.offices import RECORDS_PER_ROUND
from maintain.measured.report import Report
from maintain.measured.table import as_table


def main() -> int:
    """Measure what is asked for, and print the tables. Gives 2 where OUT has figures of others."""
    asked = _arguments()
    here = (not asked.records and asked.out and kept_machine(asked.out)) or machine()
    try:
        kept = read_kept(asked.out, here) if asked.out else {}
    except OtherRunError as error:
        print(f"These figures cannot stand beside those: {error}", file=sys.stderr)
        return 2
    for report in _grown(kept, asked):
        if asked.out:  # a long run that breaks off has not been for nothing
            write_kept(asked.out, report, here)
    print(as_table(report), table_of_limits(limits_of(report)), sep="\n", end="")
    if "phone" in asked.cases and (why := phone.left_out()):
        print(f"Left out: first visits, and the search on a phone. {why}")
    return 0


def _grown(kept: dict[str, Report], asked: argparse.Namespace) -> Iterator[dict[str, Report]]:
    """The report as it was kept, and with each part once it is measured."""
    report = kept
    yield report
    for records in sorted(asked.records):
        print(f"{records} records …", file=sys.stderr, flush=True)
        for part in measured(records, asked.cases, asked.turns):
            report = with_part(report, records, part)
            yield report


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__)
    sizes = f"each a number of rounds times {RECORDS_PER_ROUND}; none: OUT is drawn again"
    parser.add_argument("--records", type=int, nargs="*", default=[22, 110], help=sizes)
    parser.add_argument("--cases", nargs="+", choices=CASES, default=[*CASES], help="default: all")
    parser.add_argument("--turns", type=int, default=5, help="of which the medians are told")
    parser.add_argument("--out", type=Path, help="a folder for bench.json, README.md, bench.svg")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
