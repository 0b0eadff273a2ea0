"""Several orders carried out in thought, each on what those before have left."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from oit.entry.carry_out import Entered, carry_out
from oit.entry.orders import Order
from oit.entry.selection import Session


class Stage(Struct):
    """What orders have come to so far; nothing is written."""

    session: Session
    """The site as its orders have left it."""

    def carry_out(self, order: Order) -> Entered:
        """Carry out one more order. Raises `RefusedError` as `carry_out`: all stays as it was."""
        entered = carry_out(self.session, order)
        pending = {**self.session.pending, **entered.changes}
        self.session = replace(self.session, before=entered.after, pending=pending)
        return entered


def staged(session: Session) -> Stage:
    """A stage on which nothing is done yet; it lives as long as the session."""
    return Stage(session)


def changes(stage: Stage) -> Mapping[str, bytes]:
    """All files that become new or other, by path from the root, to be written at once."""
    return stage.session.pending
