"""Kinds of damage to a published site, each by one change that its hashes then agree with."""

import csv
import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

from helpers.damage import API, Site
from oit.escaping import csv_bytes

Damage = Callable[[Site], None]

HOME, HOME_EN = "index.html", "en/index.html"
ROUND, ROUND_EN = "2568/index.html", "en/2568/index.html"
ITEM, ITEM_EN = "2568/o1/index.html", "en/2568/o1/index.html"
PART = "2568/o2/index.html"
DUE, CHECK, ANSWERS = "2568/due/index.html", "2568/check/index.html", "2568/itap/index.html"
DIVISION = "divisions/finance/index.html"
DOCUMENT = f"{API}/2568/o1.json"
TABLE = f"{API}/2568/tables/o3-tax-statistics"
FEED, CKAN = "feeds/updates.atom", f"{API}/ckan.jsonl"
FILE = "2568/o1/summary-2025-03.csv"


def _changed(path: str, old: str, new: str) -> Damage:
    return lambda site: site.change(path, old, new)


def _pattern(path: str, pattern: str, new: str) -> Damage:
    return lambda site: site.pattern(path, pattern, new)


def _value(path: str, field: str, new: str) -> Damage:
    """Other words at a mark."""
    return _pattern(
        path,
        rf'(data-oit-value="{field}">).*?(?=</(?:p|b|h1|h2|dd|td|li|div|tr)>|</span></span>)',
        rf"\g<1>{new}",
    )


def _index(change: Callable[[Any], object]) -> Damage:
    return lambda site: site.index(change)


def _document(path: str, change: Callable[[Any], object]) -> Damage:
    return lambda site: site.document(path, change)


def _item(index: Any, number: int = 0) -> Any:
    return index["rounds"][0]["items"][number]


def _cell(index: Any, requirement: str, period: str | None = None) -> Any:
    return next(
        cell
        for asked in _item(index)["requirements"]
        for cell in asked["cells"]
        if asked["id"] == requirement and cell["period"] == period
    )


def _entry(index: Any, kind: str) -> Any:
    return next(
        entry
        for asked in _item(index)["requirements"]
        for cell in asked["cells"]
        for entry in cell["evidence"]
        if entry["kind"] == kind
    )


def _each(node: Any, key: str, change: Callable[[Any], Any]) -> None:
    """A change of every value of a key in a document."""
    if isinstance(node, list):
        for part in node:
            _each(part, key, change)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                node[name] = change(value)
            else:
                _each(value, key, change)


def _table(path: str, change: Callable[[list[list[str]]], object]) -> Damage:
    def damage(site: Site) -> None:
        text = (site.root / path).read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline="")))
        change(rows)
        site.write(path, csv_bytes(rows))

    return damage


def _sentence(site: Site) -> None:
    """Another word in a text, on its pages and in its document."""
    for path in (ITEM, ITEM_EN, DOCUMENT):
        site.change(path, "ประกาศที่ 1", "ประกาศที่ 7")


def _sentence_in_thai(site: Site) -> None:
    for path in (ITEM, DOCUMENT):
        site.change(path, "ประกาศที่ 1", "ประกาศที่ 7")


def _swapped(site: Site) -> None:
    """Two files with each other's bytes."""
    first, second = "2568/o3/tax-q1.csv", "2568/o3/tax-q2.csv"
    data = (site.root / first).read_bytes()
    site.write(first, (site.root / second).read_bytes())
    site.write(second, data)


def _without_item(site: Site) -> None:
    """An item taken out of everything that lists it."""
    site.index(lambda index: index["rounds"][0]["items"].pop())
    site.remove("2568/o3/index.html")
    site.remove("en/2568/o3/index.html")
    site.remove(f"{API}/2568/o3.json")


def _own_program(site: Site) -> None:
    site.write("assets/x.js", "alert(1)")
    site.change(HOME, "</head>", '<script defer src="assets/x.js"></script></head>')


