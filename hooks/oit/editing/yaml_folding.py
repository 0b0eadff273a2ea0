"""Long strings onto several lines, where the form's writer would break them.

Widths are counted in UTF-16 units, as that writer counts them: a Thai vowel or tone mark is one.
"""

from dataclasses import dataclass, field

WIDTH = 80
_LEAST = 20
"""A line keeps room for so much text, however deep it is indented."""
_BLANK = (" ", "\t")
_ESCAPE_LENGTH = {"x": 3, "u": 5, "U": 9}
"""How far the last character of an escape is from its backslash; 1 for all others."""


def folded(text: str, indent: str, first: int | None = None) -> str:
    """A text broken at spaces, `first` characters standing before it; of a block, the first line.

    The further lines of a block begin with its indentation, and such lines stay whole.
    """
    return _joined(_Folder(_units(text), indent, first))


def folded_quoted(text: str, indent: str, first: int | None = None) -> str:
    """The same of a double-quoted text, which may be broken anywhere by a backslash."""
    return _joined(_QuotedFolder(_units(text), indent, first))


def width(text: str) -> int:
    """How long a text is, as that writer counts."""
    return len(_units(text))


def _units(text: str) -> str:
    """A string with one character for each UTF-16 unit."""
    data = text.encode("utf-16-le", "surrogatepass")
    return "".join(
        chr(int.from_bytes(data[at : at + 2], "little")) for at in range(0, len(data), 2)
    )


def _joined(folder: "_Folder") -> str:
    """The lines as text again; a character that was torn apart is replaced."""
    return folder.run().encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@dataclass
class _Folder:
    """Walks a text, and notes where its lines break."""

    text: str
    indent: str
    first: int | None
    at: int = 0
    limit: int = field(init=False)
    space: int | None = None
    """The last space of this line at which it may break."""
    folds: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.limit = WIDTH - (len(self.indent) if self.first is None else self.first)

    @property
    def room(self) -> int:
        """The longest that a line may be without being broken."""
        return max(1 + _LEAST, 1 + WIDTH - len(self.indent))

    def run(self) -> str:
        """The text, broken."""
        if len(self.text) > self.room:
            while self.text[self.at : self.at + 1] not in ("", "\n"):
                self._step()
        return self._broken()

    def _step(self) -> None:
        self._skip_escape()
        self._note_space()
        if self.at >= self.limit:
            self._break()
        self.at += 1

    def _skip_escape(self) -> None:
        """Plain text has no escapes."""

    def _note_space(self) -> None:
        around = (self.text[max(self.at - 1, 0)], self.text[self.at + 1 : self.at + 2] or " ")
        if self.text[self.at : self.at + 1] == " " and self.at and not set(around) & set(" \n\t"):
            self.space = self.at

    def _break(self) -> None:
        if self.space is not None:
            self._fold(self.space)
        else:
            self._break_without_space()

    def _break_without_space(self) -> None:
        """A word is never torn apart."""

    def _fold(self, where: int) -> None:
        self.folds.append(where)
        self.limit, self.space = where + self.room, None

    def _broken(self) -> str:
        ends = [*self.folds[1:], len(self.text)]
        lines = [self.text[: self.folds[0]] if self.folds else self.text]
        for fold, end in zip(self.folds, ends, strict=False):
            lines.append(f"{self._kept(fold)}\n{self.indent}{self.text[fold + 1 : end]}")
        return "".join(lines)

    def _kept(self, _fold: int) -> str:
        """What of the character at a fold stays: a space is the line break."""
        return ""


@dataclass
class _QuotedFolder(_Folder):
    """The same within double quotes, where a backslash before a line break joins the lines."""

    torn: set[int] = field(default_factory=set)
    escape: tuple[int, int] = (-1, -1)
    """Where the last escape began and ended."""

    def _skip_escape(self) -> None:
        if self.text[self.at] == "\\":
            start = self.at
            self.at += _ESCAPE_LENGTH.get(self.text[start + 1 : start + 2], 1)
            self.escape = (start, self.at)

    def _break_without_space(self) -> None:
        while self.text[self.at - 1] in _BLANK and self.at < len(self.text):
            self.at += 1
        start, end = self.escape
        where = self.at - 2 if self.at > end + 1 else start - 1
        self.torn.add(where)
        self._fold(where)

    def _kept(self, fold: int) -> str:
        return f"{self.text[fold]}\\" if fold in self.torn else ""
