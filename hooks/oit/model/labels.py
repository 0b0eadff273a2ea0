"""Names of fields and what they are for, in Thai as the form has them, from the catalogue."""

from oit.catalog import Language, say


def label(field: str) -> str:
    """The name of a field of a record, as `review-date`. `KeyError`: it has none."""
    return say(f"fields.{field}", Language.TH)


def hint(field: str) -> str:
    """What stands below it in the form."""
    return say(f"fields.{field}.hint", Language.TH)


def setting(name: str) -> str:
    """What a setting is for, by model and name, as `office-telephone`."""
    return say(f"settings.{name}", Language.TH)
