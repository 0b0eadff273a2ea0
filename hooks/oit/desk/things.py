"""One thing that arrived, as it is kept: what it is called, what was typed, what was answered."""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from msgspec import DecodeError, Struct, field, json
from msgspec.structs import replace

from oit.catalog import Language, say
from oit.entry.orders import Order
from oit.escaping import encodable, one_line
from oit.evidence.personal import redact
from oit.intake.shapes import Asks, Target

_LONGEST = 80
"""Characters of a name; with three bytes each they are within what a disk takes."""
_LONGEST_ENDING = 10
_NEVER_IN_NAMES = dict.fromkeys(map(ord, '<>:"|?*\\/'), "_")
"""What Windows takes in no name of a file, and what parts a path."""


class Said(StrEnum):
    """An answer to a question for yes or no."""

    YES = "yes"
    NO = "no"


class Answer(Struct, frozen=True):
    """What somebody answered: a cell, or yes or no, with the reason where one is asked for."""

    said: Target | Said
    reason: str = ""


class Thing(Struct, frozen=True):
    """One file, or one entry that was typed."""

    id: str
    """A short name within the batch, of letters and figures."""
    number: int
    """Its place in the order in which things arrived."""
    name: str
    """What a person sees, as `shown_name` makes it; empty where no file came."""
    digest: str = ""
    """SHA-256 of its bytes; empty where no file came."""
    order: Order | None = None
    """What was typed; `None` for a file of which nobody has said what it is."""
    answers: Mapping[Asks, Answer] = field(default_factory=dict)

    def answered(self, asks: Asks, answer: Answer) -> "Thing":
        """The thing with an answer. Another cell is another matter: older answers go."""
        is_other = asks is Asks.TARGET and self.answers.get(asks) != answer
        before = {} if is_other else self.answers
        return replace(self, answers={**before, asks: answer})

    def says(self, asks: Asks) -> Said | None:
        """Yes or no, where that was answered."""
        answer = self.answers.get(asks)
        return answer.said if answer and isinstance(answer.said, Said) else None

    @property
    def target(self) -> Target | None:
        """The cell that somebody chose for it."""
        answer = self.answers.get(Asks.TARGET)
        return answer.said if answer and isinstance(answer.said, Target) else None


_THING = json.Decoder(Thing)


def thing_as_json(thing: Thing) -> bytes:
    """A thing as it is kept on the disk."""
    return json.encode(thing)


def thing_from_json(data: bytes) -> Thing:
    """The same thing. Raises `ValueError` for anything that is not written so."""
    try:
        return _THING.decode(data)
    except DecodeError as error:
        raise ValueError(str(error)) from error


def shown_name(name: str) -> str:
    """The name of a file that came with it, made fit to be shown, kept and used for a file.

    Without folders, without characters that nobody sees, turn a line or part a path, with all
    personal data in it covered; its ending stays.
    """
    last = encodable(name).replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = redact(one_line(unicodedata.normalize("NFC", last)))
    plain = plain.translate(_NEVER_IN_NAMES).strip(". ")
    return _shortened(plain) if plain else say("batch.nameless", Language.TH)


def _shortened(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    if len(name) <= _LONGEST:
        return name
    if not dot or len(ending) > _LONGEST_ENDING:
        return name[:_LONGEST]
    return f"{stem[: _LONGEST - len(ending) - 1]}.{ending}"
