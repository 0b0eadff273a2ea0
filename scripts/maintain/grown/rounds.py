"""One round of an office: the sample's, moved to its year, with words of its own."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

import yaml

from maintain.grown.evidence import own_csv, own_pdf
from maintain.grown.records import GrownRecord, to_yaml
from maintain.grown.wording import WORDS, Chance, sentence, table
from maintain.grown.years import SAMPLE_YEAR, moved_text

Files = dict[str, bytes]
_POLICY = ("round.yml", "mandate.yml", "measures.yml")
_LATE = timedelta(days=21)
"""How much later than the sample some entries of closed rounds are published."""
_ONE_IN = 12


@dataclass(frozen=True)
class GrownRound:
    """A round's files by their paths in its folder, and when each of them came."""

    opens: date
    policy: Files
    records: dict[str, GrownRecord]
    evidence: Files

    def versions(self) -> Iterator[tuple[date, Files]]:
        """What was written on each day on which something was recorded, in their order."""
        yield self.opens, self.policy
        for day in sorted({day for record in self.records.values() for day in record.days}):
            records = {
                path: record.as_on(day).encode()
                for path, record in self.records.items()
                if day in record.days
            }
            files = {path: self.evidence[path] for path, came in self._came.items() if came == day}
            yield day, {**records, **files, **({"ledger.json": self._ledger(day)} if files else {})}

    @cached_property
    def _came(self) -> dict[str, date]:
        """The first day of every evidence file."""
        came = [
            (str(PurePosixPath(path).with_name(name)), day)
            for path, record in self.records.items()
            for name, day in record.files.items()
        ]
        return dict(sorted(came, reverse=True))

    def _ledger(self, today: date) -> bytes:
        """Every file that was published by a day, in the order of the items."""
        entries = [
            {
                "item": f"O{int(path[1:3])}",
                "file": PurePosixPath(path).name,
                "sha256": sha256(self.evidence[path]).hexdigest(),
                "first_published": day.isoformat(),
            }
            for path, day in sorted(self._came.items())
            if day <= today
        ]
        return (json.dumps({"files": entries}, ensure_ascii=False, indent=2) + "\n").encode()


def grown_round(sample: Files, office: int, year: int) -> GrownRound:
    """The round of a year, of the files of the sample's round by path."""
    chance = Chance(office, year)
    moved = {_moved(path, year): _moved_file(path, data, year) for path, data in sample.items()}
    texts = {path: data.decode() for path, data in moved.items() if path.endswith((".yml", ".md"))}
    policy = yaml.load(texts["round.yml"], Loader=yaml.CSafeLoader)
    records = {path: _own_record(path, text, chance) for path, text in texts.items() if "/" in path}
    evidence = {path: _own_file(path, data, chance) for path, data in moved.items()}
    return GrownRound(
        policy["opens"],
        {name: _policy_file(name, texts[name], policy) for name in _POLICY},
        {path: _late(path, record, chance, policy["closes"]) for path, record in records.items()},
        {path: data for path, data in evidence.items() if path.endswith((".csv", ".pdf"))},
    )


def _moved(text: str, year: int) -> str:
    return moved_text(text, SAMPLE_YEAR - year)


def _moved_file(path: str, data: bytes, year: int) -> bytes:
    return data if path.endswith(".pdf") else _moved(data.decode(), year).encode()


def _policy_file(name: str, text: str, policy: dict[str, Any]) -> bytes:
    """`round.yml` has Git for its witness; the others are as they are."""
    return (to_yaml({**policy, "witness": "git"}) if name == "round.yml" else text).encode()


def _own_record(path: str, text: str, chance: Chance) -> GrownRecord:
    """A record with a section of sentences and a table of its own."""
    record, chosen = GrownRecord.read(text), chance.of(path)
    said = " ".join(sentence(chosen) for _ in range(3))
    added = f"\n## {WORDS.heading} {{#more}}\n\n{said}\n\n{table(chosen, 4)}\n"
    return replace(record, body=record.body + added)


def _own_file(path: str, data: bytes, chance: Chance) -> bytes:
    if path.endswith(".pdf"):
        return own_pdf(data, chance.of(path))
    if path.endswith(".csv"):
        # Of like size, so that no year stands out, and odd: two quarters are each other's double.
        factor = 2 * (SAMPLE_YEAR - chance.year) + 101
        return own_csv(data.decode(), chance.place(path), factor, chance.of(path)).encode()
    return data


def _late(path: str, record: GrownRecord, chance: Chance, closes: date) -> GrownRecord:
    """The record with some of what it owes for periods published later, in rounds now closed."""
    if chance.year == SAMPLE_YEAR:
        return record
    chosen = chance.of(f"{path} late")
    evidence = [
        {**entry, "published": entry["published"] + _LATE}
        if "periods" in entry
        and chosen.randrange(_ONE_IN) == 0
        and entry["published"] + _LATE < closes
        else entry
        for entry in record.fields["evidence"]
    ]
    newest = max([record.fields["updated"], *(entry["published"] for entry in evidence)])
    return replace(record, fields={**record.fields, "updated": newest, "evidence": evidence})
