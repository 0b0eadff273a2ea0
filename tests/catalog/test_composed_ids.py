"""Ids of messages that are put together while the program runs name messages, and all of them."""

from enum import StrEnum
from itertools import chain

import pytest

from helpers.literals import literals
from helpers.support import ROOT
from oit.assessment.cells import CellState
from oit.assessment.result import RoundState
from oit.assessment.statuses import Status
from oit.catalog import Language, has, ids
from oit.desk.guard import Refusal
from oit.desk.view import State
from oit.entry.orders import Kind as EntryKind
from oit.evidence.concealed import ActiveKind, HiddenKind
from oit.evidence.faults import FileFault
from oit.evidence.location import Where
from oit.evidence.media_types import Nature, Sniffed
from oit.findings import Kind, Unchecked
from oit.intake.shapes import Asks, Clue, Objection
from oit.model.withdrawals import Why
from oit.wording.file_types import saving_words, type_words

COMPOSED: dict[str, tuple[type[StrEnum], ...]] = {
    "terms.status-": (Status,),
    "causes.unchecked-": (Unchecked,),
    "desk.refused-": (Refusal,),
    "desk.kind-": (EntryKind,),
    "desk.state-": (State,),
    "terms.why-": (Why,),
    "terms.cell-": (CellState,),
    "terms.kind-": (Kind,),
    "terms.round-": (RoundState,),
    "files.kind-": (HiddenKind, ActiveKind, FileFault),
    "files.place-": (Where,),
    "inbox.state-": (State,),
    "intake.clue-": (Clue,),
    "intake.asks-": (Asks,),
    "intake.objection-": (Objection,),
}
"""By the beginning of an id: the values that it ends with."""
SOURCES: tuple[str, ...] = (
    "wording/file_types.py",
    "wording/inside_files.py",
    "wording/part_names.py",
)
SOURCES += ("model/record.py", "model/office.py", "records/load.py", "assessment/readiness.py")
SOURCES += ("wording/terms.py",)


@pytest.mark.parametrize("beginning", COMPOSED)
def test_every_value_has_its_words(beginning: str) -> None:
    """In both languages: a new value cannot be forgotten."""
    for value in chain(*COMPOSED[beginning]):
        for language in Language:
            assert has(f"{beginning}{value}", language), (beginning, value)


def test_every_message_of_these_areas_is_asked_for() -> None:
    """By a value, or by a name that stands in the code; what nobody asks for is taken out."""
    named = {text for file in SOURCES for text in literals(ROOT / "hooks/oit" / file)}
    values = {
        f"{beginning}{value}" for beginning in COMPOSED for value in chain(*COMPOSED[beginning])
    }
    for area in ("terms", "files", "parts", "fields", "settings"):
        for message in ids(area):
            whole, ending = f"{area}.{message}", message.partition("-")[2]
            # Labels and names of files are read by the names that settings have.
            is_setting = whole.startswith(("settings.label-", "settings.file-"))
            assert is_setting or whole in values or {whole, message, ending} & named, whole


@pytest.mark.parametrize("language", Language)
def test_every_kind_of_file_is_named_with_a_way_to_save_it(language: Language) -> None:
    """Known, unknown and a program."""
    known = literals(ROOT / "hooks/oit/wording/file_types.py")
    media_types = [text for text in known if isinstance(text, str) and "/" in text]
    assert len(media_types) > 20
    for media_type in (*media_types, "unknown/unknown"):
        for nature in Nature:
            sniffed = Sniffed(media_type, nature)
            assert type_words(sniffed, language)
            assert saving_words(sniffed, "xlsx", language)
