"""The only module that knows MkDocs: each event is one call into the engine.

The gate runs in `on_config`, before MkDocs empties the site folder, so that a refused build
leaves the last good site as it was. A site names the engine in its `mkdocs.yml`, as the plugin
`oit` or as a hook that imports these events. ProperDocs, the maintained fork of MkDocs, reads the
same file, and gives its own modules where these are imported by the name `mkdocs`.
"""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, cast

import mkdocs
from jinja2 import Environment as Templates
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

import oit.pipeline as pipeline
from oit.assessment.gate import Gate
from oit.assessment.result import Assessment
from oit.catalog import both
from oit.outputs.last_look import last_look_of
from oit.outputs.manifest import SUMS, Meant, checksums, is_loaded, meant_besides, meant_files
from oit.outputs.page import address_of, stub_of
from oit.outputs.pages.headings import headings
from oit.outputs.pages.tables.prose import with_readable_tables
from oit.outputs.search_index import Entry, search_files, written_entry
from oit.outputs.site_files import (
    Outputs,
    globals_of_templates,
    hand_written,
    navigation_of,
    outputs_of,
)
from oit.system.archive import write_archives
from oit.system.built_files import built_files, rewrite
from oit.system.cache import CacheMemory, CachePassed, cache_for_publishing, open_cache
from oit.system.environment import Environment, SettingError, read_environment, read_generator
from oit.system.git import HistoryError
from oit.system.locking import HeldElsewhereError, building_into
from oit.system.parquet import write_parquet

_RUN_KEY, _FILES_KEY, _WRITTEN_KEY = "oit_run", "oit_files", "oit_written"
"""Keys in `config.extra`: events of a hook share nothing but `config`."""
_COMMAND = ContextVar("command", default="build")
"""The command of MkDocs that runs; where nobody tells, what is built is taken to be published."""
_ALONE = ExitStack()
"""The lock of the checkout while a build writes into it; an event of an error knows no `config`."""
_SAY = partial(print, file=sys.stderr)
_THEME = Path(__file__).parent / "theme"


class CouldNotRunError(ConfigurationError):
    """The gate could not run; the exit status is 2, as on the command line."""

    exit_code = 2  # click exits with it; MkDocs's own errors have 1


@dataclass(frozen=True, slots=True)
class _Run:
    """What a build has found out and made before MkDocs reads any page."""

    environment: Environment
    assessment: Assessment
    outputs: Outputs


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001 -- MkDocs gives it so
    """Remember whether MkDocs builds or serves."""
    _COMMAND.set(command)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Run the gate and make all outputs. Raises `Abort` where the site may not be published."""
    _prepare(config)
    root = Path(config.config_file_path).parent
    with _errors_of_mkdocs():
        _ALONE.enter_context(building_into(Path(config.site_dir), root, _SAY))
        environment = read_environment()
        is_preview = _COMMAND.get() == "serve" or environment.gate is Gate.CHANGED
        check = pipeline.check_before_preview if is_preview else pipeline.check_before_publishing
        cache = open_cache() if is_preview else cache_for_publishing()
        result = check(root, environment, cache)
    if result.verdict.refused:
        raise Abort(result.text)
    if result.verdict.failing or result.verdict.listed:
        print(result.text)
    written = get_files(config)
    outputs = outputs_of(
        result.assessment,
        config.site_url or None,
        environment.commit,
        read_generator(),
        hand_written(written),
        CacheMemory(cache),
    )
    config.extra[_RUN_KEY] = _Run(environment, result.assessment, outputs)
    sources = {address_of(file.url): file.src_uri for file in written.documentation_pages()}
    config.nav = navigation_of(outputs, sources, config.nav or [])
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add generated pages and files. Raises `ConfigurationError` where `docs/` has such a page."""
    _leave_out_idle(files, config)
    outputs = _outputs(config)
    root = Path(config.config_file_path).parent
    for page in outputs.pages:
        _add(files, File.generated(config, page.source, content=stub_of(page)))
    for text in outputs.texts:
        _add(files, File.generated(config, text.source, content=text.markdown))
    for path, data in outputs.files.items():
        _add(files, File.generated(config, path, content=data))
    _add(files, File.generated(config, SUMS, content=""))  # pages link it; written last
    for path, source in outputs.evidence.items():
        _add(files, File.generated(config, path, abs_src_path=str(root / source)))
    return files


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """The HTML and table of contents of a generated page; a page of `docs/` keeps its own."""
    generated = {made.source: made for made in _outputs(config).pages}.get(page.file.src_uri)
    if generated is None:
        return with_readable_tables(html)
    page.toc = get_toc(cast(Any, headings(generated.html)))
    return generated.html


def on_env(env: Templates, config: MkDocsConfig, files: Files) -> Templates:
    """Give every template the frame of the site as `oit`; keep MkDocs from writing a sitemap.

    Every page in Markdown is HTML by now, and joins the others in the search.
    """
    config.extra[_FILES_KEY] = files
    config.theme.static_templates.discard("sitemap.xml")  # an office's own has true days
    known = {address_of(file.url) for file in files.documentation_pages()}
    env.globals["oit"] = globals_of_templates(_outputs(config), known, config.site_url)
    entries = (*_outputs(config).entries, *_written_entries(files, config))
    for path, data in search_files(entries, _outputs(config).shown_year).items():
        _add(files, File.generated(config, path, content=data))
    return env


