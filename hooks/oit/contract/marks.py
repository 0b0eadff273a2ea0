"""Attributes by which programs find on a page what the documents of the contract say.

Templates write them, `oit verify` reads them; `tests/unit/outputs/test_marks.py` holds both to it.
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


def cell_subject(subject: str, requirement: str, period: str | None, division: str | None) -> str:
    """`2568/O15/monthly-summary/2025-03`: a cell of an item, as `VALUE` names its fields."""
    return "/".join(filter(None, (subject, requirement, period, division)))
