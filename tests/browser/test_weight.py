"""What a first visit costs on a phone's contract."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from setup.local_server import serving

LIMIT = 70 * 1024
PAGES = {"home": "", "round": "2568/", "item": "2568/o15/", "item in English": "en/2568/o15/"}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_first_visit_is_light(browser: Browser, late_site: Path, path: str) -> None:
    """Fonts, style, script and all, as they go over the wire, are 70 KB at most."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    names: dict[str, str] = {}
    sizes: dict[str, float] = {}
    session.on(
        "Network.responseReceived",
        lambda event: names.update({event["requestId"]: event["response"]["url"]}),
    )
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    with serving(late_site) as address:
        page.goto(f"{address}/{path}", wait_until="networkidle")
    parts = sorted((size, names[request]) for request, size in sizes.items() if request in names)
    assert len(parts) > 5
    assert sum(sizes.values()) <= LIMIT, parts
    context.close()
