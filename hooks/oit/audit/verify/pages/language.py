"""What an index says, in the words of a page's language."""

from datetime import date

from msgspec import Struct

from oit.catalog import Language, say
from oit.catalog.catalog import Value
from oit.catalog.dates import date_words, english_short_date, thai_short_date
from oit.contract.base import Name
from oit.contract.disclosed import CellEntry, RequirementEntry
from oit.contract.index import Index, ItemEntry
from oit.periods import BUDDHIST_OFFSET, parse_period


class Speaker(Struct, frozen=True):
    """An index and a language to speak of it in."""

    index: Index
    language: Language

    def say(self, message: str, **values: Value) -> str:
        """A message of the catalogue."""
        return say(message, self.language, **values)

    def name(self, name: Name) -> str:
        """A name of the index."""
        return name.en if self.language is Language.EN else name.th

    def short_day(self, day: date) -> str:
        """9 เม.ย. 2568, 9 Apr 2025."""
        is_english = self.language is Language.EN
        return english_short_date(day) if is_english else thai_short_date(day)

    def day(self, day: date) -> str:
        """9 เมษายน 2568, 9 April 2025."""
        return date_words(day, self.language)

    def year(self, fiscal_year: int) -> int:
        """A fiscal year as the language counts years."""
        return fiscal_year - BUDDHIST_OFFSET if self.language is Language.EN else fiscal_year

    def division(self, division: str) -> str:
        """The name of a division; its id where it is unknown."""
        names = (known.name for known in self.index.divisions if known.id == division)
        name = next(names, None)
        return self.name(name) if name else division

    def title(self, item: ItemEntry) -> str:
        """The short name of an item; its official title where it has none."""
        return self.name(item.short_title or item.title)

    def owed(self, requirement: RequirementEntry, cell: CellEntry) -> str:
        """What a cell owes: its requirement, with the period where there is one."""
        label = self.name(requirement.label)
        if not cell.period:
            return label
        return self.say("states.of-period", what=label, period=parse_period(cell.period))
