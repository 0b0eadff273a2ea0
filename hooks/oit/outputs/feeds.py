"""Everything under `feeds/`: how people hear of changes and of deadlines."""

from oit.contract.addresses import ATOM_PATH, calendar_path
from oit.outputs.atom import atom_feed
from oit.outputs.calendars import calendar
from oit.outputs.publication import Publication


def feeds(publication: Publication) -> dict[str, bytes]:
    """The Atom feed, and the calendars of the office and of each division."""
    return {
        ATOM_PATH: atom_feed(publication),
        calendar_path(): calendar(publication),
        **{calendar_path(one.id): calendar(publication, one) for one in publication.divisions},
    }
