"""Values that stand where nobody expects them."""

import random
from collections.abc import Callable, Sequence
from typing import Any

from fuzz.trees import Pairs, Raw, Tree

DATES = (
    *("2025-02-30", "2568-04-17", "๒๕๖๘-๐๔-๑๗", "２０２５-０４-１７", "17/04/2025", "2025-4-7"),
    *("0001-01-01", "9999-12-31", "0000-00-00", "2025-04-17T10:00:00Z", "2399-01-01", "20250417"),
    *("2025-04-31", "-2025-04-17", "2025\u201304\u201317", "2025-04-17\u200b", "17 เม.ย. 2568"),
)
NAMES = (
    *("record.md", "admin.md", "../x", "../../round.yml", ".", "..", "con", "nul", "aux.csv"),
    *("/etc/passwd", "C:x.csv", "\\\\host\\x", "a/b.csv", "a" * 300 + ".csv", "x\0.csv", "..."),
    *(
        "Summary-2025-03.CSV",
        "ก.csv",
        ".hidden",
        "-rf",
        "%2e%2e",
        "a.csv ",
        "drafts",
        "a.",
        "\udc80",
    ),
    *(
        "record.md/",
        "./record.md",
        "RECORD.MD",
        "a\nb.csv",
        "~",
        ".git",
        "mandate.yml",
        "a\u202ev.csv",
    ),
)
TEXTS = (
    *(
        "",
        " ",
        "\0",
        "\ufeff",
        "\u202e",
        "\u2028",
        "\x85",
        "\x1b[31m",
        "\u200b",
        "\ufffe",
        "\U0010ffff",
    ),
    *("🇹🇭", "é", "ก็็็็็็็", "{found}", "{0}", "%s", "<b>x</b>", "<!--", "]]>", "::error::x"),
    *(
        "x" * 5000,
        "ก" * 40_000,
        "a\nb",
        "\t",
        "- a",
        "a: b",
        "#",
        "---",
        "...",
        "=",
        "<<",
        "\\",
        '"',
    ),
    *("1101700230708", "081-234-5678", "javascript:alert(1)", "https://[", "https://a:b@c/", "//x"),
    *("http://\u0e01.th:99999/", "mailto:", "https://example.go.th/\r\nX: y", "y" * 70_000),
)
SLUGS = (
    *("finance", "works", "monthly", "annual", "FY2568", "FY2568-Q2", "2025-03", "2568-03", "O1"),
    *("O0", "O22", "O99", "O100", "file", "url", "section", "none", "demonstration", "production"),
    *("FY0000", "9999-12", "0001-01", "FY9999-H2", "2025-13", "monthly-summary", "announcements"),
    *(
        "tax-statistics",
        "pdf",
        "csv",
        "@a/b",
        "2568",
        "2400",
        "9999",
        "-1",
        "1e999",
        "0x10",
        "1_000",
    ),
)
RAWS = (
    *(
        "null",
        "~",
        "true",
        "yes",
        "0",
        "1.5",
        "-1",
        "1e999",
        "NaN",
        ".inf",
        "0o7",
        "2025-04-17",
        "",
    ),
    *("&a x", "*a", "&a [*a]", "!!python/name:os.system x", "!ENV X", "!!binary aGk=", "!!set {a}"),
    *(
        "!<tag:x> y",
        "[",
        "{",
        '"open',
        "'open",
        "| \n  text",
        ">-\n",
        "? a",
        "@x",
        "`x`",
        "%x",
        "!",
    ),
    *("[" * 30 + "]" * 30, "{a: " * 2000 + "}" * 2000, "[" * 20_000, "9" * 5000, "{a: 1, a: 2}"),
)


def any_scalar(chance: random.Random) -> Tree:
    """A text or a raw piece of YAML, odd or merely wrong."""
    kinds: Sequence[Sequence[Any]] = (DATES, NAMES, TEXTS, SLUGS, SLUGS, RAWS)
    table = chance.choice(kinds)
    value = chance.choice(table)
    return Raw(value) if table is RAWS else value


def any_tree(chance: random.Random, depth: int = 0) -> Tree:
    """A scalar, a list or a mapping."""
    makers: tuple[Callable[[], Tree], ...] = (
        lambda: any_scalar(chance),
        lambda: any_scalar(chance),
        lambda: [any_tree(chance, depth + 1) for _ in range(chance.randrange(4))],
        lambda: Pairs(
            (any_scalar(chance), any_tree(chance, depth + 1)) for _ in range(chance.randrange(4))
        ),
        lambda: Pairs([("kind", any_scalar(chance)), ("file", chance.choice(NAMES))]),
    )
    return makers[0]() if depth > 3 else chance.choice(makers)()
