"""What the functions of a page speak with: words, days and addresses in the page's language."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from oit.assessment.statuses import Status
from oit.catalog import Language, say
from oit.catalog.catalog import Value
from oit.catalog.dates import (
    date_words,
    english_short_date,
    period_words,
    thai_short_date,
    thai_short_period,
)
from oit.model.mandate import MandateItem, Requirement
from oit.outputs.page import ENGLISH, has_english, root_of
from oit.outputs.publication import Publication
from oit.periods import BUDDHIST_OFFSET, Frequency, Period
from oit.wording.terms import FREQUENCY_EN, FREQUENCY_TH, STATUS_EN, STATUS_TH

_KILOBYTE = 1024


class PageWriter(Struct, frozen=True):
    """A page's language and address, and the site that it belongs to."""

    publication: Publication
    language: Language
    path: str
    """The address of the page from the site's root, in its own language."""

    @property
    def is_english(self) -> bool:
        """Whether the page is one of the English pages."""
        return self.language is Language.EN

    # Words

    def say(self, message: str, **values: Value) -> str:
        """A message of the catalogue. Raises `KeyError` for an unknown one."""
        return say(message, self.language, **values)

    def day(self, day: date) -> str:
        """9 เมษายน 2568, 9 April 2025."""
        return date_words(day, self.language)

    def short_day(self, day: date) -> str:
        """9 เม.ย. 2568, 9 Apr 2025."""
        return english_short_date(day) if self.is_english else thai_short_date(day)

    def period(self, period: Period) -> str:
        """มีนาคม 2568, March 2025."""
        return period_words(period, self.language)

    def short_period(self, period: Period) -> str:
        """มี.ค. 2568, March 2025."""
        return period_words(period, self.language) if self.is_english else thai_short_period(period)

    def year(self, fiscal_year: int) -> int:
        """A fiscal year as the language counts years: 2568, 2025."""
        return fiscal_year - BUDDHIST_OFFSET if self.is_english else fiscal_year

    def status(self, status: Status) -> str:
        """A status in words."""
        return (STATUS_EN if self.is_english else STATUS_TH)[status]

    def frequency(self, frequency: Frequency) -> str:
        """How often, in words."""
        return (FREQUENCY_EN if self.is_english else FREQUENCY_TH)[frequency]

    def file_size(self, count: int) -> str:
        """A number of bytes as `12 KB` or `1.5 MB`: a size to compare, not to count with."""
        if count < _KILOBYTE:
            return self.say("pages.bytes", count=count)
        if count < _KILOBYTE**2:
            return f"{count / _KILOBYTE:.0f} KB"
        return f"{count / _KILOBYTE**2:.1f} MB"

    # Names

    def division(self, division: str) -> str:
        """The name of a division; its id where it is unknown."""
        return self.publication.vocabulary.division(division, self.language)

    def title(self, item: MandateItem) -> str:
        """The official title of an item."""
        return item.title_en if self.is_english else item.title_th

    def short_title(self, item: MandateItem) -> str:
        """The short name of an item; its official title where the mandate has none."""
        return item.name_en if self.is_english else item.name_th

    def label(self, requirement: Requirement) -> str:
        """What a requirement asks for."""
        return requirement.label_en if self.is_english else requirement.label_th

    # Figures

    def number(self, value: Decimal | int) -> str:
        """A figure with separators, as it was written: 1,234.50."""
        return f"{value:,}"

    def money(self, value: Decimal) -> str:
        """Baht with separators; satang where there are any: 1,234 or 1,234.50."""
        return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"

    # Addresses

    def href(self, path: str) -> str:
        """The address of a page or file of the site, relative to this page.

        An English page leads to the English version of a page where there is one. `path` is from
        the site's root, and may end in an anchor.
        """
        address, mark, anchor = path.partition("#")
        prefix = ENGLISH if self.is_english and has_english(address) else ""
        return f"{root_of(self.path)}{prefix}{address}{mark}{anchor}" or "./"
