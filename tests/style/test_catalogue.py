"""Every message of the catalogue is written as the style guide asks."""

from collections.abc import Iterator

import pytest

from helpers.english_style import faults_of_english
from helpers.support import ROOT
from helpers.thai_style import faults_of_thai
from oit.catalog import Language, ids, say, variables
from oit.catalog.fluent import attributes

AREAS = sorted(path.stem for path in (ROOT / "hooks/oit/catalog/th").glob("*.ftl"))
BY_CUSTOM = {"letters.": "a sentence is too long"} | dict.fromkeys(
    ("deployable.", "forges.", "git.", "going-live.", "init.", "proposing.", "upgrade.", "zip."),
    "a word that only machines need",
)
"""An official letter opens with `ตามที่ … นั้น`, in one sentence; the computer officer knows Git."""


@pytest.mark.parametrize("area", AREAS)
def test_the_thai_of_an_area_is_official(area: str) -> None:
    """No word that the glossary avoids, no foreign word, no sentence that is too long."""
    found = {}
    for message_id, text in texts(area, Language.TH):
        faults = faults_of_thai(text)
        for start, custom in BY_CUSTOM.items():
            if message_id.startswith(start):
                faults.pop(custom, None)
        if faults:
            found[message_id] = faults
    assert found == {}


@pytest.mark.parametrize("area", AREAS)
def test_the_english_of_an_area_is_plain(area: str) -> None:
    """Nothing archaic, and no year whose era is unsaid."""
    found = {name: faults_of_english(text) for name, text in texts(area, Language.EN)}
    assert {name: faults for name, faults in found.items() if faults} == {}


def texts(area: str, language: Language) -> Iterator[tuple[str, str]]:
    """Every message and attribute of an area, with an ellipsis for each value."""
    names = [name for message in ids(area, language) for name in _parts(area, message, language)]
    # A message may hold another one of its area, and then needs the values of that too.
    gaps = {gap: "…" for name in names for gap in variables(f"{area}.{name}", language)}
    for name in names:
        yield f"{area}.{name}", say(f"{area}.{name}", language, **gaps)


def _parts(area: str, message: str, language: Language) -> Iterator[str]:
    """The name of a message and of its attributes, but for examples of what to type."""
    yield message
    for attribute in attributes(area, message, language):
        if attribute != "example":
            yield f"{message}.{attribute}"
