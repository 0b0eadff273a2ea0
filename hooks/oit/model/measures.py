"""`measures.yml`: what the office does for integrity this year, and why. Optional in a round."""

from typing import Annotated

from pydantic import Field

from oit.model.fields import IsoDate, Slug, StrictModel, Text

# The questions of the ITA surveys: I1 to I12 internal (IIT), E1 to E6 external (EIT).
QuestionId = Annotated[str, Field(pattern=r"^(I([1-9]|1[0-2])|E[1-6])$")]


class Action(StrictModel):
    """One thing that is done, and the topic of the item that shows it, where one does."""

    what: Text
    proof: Slug | None = None


class Measure(StrictModel):
    """What is done about one question of the surveys, or several."""

    questions: Annotated[tuple[QuestionId, ...], Field(min_length=1)]
    about: Text
    actions: Annotated[tuple[Action, ...], Field(min_length=1)]
    owners: Annotated[tuple[Slug, ...], Field(min_length=1)]
    when: Text


class Analysis(StrictModel):
    """What last year's results of an indicator say, and what follows from it."""

    indicator: Annotated[str, Field(pattern=r"^([1-9]|10)$")]
    name: Text
    finding: Text
    plans: Annotated[tuple[Text, ...], Field(min_length=1)]
    follow_up: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What the director follows up."""
    owners: tuple[Slug, ...] = ()
    """Empty where the source names no division."""
    measures: tuple[Measure, ...] = ()


class Member(StrictModel):
    """A seat in a body, by post."""

    post: Text
    role: Text


class Body(StrictModel):
    """A committee or a working group."""

    name: Text
    members: Annotated[tuple[Member, ...], Field(min_length=1)]
    duties: Annotated[tuple[Text, ...], Field(min_length=1)]


class Order(StrictModel):
    """The order by which the bodies were appointed."""

    number: Text
    signed: IsoDate
    by: Text
    bodies: Annotated[tuple[Body, ...], Field(min_length=1)]


class Measures(StrictModel):
    """The file."""

    source: Text
    order: Order
    analysis: Annotated[tuple[Analysis, ...], Field(min_length=1)]
