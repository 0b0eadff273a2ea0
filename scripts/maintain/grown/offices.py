"""A whole office: its settings, its rounds, and the days on which each of them grew."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from maintain.copies import SAMPLE
from maintain.grown.faults import with_faults
from maintain.grown.history import Changes, Commit, write_history
from maintain.grown.rounds import Files, grown_round
from maintain.grown.wording import WORDS, Chance
from maintain.grown.years import AS_OF, SAMPLE_YEAR
from setup.environment import ROOT

_RECORDS = "oit_items"


def write_office(folder: Path, number: int, rounds: int, *, is_sound: bool) -> None:
    """The site of an office in a folder that is not there yet, with its history.

    The same number and rounds give the same bytes, commits and all.
    """
    write_history(folder, _commits(number, rounds, is_sound=is_sound))


def _commits(number: int, rounds: int, *, is_sound: bool) -> Iterator[Commit]:
    years = range(SAMPLE_YEAR - rounds + 1, SAMPLE_YEAR + 1)
    sample = _files_below(SAMPLE / _RECORDS / str(SAMPLE_YEAR))
    settings = _settings(number)
    first = date(years[0] - 544, 9, 1)
    yield Commit(first, "the beginning, without a record", dict(settings))
    files: Files = {}
    for year in years:
        files = {}
        for day, written in grown_round(sample, number, year).versions():
            files |= written
            yield Commit(day, f"recorded on {day}", _below(f"{_RECORDS}/{year}", written))
    if not is_sound:
        changes = _changes(files, with_faults(files))
        yield Commit(AS_OF, "faults", _below(f"{_RECORDS}/{SAMPLE_YEAR}", changes))


def _changes(before: Files, after: Files) -> Changes:
    changed = [path for path in before if before[path] != after.get(path)]
    return {path: after.get(path) for path in changed}


def _below(folder: str, changes: Mapping[str, bytes | None]) -> Changes:
    return {f"{folder}/{path}": data for path, data in changes.items()}


def _settings(number: int) -> Files:
    """The settings, texts and divisions of the sample, by the name of another office."""
    files = {
        ".gitignore": b".oit-*/\n/site/\n",
        "hooks/publish.py": (ROOT / "hooks/publish.py").read_bytes(),
        **{f"docs/{path}": data for path, data in _files_below(SAMPLE / "docs").items()},
        **{
            f"{_RECORDS}/{name}": (SAMPLE / _RECORDS / name).read_bytes()
            for name in ("divisions.yml", "exceptions.yml")
        },
    }
    text = (SAMPLE / "mkdocs.yml").read_text("utf-8")
    return {**files, "mkdocs.yml": _renamed(text, number).encode()}


def _renamed(settings: str, number: int) -> str:
    office = WORDS.office.format(place=Chance(number, 0).of("office").choice(WORDS.place))
    return (
        settings.replace("../../../hooks", "hooks")
        .replace(WORDS.sample_office, f"{office} {number}")
        .replace("id: sample", f"id: office-{number}")
        .replace("Sample District Office", f"Sample District Office {number}")
    )


def _files_below(folder: Path) -> Files:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