def _feed_entry(site: Site) -> None:
    site.pattern(FEED, r"<entry>.*?</entry>\s*", "")


def _calendar_event(site: Site) -> None:
    site.pattern("feeds/due.ics", r"BEGIN:VEVENT.*?END:VEVENT\r?\n", "")


def _parquet(site: Site) -> None:
    """Another cell in the Parquet file, beside a table that is right."""
    file = site.root / f"{TABLE}.parquet"
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.parquet"
        changed = "if(period LIKE '%Q1', '9999', column_2) AS column_2"
        duckdb.read_parquet(str(file)).project(f"* REPLACE ({changed})").write_parquet(str(made))
        site.write(f"{TABLE}.parquet", made.read_bytes())


def _cell_everywhere(site: Site) -> None:
    """A cell in the table and in its Parquet file; of its source it is another one."""
    _parquet(site)
    site.pattern(f"{TABLE}.csv", r"(Q1,[^\n]*,)\d+", r"\g<1>9999")


def _nothing_late(site: Site) -> None:
    """A round in which nothing was late: index, pages and tables say so together."""

    def change(index: Any) -> None:
        for item in index["rounds"][0]["items"]:
            item.update(status="current", score="100.00", findings=[])
        index["rounds"][0]["score"].update(scored_count=3)

    site.index(change)


