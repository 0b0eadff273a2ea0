"""Who is asked to approve what, as the file `CODEOWNERS` that GitHub and GitLab read."""

from collections.abc import Iterable, Iterator, Mapping

from oit.model.mandate import MandateItem
from oit.records.site import Round, Site

SAMPLE = "-sample/"
"""A handle that holds this names no account that anybody is known to have."""
_HEAD = """\
# ผู้อนุมัติของแต่ละไฟล์ จัดทำโดยคำสั่ง oit codeowners จาก oit_items/divisions.yml, mandate.yml และ mkdocs.yml
# โปรดแก้ไขที่ไฟล์เหล่านั้น แล้วเรียก oit codeowners อีกครั้ง
# [EN] Written by `oit codeowners`; change the files it names, then run it again.
"""
_SAMPLE = """\
# บัญชีที่มีคำว่า “sample” เป็นตัวอย่าง มิใช่บัญชีจริง
# [EN] Handles with “sample” are samples, not accounts.
"""


def codeowners(site: Site) -> str:
    """The file: the coordinator owns everything, divisions what they disclose. Later lines win."""
    coordinator = site.policy.coordinator if site.policy else None
    handles = {one.id: one.forge or coordinator for one in site.divisions}
    lines = [_line("*", [coordinator])]
    for round_ in site.rounds:
        lines += ["", *_round_lines(round_, handles)]
    body = "\n".join([*lines, ""])
    return "\n".join([_HEAD + (_SAMPLE if SAMPLE in body else ""), body])


def _round_lines(round_: Round, handles: Mapping[str, str | None]) -> Iterator[str]:
    for item in round_.mandate.items:
        folder = f"/{round_.folder}/O{item.number:02}/"
        owners = (item.lead, *item.contributors)
        yield _line(folder, [handles.get(one) for one in owners])
        if item.contributors:
            yield from _unit_lines(folder, item, handles)


def _unit_lines(folder: str, item: MandateItem, handles: Mapping[str, str | None]) -> Iterator[str]:
    """The record is its lead's, each part its division's."""
    yield _line(f"{folder}record.md", [handles.get(item.lead)])
    for owner in item.owners:
        yield _line(f"{folder}{owner}.md", [handles.get(owner)])


def _line(pattern: str, handles: Iterable[str | None]) -> str:
    """A pattern with its owners; without any it is nobody's, and no approval is asked for."""
    return " ".join([pattern, *dict.fromkeys(filter(None, handles))])
