"""Changes of a text as bytes, and bodies of records that ask much of a reader of Markdown."""

import random
from collections.abc import Callable

from fuzz.values import NAMES, TEXTS

Change = Callable[[bytes, random.Random], bytes]
_UNITS = (
    *("> ", "- ", "1. ", "[", "![", "](", "*", "**_", "`", "``` ", "~~~\n", "# ", "&amp;", "&#0;"),
    *("<a ", "<!--", "<", "\\", "| ", "a | b\n", "    ", "\t", "[a]: x\n", "[a]", "***", "](a)"),
    *(
        "<https://",
        "\n",
        "{#a}",
        "## ข {#a}\n",
        "~",
        "=\n",
        "-\n",
        "*a_",
        "&",
        "]",
        "\u200b",
        "[^1]",
    ),
)
_LINES = (
    *("<script>alert(1)</script>", "[x](javascript:alert(1))", "![](record.md)", "[x](#none)"),
    *("# {#announcements}", "## ก {#announcements}", "[x]: y 'z'", "| a |\n|---|\n| b |", "<br/>"),
    *("[a](<b c>)", "![a](https://x/y.png)", "1101700230708", "&#x3c;script&#x3e;", "[x](//h/p)"),
    *("[x](https://[)", "[x](data:text/html,x)", "<img src=x onerror=y>", "> - > - > - x", "***"),
    *("[x]( )", "![x][y]", "[y]: ../z", "\u202e", "\0", "{% raw %}", "{{ 7*7 }}", "--8<-- 'x'"),
)


def changed_bytes(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """A file cut, spliced with another, or with its bytes, line ends or encoding changed."""
    changes: tuple[Change, ...] = (
        lambda data, _: data.replace(b"\n", b"\r\n"),
        lambda data, _: data.replace(b"\n", b"\r"),
        lambda data, _: b"\xef\xbb\xbf" + data,
        lambda data, _: data + b"\0",
        lambda data, _: data.replace(b"---", b"----", 1),
        lambda data, _: data.replace(b"  ", b"\t", 1),
        lambda data, _: data.decode("utf-8", "replace").encode("utf-16"),
        lambda data, _: data + data,
        lambda data, chance: data[: chance.randrange(len(data) + 1)],
        lambda data, chance: data[: chance.randrange(len(data) + 1)] + other,
        lambda data, chance: _with_bytes(data, chance),
        lambda data, chance: _without_line(data, chance),
        lambda data, chance: _with_line(
            data, chance.choice((b"---", b"...", b"%YAML 9", b" x")), chance
        ),
        lambda data, chance: chance.choice(
            (b"", b"\n", b"---", b"---\n---\n", b"\xff\xfe", data[:3])
        ),
    )
    return chance.choice(changes)(data, chance)


def any_body(chance: random.Random) -> str:
    """Markdown that is deep, long, or means something else than it seems."""
    lines = [chance.choice(_LINES) for _ in range(chance.randrange(6))]
    if chance.random() < 0.5:
        unit = chance.choice(_UNITS)
        lines.append(unit * chance.choice((3, 30, 300, 3000)))
        lines.append(f"x{chance.choice(_UNITS) * chance.choice((1, 30, 300))}")
    if chance.random() < 0.1:
        columns = chance.choice((3, 100, 1000))
        lines += ["", "a|" * columns, "-|" * columns, *["b|" * columns] * chance.choice((2, 30))]
    if chance.random() < 0.3:
        lines.append(f"[x]({chance.choice(NAMES)}) {chance.choice(TEXTS)}")
    chance.shuffle(lines)
    return chance.choice(("\n", "\n\n")).join(lines)


def _with_bytes(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 5)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _without_line(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    del lines[chance.randrange(len(lines) + 1) :][:1]
    place = chance.randrange(len(lines) + 1)
    return b"".join(lines[:place] + lines[place + 1 :])


def _with_line(data: bytes, line: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    lines.insert(chance.randrange(len(lines) + 1), line + b"\n")
    return b"".join(lines)