ON_PAGES: dict[str, Damage] = {
    "a sentence on the Thai page": _changed(ITEM, "ประกาศที่ 1", "ประกาศที่ 7"),
    "a sentence on the English page": _changed(ITEM_EN, "ประกาศที่ 1", "ประกาศที่ 7"),
    "a sentence in the document": _document(
        DOCUMENT, lambda document: _each(document, "text", lambda text: f"{text}!")
    ),
    "a sentence on the Thai page and in the document": _sentence_in_thai,
    "a text of a part": _changed(PART, "ขั้นตอนการทำงาน", "ขั้นตอน"),
    "a text taken off the page": _pattern(ITEM, r' data-oit-section="text-announcements"', ""),
    "a text that the document does not have": _changed(
        ITEM, "</article>", '<div class="text" data-oit-section="body-9">x</div></article>'
    ),
    "a text added to another": _changed(
        ITEM, "</article>", '<div data-oit-section="body-1">x</div></article>'
    ),
    "a text whose id is another's": _changed(
        PART, 'data-oit-section="text-admin-manual"', 'data-oit-section="text-works-manual"'
    ),
    "an element hidden in a text": _pattern(
        ITEM, r'(data-oit-section="text-announcements"[^>]*>)', r'\1<p class="vh">x</p>'
    ),
    "an aside in a text": _pattern(
        ITEM, r'(data-oit-section="text-announcements"[^>]*>)', r"\1<p data-oit-aside>x</p>"
    ),
    "the status of an item": _pattern(ITEM, r'data-oit-status="\w+"', 'data-oit-status="current"'),
    "the sentence of an item": _value(ITEM, "2568/O1/state", "ไม่มีเรื่องใดค้าง"),
    "the sentence of an item in English": _value(ITEM_EN, "2568/O1/state", "Nothing is late"),
    "the mark of a sentence": _changed(ITEM, ' data-oit-value="2568/O1/state"', ""),
    "the name of an item": _pattern(
        ITEM, r'(data-oit-value="2568/O1/name">.*?</span>)[^<]*', r"\1 อื่น"
    ),
    "what an item is about": _value(ITEM, "2568/O1/about", "เรื่องอื่น"),
    "the name of a requirement": _value(ITEM, "2568/O1/monthly-summary/label", "เรื่องอื่น"),
    "the result of a month": _value(ITEM, "2568/O1/monthly-summary/2025-03/result", "ทันกำหนด"),
    "the result of a month in English": _value(
        ITEM_EN, "2568/O1/monthly-summary/2025-03/result", "In time"
    ),
    "the day of publishing in a dossier": _pattern(
        ITEM,
        r'(data-oit-value="2568/O1/monthly-summary/2025-03/published"><div>)[^<]*',
        r"\g<1>1 ม.ค. 2568",
    ),
    "how often an item is updated": _value(ITEM, "2568/O1/frequency", "ทุกปี"),
    "how much is published": _value(ITEM, "2568/O1/count-in-full", "9 จาก 9 รายการ"),
    "the day of the last update": _value(ITEM, "2568/O1/updated-in-full", "1 มิถุนายน 2568"),
    "the day of the last confirmation": _value(ITEM, "2568/O1/confirmed-in-full", "1 มิถุนายน 2568"),
    "the deadline on the page": _value(ITEM, "2568/O1/due-in-full", "1 มิถุนายน 2569"),
    "who answers for an item": _pattern(
        ITEM, r'(data-oit-value="2568/O1/owner"><a [^>]*>)[^<]*', r"\1ฝ่ายอื่น"
    ),
    "a requirement taken off the page": _changed(ITEM, "data-oit-requirement=", "data-l="),
    "a status on home": _pattern(
        HOME, r'data-oit-status="(?!current)\w+"', 'data-oit-status="current"'
    ),
    "the words of a status on home": _value(HOME, "2568/O1/status", "ครบตามกำหนด"),
    "the words of a status on English home": _value(HOME_EN, "2568/O1/status", "In order"),
    "a status taken off home": _pattern(
        HOME, r'<span class="tag \w+">(?:(?!</li>).)*?2568/O1/status.*?</span></span>', ""
    ),
    "the sentence on home": _value(HOME, "2568/state", "ไม่มีข้อใดค้าง"),
    "the sentence on English home": _value(HOME_EN, "2568/state", "No item is late"),
    "how many items home has": _value(HOME, "2568/items", "ข้อมูลทั้ง 22 ข้อ"),
    "an item taken off home": _pattern(HOME, r'<li data-oit="2568/O1".*?</li>', ""),
    "the sentence of a round": _value(ROUND, "2568/state", "ไม่มีข้อใดค้าง"),
    "the sentence of a round in English": _value(ROUND_EN, "2568/state", "No item is late"),
    "the counts of a round": _value(ROUND, "2568/parts", "ครบตามกำหนด 3 ข้อ"),
    "how many items are not late": _value(ROUND, "2568/others", "ทั้ง 3 ข้อ"),
    "the day of a round": _value(ROUND, "2568/lead", "ณ วันที่ 1 มกราคม 2568"),
    "the words of a status in the checklist": _pattern(
        ROUND, r'(class="st">.*?data-oit-value="2568/O1/status">)[^<]*', r"\1ครบตามกำหนด"
    ),
    "a count in the checklist": _value(ROUND, "2568/O1/counts", "9 จาก 9"),
    "a count in the English checklist": _value(ROUND_EN, "2568/O1/counts", "9 of 9"),
    "an update in the checklist": _value(ROUND, "2568/O1/updated", "1 มิ.ย. 2568"),
    "a confirmation in the checklist": _value(ROUND, "2568/O1/confirmed", "1 มิ.ย. 2568"),
    "a deadline in the checklist": _value(ROUND, "2568/O2/due_on", "1 มิ.ย. 2569"),
    "the total score on the page": _value(ROUND, "2568/score/total", "99.00"),
    "the score of OIT on the page": _value(ROUND, "2568/score/oit", "99.00"),
    "the level on the page": _value(ROUND, "2568/score/level", "ผ่านดีเยี่ยม"),
    "how many items are scored": _value(ROUND, "2568/counted", "คำนวณคะแนนแล้ว 2 จาก 3 ข้อ"),
    "a row taken out of the checklist": _pattern(ROUND, r'<tr id="o1".*?</tr>', ""),
    "the sentence of deadlines": _value(DUE, "2568/state", "ไม่มีข้อใดค้าง"),
    "how punctual a round was": _value(DUE, "2568/punctuality", "ไม่มีรายการใดล่าช้า"),
    "how many cells were late": _value(DUE, "2568/finance/late", "0"),
    "the days that a division was late": _value(CHECK, "2568/finance/days", "0"),
    "how punctual a round was, for who checks": _value(CHECK, "2568/punctuality", "ไม่มี"),
    "the words of a status in the answers": _value(ANSWERS, "2568/O1/status", "ครบตามกำหนด"),
    "a status in the answers": _pattern(
        ANSWERS, r'(data-oit="2568/O1" data-oit-status=)"\w+"', r'\1"current"'
    ),
    "the sentence of a division": _value(DIVISION, "2568/finance/state", "ไม่มีเรื่องใดค้าง"),
    "how punctual a division was": _value(DIVISION, "2568/finance/punctuality", "ไม่มี"),
    "the words of a status of a division": _value(DIVISION, "2568/O1/status", "ครบตามกำหนด"),
    "the sentence of a division in the list": _value(
        "divisions/index.html", "2568/finance/state", "ไม่มีเรื่องใดค้าง"
    ),
    "the mark of a sample beside a link": _pattern(
        ITEM, r'(summary-2025-03\.csv".*?)<span class="smp">[^<]*</span>', r"\1"
    ),
    "the mark of a sample in English": _pattern(
        ITEM_EN, r'(summary-2025-03\.csv".*?)<span class="smp">[^<]*</span>', r"\1"
    ),
    "the mark of a sample text": _pattern(
        PART, r'<div class="sample"><p class="mark">[^<]*</p>', "<div>"
    ),
    "the words of a block of samples": _pattern(PART, r'(<p class="mark">)[^<]*', r"\1ข้อมูล"),
    "a mark where nothing is a sample": _pattern(
        ITEM, r'(scores\.csv"[^>]*>.*?</a> <small>[^<]*)', r'\1 <span class="smp">ตัวอย่าง</span>'
    ),
    "a link of evidence to another file": _changed(ITEM, "summary-2025-03.csv", "scores.csv"),
    "a link of evidence to another site": _changed(
        ITEM, "https://example.go.th/eit", "https://example.com/eit"
    ),
    "a link of evidence to nothing": _changed(HOME, 'href="2568/o1/"', 'href="2568/o9/"'),
    "a program in a page": _changed(HOME, "</main>", "<script>alert(1)</script></main>"),
    "a program from elsewhere": _changed(
        ROUND, "</head>", '<script src="https://example.com/x.js"></script></head>'
    ),
    "a program of its own": _own_program,
    "a handler": _changed(ITEM, "<article ", '<article onclick="x()" '),
    "a frame": _changed(ITEM, "</article>", '<iframe src="../"></iframe></article>'),
    "a form that sends elsewhere": _changed(
        HOME, '<form class="seek"', '<form action="https://example.com/" class="seek"'
    ),
    "a page that leads on": _changed(
        HOME, "</head>", '<meta http-equiv="refresh" content="0;url=https://example.com/"></head>'
    ),
    "a style that hides": _changed(ITEM, "<article ", '<article style="display:none" '),
    "an attribute that hides": _changed(ITEM, "<article ", "<article hidden "),
    "a style sheet in a page": _changed(HOME, "</head>", "<style>p{display:none}</style></head>"),
    "another base of links": _changed(HOME, "<head>", '<head><base href="https://example.com/">'),
    "an element of no template": _changed(ITEM, "</article>", "<marquee>x</marquee></article>"),
    "a comment": _changed(ITEM, "</article>", "<!-- x --></article>"),
    "a hidden paragraph": _changed(ITEM, "</article>", '<p class="vh">x</p></article>'),
    "the policy of browsers": _pattern(
        HOME, r'<meta http-equiv="Content-Security-Policy"[^>]*>', ""
    ),
    "a link to a program": _changed(HOME, 'href="2568/o1/"', 'href="javascript:x()"'),
    "a picture from elsewhere": _changed(
        ITEM, "</article>", '<img src="https://example.com/x.png" alt=""></article>'
    ),
    "a paragraph put in": _changed(ITEM, "</article>", "<p>เจ้าหน้าที่ได้รับรางวัล</p></article>"),
    "a paragraph put in, in English": _changed(
        ITEM_EN, "</article>", "<p>The office won a prize</p></article>"
    ),
    "a paragraph in the frame": _changed(HOME, "</body>", "<p>สำนักงานปิดทำการ</p></body>"),
    "a figure that no table gives": _pattern(
        HOME, r"(<main.*?<h2[^>]*>)[^<]+(?=</h2>)", r"\g<1>987,654"
    ),
    "a changed heading": _pattern(ITEM, r"(<h2[^>]*>)[^<]+(?=</h2>)", r"\1รางวัลที่ได้รับ"),
    "a changed note": _pattern(ITEM, r"(<small>)[^<]+", r"\1ตรวจแล้วโดยผู้ตรวจสอบ"),
    "a changed word in a table": _pattern(ROUND, r"(<th[^>]*>)[^<]+(?=</th>)", r"\1รางวัล"),
    "a changed cell of a table of evidence": _pattern(ITEM, r"(<td[^>]*>)[^<]+", r"\1บริษัทอื่น"),
    "a changed word to screen readers": _pattern(ITEM, r'(aria-label=")[^"]+', r"\1รางวัล"),
    "what search engines are told": _pattern(
        HOME, r'(<meta name="description" content=")[^"]*', r"\1สำนักงานดีเด่น"
    ),
    "a page taken off": lambda site: site.remove(DUE),
    "a division's page taken off": lambda site: site.remove(DIVISION),
}
"""On pages, with every hash refreshed."""

