"""How lists are narrowed to one division: by style alone, with or without script."""

from oit.outputs.publication import Publication

FILTERS = "assets/filters.css"
"""The address of the style sheet that `filter_style` makes."""


def filter_style(publication: Publication) -> bytes:
    """The style sheet that filters lists, with a rule for each division.

    A choice in the form hides, by `:has()`, every row whose owners are others. `filter.js` adds the
    count, and keeps the choice in the address.
    """
    return "".join(_rule(division.id) for division in publication.divisions).encode()


def _rule(division: str) -> str:
    chosen = f'.oit-filterable:has(select[name="owners"] option[value="{division}"]:checked)'
    return f'{chosen} [data-owners]:not([data-owners~="{division}"]) {{ display: none; }}\n'
