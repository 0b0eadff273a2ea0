"""The files of the form at `admin/`: its page, its configuration and the order of fields."""

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from oit.assessment.result import RoundAssessment
from oit.catalog import Language, say
from oit.contract.addresses import ADMIN_PATH
from oit.diagnostics import Words
from oit.file_groups import FileGroup, together
from oit.memory import content_of
from oit.model.office import Repository
from oit.model.record import FIELD_ORDER
from oit.model.written_words import known_words
from oit.outputs.form.backend import api_origin, backend, can_sign_in
from oit.outputs.form.collections import collections
from oit.outputs.form.widgets import Widget
from oit.outputs.form.words import form_words
from oit.outputs.publication import Publication
from oit.outputs.templating import strict_environment


def form_files(publication: Publication) -> FileGroup:
    """The page at `admin/` and what it reads."""
    return together("form", _made_from(publication), lambda: _files(publication).items())


def _made_from(publication: Publication) -> bytes:
    """What the form follows from: settings and policies, and of records which parts there are."""
    rounds = publication.assessment.rounds
    return content_of(
        publication.assessment.site.settings_from,
        [
            (each.contents.folder, each.contents.policy_from, each.state, _parts_in(each))
            for each in rounds
        ],
    )


def _parts_in(round_: RoundAssessment) -> dict[str, list[str | None]]:
    return {
        item: [unit.division for unit in bundle.units]
        for item, bundle in round_.contents.bundles.items()
    }


def _files(publication: Publication) -> dict[str, bytes]:
    config = _config(publication)
    return {
        f"{ADMIN_PATH}index.html": _page(publication, is_open=bool(config["collections"])).encode(),
        f"{ADMIN_PATH}config.json": _compact(config),
        f"{ADMIN_PATH}order.json": (json.dumps(FIELD_ORDER) + "\n").encode(),
        f"{ADMIN_PATH}written-words.json": _compact(known_words()),
    }


def _compact(values: Mapping[str, Any]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _config(publication: Publication) -> Widget:
    """The configuration of Decap CMS.

    By `editorial_workflow` a save becomes a branch with a pull request, for review before it is
    published.
    """
    return {
        "backend": backend(publication.policy.repository),
        "load_config_file": False,
        "publish_mode": "editorial_workflow",
        "locale": "th",
        "media_folder": "oit_items",
        "public_folder": "",
        "logo": {"src": "../assets/favicon.svg", "show_in_header": False},
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "collections": collections(publication.assessment, publication.vocabulary),
    }


def _content_policy(publication: Publication) -> str:
    """What the form may load and run (CSP level 3): more than any other page.

    Decap CMS compiles the checks of its configuration (`unsafe-eval`), writes its styles as it
    runs (`unsafe-inline`), and shows pictures that are not saved yet (`data:`, `blob:`).
    """
    return (
        "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
        f"connect-src 'self' blob: {api_origin(publication.policy.repository)}"
    )


def _page(publication: Publication, *, is_open: bool) -> str:
    repository = publication.policy.repository
    notice = _notice(repository, is_open=is_open)
    return (
        strict_environment()
        .get_template("form.html")
        .render(
            content_policy=_content_policy(publication),
            office=publication.policy.office,
            notice=Words(*(say(notice, language) for language in Language)),
            is_open=is_open,
            words=Markup(form_words()),  # noqa: S704 -- JSON in which no tag can begin
            is_training=repository is None,
            can_sign_in=can_sign_in(repository),
        )
    )


def _notice(repository: Repository | None, *, is_open: bool) -> str:
    """What the page says until its program has opened: the id of a message."""
    if not is_open:
        return "form.notice-closed"
    if not can_sign_in(repository):
        return "form.notice-no-sign-in"
    return "form.notice-training" if repository is None else "form.notice-opening"
