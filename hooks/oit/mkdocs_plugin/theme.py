"""The theme around generated pages, which is remembered where nothing but the engine makes it.

The templates of the theme read of MkDocs the page, the navigation, the address of the site, and
the styles and scripts that it adds to every page. Those of an office, and plugins of others, may
read anything, even the clock: where there are any, every page is made again.
"""

import hashlib
from typing import Any, cast

from jinja2 import Environment as Templates
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext
from msgspec import Struct
from msgspec.structs import fields

from oit.catalog import Language
from oit.memory import Asked, content_of, made_from
from oit.mkdocs_plugin.files import PageFile
from oit.mkdocs_plugin.run import Run, run_of
from oit.outputs.page import ENGLISH, PageHead
from oit.outputs.pages.frame import navigation_in

_SEARCH = {"search", "material/search"}
"""The plugin of the theme, which changes no page of ours."""

_WHEN_BUILT = "on_post_build"
"""An event after all pages, which has no part in them."""


class _Theme(Struct, frozen=True):
    """The templates of a site, and what they read besides the page."""

    templates: Templates
    config: MkDocsConfig
    run: Run
    written: list[File]
    """The pages in Markdown."""
    frame: str
    """What tells all that pages have alike from that of another build."""

    def asked(self, file: PageFile, page: MkDocsPage) -> Asked:
        """What makes a page with the theme around it."""
        return Asked("pages", self._followed_by(file, page), lambda: self.around(file, page))

    def around(self, file: PageFile, page: MkDocsPage) -> bytes:
        """A page with the theme around it; other plugins may change it as any page."""
        plugins, nav = self.config.plugins, self.run.navigation
        page.active, page.content = True, file.made.html
        context = get_context(nav, self.written, self.config, page)
        context = plugins.on_page_context(context, page=page, config=self.config, nav=nav)
        made = self._filled(context)
        made = plugins.on_post_page(made, page=page, config=self.config)
        page.active, page.content = False, None
        return made.encode()

    def _filled(self, context: TemplateContext) -> str:
        template = self.templates.get_template("main.html")
        return template.render(cast(dict[str, Any], context))

    def _followed_by(self, file: PageFile, page: MkDocsPage) -> bytes:
        """All that the bytes of a page follow from."""
        made = [getattr(file.made, field.name) for field in fields(PageHead)]
        translations = cast(Any, self.templates.globals["oit"])["translations_of"](file.made.path)
        html = hashlib.sha256(file.made.kept()).hexdigest()
        return content_of(self.frame, page.title, page.canonical_url, translations, made, html)


def put_theme_around(pages: list[PageFile], templates: Templates, config: MkDocsConfig) -> None:
    """Give generated pages their bytes."""
    run = run_of(config)
    written = list(run.files.documentation_pages())
    shown = [file.page_in(config) for file in pages]  # all have a name before any menu has them
    theme = _Theme(templates, config, run, written, _frame(run, config))
    if _is_the_engine_s_alone(config):
        made = run.memory.recall_all(tuple(map(theme.asked, pages, shown)))
    else:
        made = map(theme.around, pages, shown)
    for file, page in zip(pages, made, strict=True):
        file.kept = run.memory.put_aside(page)


def _is_the_engine_s_alone(config: MkDocsConfig) -> bool:
    """Whether no template and no plugin of anybody else has a part in pages."""
    others = (name for name, plugin in config.plugins.items() if not _is_the_engine(plugin))
    return config.theme.custom_dir is None and _SEARCH.issuperset(others)


def _is_the_engine(plugin: Any) -> bool:
    """Whether a plugin is this one, or a hook that names its events and has none of its own."""
    names = (name for name in dir(plugin) if name.startswith("on_") and name != _WHEN_BUILT)
    events = [getattr(plugin, name) for name in names]
    handlers = [each for event in events for each in getattr(event, "methods", (event,))]
    return all(str(handler.__module__).startswith(str(__package__)) for handler in handlers)


def _frame(run: Run, config: MkDocsConfig) -> str:
    """What all pages have alike: the frame, the navigation, and what the settings add."""
    menu = [
        (entry.title, entry.url)
        for language in Language
        for entry in navigation_in(run.navigation.items, language)
    ]
    scripts = [
        script if isinstance(script, str) else dict(script) for script in config.extra_javascript
    ]
    is_in_english = any(page.path == ENGLISH for page in run.outputs.pages)
    added = (config.site_url, config.extra_css, scripts)
    return made_from(run.outputs.frame, menu, is_in_english, *added)
