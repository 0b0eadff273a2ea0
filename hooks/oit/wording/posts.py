"""The posts that letters are addressed to, by the names of the office and of its divisions.

A salutation is for a post, not for a section (Regulation of the Office of the Prime Minister on
Correspondence B.E. 2526, annex 2): เรียน หัวหน้าฝ่ายการคลัง.
"""

from collections.abc import Mapping
from functools import cache

from oit.catalog import Language, say
from oit.catalog.sources import texts_of


def director_of(office: str) -> str:
    """The post of an office's director, by the office's Thai name: ผู้อำนวยการเขต…."""
    return say("letters.director", Language.TH, office=office.removeprefix(_beginnings()["office"]))


def head_of(division: str) -> str:
    """The post that answers for a division, by the division's Thai name.

    What is no section are an office's schools, each of which has a director.
    """
    if is_section(division):
        return say("letters.head", Language.TH, section=division)
    return say("letters.head-of-schools", Language.TH)


def is_section(division: str) -> bool:
    """Whether a division is a section of the office, by its Thai name."""
    return division.startswith(_beginnings()["section"])


@cache
def _beginnings() -> Mapping[str, str]:
    """How names begin: package data, which never changes while the program runs."""
    beginnings: Mapping[str, str] = texts_of("oit.wording", "names.yml")
    return beginnings
