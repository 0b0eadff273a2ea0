"""Every page of the shipped site is written as the style guide asks."""

import re
from pathlib import Path

import pytest
import yaml

from demonstration.shipped import YEAR, copy_shipped
from helpers.builds import built
from helpers.english_style import faults_of_english
from helpers.page_texts import pieces_of
from helpers.support import ROOT
from helpers.thai_style import faults_of_thai, long_clauses

_FOR_THE_COMPUTER_OFFICER = re.compile(
    r"^(?:guide/(?:catalogs|go-live|hosting|officer|problems|reviewers|withdraw)/"
    r"|data/|accessibility/|404)"
)
"""Pages about Git, forges and formats, with the labels that those have in English."""
_OF_OFFICERS = ("a word that only machines need", "a foreign word stands in a Thai sentence")


@pytest.mark.slow
def test_every_page_is_written_in_one_voice(tmp_path: Path) -> None:
    """Thai pages in official Thai, English ones in plain English; official titles as they are."""
    site = built(copy_shipped(tmp_path))
    titles = official_titles()
    found = {}
    for page in sorted(site.rglob("*.html")):
        name = page.relative_to(site).as_posix()
        for piece in pieces_of(page):
            if faults := faults_of(name, titles.sub("…", piece)):
                found[f"{name}: {piece}"] = faults
    assert found == {}


def faults_of(page: str, piece: str) -> dict[str, list[str]]:
    """What is badly written in a piece of a page, by what is wrong."""
    if page.startswith("en/"):
        archaic = faults_of_english(piece)
        return {"archaic": archaic} if archaic else {}
    if not re.search("[ก-๛]", piece):
        return {}  # a name, a number or a heading of somebody's table
    faults = faults_of_thai(piece)
    if clauses := long_clauses(piece):
        faults["a clause is too long"] = clauses
    faults.pop("a sentence is too long", None)  # prose has no words that begin a sentence
    if _FOR_THE_COMPUTER_OFFICER.match(page):
        return {wrong: pieces for wrong, pieces in faults.items() if wrong not in _OF_OFFICERS}
    return faults


def official_titles() -> re.Pattern[str]:
    """Titles and labels of the round's mandate: the assessor's words, which stay as they are."""
    mandate = yaml.safe_load((ROOT / "oit_items" / YEAR / "mandate.yml").read_text("utf-8"))
    titles = [item["title_th"] for item in mandate["items"]]
    labels = [owed["label_th"] for item in mandate["items"] for owed in item["requirements"]]
    longest_first = sorted({*titles, *labels}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
