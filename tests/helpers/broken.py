"""For each rule: how to break the tiny site `current` so that it is triggered."""

from collections.abc import Mapping

from helpers import made_files as made
from helpers.broken_files import BROKEN_FILES
from helpers.edits import (
    DIVISIONS,
    LEDGER,
    MANDATE,
    O1,
    O3,
    PUBLISHED,
    ROUND,
    SUMMARY,
    UPDATED,
    WAIVERS,
    WITHDRAWN,
    WORKS,
    both,
    directory,
    folder_as_file,
    ledger,
    owing_figures,
    symlink,
    waiver,
    withdrawal,
)
from helpers.support import Edit, as_of, delete, replace, write
from oit.assessment.result import Today

_REVIEWS_OFF = replace(
    O1,
    """reviews:
  - date: 2024-12-06
    by: หัวหน้าฝ่ายการคลัง
    note: ไม่มีการเปลี่ยนแปลง
  - date: 2025-02-07
    by: หัวหน้าฝ่ายการคลัง
    note: ไม่มีการเปลี่ยนแปลง
  - date: 2025-04-28
    by: หัวหน้าฝ่ายการคลัง
    note: ไม่มีการเปลี่ยนแปลง
""",
    "",
)
_ITEM_O3 = "  - item: O3\n"

_IN_PRODUCTION = replace("mkdocs.yml", "mode: demonstration", "mode: production")

_WITNESSED = replace(ROUND, "days_after_period:", "witness: git\ndays_after_period:")

