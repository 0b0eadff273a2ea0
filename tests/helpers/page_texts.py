"""What a reader sees of a page, in pieces that stand apart: paragraphs, cells, headings."""

from collections.abc import Iterator
from pathlib import Path

from lxml import html

from oit.outputs.site_files import Outputs

_PIECES = (
    *("p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "title", "summary"),
    *("caption", "figcaption", "label", "button"),
)
_NOT_READ = "//script|//style|//template|//code|//pre|//kbd|//svg|//select"
"""Code is quoted as it is typed; pictures are named in the text beside them."""


def pieces_of(page: Path) -> Iterator[str]:
    """The texts of a page in its own language, each piece without those within it."""
    root = html.parse(str(page)).getroot()
    foreign = f"//*[@lang and @lang != '{language_of(root)}']"
    for element in root.xpath(f"{_NOT_READ}|{foreign}"):
        element.drop_tree()
    inner = "|".join(f".//{name}" for name in _PIECES)
    for element in root.iter(*_PIECES):
        if not element.xpath(inner):
            for block in element.iter("br", "div", "small", "time"):
                block.tail = f" {block.tail or ''}"
            yield " ".join(element.text_content().split())


def language_of(root: html.HtmlElement) -> str:
    """The language that a page says it is in."""
    return str(root.get("lang", ""))


def words_of_pages(outputs: Outputs) -> dict[str, str]:
    """The words of each generated page as they are read, by its address."""
    return {
        page.path: " ".join("".join(map(str, html.fromstring(page.html).itertext())).split())
        for page in outputs.pages
    }
