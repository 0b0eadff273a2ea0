"""A file that takes the place of another by the form: nothing is taken off the main branch."""

import pytest
from playwright.sync_api import Browser

_ASKED_FOR = """async (name) => {
  const chosen = { sha256: async (file) => file.text(), entryAt: () => null };
  const heard = [];
  addEventListener("oit-replaced", ({ detail }) => heard.push(detail));
  window.oitReplacing(window.CMS, chosen).keepPublished(name);
  const made = window.CMS.getBackend(name).init({ backend: { name, repo: "office/oit" } }, {});
  const read = typeof made.getMediaFile;
  made.getMediaFile = async (path) => ({ file: new Blob([`hash of ${path}`]) });
  await made.deleteFiles(["oit_items/2568/O15/a.csv"], "message");
  return [read, heard];
}"""
_UNREAD = """async () => {
  window.oitReplacing(window.CMS, {}).keepPublished("proxy");
  const config = { backend: { proxy_url: "http://localhost:1/" } };
  const made = window.CMS.getBackend("proxy").init(config, {});
  made.getMediaFile = () => Promise.reject(new Error("404"));
  await made.deleteFiles(["oit_items/2568/O15/a.csv"], "message");
}"""


@pytest.mark.parametrize("forge", ["github", "gitlab"])
def test_no_forge_is_asked_to_delete_a_published_file(
    forge: str, browser: Browser, open_round: str
) -> None:
    """Decap CMS would commit that to the main branch; instead the old file is read for its hash."""
    page = browser.new_page()
    page.goto(f"{open_round}/admin/")
    page.wait_for_function("() => window.CMS && !document.getElementById('oit-notice')")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    read, heard = page.evaluate(_ASKED_FOR, forge)
    assert read == "function"
    path = "oit_items/2568/O15/a.csv"
    assert heard == [{"name": "a.csv", "sha256": f"hash of {path}"}]
    assert [url for url in sent if not url.startswith(("blob:", open_round))] == []
    page.close()


def test_whoever_cannot_have_the_old_file_read_is_told(browser: Browser, open_round: str) -> None:
    """Nothing is noted then, and the form says what to do."""
    page = browser.new_page()
    page.goto(f"{open_round}/admin/")
    page.wait_for_function("() => window.CMS && !document.getElementById('oit-notice')")
    with page.expect_event("dialog") as shown:
        page.once("dialog", lambda dialog: dialog.accept())
        page.evaluate(_UNREAD)
    assert "ระบบอ่านไฟล์ “a.csv” ฉบับเดิมไม่ได้" in shown.value.message
    page.close()
