"""Groups of files, as `oit.outputs.generated_files` has them made."""

from collections.abc import Iterable

from oit.file_groups import FileGroup, KeptFiles
from oit.memory import NO_MEMORY


def files_of_groups(groups: Iterable[FileGroup]) -> dict[str, bytes]:
    """The files of groups by path."""
    files = KeptFiles(NO_MEMORY)
    files.add_all(tuple(groups))
    return dict(files)
