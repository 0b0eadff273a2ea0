"""Pages in Markdown, whose HTML is remembered where nothing but its source and settings makes it.

Extensions of Markdown that are not named here may read anything, even other files: where a site
uses such, every page is made again. What MkDocs says of a page's links is said every time.
"""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from oit.memory import Memory, content_of, made_from
from oit.outputs.page import address_of
from oit.outputs.pages.tables.prose import with_readable_tables
from oit.outputs.search_index import Entry, written_entry

_EXTENSIONS = frozenset(
    {
        *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html"),
        *("sane_lists", "smarty", "tables", "toc", "pymdownx.details", "pymdownx.tasklist"),
    }
)
"""They make HTML of the Markdown and their settings alone."""


def remember_html(files: Files, config: MkDocsConfig, memory: Memory) -> None:
    """Let pages take their HTML from a memory, where that is safe."""
    if not _is_settled(config):
        return
    sources = _sources_of(files)
    for file in files.documentation_pages():
        if (page := file.page) is not None:
            page.render = partial(_render, page, sources, memory)  # type: ignore[method-assign]


def with_tables(html: str, memory: Memory) -> str:
    """The HTML of a page, with tables that small screens can show."""
    made = memory.recall("tables", html.encode(), lambda: with_readable_tables(html).encode())
    return made.decode()


def entries_of_pages(files: Files) -> Iterator[Entry]:
    """What the search knows of the pages in Markdown: the office's, and the engine's texts."""
    for file in files.documentation_pages():
        if (page := file.page) is not None:
            address, html = address_of(file.url), page.content or ""
            if entry := written_entry(address, str(page.title), html, page.meta):
                yield entry


def _sources_of(files: Files) -> str:
    """What links lead to: all files by source, address, and whether they are published."""
    return made_from([(file.src_uri, file.url, file.inclusion.name) for file in files])


def _is_settled(config: MkDocsConfig) -> bool:
    """Whether extensions and their settings can be told from others."""
    try:
        json.dumps(config.mdx_configs)
    except TypeError:
        return False
    return _EXTENSIONS.issuperset(config.markdown_extensions)


def _render(page: Page, sources: str, memory: Memory, config: MkDocsConfig, files: Files) -> None:
    """What `Page.render` does."""
    key = content_of(
        page.markdown,
        page.file.src_uri,
        sources,
        (config.markdown_extensions, config.mdx_configs, config.use_directory_urls),
        config.validation,
        pages.log.getEffectiveLevel(),
    )
    made = memory.recall("markdown", key, lambda: _rendered(page, config, files))
    known = json.loads(made)
    page.content, page.toc = known["html"], get_toc(known["toc"])
    page._title_from_render = known["title"]
    page.present_anchor_ids = set(known["ids"])
    page.links_to_anchors = {
        file: links for path, links in known["links"] if (file := files.get_file_from_path(path))
    }
    for level, text in known["said"]:
        pages.log.log(level, text)


def _rendered(page: Page, config: MkDocsConfig, files: Files) -> bytes:
    """All that rendering gives a page, and what was said of it."""
    with _kept_silent() as said:
        type(page).render(page, config, files)
    links = page.links_to_anchors or {}
    known = {
        "html": page.content,
        "toc": [_token(entry) for entry in page.toc],
        "title": page._title_from_render,
        "ids": sorted(page.present_anchor_ids or ()),
        "links": [(file.src_uri, anchors) for file, anchors in links.items()],
        "said": said,
    }
    return json.dumps(known, ensure_ascii=False).encode()


@contextmanager
def _kept_silent() -> Iterator[list[tuple[int, str]]]:
    """What MkDocs would say meanwhile, as level and text."""
    said: list[tuple[int, str]] = []

    def keep(record: logging.LogRecord) -> bool:
        said.append((record.levelno, record.getMessage()))
        return False

    pages.log.addFilter(keep)
    try:
        yield said
    finally:
        pages.log.removeFilter(keep)


def _token(entry: AnchorLink) -> dict[str, Any]:
    """An entry of the table of contents, as Markdown gives it to MkDocs."""
    children = [_token(child) for child in entry.children]
    return {"name": entry.title, "id": entry.id, "level": entry.level, "children": children}
