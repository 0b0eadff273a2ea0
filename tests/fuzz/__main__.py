"""Judge many records, evidence files and policy files that are broken in some way.

`python3 scripts/run.py fuzz` runs all cases; `--only record --first 1250 --count 1`
shows one again. Exit status 1 where anything is wrong.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterable, Mapping

from fuzz.runner import Fault, faults

_COUNTS: Mapping[str, int] = {"record": 50_000, "evidence": 5_000, "policy": 4_000}


def main() -> int:
    """Run the cases of each kind, and print what was found, by its cause."""
    parser = argparse.ArgumentParser(prog="run.py fuzz", description=__doc__)
    parser.add_argument("--only", choices=_COUNTS)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    found = []
    for kind in [given.only] if given.only else _COUNTS:
        stop = given.first + (_COUNTS[kind] if given.count is None else given.count)
        found += _run(kind, given.first, stop, given.processes)
    return 1 if found else 0


def _run(kind: str, first: int, stop: int, processes: int) -> list[Fault]:
    """Run cases of a kind, and print how long it took and what was found."""
    begun = time.perf_counter()
    found = list(faults(kind, first, stop, processes))
    seconds = time.perf_counter() - begun
    print(f"{kind}: {stop - first} cases, {seconds:.0f} seconds, {len(found)} faults", flush=True)
    _show(found)
    return found


def _show(found: Iterable[Fault]) -> None:
    """Print each cause once, with the cases that show it."""
    by_cause: dict[str, list[Fault]] = {}
    for fault in found:
        by_cause.setdefault(fault.cause, []).append(fault)
    for same in sorted(by_cause.values(), key=len, reverse=True):
        numbers = ", ".join(str(fault.number) for fault in same[:5])
        print(f"\n{len(same)} × {same[0].kind} {numbers}\n{same[0].text}")


if __name__ == "__main__":
    sys.exit(main())
