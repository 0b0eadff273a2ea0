"""Tables as `oit.system.parquet` asks for them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """As `write_parquet` asks for one."""

    name: str
    type: str


@dataclass(frozen=True)
class Table:
    """The same."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    parquet_path: str = "api/v1/2568/tables/o1-it's.parquet"
