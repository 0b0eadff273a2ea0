"""The office, its divisions and what people come for, in the terms of the contract."""

from oit.contract.base import Name
from oit.contract.index import ContactEntry, DivisionEntry, TaskEntry
from oit.model.office import Contact, Division, Task
from oit.outputs.publication import Publication


def division_entry(division: Division, publication: Publication) -> DivisionEntry:
    """A division; a demonstration leads nobody to anybody."""
    is_real = not publication.policy.is_demonstration
    return DivisionEntry(
        id=division.id,
        name=Name(th=division.name_th, en=division.name_en),
        does_th=list(division.does_th),
        does_en=list(division.does_en),
        contact=contact_entry(division) if is_real and division.has_contact else None,
        contact_th=division.contact_th if is_real else None,
    )


def contact_entry(ways: Contact) -> ContactEntry:
    """The ways to reach an office or a division."""
    names = ContactEntry.model_fields
    return ContactEntry(**{name: getattr(ways, name) for name in names})


def task_entry(task: Task) -> TaskEntry:
    """What people come to the site for."""
    return TaskEntry(
        name=Name(th=task.name_th, en=task.name_en), topics=list(task.topics), url=task.url
    )
