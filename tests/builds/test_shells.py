"""Generated pages have the theme around them as pages in Markdown have, although MkDocs reads none.

What an office puts in the theme's place is seen on both.
"""

from pathlib import Path

from helpers.builds import built
from helpers.support import copy_site, replace, write

DAY = {"OIT_AS_OF": "2025-04-30"}
PAGES = ("index.html", "2568/o1/index.html", "en/2568/index.html", "about/index.html")
HOOK = """
def on_page_markdown(markdown, page, **_):
    return markdown + "\\n\\nread as Markdown"

def on_post_page(output, page, **_):
    return output + f"<!-- {page.url} -->"
"""


def test_a_partial_and_a_style_of_the_office_are_on_every_page(tmp_path: Path) -> None:
    """With addresses that lead to the style from each page."""
    site = copy_site("current", tmp_path)
    own = "extra_css: [own.css]\ntheme:\n  custom_dir: own\n"
    replace("mkdocs.yml", "theme:\n", own)(site)
    write("own/partials/footer.html", "<footer>of {{ page.url }}, {{ page.title }}</footer>")(site)
    write("docs/own.css", "p { color: green }")(site)
    folder = built(site, **DAY)
    for path in PAGES:
        page = (folder / path).read_text("utf-8")
        assert f"<footer>of {path.removesuffix('index.html')}, " in page
        assert f'href="{"../" * path.count("/")}own.css"' in page


def test_other_plugins_see_a_generated_page_that_was_never_read_as_markdown(
    tmp_path: Path,
) -> None:
    """Once it is made, as they see the others."""
    site = copy_site("current", tmp_path)
    write("other.py", HOOK)(site)
    replace("mkdocs.yml", "hooks:\n", "hooks:\n  - other.py\n")(site)
    folder = built(site, **DAY)
    pages = {path: (folder / path).read_text("utf-8") for path in PAGES}
    assert [path for path in PAGES if "read as Markdown" in pages[path]] == ["about/index.html"]
    for path, page in pages.items():
        assert f"<!-- {path.removesuffix('index.html')} -->" in page
