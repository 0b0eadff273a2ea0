"""Attributes by which programs find on a page what the documents of the contract say.

The text of an element with `VALUE` is exactly what the page says of the field in its language;
that of an element with `SECTION` is the text of the item's document. What has neither is furniture
of the page, or content that stands in a file or a table of its own.

Templates write them, `oit verify` reads them; `tests/unit/outputs/test_marks.py` holds them to it.
"""

SUBJECT = "data-oit"
"""`2568` or `2568/O15`: what an element is about."""
STATUS = "data-oit-status"
"""Beside it: the status of the item."""
REQUIREMENT = "data-oit-requirement"
"""The id of a requirement, on the part of an item's page that is about it."""
SECTION = "data-oit-section"
"""The id of a text, as `sections` of the item's document has it."""
ASIDE = "data-oit-aside"
"""Within such a text: what is no part of it, as the heading that names it."""
VALUE = "data-oit-value"
"""A field of a document, as `2568/O15/due_on`: the element's text is the field in words."""
DIVISION = "data-oit-division"
"""The id of a division, on its page."""
OF_THE_FILTER = ("data-oit-filter", "data-oit-group", "data-oit-count", "data-oit-none")
"""For the program that narrows lists down; they say nothing of what is disclosed."""
ALL = (SUBJECT, STATUS, REQUIREMENT, SECTION, ASIDE, VALUE, DIVISION, *OF_THE_FILTER)
"""Every one of them."""


def cell_subject(subject: str, requirement: str, period: str | None, division: str | None) -> str:
    """`2568/O15/monthly-summary/2025-03`: a cell of an item, as `VALUE` names its fields."""
    return "/".join(filter(None, (subject, requirement, period, division)))
