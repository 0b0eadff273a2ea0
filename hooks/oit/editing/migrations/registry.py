"""All migrations in their order, and which of them an office still needs."""

from collections.abc import Callable, Mapping

from msgspec import Struct
from packaging.version import Version

from oit.editing.migrations import m0001_dates_and_words


class Migration(Struct, frozen=True):
    """A change of an office's records and policy, and the version that needs it.

    What it changes stands as `upgrade.migration-<number>` in the catalogue.
    """

    number: int
    version: str
    apply: Callable[[Mapping[str, bytes]], dict[str, bytes]]


MIGRATIONS = (
    Migration(
        1,
        m0001_dates_and_words.VERSION,
        m0001_dates_and_words.migrated,
    ),
)


def needed(version: str | None) -> tuple[Migration, ...]:
    """The migrations that an office has not had, from the version of its engine.

    `None` is an office from before engines were pinned: it needs all of them.
    """
    if version is None:
        return MIGRATIONS
    return tuple(step for step in MIGRATIONS if Version(step.version) > Version(version))


def migrated(files: Mapping[str, bytes], steps: tuple[Migration, ...]) -> dict[str, bytes]:
    """The files that change, by path, after all steps in their order."""
    changed = dict(files)
    for step in steps:
        changed.update(step.apply(changed))
    return {path: data for path, data in changed.items() if data != files[path]}
