"""The file `CODEOWNERS`, by which GitHub and GitLab ask for approvals."""

from collections.abc import Iterable, Iterator, Mapping

from oit.model.mandate import MandateItem
from oit.records.site import Round, Site

CODEOWNERS = "CODEOWNERS"
"""Where the forges look for it: in the root."""
_SAMPLE = "-sample/"
"""In a handle of the demonstration: no account of that name is known to exist."""
_HEAD = """\
# ผู้อนุมัติของแต่ละไฟล์ จัดทำโดยคำสั่ง oit codeowners จาก oit_items/divisions.yml, mandate.yml และ mkdocs.yml
# โปรดแก้ไขที่ไฟล์เหล่านั้น แล้วเรียก oit codeowners อีกครั้ง
# [EN] Written by `oit codeowners`; change the files it names, then run it again.
"""
_SAMPLE_NOTE = """\
# บัญชีที่มีคำว่า “sample” เป็นตัวอย่าง มิใช่บัญชีจริง
# [EN] Handles with “sample” are samples, not accounts.
"""


def codeowners(site: Site) -> str:
    """The file: the coordinator owns everything, each division the folders of its items.

    Of several patterns that match a path, both forges take the last.
    """
    coordinator = site.policy.coordinator if site.policy else None
    handles = {division.id: division.forge or coordinator for division in site.divisions}
    lines = [_line("*", [coordinator])]
    for round_ in site.rounds:
        lines += ["", *_round_lines(round_, handles)]
    body = "\n".join([*lines, ""])
    return "\n".join([_HEAD + (_SAMPLE_NOTE if _SAMPLE in body else ""), body])


def _round_lines(round_: Round, handles: Mapping[str, str | None]) -> Iterator[str]:
    for item in round_.mandate.items:
        folder = f"/{round_.folder}/O{item.number:02}/"
        owners = (item.lead, *item.contributors)
        yield _line(folder, [handles.get(owner) for owner in owners])
        if item.contributors:
            yield from _unit_lines(folder, item, handles)


def _unit_lines(folder: str, item: MandateItem, handles: Mapping[str, str | None]) -> Iterator[str]:
    """The record belongs to the item's lead, each part to its division."""
    yield _line(f"{folder}record.md", [handles.get(item.lead)])
    for owner in item.owners:
        yield _line(f"{folder}{owner}.md", [handles.get(owner)])


def _line(pattern: str, handles: Iterable[str | None]) -> str:
    """A pattern with its owners; without any, the forge asks for no approval."""
    return " ".join([pattern, *dict.fromkeys(filter(None, handles))])
