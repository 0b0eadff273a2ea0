"""How a site was built: the day, and what of its `mkdocs.yml` is repeated.

Whoever wrote the repository is a stranger. MkDocs runs what its settings name – hooks, plugins,
themes, Python objects in YAML –, so that only settings of a fixed list are taken, the engine takes
the place of the site's own hook, and a site that needs more is not rebuilt.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import yaml

from oit.contract.index import Index

_TAKEN = frozenset(
    {
        *("site_name", "site_description", "site_author", "site_url", "copyright"),
        *("nav", "validation", "extra", "extra_css", "use_directory_urls"),
        *("repo_url", "repo_name", "edit_uri", "exclude_docs", "draft_docs", "not_in_nav"),
    }
)
_LEFT_OUT = frozenset({"docs_dir", "site_dir", "hooks", "watch", "strict", "dev_addr"})
"""Where things lie, and what only concerns whoever edits; the hook is the engine's."""
_HOOK = "hooks/publish.py"
"""By which a site names the engine; it is not run, the engine's plugin stands for it."""
_PLUGINS = frozenset({"search", "material/search", "oit"})
_EXTENSIONS = frozenset(
    {
        *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "meta"),
        *("sane_lists", "smarty", "tables", "toc", "pymdownx.details", "pymdownx.tasklist"),
    }
)
"""Extensions of Markdown that read no file and ask no server."""
_OF_THEME = frozenset(
    {"name", "language", "font", "icon", "features", "palette", "favicon", "logo"}
)


class NotRepeatedError(Exception):
    """A setting would run or load what the repository names; the text is the setting's name."""


def day_of_build(index: Index) -> date | None:
    """The day on which a site was built; `None` without a round.

    An open round is assessed on that day. Once all have closed, no day changes anything.
    """
    if not index.rounds:
        return None
    open_days = [round_.as_of for round_ in index.rounds if round_.state != "closed"]
    if open_days:
        return max(open_days)
    return max(round_.closes for round_ in index.rounds) + timedelta(days=1)


def repeated_settings(text: str) -> dict[str, Any]:
    """The settings by which MkDocs builds the site again. Raises `NotRepeatedError`."""
    try:
        settings = yaml.safe_load(text)
    except yaml.YAMLError:
        raise NotRepeatedError("mkdocs.yml") from None
    if not isinstance(settings, Mapping):
        raise NotRepeatedError("mkdocs.yml")
    for name in _refused(settings):
        raise NotRepeatedError(name)
    taken = {name: value for name, value in settings.items() if name in _TAKEN}
    plugins = [plugin for plugin in settings.get("plugins", ["search"]) if plugin != "oit"]
    return {
        **taken,
        "theme": settings.get("theme", "material"),
        "markdown_extensions": settings.get("markdown_extensions", []),
        "plugins": [*plugins, "oit"],
    }


def _refused(settings: Mapping[Any, Any]) -> Iterator[str]:
    known = _TAKEN | _LEFT_OUT | {"theme", "plugins", "markdown_extensions"}
    yield from (str(name) for name in settings if name not in known)
    if settings.get("docs_dir", "docs") != "docs":
        yield "docs_dir"
    hooks = settings.get("hooks", [])
    if not isinstance(hooks, list) or not all(str(hook).endswith(_HOOK) for hook in hooks):
        yield "hooks"
    yield from _refused_theme(settings.get("theme", "material"))
    yield from _refused_names("plugins", settings.get("plugins", []), _PLUGINS)
    extensions = settings.get("markdown_extensions", [])
    yield from _refused_names("markdown_extensions", extensions, _EXTENSIONS)


def _refused_theme(theme: object) -> Iterator[str]:
    named = theme if isinstance(theme, Mapping) else {"name": theme}
    if named.get("name") != "material":
        yield "theme"
    yield from (f"theme.{name}" for name in named if name not in _OF_THEME)


def _refused_names(setting: str, listed: object, known: frozenset[str]) -> Iterator[str]:
    """Names in a list whose entries are names, or names with their options."""
    if not isinstance(listed, list):
        yield setting
        return
    for entry in listed:
        names = entry if isinstance(entry, Mapping) else [entry]
        yield from (f"{setting}: {name}" for name in names if name not in known)
