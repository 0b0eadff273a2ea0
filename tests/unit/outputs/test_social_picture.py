"""The picture beside a shared link shows the office whose site it is."""

import io
from pathlib import Path

import pytest
from PIL import Image

from helpers.support import as_of, copy_site, judged, published, replace
from oit.outputs.generated_files import HandWritten
from oit.outputs.site_files import outputs_of
from oit.outputs.social_picture import SOCIAL_PICTURE

DAY = as_of("2025-04-30")
NAME = ("mkdocs.yml", "name_th: สำนักงานเขตทดสอบ")


def picture(site: Path) -> bytes:
    """The picture of the site in a folder."""
    return published(site, DAY).files[SOCIAL_PICTURE]


def ink(data: bytes, box: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    """What is drawn in white within a part of a picture: its bounds."""
    part = Image.open(io.BytesIO(data)).convert("L").crop(box)
    return part.point([0] * 200 + [255] * 56).getbbox()


def test_it_has_the_size_that_messengers_ask_for(tmp_path: Path) -> None:
    """1200 × 630 pixels, as a PNG."""
    shown = Image.open(io.BytesIO(picture(copy_site("current", tmp_path))))
    assert (shown.format, shown.size) == ("PNG", (1200, 630))


@pytest.mark.parametrize(
    "name",
    ["ก", "สำนักงานเขตที่มีชื่อยาวมากเป็นพิเศษเพื่อทดสอบว่าน้ำหนักตัวอักษรลดลงจนพอดี"],
    ids=["short", "long"],
)
def test_a_name_of_any_length_fits(tmp_path: Path, name: str) -> None:
    """It is as large as fits the line, and leaves the margin free."""
    site = copy_site("current", tmp_path)
    replace(*NAME, f"name_th: {name}")(site)
    bounds = ink(picture(site), (0, 280, 1200, 410))
    assert bounds is not None
    assert bounds[0] >= 60
    assert bounds[2] <= 1140


def test_a_sara_am_has_its_full_width(tmp_path: Path) -> None:
    """`ทำ` is at least as wide as `ทา`; resvg by itself would lay the next letter over it."""
    widths = []
    for letters in ("ทาทาทาทา", "ทำทำทำทำ"):
        site = copy_site("current", tmp_path / letters)
        replace(*NAME, f"name_th: {letters}")(site)
        bounds = ink(picture(site), (0, 330, 1200, 410))
        assert bounds is not None
        widths.append(bounds[2] - bounds[0])
    assert widths[1] >= widths[0]


def test_signs_of_markup_in_a_name_are_drawn_as_they_are(tmp_path: Path) -> None:
    """A name cannot put anything into the drawing."""
    site = copy_site("current", tmp_path)
    replace(*NAME, 'name_th: "<rect/> & ‮เขต"')(site)
    assert ink(picture(site), (0, 280, 1200, 410))


def test_a_demonstration_says_that_it_is_one(tmp_path: Path) -> None:
    """By a strip across the top, which an office's site does not have."""
    site = copy_site("current", tmp_path)
    shown = Image.open(io.BytesIO(picture(site))).convert("RGB")
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    office = Image.open(io.BytesIO(picture(site))).convert("RGB")
    assert shown.getpixel((600, 5)) != shown.getpixel((600, 625))
    assert office.getpixel((600, 5)) == office.getpixel((600, 625))


def test_an_office_s_own_picture_stands_in_its_place(tmp_path: Path) -> None:
    """What is in docs/ is not replaced."""
    assessment = judged(copy_site("current", tmp_path), DAY)
    written = HandWritten(files=frozenset({SOCIAL_PICTURE}))
    assert SOCIAL_PICTURE not in outputs_of(assessment, None, written=written).files