BROKEN: Mapping[str, Edit] = {
    "stale": both(_REVIEWS_OFF, replace(O1, UPDATED, "updated: 2025-01-05")),
    "never-confirmed": replace(WORKS, "updated: 2025-03-12\n", ""),
    "missing": replace(O3, "periods: [FY2568-Q2]", "periods: [FY2568-Q1]"),
    "missing-or-none": replace(O1, "periods: [2025-02]", "periods: [2025-03]"),
    "file-blank": write(O1, ""),
    "text-too-large": write(O1, "---\n" + "a" * 1_000_001),
    "not-utf8": write(O1, "---\nitem: O1\nowner: ฝ่าย\n---\n".encode("cp874")),
    "no-front-matter": write(O1, "ข้อความ\n"),
    "front-matter-open": write(O1, "---\nitem: O1\n"),
    "yaml-broken": replace(O1, "item: O1", "item: [O1"),
    "yaml-tab": replace(O1, "    by:", "\t by:"),
    "yaml-space": replace(O1, "title: แบบวัด EIT", "title:แบบวัด EIT"),
    "yaml-colon": replace(O1, "title: แบบวัด EIT", "title: แบบวัด: EIT"),
    "yaml-duplicate-key": replace(O1, "item: O1", "item: O1\nitem: O1"),
    "yaml-alias": replace(O1, "item: O1", "item: &a O1"),
    "yaml-tag": replace(O1, "item: O1", "item: !!python/name:os.system O1"),
    "yaml-too-deep": replace(O1, "item: O1", f"item: {'[' * 25}{']' * 25}"),
    "yaml-no-fields": write(O1, "---\nข้อความ\n---\n"),
    "policy-absent": delete(MANDATE),
    "policy-unreadable": replace("mkdocs.yml", "  oit:", "  other:"),
    "folder-unreadable": delete("oit_items"),
    "file-unreadable": directory(ROUND),
    "field-missing": replace(O1, "    by: หัวหน้าฝ่ายการคลัง\n", ""),
    "field-empty": replace(O1, "title: แบบวัด EIT", "title:"),
    "field-unknown": replace(O1, PUBLISHED, "publised: 2025-04-10"),
    "field-renamed": replace(O1, "- date: 2024-12-06", "- on: 2024-12-06"),
    "wrong-type": replace(O1, "title: แบบวัด EIT", "title: [แบบวัด]"),
    "kind-unknown": replace(O1, "kind: url", "kind: link"),
    "choice-unknown": replace("mkdocs.yml", "mode: demonstration", "mode: demo"),
    "frequency-unknown": replace(O1, "frequency: monthly", "frequency: yearly"),
    "item-malformed": replace(O1, "item: O1", "item: O01"),
    "period-format": replace(O1, "periods: [2025-03]", "periods: [2568-03]"),
    "date-empty": replace(O1, UPDATED, "updated:"),
    "date-buddhist": replace(O1, PUBLISHED, "published: 2568-04-17"),
    "date-thai-digits": replace(O1, PUBLISHED, "published: ๒๕๖๘-๐๔-๑๗"),
    "date-impossible": replace(O1, PUBLISHED, "published: 2025-02-30"),
    "date-format": replace(O1, PUBLISHED, "published: 04/17/2025"),
    "date-time": replace(O1, PUBLISHED, "published: 2025-04-10 10:00:00"),
    "date-zeros": replace(O1, PUBLISHED, "published: 2025-4-10"),
    "date-future": replace(O1, UPDATED, "updated: 2399-01-01"),
    "bundle-absent": delete("oit_items/2568/O01"),
    "record-absent": delete(O1),
    "part-absent": delete(WORKS),
    "item-unmandated": write("oit_items/2568/O23/record.md", "---\nitem: O23\n---\n"),
    "item-mismatch": replace(O1, "item: O1", "item: O2"),
    "owner-unknown": replace(O1, "owner: finance", "owner: accounting"),
    "owner-foreign": replace(O3, "owner: finance", "owner: works"),
    "owner-not-lead": replace(O1, "owner: finance", "owner: works"),
    "post-names-person": replace(O1, "by: หัวหน้าฝ่ายการคลัง", "by: นางสาวสมหญิง ใจดี"),
    "division-mismatch": replace(WORKS, "division: works", "division: admin"),
    "part-unknown": write("oit_items/2568/O02/notes.md", "---\nitem: O2\ndivision: notes\n---\n"),
    "path-unknown": write("oit_items/2568/summary.csv", "x"),
    "frequency-looser": replace(O1, "frequency: monthly", "frequency: annual"),
    "requirement-unknown": replace(O1, "for: announcements", "for: announcement"),
    "periods-absent": replace(O1, "    periods: [2025-03]\n", ""),
    "period-unknown": replace(O1, "periods: [2025-03]", "periods: [2025-09]"),
    "published-before-period": replace(O1, PUBLISHED, "published: 2024-04-10"),
    "summary-early": owing_figures(replace(O1, PUBLISHED, "published: 2025-03-28")),
    "content-repeated": write("oit_items/2568/O03/tax-q2.csv", 'ภาษี,บาท\nภาษีตัวอย่าง,"1,000"\n'),
    "address-repeated": both(
        replace(O3, "kind: file", "kind: url"),
        replace(O3, "file: tax-q1.csv", "url: https://example.go.th/tax"),
        delete("oit_items/2568/O03/tax-q1.csv"),
        replace(O3, "kind: file", "kind: url"),
        replace(O3, "file: tax-q2.csv", "url: http://EXAMPLE.go.th/tax/"),
        delete("oit_items/2568/O03/tax-q2.csv"),
    ),
    "none-not-allowed": replace(
        O1,
        "kind: url\n    for: eit-link\n    url: https://example.go.th/eit\n    title: แบบวัด EIT",
        "kind: none\n    for: eit-link\n    reason: ไม่มี",
    ),
    "evidence-belongs-to-part": replace(
        "oit_items/2568/O02/record.md",
        "updated: 2025-03-10\n",
        "updated: 2025-03-10\nevidence:\n  - kind: url\n    for: manual\n    url: https://a.th\n"
        "    title: คู่มือ\n    published: 2025-03-10\n",
    ),
    "file-absent": delete("oit_items/2568/O01/summary-2025-03.csv"),
    "file-case": replace(O1, SUMMARY, "file: Summary-2025-03.csv"),
    "file-name": replace(O1, SUMMARY, "file: สรุป มี.ค.csv"),
    "file-outside": replace(O1, SUMMARY, "file: ../O03/tax-q1.csv"),
    "file-directory": directory("oit_items/2568/O01/summary-2025-03.csv"),
    "file-symlink": symlink("oit_items/2568/O01/summary-2025-03.csv", "/etc/passwd"),
    "file-empty": write("oit_items/2568/O01/summary-2025-03.csv", b""),
    "file-type": both(
        replace(O1, SUMMARY, "file: page.html"), write("oit_items/2568/O01/page.html", "x")
    ),
    "file-unlisted": write("oit_items/2568/O01/draft.csv", "x"),
    "url-malformed": replace(O1, "https://example.go.th/eit", "www.example.go.th"),
    "section-absent": replace(O1, "section: announcements", "section: announcement"),
    "section-empty": replace(O1, "ตัวอย่าง – มิใช่ข้อมูลจริง ประกาศที่ 1\n", ""),
    "section-repeated": replace(O1, "ประกาศที่ 1", "ประกาศ\n\n## ข {#announcements}\n\nค"),
    "raw-html": replace(O1, "ประกาศที่ 1", "<script>alert(1)</script>"),
    "text-direction": replace(O1, "title: แบบวัด EIT", "title: แบบวัด \u202eTIE"),
    "text-invisible": replace(O1, "title: แบบวัด EIT", "title: แบบ\u200bวัด EIT"),
    "text-cut": replace(O1, "title: แบบวัด EIT", "title: แบบวัด #3 EIT"),
    "text-conflict": replace(O1, UPDATED, f"<<<<<<< HEAD\n{UPDATED}\n=======\n>>>>>>> x"),
    "text-lookalike": replace(O1, "title: แบบวัด EIT", "title: แบบวัด ＥIT"),
    "text-form": replace(O1, "title: แบบวัด EIT", "title: แบบวัด Cafe\u0301"),
    "docs-active": write("docs/map.md", "# แผนที่\n\n<script>alert(1)</script>\n"),
    "docs-foreign": write("docs/map.md", "![แผนที่](https://example.com/map.png)\n"),
    "docs-hidden": write("docs/assets/plan.xlsx", made.xlsx(hidden=made.CELL, author="")),
    "docs-outside": write("docs/map.md", "[เอกสาร](../../private/file.pdf)\n"),
    "docs-symlink": symlink("docs/passwords.txt", "/etc/passwd"),
    "docs-unread": write("docs/assets/archive.zip", b"PK\x03\x04 and no more"),
    "link-unsafe": replace(O1, "](summary-2025-03.csv)", "](javascript:alert(1))"),
    "link-absent": replace(O1, "](summary-2025-03.csv)", "](absent.csv)"),
    "image-remote": replace(O1, "[ไฟล์ล่าสุด](summary-2025-03.csv)", "![รูป](https://a.th/a.png)"),
    "policy-repeated": replace(MANDATE, "topic: work-manuals", "topic: procurement"),
    "policy-reference": replace(MANDATE, "lead: admin", "lead: accounting"),
    "official-home-unset": replace(
        "mkdocs.yml", "    official_home: https://office.example.go.th/\n", ""
    ),
    "round-absent": delete("oit_items/2568"),
    "round-year": replace(ROUND, "fiscal_year: 2568", "fiscal_year: 2567"),
    "round-order": replace(ROUND, "opens: 2024-10-01", "opens: 2025-10-01"),
    "periods-none": replace(MANDATE, "periods: quarterly", "periods: annual"),
    "periods-short": both(
        replace(MANDATE, "periods: [2025-02, 2025-03]", "periods: [2025-02]"),
        replace(O1, "periods: [2025-03]", "periods: [2025-02]"),
    ),
    "closes-early": replace(ROUND, "closes: 2025-04-30", "closes: 2025-04-16"),
    "adopted-outside": replace(ROUND, "closes:", "adopted: 2024-09-30\ncloses:"),
    "mandate-scheme": replace(MANDATE, "scheme: test", "scheme: other"),
    "short-name": replace(MANDATE, "    indicator:", f"    short_en: {'a' * 29}\n    indicator:"),
    "mandate-count": replace(MANDATE, "item_count: 3", "item_count: 4"),
    "witness-unread": both(_WITNESSED, _IN_PRODUCTION),
    "sample-in-production": _IN_PRODUCTION,
    "round-closed": _IN_PRODUCTION,
    "setting-absent": _IN_PRODUCTION,
    "handle-sample": both(
        _IN_PRODUCTION,
        replace(
            DIVISIONS, "    name_en: Finance", '    forge: "@a-sample/f"\n    name_en: Finance'
        ),
    ),
    "address-example": _IN_PRODUCTION,
    "name-foreign": both(
        _IN_PRODUCTION, replace(MANDATE, "source_th: ", "source_th: สำนักงานเขตอื่น ")
    ),
    "note-unchecked": both(
        _IN_PRODUCTION,
        replace(ROUND, "policy:\n", "policy:\n  - {field: items, note_th: ต, note_en: C}\n"),
    ),
    "waiver-unapproved": write(WAIVERS, waiver(approved_by="")),
    "waiver-endless": write(WAIVERS, waiver(until="2030-01-01")),
    "waiver-unknown": write(WAIVERS, waiver(requirement="summary")),
    "waiver-expired": both(
        _REVIEWS_OFF,
        replace(O1, UPDATED, "updated: 2025-01-05"),
        write(WAIVERS, waiver(until="2025-04-20")),
    ),
    "ledger-vanished": write(LEDGER, ledger("O1", "announcements.csv")),
    "ledger-changed": write(LEDGER, ledger("O1", "summary-2025-03.csv")),
    "ledger-redated": both(
        write("oit_items/2568/O01/summary-2025-03.csv", "ก\n"),
        write(LEDGER, ledger("O1", "summary-2025-03.csv", "ก\n", "2025-04-01")),
    ),
    "withdrawn-served": both(
        write("oit_items/2568/O01/summary-2025-03.csv", "ก\n"), write(WITHDRAWN, withdrawal("ก\n"))
    ),
    "withdrawal-date": write(WITHDRAWN, withdrawal("x", date="2399-01-01")),
    **BROKEN_FILES,
    "image-unnamed": replace(O1, "[ไฟล์ล่าสุด](summary-2025-03.csv)", "![](summary-2025-03.csv)"),
    "previous-results": write("oit_items/2568/O01/scores.csv", "tool,score\nIIT,x\n"),
}
"""What a person might do, by the rule that answers it."""

