"""An engine of the desk that reads nothing: what a file is follows from its name."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from itertools import count

from msgspec.structs import replace

from oit.assessment.result import Assessment
from oit.desk.cells import Options, options_of, target_id
from oit.desk.view import Arrived, Batch, DueLine, Sent, State
from oit.entry.orders import Order
from oit.entry.refusals import could_not_run
from oit.intake.shapes import Asks, Question, Target

OFFICE = "สำนักงานเขตตัวอย่าง"
SENT = Sent("desk-1", "0" * 40, "", "desk-1.patch", "บันทึกแล้ว\nโปรดส่งต่อไฟล์")
STATES = {"ask": State.ASKS, "wrong": State.REFUSED, "there": State.THERE}
"""By the first word of a file's name; any other is ready."""


@dataclass
class FakeDesk:
    """Keeps what it is asked, and answers as the real one does."""

    site: Assessment
    arrived: dict[str, Arrived] = field(default_factory=dict)
    received: list[tuple[str, bytes]] = field(default_factory=list)
    orders: list[tuple[Order, str, bytes]] = field(default_factory=list)
    answers: list[tuple[str, Target | bool, str]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    result: Sent = SENT
    """What comes of writing."""
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def receive(self, name: str, data: bytes) -> str:
        if name.startswith("explode"):
            raise ZeroDivisionError(name)
        if name.startswith("refuse"):
            could_not_run(f"ไม่รับ {name}")
        self.received.append((name, data))
        return self._put(name, STATES.get(name.partition("-")[0], State.READY), None)

    def order(self, order: Order, name: str = "", data: bytes = b"") -> str:
        self.orders.append((order, name, data))
        return self._put(order.kind.value, State.READY, order)

    def answer(self, id_: str, answer: Target | bool, reason: str = "") -> None:
        target = answer if isinstance(answer, Target) else self.arrived[id_].target
        self.answers.append((id_, answer, reason))
        ready = replace(self.arrived[id_], state=State.READY, question=None, target=target)
        self.arrived[id_] = ready

    def drop(self, id_: str) -> None:
        del self.arrived[id_]

    def one_look(self) -> AbstractContextManager[None]:
        return nullcontext()

    def view(self) -> Batch:
        ready = [each for each in self.arrived.values() if each.state is State.READY]
        names = "\n".join(f"ข้อ O1 – {each.name}" for each in ready)
        due = (DueLine("ฝ่ายการคลัง", "ข้อ O1 สรุปผล", "17 มีนาคม 2568", self.targets[0]),)
        return Batch(OFFICE, tuple(self.arrived.values()), due, names, 1.25)

    @property
    def seconds(self) -> float:
        return 1.25

    def assessment(self) -> Assessment:
        return self.site

    @property
    def options(self) -> Options:
        return options_of(self.site)

    def write(self, title: str) -> Sent:
        self.titles.append(title)
        self.arrived.clear()
        return self.result

    @property
    def targets(self) -> list[Target]:
        return [cell.target for item in self.options.items for cell in item.cells]

    def _put(self, name: str, state: State, order: Order | None) -> str:
        id_ = f"a{next(self.numbers)}"
        is_wrong, asks = state is State.REFUSED, state is State.ASKS
        question = Question(Asks.TARGET, tuple(self.targets[:2])) if asks else None
        self.arrived[id_] = Arrived(
            id=id_,
            name=name,
            state=state,
            order=order,
            target=None if asks else self.targets[0],
            place="" if asks else self.options.names[target_id(self.targets[0])],
            reasons=(f"ชื่อไฟล์ “{name}”",),
            question=question,
            told=(),
            faults="พบเลขประจำตัวประชาชน" if is_wrong else "",
            reply=f"เรียน หัวหน้าฝ่าย\nโปรดแก้ไขไฟล์ {name}" if is_wrong else "",
            shown="" if is_wrong else "<p>ตัวอย่าง</p>",
        )
        return id_
