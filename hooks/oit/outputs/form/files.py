"""The form's own page and its configuration."""

import json

from oit.contract.addresses import ADMIN_PATH
from oit.model.record import FIELD_ORDER
from oit.outputs.form.backend import backend, can_sign_in, reached
from oit.outputs.form.collections import collections
from oit.outputs.form.widgets import Widget
from oit.outputs.publication import Publication
from oit.outputs.templating import strict_environment


def form_files(publication: Publication) -> dict[str, bytes]:
    """The page at `admin/` and what it reads, by path."""
    config = form_config(publication)
    written = json.dumps(config, ensure_ascii=False, separators=(",", ":")) + "\n"
    return {
        f"{ADMIN_PATH}index.html": _page(publication, is_open=bool(config["collections"])).encode(),
        f"{ADMIN_PATH}config.json": written.encode(),
        f"{ADMIN_PATH}order.json": (json.dumps(FIELD_ORDER) + "\n").encode(),
    }


def form_config(publication: Publication) -> Widget:
    """What Decap CMS reads: a save is a branch, and a request that somebody looks at it."""
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


def content_policy(publication: Publication) -> str:
    """What the form may load and run; the one page that needs more than the others.

    Its program compiles its checks of the configuration and writes its styles as it runs.
    """
    return (
        "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
        f"connect-src 'self' blob: {reached(publication.policy.repository)}"
    )


def _page(publication: Publication, *, is_open: bool) -> str:
    repository = publication.policy.repository
    return (
        strict_environment()
        .get_template("form.html")
        .render(
            content_policy=content_policy(publication),
            office=publication.policy.office,
            is_open=is_open,
            is_training=repository is None,
            can_sign_in=can_sign_in(repository),
        )
    )
