"""Literals of the engine's code that people would read; words belong into the catalogue."""

import ast
from collections.abc import Iterator
from pathlib import Path

from helpers.support import ROOT

_THAI = range(0x0E00, 0x0E80)


def literals(path: Path) -> Iterator[str | bytes]:
    """The text literals of a module: pieces of f-strings too, docstrings not."""
    tree = ast.parse(path.read_text("utf-8"))
    # A docstring is a text that stands alone, also below a constant.
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in docstrings:
            continue
        if isinstance(node.value, str | bytes):
            yield node.value


def is_wording(text: str | bytes) -> bool:
    """Whether a literal has a Thai letter, in whatever encoding, or announces an English line."""
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return "[EN]" in words or any(ord(sign) in _THAI for sign in words)


def modules_with_words(*folders: str) -> set[str]:
    """The modules below the folders that have such literals, as paths from the root."""
    files = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return {
        path.relative_to(ROOT).as_posix() for path in files if any(map(is_wording, literals(path)))
    }
