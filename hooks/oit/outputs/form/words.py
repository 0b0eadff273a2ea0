"""The words of the form's scripts, from the catalogue, as data that its page brings along.

A script fills a value where `%{name}` stands, as Decap CMS does in its own words.
"""

import json
from typing import Any

from oit.catalog import Language, both, ids, say, variables

_SAID = (
    *("form.id-number", "form.unread", "form.hidden", "form.inner"),
    *("form.there-already", "form.failed", "form.unreadable"),
    *("form.means-day", "form.means"),
    *("form.choose-first", "form.other-month", "form.same-bytes"),
    *("form.other-type", "form.no-change", "form.old-unread"),
)
"""What the scripts say in both languages, in a box of the browser or below a field."""
_LABELS = ("write", "true", "false")
"""Words on buttons, in Thai alone as all of the form's."""
_HIDES = ("tracked", "hidden", "comments", "cells", "inner")
"""The kinds of what a file hides, by their names in `theme/admin/hidden-content.js`."""


def form_words() -> str:
    """JSON for a script element, which no text can end: by use, and those of the CMS."""
    words = {
        "said": {message: both(message, **_blanks(message)) for message in _SAID},
        "labels": {label: _unfilled(f"form.label-{label}") for label in _LABELS},
        "hides": {kind: _unfilled(f"form.hides-{kind}") for kind in _HIDES},
        "cms": _cms_words(),
    }
    return json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")


def commit_messages() -> dict[str, str]:
    """The names of changes as the CMS fills them: `{{slug}}`, `{{collection}}`, `{{path}}`."""
    entry = {"slug": "{{slug}}", "collection": "{{collection}}"}
    return {
        "create": say("form.commit-create", Language.TH, **entry),
        "update": say("form.commit-update", Language.TH, **entry),
        "delete": say("form.commit-delete", Language.TH, **entry),
        "uploadMedia": say("form.commit-upload", Language.TH, path="{{path}}"),
        "deleteMedia": say("form.commit-remove", Language.TH, path="{{path}}"),
    }


def _cms_words() -> dict[str, Any]:
    """The words of Decap CMS, nested as it has them: `app_header_media` is `app.header.media`."""
    words: dict[str, Any] = {}
    for name in ids("cms"):
        *groups, last = name.split("_")
        group = words
        for key in groups:
            group = group.setdefault(key, {})
        group[last] = _unfilled(f"cms.{name}")
    return words


def _unfilled(message_id: str) -> str:
    return say(message_id, Language.TH, **_blanks(message_id))


def _blanks(message_id: str) -> dict[str, str]:
    """Each placeholder of a message as the scripts know it."""
    return {name: f"%{{{name}}}" for name in variables(message_id, Language.TH)}
