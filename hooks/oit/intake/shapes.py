"""What is found out about a file that arrives, before anybody has said what it is."""

from enum import StrEnum

from msgspec import Struct

from oit.periods import Period


class Target(Struct, frozen=True):
    """The cell that a file is taken for, by the names that a command's arguments have."""

    year: int
    """The fiscal year in the Buddhist era: 2568."""
    item: str
    """`O15`."""
    requirement: str
    period: Period | None
    division: str | None
    """The division whose part is meant; `None` for the record."""


class Clue(StrEnum):
    """What tells that a file belongs to a target; its words stand in `intake.clue-…`."""

    NAME = "name"
    """The name of the file."""
    TITLE = "title"
    """A heading or the first lines of its text."""
    SHEET = "sheet"
    """The name of a sheet."""
    TABLE = "table"
    """The headings of its table are those of the requirement's schema."""
    LAST = "last"
    """A file of an earlier period has the same name but for the period, or the same headings."""
    DIVISION = "division"
    """It names a division."""
    OWED = "owed"
    """It is owed by now, and nothing fills it yet."""
    PERIOD = "period"
    """It names a period for which that is owed."""


class Reason(Struct, frozen=True):
    """A clue, and the words of the file in which it was seen."""

    clue: Clue
    seen: str


class Guess(Struct, frozen=True):
    """A target, with what speaks for it."""

    target: Target
    reasons: tuple[Reason, ...]
    weight: int
    """How much speaks for it: of two guesses the greater one is more likely."""


class Asks(StrEnum):
    """What somebody is asked about a file; its words stand in `intake.asks-…`."""

    TARGET = "target"
    """Which of some cells it is for."""
    YEAR = "year"
    """Whether each sheet of a workbook is published for its period."""
    CLEAN = "clean"
    """Whether what it hides is taken out."""
    REPLACE = "replace"
    """Whether it takes the place of what was published for the same period, and why."""


class Question(Struct, frozen=True):
    """One question about a file, and what may be answered."""

    asks: Asks
    targets: tuple[Target, ...] = ()
    """The cells to choose from, the most likely first; none of a question for yes or no."""
    about: tuple[str, ...] = ()
    """What is asked about, in words: what is hidden and where, or the sheets of a workbook."""


class Objection(StrEnum):
    """Why a file is sent back before it is judged; its words stand in `intake.objection-…`."""

    OTHER_PERIOD = "other-period"
    """Its name and its title name different periods: only its author knows which is right."""
    OTHER_ROUND = "other-round"
    """It names a period that nobody asks for in the round."""


class Objected(Struct, frozen=True):
    """An objection, and what it is about in words."""

    objection: Objection
    named: str
    """The period by its name, or all that it names."""
    other: str = ""
    """The period by its title."""
