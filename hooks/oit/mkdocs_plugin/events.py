"""The events of MkDocs, each in its order.

The gate runs in `on_config`, before MkDocs empties the site folder, so that a refused build
leaves the last good site as it was.
"""

import logging
import os
import sys
from contextlib import ExitStack
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs
from jinja2 import Environment as Templates
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import oit.pipeline as pipeline
from oit.assessment.gate import Gate
from oit.assessment.result import Assessment
from oit.memory import Memory, RecentMemory, RecentObjects
from oit.mkdocs_plugin.files import THEME, MadeFile, PageFile, add, included, leave_out_idle
from oit.mkdocs_plugin.markdown_pages import entries_of_pages, remember_html, with_tables
from oit.mkdocs_plugin.run import Run, begin, errors_of_mkdocs, is_preview, remember, run_of
from oit.mkdocs_plugin.serving import (
    ASKED,
    add_files,
    empty_nothing,
    fill_again,
    hear_at_once,
    make_when_asked,
    remove_others,
)
from oit.mkdocs_plugin.templates import COMPILED, find_templates_soon
from oit.mkdocs_plugin.theme import put_theme_around
from oit.outputs.generated_files import hand_written
from oit.outputs.last_look import last_look_of
from oit.outputs.manifest import SUMS, Meant, checksums, meant_besides, meant_files
from oit.outputs.page import address_of
from oit.outputs.search_index import search_files
from oit.outputs.site_files import globals_of_templates, navigation_of, outputs_of
from oit.system.archive import write_archives
from oit.system.aside import Aside
from oit.system.both_cores import make_all
from oit.system.built_files import built_files, rewrite
from oit.system.cache import CacheMemory, CachePassed, cache_for_publishing, open_cache
from oit.system.engine import read_generator
from oit.system.environment import Environment, read_environment
from oit.system.garbage import give_back, leave_to_the_end
from oit.system.locking import building_into
from oit.system.parquet import ParquetWriter

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_ALONE = ExitStack()
"""The lock of the checkout while a build writes into it; an event of an error knows no `config`."""
_RECENT = RecentMemory()
"""What `mkdocs serve` has made, which builds in one process again and again."""
_READ = RecentObjects()
"""What it has read, in the same way."""
_SAY = partial(print, file=sys.stderr)


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001 -- MkDocs gives it so
    """Remember whether MkDocs builds or serves; a build collects no garbage meanwhile."""
    begin(command, _ALONE)


@event_priority(100)
def _prepare(config: MkDocsConfig) -> MkDocsConfig:
    """Put the engine's theme after the site's own, and let `--strict` count warnings.

    The engine's texts name the ids of their headings, which is an extension of Markdown.
    """
    if "attr_list" not in config.markdown_extensions:
        config.markdown_extensions.append("attr_list")
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    find_templates_soon(config.theme)
    if search := config.plugins.get("material/search"):
        search.config["enabled"] = False  # the index is ours: search_index.py
    log = logging.getLogger(mkdocs.__name__)  # `properdocs` under that fork
    if config.strict and log.level > logging.WARNING:
        # `--quiet` keeps warnings from the counter of `--strict`, which would then count none.
        log.setLevel(logging.WARNING)
    return config


def _make(config: MkDocsConfig) -> MkDocsConfig:
    """Run the gate and make all outputs. Raises `Abort` where the site may not be published."""
    if is_preview():
        _ALONE.enter_context(ASKED.lock)
    with errors_of_mkdocs():
        environment, assessment, memory = _judged(config)
    written = get_files(config)
    outputs = outputs_of(
        assessment,
        config.site_url or None,
        environment.commit,
        read_generator(),
        hand_written(written),
        memory,
        None if is_preview() else _ALONE.enter_context(ParquetWriter()).asked,
    )
    remember(Run(environment, assessment, outputs, memory), config)
    sources = {address_of(file.url): file.src_uri for file in written.documentation_pages()}
    config.nav = navigation_of(outputs, sources, config.nav or [])
    if is_preview():
        empty_nothing(config)
    return config


