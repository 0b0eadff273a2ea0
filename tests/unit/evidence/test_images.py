"""A picture carries nothing besides its pixels that nobody was told of."""

import io

import pytest
from PIL import Image, PngImagePlugin

from helpers import concealing_pdfs as concealing
from helpers import made_files as made
from oit.evidence.clean import Cleaned, clean
from oit.evidence.concealed import HiddenKind, HiddenPart
from oit.evidence.facts import ContentFacts
from oit.evidence.location import Location, Where
from oit.evidence.read import read_content

_ID = made.VALID_ID.encode()


def segment(marker: int, content: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def jpeg_with(*segments: bytes, behind: bytes = b"") -> bytes:
    """A JPEG with further segments at its front, and something behind its end."""
    whole = made.image()
    return whole[:2] + b"".join(segments) + whole[2:] + behind


def png_with(text: str) -> bytes:
    """A PNG with a caption."""
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Comment", text, zip=True)
    target = io.BytesIO()
    Image.new("RGB", (4, 4)).save(target, "PNG", pnginfo=info)
    return target.getvalue()


def animated_png() -> bytes:
    """A PNG of two frames."""
    target, frames = io.BytesIO(), [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    frames[0].save(target, "PNG", save_all=True, append_images=frames[1:])
    return target.getvalue()


def with_thumbnail() -> bytes:
    """A JPEG with a small picture in its EXIF block."""
    small = concealing.exif_thumbnail()
    head = b"II*\0\x08\0\0\0" + b"\0\0" + (14).to_bytes(4, "little")
    entries = (
        (2).to_bytes(2, "little")
        + b"\x01\x02\x04\0\x01\0\0\0"
        + (44).to_bytes(4, "little")
        + b"\x02\x02\x04\0\x01\0\0\0"
        + len(small).to_bytes(4, "little")
        + b"\0\0\0\0"
    )
    return jpeg_with(segment(0xE1, b"Exif\0\0" + head + entries + small))


CARRYING = {
    "a place": (made.photograph(), HiddenKind.POSITION),
    "a place in XMP": (
        jpeg_with(segment(0xE1, b'http://ns.adobe.com/xap/1.0/\0<a exif:GPSLatitude="13"/>')),
        HiddenKind.POSITION,
    ),
    "a thumbnail": (with_thumbnail(), HiddenKind.THUMBNAIL),
    "a thumbnail of old": (jpeg_with(segment(0xE0, b"JFXX\0\x10")), HiddenKind.THUMBNAIL),
    "further pictures": (
        jpeg_with(segment(0xE2, b"MPF\0II*\0"), behind=made.image()),
        HiddenKind.THUMBNAIL,
    ),
    "frames": (animated_png(), HiddenKind.LAYER),
    "a zip behind it": (jpeg_with(behind=made.xlsx(author="")), HiddenKind.FILE),
    "a film behind it": (made.image("PNG") + b"\0\0\0\x18ftypmp42", HiddenKind.FILE),
}
WRITTEN = {
    "a comment": jpeg_with(segment(0xFE, _ID)),
    "a caption": jpeg_with(segment(0xED, b"Photoshop 3.0\0008BIM\x04\x04\0\0\0\0\0\x12" + _ID)),
    "XMP": jpeg_with(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<a>" + _ID + b"</a>")),
    "a packed text": png_with(made.VALID_ID),
    "a text behind it": jpeg_with(behind=b"\n" + _ID),
}


def kinds(content: ContentFacts) -> set[HiddenKind]:
    return {part.kind for part in content.hidden}


@pytest.mark.parametrize("name", CARRYING)
def test_what_a_picture_carries_is_told_and_removed(name: str) -> None:
    """And its pixels stay."""
    data, kind = CARRYING[name]
    assert kind in kinds(read_content(data))
    extension = "png" if data.startswith(b"\x89PNG") else "jpg"
    result = clean(data, extension)
    assert isinstance(result, Cleaned)
    assert kind in {part.kind for part in result.removed}
    assert result.left == ()


@pytest.mark.parametrize("data", WRITTEN.values(), ids=WRITTEN)
def test_a_number_is_found_wherever_it_is_written(data: bytes) -> None:
    """In captions, comments and behind the end."""
    assert read_content(data).personal


def test_what_cannot_be_read_behind_a_picture_is_said() -> None:
    """It is refused as a part that nobody looked into."""
    content = read_content(CARRYING["a film behind it"][0])
    assert HiddenPart(HiddenKind.FILE, Location(Where.HIDDEN, "end")) in content.hidden
    assert content.unread


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_plain_picture_carries_nothing(kind: str) -> None:
    """Padding behind its end is nothing."""
    content = read_content(made.image(kind) + b"\0" * 20)
    assert (content.hidden, content.unread) == ((), ())
