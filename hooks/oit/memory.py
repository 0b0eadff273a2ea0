"""What was made before of the same content is given again instead of being made once more.

Functions that are costly and pure take a `Memory`. What they make is bytes, and is known by all
that it was made from, so an answer can only be right or absent. The engine itself is part of that:
whoever keeps answers (`oit.system.cache`) knows them by its version too.
"""

import hashlib
import json
from collections.abc import Callable
from typing import Protocol

Make = Callable[[], bytes]
"""What makes an answer that nobody remembers."""


class Memory(Protocol):
    """Answers by what they were made from."""

    def recall(self, kind: str, content: bytes, make: Make) -> bytes:
        """What `make` returns: from before, where `kind` and `content` were the same."""


class NoMemory:
    """A memory that makes every answer anew."""

    def recall(self, kind: str, content: bytes, make: Make) -> bytes:  # noqa: ARG002 -- as `Memory`
        """What `make` returns."""
        return make()


NO_MEMORY = NoMemory()


def content_of(*parts: object) -> bytes:
    """What an answer is made from, as bytes: JSON of strings, numbers, lists and dictionaries.

    Other values are written as `str` has them. Where two lists of parts differ, so do the bytes.
    """
    return json.dumps(parts, ensure_ascii=False, default=str, sort_keys=True).encode()


def made_from(*parts: object) -> str:
    """SHA-256 of what something follows from: the same only where all parts are (`content_of`)."""
    return hashlib.sha256(content_of(*parts)).hexdigest()
