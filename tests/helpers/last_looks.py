"""What the last look is asked: a small site as values, and what is wrong with it by rule."""

from collections.abc import Mapping

from oit.findings import Finding
from oit.outputs.last_look import LastLook
from oit.outputs.manifest import Meant, Origin

WHOLE: Mapping[str, tuple[Meant, bytes]] = {
    "assets/start.js": (Meant(Origin.ENGINE, "assets/start.js"), b"start()"),
    "index.html": (
        Meant(Origin.GENERATED, "index.html"),
        b'<!doctype html><meta http-equiv="Content-Security-Policy" content="x">'
        b'<script src="./assets/start.js"></script><script type="application/json">{}</script>'
        b'<form class="md-search__form"><input></form><p>A</p>',
    ),
    "map/index.html": (Meant(Origin.HAND_WRITTEN, "docs/map.md"), b"<p>B</p>"),
    "api/v1/index.json": (Meant(Origin.GENERATED, "api/v1/index.json"), b'{"a": "1"}'),
    "api/v1/index.csv": (Meant(Origin.GENERATED, "api/v1/index.csv"), b"a,b\r\n1,2\r\n"),
    "2568/o1/a.csv": (Meant(Origin.EVIDENCE, "oit_items/2568/O01/a.csv"), b"a\n1\n"),
}
AT_LAST_CHANGES: Mapping[str, Mapping[str, bytes | None]] = {
    "site-active": {"index.html": b"<script>count()</script>"},
    "site-unexpected": {"stray.html": b"x"},
    "site-incomplete": {"api/v1/index.csv": None},
}
"""What triggers each rule that only the last look has: files changed, added or removed."""
AT_LAST = frozenset(AT_LAST_CHANGES)


def rules_of(
    changes: Mapping[str, bytes | None], look: LastLook | None = None
) -> set[tuple[str, str]]:
    """Rule and place of what is found in the whole site with some files changed or removed."""
    return {(found.rule, found.file) for found in findings_of(changes, look)}


def findings_of(
    changes: Mapping[str, bytes | None], look: LastLook | None = None
) -> tuple[Finding, ...]:
    """What is found in the whole site with some files changed or removed."""
    files = {path: data for path, (_, data) in WHOLE.items()} | dict(changes)
    built = [(path, data) for path, data in files.items() if data is not None]
    asked = look or LastLook({path: meant for path, (meant, _) in WHOLE.items()})
    return tuple(asked.findings(built))
