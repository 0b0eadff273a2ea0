"""What the engine makes, as files of MkDocs."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

import oit
from oit.catalog import both
from oit.memory import Kept
from oit.mkdocs_plugin.run import is_preview
from oit.outputs.manifest import is_loaded
from oit.outputs.page import KeptPage, built_path, metadata_of
from oit.system.preview import PreviewFolder, content_of_copy

THEME = Path(oit.__file__).parent / "theme"
PREVIEW = PreviewFolder()
"""What `mkdocs serve` has written, which builds in one process again and again."""


class MadeFile(File):
    """A file that the engine makes, or copies. A preview writes it only where it has changed."""

    kept: Kept | None = None
    """Gives its bytes where they are put aside, and stand neither here nor in another file."""

    @classmethod
    def of(cls, path: str, content: bytes, config: MkDocsConfig) -> "MadeFile":
        """A file of these bytes by its path on the site."""
        made = cls.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED)
        return cast(MadeFile, made)

    @classmethod
    def aside(cls, path: str, kept: Kept, config: MkDocsConfig) -> "MadeFile":
        """A file whose bytes are put aside."""
        made = cls.of(path, b"", config)
        made.kept = kept
        return made

    @classmethod
    def copied(cls, path: str, source: str, config: MkDocsConfig) -> "MadeFile":
        """A file that is copied from where it lies."""
        made = cls.generated(config, path, abs_src_path=source, inclusion=InclusionLevel.INCLUDED)
        return cast(MadeFile, made)

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 -- as `File`
        """Put it into the folder of the site."""
        if not is_preview():
            self._write(dirty)
            return
        source = self.abs_src_path
        content = self.content_bytes if source is None else content_of_copy(source)
        PREVIEW.put(self.abs_dest_path, content, self._write)

    def _write(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 -- as `File`
        if self.kept is None:
            super().copy_file(dirty)
            return
        path = Path(self.abs_dest_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.kept())

    @property
    def content_bytes(self) -> bytes:
        """Its bytes; whatever sets others takes these from it."""
        return super().content_bytes if self.kept is None else self.kept()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.kept, self._content, self.abs_src_path = None, value, None

    @property
    def content_string(self) -> str:
        """The same as text."""
        return self.content_bytes.decode("utf-8-sig")

    @content_string.setter
    def content_string(self, value: str) -> None:
        self.content_bytes = value.encode()


class AskedFile(MadeFile):
    """A file that a preview makes when somebody asks for it; until then, links may lead to it."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 -- as `File`
        """Nothing."""


class PageFile(MadeFile):
    """A generated page. MkDocs's links and menus find it by its source, as one in Markdown.

    Otherwise it is a static file, of which MkDocs reads nothing: `with_theme` makes its bytes.
    """

    made: KeptPage

    @classmethod
    def of_page(cls, page: KeptPage, config: MkDocsConfig) -> "PageFile":
        """The file of a page, empty until its bytes are made."""
        file = cast(PageFile, cls.of(page.source, b"", config))
        file.made, file.dest_uri = page, built_path(page)
        return file

    def is_documentation_page(self) -> bool:
        """Never, whatever its name."""
        return False

    def page_in(self, config: MkDocsConfig) -> MkDocsPage:
        """What templates get as `page`, without its HTML; by its name where the menu lists it."""
        page = self.page or MkDocsPage(None, self, config)
        page.markdown, page.meta = "", metadata_of(self.made)
        return page


def add(files: Files, file: File) -> None:
    """Add a generated file. A hand-written page of the same address is never replaced.

    Raises `ConfigurationError`.
    """
    if (written := files.get_file_from_path(file.src_uri)) is not None:
        raise ConfigurationError(both("build.same-address", page=written.src_uri))
    files.append(file)


def included(files: Files) -> list[File]:
    """What is published."""
    is_included: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    return [file for file in files if is_included(file.inclusion)]


def leave_out_idle(files: Files, config: MkDocsConfig) -> None:
    """Leave out what no page loads of the themes beneath ours."""
    beneath = config.theme.dirs[config.theme.dirs.index(str(THEME)) + 1 :]
    for file in [file for file in files if file.src_dir in beneath and not is_loaded(file.src_uri)]:
        files.remove(file)
