"""The page that says what each message means, with an example and the remedy."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jinja2 import Environment

from oit.contract.addresses import RULES_PATH
from oit.outputs.page import Page, position
from oit.wording.messages import Message, in_general, messages


def rules_page(as_of: date, environment: Environment) -> Page:
    """Every rule by its id, which is its anchor too; Thai, with English beside."""
    rules = [_entry(rule, message) for rule, message in sorted(messages().items())]
    context = {**position(RULES_PATH, ("คู่มือเจ้าหน้าที่", "guide/")), "rules": rules}
    return Page(
        path=RULES_PATH,
        title="ความหมายของข้อความ",
        description="ข้อความของระบบแต่ละข้อหมายความว่าอย่างไร และต้องแก้ไขอย่างไร",
        html=environment.get_template("rules.html").render(page=context),
        as_of=as_of,
        weight=0.01,
    )


def _entry(rule: str, message: Message) -> Mapping[str, Any]:
    """A rule's words without the particulars of a case."""
    names = ("th", "en", "expected_th", "expected_en", "remedy_th", "remedy_en")
    words = {name: in_general(getattr(message, name)) for name in names}
    return {"id": rule, "message": message, **words}