@event_priority(-90)
def _write_last(config: MkDocsConfig) -> None:
    """Write tables, archives, and the sums of all files."""
    site, outputs = Path(config.site_dir), _outputs(config)
    tables = write_parquet(site, outputs.tables)
    config.extra[_WRITTEN_KEY] = tables | write_archives(site, outputs.archives)
    rewrite(site / SUMS, lambda _: checksums(built_files(site)))


@event_priority(-100)
def _look_once_more(config: MkDocsConfig) -> None:
    """Search all that was built, after every plugin. Raises `Abort` where it is not published."""
    if _COMMAND.get() == "serve":
        return
    run = cast(_Run, config.extra[_RUN_KEY])
    passed = CachePassed(cache_for_publishing(), "last-look")
    look = last_look_of(run.assessment, _meant(config, run.assessment), passed)
    findings = look.findings(built_files(Path(config.site_dir)))
    result = pipeline.verdict_on_built_site(run.assessment, findings, run.environment)
    if result.verdict.refused:
        raise Abort(result.text)


@event_priority(-110)
def _end_work(config: MkDocsConfig) -> None:
    """Let others work in the checkout again, once everybody has written."""
    _ALONE.close()


on_post_build = CombinedEvent(_write_last, _look_once_more, _end_work)


def on_build_error(error: Exception) -> None:
    """The same, where the build has failed."""
    _ALONE.close()


class _Settings(Config):  # type: ignore[no-untyped-call]  # its base has no types
    """No options: all settings are in `extra.oit` and under `oit_items/`."""


class OitPlugin(BasePlugin[_Settings]):  # type: ignore[no-untyped-call]  # the same
    """The engine as a plugin: `plugins: [oit]`."""

    on_startup = staticmethod(on_startup)
    on_config = staticmethod(on_config)
    on_files = staticmethod(on_files)
    on_page_content = staticmethod(on_page_content)
    on_env = staticmethod(on_env)
    on_post_build = staticmethod(on_post_build)  # type: ignore[assignment]  # of two
    on_build_error = staticmethod(on_build_error)


def _prepare(config: MkDocsConfig) -> None:
    """Put the engine's theme after the site's own, and let `--strict` count warnings.

    The engine's texts name the ids of their headings, which is an extension of Markdown.
    """
    if "attr_list" not in config.markdown_extensions:
        config.markdown_extensions.append("attr_list")
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(_THEME))
    if search := config.plugins.get("material/search"):
        search.config["enabled"] = False  # the index is ours: search_index.py
    log = logging.getLogger(mkdocs.__name__)  # `properdocs` under that fork
    if config.strict and log.level > logging.WARNING:
        # `--quiet` keeps warnings from the counter of `--strict`, which would then count none.
        log.setLevel(logging.WARNING)


@contextmanager
def _errors_of_mkdocs() -> Iterator[None]:
    """What keeps the gate from running, as an error that MkDocs shows."""
    try:
        yield
    except (HeldElsewhereError, HistoryError, SettingError) as error:
        raise CouldNotRunError(str(error)) from None


def _outputs(config: MkDocsConfig) -> Outputs:
    return cast(_Run, config.extra[_RUN_KEY]).outputs


def _written_entries(files: Files, config: MkDocsConfig) -> Iterator[Entry]:
    """What the search knows of the pages in Markdown: the office's, and the engine's texts."""
    generated = {page.source for page in _outputs(config).pages}
    for file in files.documentation_pages():
        if file.src_uri not in generated and (page := file.page) is not None:
            address, html = address_of(file.url), page.content or ""
            if entry := written_entry(address, str(page.title), html, page.meta):
                yield entry


def _meant(config: MkDocsConfig, assessment: Assessment) -> dict[str, Meant]:
    """What is to be published: all files, and what MkDocs writes besides them."""
    root = Path(config.config_file_path).parent
    written = {
        folder: Path(os.path.relpath(folder, root)).as_posix()
        for folder in filter(None, (config.docs_dir, config.theme.custom_dir))
    }
    files = (file for file in config.extra[_FILES_KEY] if file.inclusion.is_included())
    generated = (*config.theme.static_templates, SUMS)
    besides = meant_besides(generated, config.extra_templates, config.extra[_WRITTEN_KEY])
    return meant_files(files, written, assessment) | besides


def _leave_out_idle(files: Files, config: MkDocsConfig) -> None:
    """Leave out what no page loads of the themes beneath ours."""
    beneath = config.theme.dirs[config.theme.dirs.index(str(_THEME)) + 1 :]
    for file in [file for file in files if file.src_dir in beneath and not is_loaded(file.src_uri)]:
        files.remove(file)


def _add(files: Files, file: File) -> None:
    """Add a generated file; a hand-written page of the same address is never replaced."""
    if (written := files.get_file_from_path(file.src_uri)) is not None:
        raise ConfigurationError(both("build.same-address", page=written.src_uri))
    files.append(file)