def _judged(config: MkDocsConfig) -> tuple[Environment, Assessment, Memory]:
    """The site as the gate lets it pass, and what was made before of the same content."""
    root = Path(config.config_file_path).parent
    _ALONE.enter_context(building_into(Path(config.site_dir), root, _SAY))
    environment = read_environment()
    is_looked_at = is_preview() or environment.gate is Gate.CHANGED
    check = pipeline.check_before_preview if is_looked_at else pipeline.check_before_publishing
    if is_preview():
        check = partial(pipeline.check_before_preview, recent=_READ.begin())
    cache = open_cache() if is_looked_at else cache_for_publishing()
    result = check(root, environment, cache)
    if result.verdict.refused:
        raise Abort(result.text)
    if result.verdict.failing or result.verdict.listed:
        print(result.text)
    COMPILED.read(cache)
    _ALONE.callback(COMPILED.keep, cache)
    memory = CacheMemory(cache, Aside(root))
    return environment, result.assessment, _RECENT.begin(memory) if is_preview() else memory


on_config = CombinedEvent(_prepare, _make)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add generated pages and files. Raises `ConfigurationError` where `docs/` has such a page."""
    if is_preview():
        fill_again(files, config)
    leave_out_idle(files, config)
    outputs = run_of(config).outputs
    root = Path(config.config_file_path).parent
    for page in outputs.pages:
        add(files, PageFile.of_page(page, config))
    for text in outputs.texts:
        add(files, File.generated(config, text.source, content=text.markdown))
    if is_preview():
        add_files(outputs, files, config)
    else:
        for path, kept in outputs.files.kept.items():
            add(files, MadeFile.aside(path, kept, config))
        give_back()
    add(files, MadeFile.of(SUMS, b"", config))  # pages link it; written last
    for path, source in outputs.evidence.items():
        add(files, MadeFile.copied(path, str(root / source), config))
    return files


@event_priority(-100)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the navigation for `on_env`, as all others have left it, now that pages are known."""
    run = run_of(config)
    run.navigation = nav
    remember_html(files, config, run.memory)
    return nav


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The HTML of a page in Markdown, with tables that small screens can show."""
    return with_tables(html, run_of(config).memory)


@event_priority(-100)
def on_env(env: Templates, config: MkDocsConfig, files: Files) -> Templates:
    """Give every template the frame of the site as `oit`, and put the theme around our pages.

    MkDocs shall write no sitemap: an office's own has true days. Every page in Markdown is HTML by
    now, and joins the others in the search.
    """
    run = run_of(config)
    run.files = files
    config.theme.static_templates.discard("sitemap.xml")
    made = [file for file in files if isinstance(file, PageFile)]
    known = {address_of(file.url) for file in (*files.documentation_pages(), *made)}
    env.globals["oit"] = globals_of_templates(run.outputs, known, config.site_url)
    put_theme_around(made, env, config)
    give_back()
    entries = chain(run.outputs.entries, entries_of_pages(files))
    for path, kept in search_files(entries, run.outputs.shown_year, run.memory).items():
        add(files, MadeFile.aside(path, kept, config))
    return env


def on_serve(server: "LiveReloadServer", config: MkDocsConfig, builder: Any) -> "LiveReloadServer":
    """Hear of every save at once."""
    make_when_asked(server)
    return hear_at_once(server)


@event_priority(-90)
def _write_last(config: MkDocsConfig) -> None:
    """Write archives, and the sums of all files; a preview does without them."""
    site, run = Path(config.site_dir), run_of(config)
    if is_preview():
        remove_others(config, run.files, {*_written_besides(config), *config.extra_templates})
        ASKED.expect(site, lambda: run.outputs.files)
        return
    leave_to_the_end()
    run.written = write_archives(site, run.outputs.archives)
    rewrite(site / SUMS, lambda _: checksums(built_files(site)))
    give_back()


@event_priority(-100)
def _look_once_more(config: MkDocsConfig) -> None:
    """Search all that was built, after every plugin. Raises `Abort` where it is not published."""
    if is_preview():
        return
    run = run_of(config)
    passed = CachePassed(cache_for_publishing(), "last-look")
    look = last_look_of(run.assessment, _meant(config, run), passed, make_all)
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


def _meant(config: MkDocsConfig, run: Run) -> dict[str, Meant]:
    """What is to be published: all files, and what MkDocs writes besides them."""
    root = Path(config.config_file_path).parent
    written = {
        folder: Path(os.path.relpath(folder, root)).as_posix()
        for folder in filter(None, (config.docs_dir, config.theme.custom_dir))
    }
    files = included(run.files)
    besides = meant_besides(_written_besides(config), config.extra_templates, run.written)
    return meant_files(files, written, run.assessment) | besides


def _written_besides(config: MkDocsConfig) -> tuple[str, ...]:
    """What MkDocs and this plugin write last, whatever a file has said of it."""
    return (*config.theme.static_templates, SUMS)