IN_DOCUMENTS: dict[str, Damage] = {
    "two files with each other's bytes": _swapped,
    "a changed file": lambda site: site.write(FILE, "a\r\n"),
    "an item removed": _without_item,
    "a deadline moved": _index(
        lambda index: _cell(index, "monthly-summary", "2025-03").update(due_on="2025-08-15")
    ),
    "the deadline of an item moved": _index(lambda index: _item(index).update(due_on="2026-01-15")),
    "the status of an item in the index": _index(
        lambda index: _item(index).update(status="current", score="100.00")
    ),
    "a total of 99.00": _index(lambda index: index["rounds"][0]["score"].update(total="99.00")),
    "a score of an indicator": _index(
        lambda index: index["rounds"][0]["score"]["indicators"][0].update(mean="99.00")
    ),
    "another level": _index(
        lambda index: index["rounds"][0]["score"].update(level=None, total=None)
    ),
    "the score of an item": _index(lambda index: _item(index).update(score="100.00")),
    "a finding removed": _index(lambda index: _item(index).update(findings=[])),
    "nothing late anywhere": _nothing_late,
    "a day of publishing": _index(
        lambda index: _entry(index, "file").update(published="2024-10-02")
    ),
    "a sample that is called real": _index(
        lambda index: _entry(index, "section").update(sample=False)
    ),
    "a title of evidence": _index(lambda index: _entry(index, "url").update(title="อื่น")),
    "an address of evidence": _index(
        lambda index: _entry(index, "url").update(url="https://example.com/")
    ),
    "the last update of an item": _index(
        lambda index: [part.update(updated="2025-06-19") for part in _item(index)["parts"]]
    ),
    "the name of the office's division": _index(
        lambda index: index["divisions"][0]["name"].update(th="ฝ่ายอื่น")
    ),
    "the name of an item in the index": _index(lambda index: _item(index)["title"].update(th="อื่น")),
    "the hash of a text": _document(
        DOCUMENT, lambda document: _each(document, "id", lambda name: f"{name}x")
    ),
    "a text removed from the document": _document(
        DOCUMENT, lambda document: document["sections"].pop(0)
    ),
    "a row of the index removed": _table(f"{API}/itap-2568.csv", lambda rows: rows.pop()),
    "a dataset of the catalogue removed": _document(
        f"{API}/catalog.jsonld",
        lambda catalog: (
            catalog["@graph"].pop() if "@graph" in catalog else catalog["dcat:dataset"].pop()
        ),
    ),
    "a dataset of the national catalogue removed": _document(
        f"{API}/gdcatalog.json", lambda catalog: catalog["datasets"].pop()
    ),
    "a holiday added to the rules": _document(
        f"{API}/2568/policy.json",
        lambda policy: policy["rules"]["holidays"].append(
            {"date": "2025-06-16", "name_th": "x", "name_en": "x"}
        ),
    ),
    "more days of warning in the rules": _document(
        f"{API}/2568/policy.json",
        lambda policy: policy["rules"]["warning_days"].update(monthly=1, other=1),
    ),
    "an event removed": _document(
        f"{API}/2568/events.json", lambda events: events["events"].pop(0)
    ),
    "an entry of the feed removed": _feed_entry,
    "the day of an entry of the feed": _pattern(FEED, r"<published>\d{4}", "<published>2023"),
    "an event of the calendar removed": _calendar_event,
    "an event of the calendar of a division removed": _pattern(
        "feeds/due-finance.ics", r"BEGIN:VEVENT.*?END:VEVENT\r?\n", ""
    ),
    "a cell of a table": _table(f"{TABLE}.csv", lambda rows: rows[1].__setitem__(-1, "9999")),
    "a cell of a table, with Parquet": _cell_everywhere,
    "a row of a table removed": _table(f"{TABLE}.csv", lambda rows: rows.pop()),
    "the source of a row": _changed(f"{TABLE}.csv", "tax-q1.csv", "tax-q2.csv"),
    "the hash of a source": _pattern(
        f"{TABLE}.csv", r"(tax-q1\.csv,)[0-9a-f]{8}", r"\g<1>00000000"
    ),
    "the period of a row": _changed(f"{TABLE}.csv", "FY2568-Q1", "FY2568-Q3"),
    "a row that is a sample": _changed(f"{TABLE}.csv", ",true,", ",false,"),
    "the number of a row": _pattern(f"{TABLE}.csv", r"(\d{4}-\d\d-\d\d,)1,", r"\g<1>2,"),
    "a column in the schema of a table": _document(
        f"{TABLE}.schema.json", lambda schema: schema["fields"][-1].update(name="other")
    ),
    "a Parquet file with another cell": _parquet,
    "a Parquet file that is none": lambda site: site.write(f"{TABLE}.parquet", "PAR1"),
    "a table without its Parquet file": lambda site: site.remove(f"{TABLE}.parquet"),
    "a table of nothing": lambda site: site.write(
        f"{API}/2568/tables/o3-other.csv", site.read(f"{TABLE}.csv")
    ),
    "a dataset for CKAN removed": _pattern(CKAN, r"^.*?\n", ""),
    "the address of a resource for CKAN": _pattern(
        CKAN, r'("resources": .*?"url": ")[^"]*', r"\1https://example.com/"
    ),
    "a resource for CKAN of another kind": _pattern(
        CKAN, r'("resources": \[\{"id": ")[^"]*', r"\g<1>00000000-0000-5000-8000-000000000000"
    ),
    "an event of another day": _document(
        f"{API}/2568/events.json",
        lambda events: events["events"][0].update(day="2024-10-02", counts_from="2024-10-02"),
    ),
}
"""In documents, with every hash refreshed and every table made to agree."""

NEEDS_EARLIER: dict[str, Damage] = {
    "a sentence everywhere": _sentence,
    "a table of the data package removed": _document(
        f"{API}/datapackage.json", lambda package: package["resources"].pop()
    ),
}
"""What is consistent with all that the site says: found beside an earlier index or the records."""


def all_kinds() -> dict[str, Damage]:
    """Every kind that the site itself gives away."""
    return {**ON_PAGES, **IN_DOCUMENTS}
