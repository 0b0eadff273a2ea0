"""Whether a colour shows on what is behind it."""

import re
from typing import Final

WHITE: Final = "FFFFFF"
BLACK: Final = "000000"
_HEX = re.compile("#?(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_NEAR = 24
"""How far the red, green and blue of two colours may lie apart, of 255, that no eye tells apart."""


def as_hex(text: str | None) -> str:
    """`FFFFFF` of `#ffffff` and of `FFFFFFFF`, whose first byte is how opaque; else empty."""
    match = _HEX.fullmatch(text or "")
    return match[1].upper() if match else ""


def looks_alike(colour: str, background: str) -> bool:
    """Whether a text in one colour is lost on the other; both as `as_hex` gives them."""
    if not colour or not background:
        return False
    pairs = zip(bytes.fromhex(colour), bytes.fromhex(background), strict=True)
    return all(abs(left - right) <= _NEAR for left, right in pairs)
