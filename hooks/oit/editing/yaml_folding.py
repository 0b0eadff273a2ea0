"""Long strings onto several lines, where the browser form's YAML writer would break them.

A port of `foldFlowLines` of the npm package `yaml` 1.10, as far as the form uses it; golden files
hold its results. Lengths are counted in UTF-16 units, as JavaScript counts them: a Thai vowel or
tone mark is one.
"""

from dataclasses import dataclass, field

WIDTH = 80
"""Units of a line, indentation included: the default `lineWidth` of the package."""
_LEAST_TEXT = 20
"""A line has room for so many units, however deep it is indented (`minContentWidth`)."""
_BLANK = (" ", "\t")
_ESCAPE_LENGTHS = {"x": 3, "u": 5, "U": 9}
"""How far the last character of an escape is from its backslash (`\\u0e01`: 5); else 1."""


def fold(text: str, indent: str, start_column: int | None = None) -> str:
    """A text folded at spaces; only its first line, where it has several.

    `start_column` is the number of characters before it on its line, without one those of
    `indent`, which its further lines begin with. The further lines of a block scalar begin with
    its indentation, and YAML never folds such lines.
    """
    return _joined(_Folder(_utf16_units(text), indent, start_column))


def fold_quoted(text: str, indent: str, start_column: int | None = None) -> str:
    """The same for a double-quoted text, which may be broken anywhere by a backslash."""
    return _joined(_QuotedFolder(_utf16_units(text), indent, start_column))


def utf16_length(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(_utf16_units(text))


def _utf16_units(text: str) -> str:
    """A string with one character for each UTF-16 unit (an emoji is two)."""
    data = text.encode("utf-16-le", "surrogatepass")
    return "".join(
        chr(int.from_bytes(data[start : start + 2], "little")) for start in range(0, len(data), 2)
    )


def _joined(folder: "_Folder") -> str:
    """The folded text; a character whose two units came apart is replaced."""
    return folder.run().encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@dataclass
class _Folder:
    """Walks through a text, and notes at which of its characters the lines break."""

    text: str
    indent: str
    start_column: int | None
    index: int = 0
    """The character that the walk has reached."""
    end: int = field(init=False)
    """The index at which the line must break."""
    last_space: int | None = None
    """The last space of this line at which it may break."""
    folds: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.end = WIDTH - (len(self.indent) if self.start_column is None else self.start_column)

    @property
    def line_length(self) -> int:
        """The most units from one fold to the next: the folded character and a line's text."""
        return max(1 + _LEAST_TEXT, 1 + WIDTH - len(self.indent))

    def run(self) -> str:
        """The text with its line breaks."""
        if len(self.text) > self.line_length:
            while self.text[self.index : self.index + 1] not in ("", "\n"):
                self._step()
        return self._folded()

    def _step(self) -> None:
        self._skip_escape()
        self._note_space()
        if self.index >= self.end:
            self._break()
        self.index += 1

    def _skip_escape(self) -> None:
        """Plain text has no escapes."""

    def _note_space(self) -> None:
        # Only a single space can become a line break: YAML reads the break back as one space.
        before = self.text[max(self.index - 1, 0)]
        after = self.text[self.index + 1 : self.index + 2] or " "
        is_space = self.text[self.index : self.index + 1] == " "
        if is_space and self.index and not {before, after} & set(" \n\t"):
            self.last_space = self.index

    def _break(self) -> None:
        if self.last_space is not None:
            self._fold_at(self.last_space)
        else:
            self._break_without_space()

    def _break_without_space(self) -> None:
        """A word stays whole, and the line becomes longer."""

    def _fold_at(self, index: int) -> None:
        self.folds.append(index)
        self.end, self.last_space = index + self.line_length, None

    def _folded(self) -> str:
        ends = [*self.folds[1:], len(self.text)]
        lines = [self.text[: self.folds[0]] if self.folds else self.text]
        for start, end in zip(self.folds, ends, strict=False):
            lines.append(f"{self._kept(start)}\n{self.indent}{self.text[start + 1 : end]}")
        return "".join(lines)

    def _kept(self, _fold: int) -> str:
        """What stays of the character at a fold: nothing of a space, which the break stands for."""
        return ""


@dataclass
class _QuotedFolder(_Folder):
    """The same within double quotes, where a backslash before a line break joins the lines."""

    word_folds: set[int] = field(default_factory=set)
    """Folds within a word, after a character that stays."""
    last_escape: tuple[int, int] = (-1, -1)
    """Where the last escape began and ended; it may not be broken."""

    def _skip_escape(self) -> None:
        if self.text[self.index] == "\\":
            start = self.index
            self.index += _ESCAPE_LENGTHS.get(self.text[start + 1 : start + 2], 1)
            self.last_escape = (start, self.index)

    def _break_without_space(self) -> None:
        while self.text[self.index - 1] in _BLANK and self.index < len(self.text):
            self.index += 1
        start, end = self.last_escape
        # Two back: the line ends in the character kept and the backslash.
        fold_index = self.index - 2 if self.index > end + 1 else start - 1
        self.word_folds.add(fold_index)
        self._fold_at(fold_index)

    def _kept(self, fold: int) -> str:
        return f"{self.text[fold]}\\" if fold in self.word_folds else ""
