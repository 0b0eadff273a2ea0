"""Where the form is, and each record in it."""

from oit.model.policy import MandateItem

FORM = "admin/"


def collection_name(fiscal_year: int) -> str:
    """A round, as the form knows it."""
    return f"oit-{fiscal_year}"


def entry_path(fiscal_year: int, item: MandateItem) -> str:
    """The form with an item's record open, from the site's root."""
    return f"{FORM}#/collections/{collection_name(fiscal_year)}/entries/{item.slug}"
