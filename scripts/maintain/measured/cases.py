"""The cases that a run may choose from: each measures one part of the report of an office."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from maintain.measured import phone
from maintain.measured.commands import Command, builds_of, checks_of, timed
from maintain.measured.offices import RECORDS_PER_ROUND, Office, write_measured_office
from maintain.measured.report import Report, times_of
from maintain.measured.serving import saved_to_served
from maintain.measured.weights import weights_of


def measured(records: int, cases: Iterable[str], turns: int) -> Iterator[Report]:
    """A part of the report for each case, once it is measured, of an office with so many records.

    Its folder is there for as long as that takes.
    """
    with tempfile.TemporaryDirectory() as folder:
        rounds = max(1, round(records / RECORDS_PER_ROUND))
        office = write_measured_office(Path(folder) / "bench", rounds)
        for name in cases:
            yield CASES[name](office, turns)


def _checks(office: Office, turns: int) -> Report:
    return _times(checks_of(office), turns)


def _builds(office: Office, turns: int) -> Report:
    office.build_once()
    return _times(builds_of(office), turns)


def _times(commands: Mapping[str, Command], turns: int) -> Report:
    return {"times": times_of(commands, timed(commands, turns))}


def _serve(office: Office, turns: int) -> Report:
    return {"serve": {"saved to served, s": saved_to_served(office, turns)}}


def _phone(office: Office, turns: int) -> Report:
    """Nothing where there is no browser: `phone.left_out` says why."""
    if phone.left_out():
        return {}
    office.build_once()
    return {"phone": phone.phone_of(office.built, turns)}


def _weights(office: Office, _: int) -> Report:
    office.build_once()
    return {"weights": weights_of(office.built)}


CASES: dict[str, Callable[[Office, int], Report]] = {
    "checks": _checks,
    "builds": _builds,
    "serve": _serve,
    "phone": _phone,
    "weights": _weights,
}
"""By their names, in the order of a run."""
