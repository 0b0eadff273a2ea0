"""A text of one fiscal year as a text of an earlier one."""

import re
from datetime import date

from maintain.grown.wording import WORDS

SAMPLE_YEAR = 2568
"""The year of the sample's round, and of the newest round of every office made of it."""
AS_OF = date(2025, 4, 29)
"""The day to judge on: everything that the sample discloses is published, its round still open."""
_ERA = 543
_YEARS = re.compile(
    "|".join(
        rf"(?<!\d){year}(?!\d)"
        for newest in (SAMPLE_YEAR, SAMPLE_YEAR - _ERA)
        for year in (newest - 1, newest)
    )
)


def moved_text(text: str, years: int) -> str:
    """The text with the years of the round, of either era, that many earlier.

    Years of laws stay as they are. No date of the sample is one that some years lack.
    """
    short = WORDS.short_year.format(year=SAMPLE_YEAR % 100)
    earlier = WORDS.short_year.format(year=f"{(SAMPLE_YEAR - years) % 100:02}")
    moved = _YEARS.sub(lambda found: str(int(found[0]) - years), text)
    return moved.replace(short, earlier)
