"""Templates are compiled once a process, although each build reads them in a new environment.

Compiling those of the pages and of the theme is a quarter of what a build costs. Jinja's own way
of keeping them goes by file and content, so that a changed template is compiled anew.
"""

from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket, BytecodeCache


class _InMemory(BytecodeCache):
    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._kept[bucket.key, bucket.checksum] = bucket.code


def keep_compiled_templates() -> None:
    """Let every environment that is made from now on share what is compiled."""
    kept, initialise = _InMemory(), jinja2.Environment.__init__

    def initialise_with_cache(environment: jinja2.Environment, *given: Any, **named: Any) -> None:
        initialise(environment, *given, **{"bytecode_cache": kept, **named})

    jinja2.Environment.__init__ = initialise_with_cache  # type: ignore[assignment, method-assign]
