"""A desk whose engine reads nothing, served on this machine."""

from collections.abc import Iterator

import pytest

from helpers.desk_server import Served, served
from helpers.fake_desk import FakeDesk
from helpers.support import SITES, as_of, judged


@pytest.fixture
def engine() -> FakeDesk:
    """An engine that keeps what it is asked, for a site of three items."""
    return FakeDesk(judged(SITES / "current", as_of("2025-04-20")))


@pytest.fixture
def desk(engine: FakeDesk) -> Iterator[Served]:
    """The desk of that engine."""
    with served(engine) as desk:
        yield desk
