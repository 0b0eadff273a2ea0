"""Why an entry is not made: an error with the text that its user reads, whoever asked for it."""

from typing import NoReturn

from oit.findings import Finding

COULD_NOT_RUN = 2
"""The status of a command that lacks something, or is asked for what cannot be."""
ADDS_FAULTS = 1
"""The status of a command that would make the site worse."""


class RefusedError(Exception):
    """Nothing was written; the error's text says why, in both languages."""

    def __init__(self, text: str, status: int, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(text)
        self.status = status
        """The exit status of a command."""
        self.findings = findings
        """The faults that the entry would bring, where these are why."""


def could_not_run(text: str) -> NoReturn:
    """Refuse because something is missing or cannot be; a command ends with status 2.

    A number of a person that the text repeats, as from the name of a file, is covered.
    """
    from oit.evidence.personal import redact  # heavy, and most commands refuse nothing

    raise RefusedError(redact(text), COULD_NOT_RUN)