EXPECTED_NOTICES = frozenset(
    {
        *("figures-far-off", "rows-of-other-periods"),
        *("file-large", "pdf-scan", "pdf-thai-broken", "table-encoding", "table-delimiter"),
        *("table-column-unknown", "table-column-unnamed", "table-total"),
        *("statistics-not-open", "personal-mobile", "personal-email"),
        *("personal-passport", "personal-account", "personal-birth-date"),
        *("file-authors", "file-comments", "file-empty-part", "file-layers", "file-thumbnail"),
        *("image-position", "official-home-unset", "periods-short"),
        *("address-repeated", "post-names-person"),
    }
)
"""Rules that point something out to whoever approves, and fail nothing by themselves."""

DAYS: Mapping[str, Today] = {"waiver-expired": as_of("2025-04-28")}
"""The day on which a rule is triggered, where the closed round would no longer tell."""

ALSO: Mapping[str, tuple[str, Edit]] = {
    "a main website that is no address": (
        "url-malformed",
        replace("mkdocs.yml", "https://office.example.go.th/", "www.office.example.go.th"),
    ),
    "a round that cannot be read": ("yaml-broken", replace(ROUND, "scheme: test", "scheme: [")),
    "divisions that cannot be read": ("not-utf8", write(DIVISIONS, b"\xff\xfe")),
    "a mandate that cannot be read": ("field-missing", replace(MANDATE, "item_count: 3\n", "")),
    "an item removed from the mandate": (
        "item-unmandated",
        lambda site: (site / MANDATE).write_text(
            (site / MANDATE).read_text("utf-8").split(_ITEM_O3)[0], "utf-8"
        ),
    ),
    "an absolute file": ("file-outside", replace(O1, SUMMARY, "file: /etc/passwd")),
    "a drive": ("file-outside", replace(O1, SUMMARY, "file: 'C:x.csv'")),
    "a review without reason": ("field-missing", replace(O1, "    note: ไม่มีการเปลี่ยนแปลง\n", "")),
    "a record that is a link": ("file-symlink", symlink(O1, "/etc/passwd")),
    "a record that is a folder": ("file-directory", directory(O1)),
    "an unknown division in a part's name": (
        "part-unknown",
        write("oit_items/2568/O01/accounting.md", "---\nitem: O1\ndivision: accounting\n---\n"),
    ),
    "an alias bomb": (
        "yaml-alias",
        replace(O1, "item: O1", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nitem: O1"),
    ),
    "a file where a round belongs": ("path-unknown", folder_as_file("oit_items/2568")),
}
"""Further ways, named for what was done."""
