"""Generated pages have the theme around them as pages in Markdown have, although MkDocs reads none.

What an office puts in the theme's place is seen on both.
"""

import re
from pathlib import Path

from mkdocs.theme import Theme

from helpers.builds import built
from helpers.commands import run
from helpers.support import ROOT, copy_site, replace, tree, write
from oit.mkdocs_plugin.templates import find_templates_soon

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


def test_a_remembered_page_follows_the_settings_of_the_site(tmp_path: Path) -> None:
    """A style more, and pages are as they are where nothing is remembered."""
    site, cache = copy_site("current", tmp_path), str(tmp_path / "cache")
    built(site, OIT_CACHE=cache, **DAY)
    replace("mkdocs.yml", "theme:\n", "extra_css: [own.css]\ntheme:\n")(site)
    write("docs/own.css", "p { color: green }")(site)
    folder = built(site, OIT_CACHE=cache, **DAY)
    warm = tree(folder)
    assert b'href="../../own.css"' in warm["2568/o1/index.html"]
    assert warm == tree(built(site, OIT_CACHE=str(tmp_path / "other"), **DAY))


def test_the_templates_of_an_office_are_filled_each_time(tmp_path: Path) -> None:
    """Whatever they read, such as a file beside them."""
    site, cache = copy_site("current", tmp_path), str(tmp_path / "cache")
    replace("mkdocs.yml", "theme:\n", "theme:\n  custom_dir: own\n")(site)
    for words in ("before", "after"):
        write("own/partials/footer.html", f"<footer>{words}</footer>")(site)
        page = built(site, OIT_CACHE=cache, **DAY) / "2568/o1/index.html"
        assert f"<footer>{words}</footer>" in page.read_text("utf-8")


def test_a_page_in_markdown_that_is_remembered_leads_where_its_links_do(tmp_path: Path) -> None:
    """What is said of a link is said again; once its target is there, the link leads to it."""
    site, cache = copy_site("current", tmp_path), str(tmp_path / "cache")
    write("docs/own.md", "# ของเรา\n\n[อีกหน้า](other.md)\n")(site)
    said = [run("mkdocs", "build", cwd=site, OIT_CACHE=cache, CI="", **DAY) for _ in range(2)]
    assert any(Path(cache, "markdown").rglob("*")), "pages in Markdown are remembered"
    assert ["'other.md', but the target is not found" in each.stderr for each in said] == [True] * 2
    write("docs/other.md", "# อีกหน้า\n")(site)
    page = built(site, OIT_CACHE=cache, CI="", **DAY) / "own/index.html"
    assert 'href="../other/"' in page.read_text("utf-8")


def test_an_extension_that_may_read_other_files_works_each_time(tmp_path: Path) -> None:
    """Only those of which it is known that they read none let a page be remembered."""
    site, cache = copy_site("current", tmp_path), str(tmp_path / "cache")
    replace("mkdocs.yml", "theme:\n", "markdown_extensions: [pymdownx.snippets]\ntheme:\n")(site)
    write("docs/own.md", '# ของเรา\n\n--8<-- "part.txt"\n')(site)
    for words in ("before", "after"):
        write("part.txt", words)(site)
        page = built(site, OIT_CACHE=cache, CI="", **DAY) / "own/index.html"
        assert words in page.read_text("utf-8")


def test_templates_of_the_theme_read_only_what_a_remembered_page_is_known_by() -> None:
    """Whoever lets them read more adds it in `mkdocs_plugin/theme.py`."""
    texts = [file.read_text("utf-8") for file in (ROOT / "hooks/oit/theme").rglob("*.html")]
    read = {
        found for text in texts for found in re.findall(r"(?<![\w/])(?:config|page|nav)\.\w+", text)
    }
    assert read == {
        *("config.extra_css", "config.extra_javascript", "config.site_url", "nav.items"),
        *("page.canonical_url", "page.content", "page.meta", "page.title", "page.url"),
    }


def test_templates_are_found_as_mkdocs_finds_them_but_for_hidden_ones() -> None:
    """The theme's icons, of which none is published, are not looked through."""
    theme = Theme(name="material")
    theirs = theme.get_env().list_templates()
    find_templates_soon(theme)
    shown = [path for path in theirs if not any(part[0] == "." for part in path.split("/"))]
    assert theme.get_env().list_templates() == shown
    assert len(shown) < len(theirs) / 10
