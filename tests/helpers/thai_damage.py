"""What happens to Thai text on its way through fonts, code pages and PDF programs, kind by kind."""

import re
from collections.abc import Callable, Mapping
from random import Random

CONSONANTS = "".join(chr(code) for code in range(0x0E01, 0x0E2F))
LETTERS = "".join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))))
_TONES = "่้๊๋"
_WORD = re.compile(f"[{LETTERS}]+")
_CELL = re.compile("[เ-ไ]?[ก-ฮ][ัิ-ฺ็-๎]*[ะาำ]?")


def _shuffled(letters: str, seed: int = 7) -> dict[int, int]:
    order = list(letters)
    Random(seed).shuffle(order)  # noqa: S311 -- the same table at each run, no secret
    return str.maketrans(letters, "".join(order))


def _moved(letters: str, by: int) -> Callable[[str], str]:
    """Letters in other codes, all as far away."""
    table = {ord(letter): ord(letter) + by for letter in letters}
    return lambda text: text.translate(table)


def _swallowed(text: str) -> str:
    """A glyph whose entry in the table names two characters."""
    return text.replace("ก", "กิ").replace("น", "น่")


def _every(pattern: str, replacement: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, replacement, text)


def _in_words(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: _WORD.sub(lambda word: change(word[0]), text)


def _in_lines(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "\n".join(change(line) for line in text.split("\n"))


DAMAGES: Mapping[str, Callable[[str], str]] = {
    "ำ torn apart": _every("([ก-ฮ][่-๋]?)ำ", r"\1 า"),
    "ำ apart from its circle": _every("([ก-ฮ])([่-๋]?)ำ", r"\1ํ\2 า"),
    "ำ doubled": _every("ำ", "ำา"),
    "ำ doubled before it": _every("ำ", "าำ"),
    "ำ shown as two": _every("ำ", "ำำ"),
    "ำ lost to a sign": _every("ำ", "\ufffd"),
    "marks lost to a sign": _every("[่-๋็์ิ-ื]", "\ufffd"),
    "marks as question marks": _every("[่-๋]", "?"),
    "tone marks lost": _every(f"[{_TONES}]", ""),
    "tone marks parted off": _every(f"([{_TONES}])", r" \1"),
    "upper vowels lost": _every("[ัิ-ื]", ""),
    "lower vowels lost": _every("[ุู]", ""),
    "one tone mark lost": _every("่", ""),
    "one vowel lost": _every("ี", ""),
    "one vowel as another": _every("ี", "ิ"),
    "every other ำ torn": _every("([ก-ฮ][่-๋]?)ำ([^ำ]*ำ)", r"\1 า\2"),
    "all marks lost": _every("[ัิ-ฺ็-๎]", ""),
    "า lost": _every("า", ""),
    "leading vowels parted off": _every("([เ-ไ])", r"\1 "),
    "marks in private codes": _moved(_TONES, 0xF70A - ord(_TONES[0])),
    "letters in private codes": _moved(LETTERS, 0xE000),
    "letters of a symbol font": _moved(LETTERS, 0xF0A0 - 0x0E00),
    "consonants permuted": lambda text: text.translate(_shuffled(CONSONANTS)),
    "letters permuted": lambda text: text.translate(_shuffled(LETTERS)),
    "letters off by one": _moved(CONSONANTS[:-1], 1),
    "one letter in the place of another": lambda text: text.replace("น", "ฌ"),
    "one glyph as two letters": _swallowed,
    "one letter for all": _every("[ก-๎]", "ก"),
    "one consonant for all": _every("[ก-ฮ]", "ม"),
    "Windows-874 read as Latin": lambda text: text.encode("cp874", "replace").decode("latin-1"),
    "UTF-8 read as Latin": lambda text: text.encode().decode("cp1252", "replace"),
    "UTF-8 read as Windows-874": lambda text: text.encode().decode("cp874", "replace"),
    "tone before vowel": _every(f"([ัิ-ื])([{_TONES}])", r"\2\1"),
    "marks before their letter": _every("([ก-ฮ])([ัิ-ฺ็-๎]+)", r"\2\1"),
    "leading vowels behind": _every("([เ-ไ])([ก-ฮ])", r"\2\1"),
    "lines reversed": _in_lines(lambda line: line[::-1]),
    "words reversed": _in_words(lambda word: word[::-1]),
    "every letter apart": _in_words(lambda word: " ".join(_CELL.findall(word))),
    "every character apart": _in_words(" ".join),
}
"""Ways to damage a page, by what they do to it."""
