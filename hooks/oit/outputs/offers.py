"""What people come for, with the items that serve it."""

from collections.abc import Iterator
from dataclasses import dataclass

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.model.office import Task
from oit.outputs.publication import Publication


@dataclass(frozen=True, slots=True)
class Offer:
    """What people come for, with the items that serve it."""

    task: Task
    items: tuple[ItemAssessment, ...]

    @property
    def has_real_channel(self) -> bool:
        """Whether anything of it is more than a sample."""
        return bool(self.task.url) or not all(one.is_all_sample for one in self.items)


def offers_of(round_: RoundAssessment, publication: Publication) -> Iterator[Offer]:
    """What people come for, as far as a round has items that serve it."""
    for task in publication.policy.tasks:
        items = tuple(one for one in round_.items if one.item.topic in task.topics)
        if items:
            yield Offer(task, items)
