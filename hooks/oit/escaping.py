"""Text written by others, made harmless for each reader that would act on it.

One function a target: XML and calendars, a log of the forge's runner, a page of the forge or
other Markdown, a spreadsheet. HTML is escaped by Jinja, and records are sanitised by
`records.markup`.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable

LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
"""For `str.translate`: what a reader of lines may take for the end of a line."""
_COMMAND_BEGINS = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)
# Excel takes the full-width signs of an East Asian keyboard for the ASCII ones.
_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
# On a forge also: `&` begins an entity, `@name` notifies somebody, `https://` and `www.` link.
_TAG_OR_TEXT = re.compile(r'<[^"<>]*(?:"[^"]*"[^"<>]*)*>|[^<]+')
"""Every attribute of ours, and of sanitised HTML, stands in double quotes and has none within."""
_FORGE_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&@]|:(?=//)|(?<=www)\.", re.IGNORECASE)


def tags_and_texts(html: str) -> list[str]:
    """HTML cut into its tags, which begin with `<`, and the texts between them.

    A `>` in an attribute ends no tag, or what a record says there would become markup. Empty where
    the tags cannot be told for certain.
    """
    pieces = _TAG_OR_TEXT.findall(html)
    return pieces if "".join(pieces) == html else []


def one_line(text: str) -> str:
    """The text on one line; format and direction characters gone, other controls a space."""
    if text.isprintable():  # so are almost all texts, and a look at each letter takes long
        return " ".join(text.split())
    # Unicode categories: Cf format, the rest of C controls, Z separators.
    shown = (char for char in text if unicodedata.category(char) != "Cf")
    spaced = (" " if unicodedata.category(char)[0] in "CZ" else char for char in shown)
    return " ".join("".join(spaced).split())


def for_forge_log(text: str) -> str:
    """The text with a space in what a runner would take for a command; else unchanged.

    Commands are `::error …` at the beginning of a line and `##[error]` anywhere (GitHub, workflow
    commands; the second is the older form, which runners still obey).
    """
    # Escape characters go: terminal colours before `::` would hide a command from the pattern.
    lines = _COMMAND_BEGINS.sub(r"\1: ", text.translate(LINE_ENDS).replace("\x1b", ""))
    return lines.replace("##[", "## [")


def encodable(text: str) -> str:
    r"""The text as it can be printed: a byte of a file's name that is no UTF-8 is `\udcff`."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def for_forge(text: str) -> str:
    """The text on a forge, in a table too: `@name` notifies nobody, no address is a link."""
    return _FORGE_SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", text)


def for_spreadsheet(cell: str) -> str:
    """The cell, behind an apostrophe where a spreadsheet would take it for a formula.

    A negative number is left a number. (OWASP, CSV Injection.)
    """
    is_formula = cell.startswith(_FORMULA_BEGINS) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if is_formula else cell


def from_spreadsheet(cell: str) -> str:
    """A cell of such a table as it was before `for_spreadsheet`."""
    is_escaped = cell[:1] == "'" and for_spreadsheet(cell[1:]) == cell
    return cell[1:] if is_escaped else cell


# The only writer of CSV: tables that every spreadsheet opens without change or harm


def csv_bytes(rows: Iterable[Iterable[object]]) -> bytes:
    """The rows as CSV (RFC 4180): UTF-8 with BOM, CRLF, no cell that would be computed.

    Excel takes a file without the byte-order mark for one in the system's own encoding, which
    garbles Thai. The same rows give the same bytes.
    """
    return plain_csv_bytes([for_spreadsheet(str(cell)) for cell in row] for row in rows)


def plain_csv_bytes(rows: Iterable[Iterable[str]]) -> bytes:
    """As `csv_bytes`, with every cell as it is: for an office's own file, which nothing changes."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")
