"""What a first visit costs on a phone's contract."""

from pathlib import Path

from playwright.sync_api import Browser

from setup.local_server import serving

LIMIT = 150 * 1024


def test_a_first_visit_to_an_item_is_light(browser: Browser, late_site: Path) -> None:
    """Fonts, style, script and all, as they go over the wire."""
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
        page.goto(f"{address}/2568/o15/", wait_until="networkidle")
    parts = sorted((size, names[one]) for one, size in sizes.items() if one in names)
    assert len(parts) > 5
    assert sum(sizes.values()) <= LIMIT, parts
    context.close()
