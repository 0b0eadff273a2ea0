"""The language of PDF page contents: bytes into operators with their operands.

Source: ISO 32000-1, 7.2, 7.3 and 7.8. pypdf reads the same by its own parser, which takes ten times
as long: with it, a document of many pages would pass the bound of time.
"""

import binascii
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

Operation: TypeAlias = tuple[bytes, list[Any]]
"""An operator and its operands: numbers, `/Names` as text, strings as bytes, lists and dicts."""

_MAX_OPERANDS = 2000
"""More before one operator mean no page; the first are dropped."""
_NUMBER = rb"[+-]?(?:\d++\.?\d*+|\.\d++)(?=[\0\s()<>\[\]{}/%]|$)"
_TOKEN = re.compile(
    rb"[\0\s]*(?:"
    rb"(?P<numbers>" + _NUMBER + rb"(?:\s+" + _NUMBER + rb")*+)"
    rb"|(?P<name>/[^\0\s()<>\[\]{}/%]*)"
    rb"|(?P<string>\((?:[^()\\]|\\.)*\))"
    rb"|(?P<hexadecimal><[0-9A-Fa-f\s]*>)"
    rb"|(?P<mark><<|>>|[\[\]{}])"
    rb"|(?P<nested>\()"
    rb"|(?P<operator>[^\0\s()<>\[\]{}/%]+)"
    rb"|%[^\r\n]*|[<>)]|$)",
    re.S,
)
# Strings first, so that no letters within them are taken for marks.
_TEXT_MARK = re.compile(
    rb"\((?:[^()\\]|\\.)*\)|(?P<begin>\bBT\b)|(?P<end>\bET\b)"
    rb"|(?P<form>/[^\0\s()<>\[\]{}/%]+\s+Do\b)",
    re.S,
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.S)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_PARENTHESES = re.compile(rb"\\.|[()]", re.S)
_END_OF_IMAGE = re.compile(rb"[\s]EI(?=[\s]|$)")
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_CONSTANTS = {b"true": True, b"false": False, b"null": None}


def operations(content: bytes) -> Iterator[Operation]:
    """Each operator with its operands. Never raises: what is no token is skipped.

    An inline image comes as `EI` with its dictionary.
    """
    stack: list[list[Any]] = [[]]
    tokens = _TOKEN.finditer(content)
    while match := next(tokens, None):
        kind = match.lastgroup
        token = match[kind] if kind else b""
        if kind == "numbers":
            stack[-1].extend(map(float, token.split()))
        elif kind == "operator" and token not in _CONSTANTS:
            operands, stack = stack[0], [[]]
            if token == b"ID":
                tokens = _TOKEN.finditer(content, _end_of_image(content, match.end()))
                yield b"EI", [_dictionary(operands)]
            elif token != b"BI":
                yield token, operands[-_MAX_OPERANDS:]
        elif kind == "mark":
            _nest(token, stack)
        elif kind == "nested":
            end = _end_of_string(content, match.end())
            stack[-1].append(_unescaped(content[match.end() : end - 1]))
            tokens = _TOKEN.finditer(content, end)
        elif kind:
            stack[-1].append(_value(kind, token))


def text_blocks(content: bytes) -> bytes:
    """The text objects of a content and the forms that it draws, without all else."""
    kept: list[bytes] = []
    start: int | None = None
    for match in _TEXT_MARK.finditer(content):
        if match["form"]:
            kept.append(match["form"])
        elif match["begin"] and start is None:
            start = match.start()
        elif match["end"] and start is not None:
            kept.append(content[start : match.end()])
            start = None
    return b"\n".join(kept if start is None else (*kept, content[start:]))


def _value(kind: str, token: bytes) -> Any:
    if kind == "name":
        return _NAME_CODE.sub(lambda code: bytes.fromhex(code[1].decode()), token).decode("latin-1")
    if kind == "string":
        return _unescaped(token[1:-1])
    if kind == "hexadecimal":
        digits = b"".join(token[1:-1].split())
        return binascii.unhexlify(digits + b"0" * (len(digits) % 2))
    return _CONSTANTS[token]


def _nest(mark: bytes, stack: list[list[Any]]) -> None:
    """Opens or closes an array or a dictionary; what closes nothing is skipped."""
    if mark in (b"[", b"<<"):
        stack.append([])
    elif mark in (b"]", b">>") and len(stack) > 1:
        inner = stack.pop()
        stack[-1].append(inner if mark == b"]" else _dictionary(inner))


def _dictionary(values: list[Any]) -> dict[str, Any]:
    names = values[::2]
    return {str(name): value for name, value in zip(names, values[1::2], strict=False)}


def _end_of_string(content: bytes, start: int) -> int:
    """The index behind the parenthesis that closes a string, of which `start` is the first byte."""
    depth = 1
    for match in _PARENTHESES.finditer(content, start):
        depth += {b"(": 1, b")": -1}.get(match[0], 0)
        if not depth:
            return match.end()
    return len(content)


def _unescaped(text: bytes) -> bytes:
    return _ESCAPE.sub(_character, text) if b"\\" in text else text


def _character(escape: re.Match[bytes]) -> bytes:
    octal, line_end, other = escape.groups()
    if octal:
        return bytes((int(octal, 8) & 0xFF,))
    return b"" if line_end else _ESCAPED.get(other, other)


def _end_of_image(content: bytes, start: int) -> int:
    match = _END_OF_IMAGE.search(content, start)
    return match.end() if match else len(content)
