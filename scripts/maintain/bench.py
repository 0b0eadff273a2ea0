"""Measure the check, the build, `serve` and the search at several sizes, beside plain MkDocs.

On sites of invented offices with a history in Git, in whole processes, in turn within one run, so
that all of them meet the same machine. It judges nothing: the numbers of another machine are
others. `--out FOLDER` keeps them there as JSON, a table and a plot.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from maintain.measured import phone
from maintain.measured.commands import commands_of, timed
from maintain.measured.offices import RECORDS_PER_ROUND, write_measured_office
from maintain.measured.plot import as_picture
from maintain.measured.report import Report, as_table, times_of
from maintain.measured.serving import saved_to_served
from maintain.measured.weights import weights_of


def main() -> int:
    """Measure each size, and print the table."""
    asked = _arguments()
    report: dict[str, Report] = {}
    with tempfile.TemporaryDirectory() as name:
        for records in sorted(asked.records):
            print(f"{records} records …", file=sys.stderr, flush=True)
            report[str(records)] = measure(Path(name) / str(records), records, asked.turns)
            _keep(report, asked.out)
    print(as_table(report), end="")
    if why := phone.left_out():
        print(f"Left out: first visits, and the search on a phone. {why}")
    return 0


def measure(folder: Path, records: int, turns: int) -> Report:
    """Everything about a site with so many records, made in a folder that is not there yet."""
    office = write_measured_office(folder, max(1, round(records / RECORDS_PER_ROUND)))
    commands = commands_of(office)
    times = times_of(commands, timed(commands, turns))
    weights = weights_of(office.built)
    seen = {} if phone.left_out() else phone.phone_of(office.built, turns)
    served = {"saved to served": saved_to_served(office, turns)}
    return {"times": times, "serve": served, "phone": seen, "weights": weights}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__)
    help_text = f"sizes, each a number of rounds times {RECORDS_PER_ROUND}"
    parser.add_argument("--records", type=int, nargs="+", default=[22, 110], help=help_text)
    parser.add_argument("--turns", type=int, default=5, help="of which the medians are told")
    parser.add_argument("--out", type=Path, help="a folder for bench.json, bench.txt and bench.svg")
    return parser.parse_args()


def _keep(report: dict[str, Report], folder: Path | None) -> None:
    """Write what is known so far: a long run that breaks off has not been for nothing."""
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        document = json.dumps(report, ensure_ascii=False, indent=1)
        (folder / "bench.json").write_text(f"{document}\n", "utf-8")
        (folder / "bench.txt").write_text(as_table(report), "utf-8")
        (folder / "bench.svg").write_text(as_picture(report), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
