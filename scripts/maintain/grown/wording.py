"""Invented Thai words and sentences: by chance, and the same for the same seed."""

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import yaml
from pydantic import BaseModel


class Words(BaseModel, frozen=True):
    """`words.yml`."""

    who: tuple[str, ...]
    does: tuple[str, ...]
    what: tuple[str, ...]
    where: tuple[str, ...]
    place: tuple[str, ...]
    columns: tuple[str, ...]
    sample: str
    sentence: str
    heading: str
    office: str
    sample_office: str
    short_year: str

    @classmethod
    def read(cls) -> Self:
        """The file beside this module."""
        text = Path(__file__).with_name("words.yml").read_text("utf-8")
        return cls.model_validate(yaml.safe_load(text))


WORDS = Words.read()


@dataclass(frozen=True, slots=True)
class Chance:
    """What is chosen for an office, a year and a path: the same whenever it is asked."""

    office: int
    year: int

    def of(self, path: str) -> random.Random:
        """The choices for a path. Nothing depends on them, so they need not be hard to guess."""
        return random.Random(f"{self.office}/{self.year}/{path}")  # noqa: S311

    def place(self, path: str) -> str:
        """The name of a place, told apart from that of another year."""
        return f"{self.of(path).choice(WORDS.place)} {self.office * 1000 + self.year}"


def sentence(chance: random.Random) -> str:
    """A sentence that says that it is a sample."""
    return WORDS.sentence.format(
        number=chance.randrange(10_000),
        who=chance.choice(WORDS.who),
        does=chance.choice(WORDS.does),
        what=chance.choice(WORDS.what),
        where=chance.choice(WORDS.where),
        place=chance.choice(WORDS.place),
    )


def table(chance: random.Random, rows: int) -> str:
    """A table in Markdown."""
    lines = [
        WORDS.columns,
        ["---"] * len(WORDS.columns),
        *(
            [chance.choice(column) for column in (WORDS.what, WORDS.who, WORDS.place)]
            for _ in range(rows)
        ),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
