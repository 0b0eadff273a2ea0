"""The report of `oit links`: as text, as JSON."""

import json
from collections.abc import Mapping

from oit.audit.links.collect import Mention
from oit.audit.links.history import DAYS_UNTIL_DEAD, LinkRecord, LinkState
from oit.audit.verify.values import Discrepancy
from oit.audit.verify.wording import words_of
from oit.catalog import Language
from oit.catalog.dates import english_date, thai_short_date
from oit.web_address import without_credentials
from oit.wording.sentences import printable

CheckedLinks = Mapping[str, tuple[LinkRecord, list[Mention]]]
"""Each link with what is known of it, and its mentions in records."""

STATES: Mapping[LinkState, Mapping[Language, str]] = {
    LinkState.DEAD: {Language.TH: "เปิดไม่ได้แล้ว", Language.EN: "Dead"},
    LinkState.FAILING: {Language.TH: "ครั้งนี้เปิดไม่ได้", Language.EN: "Failing"},
    LinkState.REFUSED: {Language.TH: "ปลายทางไม่ให้ตรวจ", Language.EN: "Refused us"},
    LinkState.WORKING: {Language.TH: "เปิดได้", Language.EN: "Working"},
}
_ADVICE: Mapping[LinkState, Mapping[Language, str]] = {
    LinkState.DEAD: {
        Language.TH: "โปรดแก้ที่อยู่ หรือแนบหลักฐานเป็นไฟล์แทน",
        Language.EN: "Mend the address, or attach the evidence as a file.",
    },
    LinkState.FAILING: {
        Language.TH: f"จะนับว่าเปิดไม่ได้แล้ว เมื่อเปิดไม่ได้ครบ {DAYS_UNTIL_DEAD} วัน",
        Language.EN: f"It is called dead after failures on {DAYS_UNTIL_DEAD} separate days.",
    },
    LinkState.REFUSED: {
        Language.TH: "โปรดเปิดดูด้วยตนเอง เพราะปลายทางอาจเปิดให้คนดูแต่ไม่ให้โปรแกรมตรวจ",
        Language.EN: "Look for yourself: it may open for people and not for programs.",
    },
}


def links_text(checked: CheckedLinks, language: Language) -> str:
    """A block for each link that did not work, the dead first; then a line of counts."""
    blocks = [
        _block(state, address, *checked[address], language)
        for state in _ADVICE
        for address in checked
        if checked[address][0].state is state
    ]
    return "\n\n".join([*blocks, _summary(checked, language)])


def _block(
    state: LinkState, address: str, record: LinkRecord, mentions: list[Mention], language: Language
) -> str:
    lines = [f"{STATES[state][language]} · {printable(address)}", _why(record, language)]
    if record.failed_on:
        date_of = english_date if language is Language.EN else thai_short_date
        days = ", ".join(date_of(day) for day in record.failed_on)
        lines.append(f"Failed on {days}" if language is Language.EN else f"เปิดไม่ได้เมื่อ {days}")
    lines += [_ADVICE[state][language], *(f"{mention.file}:{mention.line}" for mention in mentions)]
    return "\n  ".join(lines)


def _why(record: LinkRecord, language: Language) -> str:
    """In the words of `oit verify`, whose checks include each trouble and `http-status`."""
    check = record.trouble.value if record.trouble else "http-status"
    params = {"status": str(record.status), "detail": ""}
    return words_of(Discrepancy(check=check, path="", params=params), language).what


def _summary(checked: CheckedLinks, language: Language) -> str:
    counts = dict.fromkeys(LinkState, 0)
    for record, _ in checked.values():
        counts[record.state] += 1
    listed = ", ".join(f"{STATES[state][language]} {count}" for state, count in counts.items())
    if language is Language.EN:
        return f"{len(checked)} links asked: {listed}"
    return f"ตรวจ {len(checked)} ลิงก์: {listed}"


def links_json(checked: CheckedLinks) -> str:
    """The links as JSON: each with the fields of its `LinkRecord`, and its mentions as `places`."""
    links = [
        {
            "url": address,
            **record.model_dump(mode="json"),
            "places": [{"file": mention.file, "line": mention.line} for mention in mentions],
        }
        for address, (record, mentions) in checked.items()
    ]
    return without_credentials(json.dumps({"links": links}, ensure_ascii=False, indent=2))
