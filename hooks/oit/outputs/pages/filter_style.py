"""The style sheet by which lists are filtered, with or without script.

What is chosen in the form hides, by `:has()`, every row whose `data-` attribute says otherwise.
"""

from oit.assessment.statuses import Status
from oit.outputs.publication import Publication
from oit.periods import Frequency

FILTERS = "assets/filters.css"


def filter_style(publication: Publication) -> bytes:
    """A rule for each choice there is: owners, statuses, frequencies."""
    owners = (one.id for one in publication.divisions)
    choices = {"owners": owners, "status": iter(Status), "frequency": iter(Frequency)}
    rules = (_rule(name, value) for name, values in choices.items() for value in values)
    return "".join(rules).encode()


def _rule(name: str, value: str) -> str:
    chosen = f'.oit-filterable:has(select[name="{name}"] option[value="{value}"]:checked)'
    return f'{chosen} [data-{name}]:not([data-{name}~="{value}"]) {{ display: none; }}\n'
