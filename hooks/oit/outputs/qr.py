"""A link as a QR code: only for real links that people scan, such as a survey's."""

import segno
from markupsafe import Markup

from oit.assessment.cells import Cell, Disclosure
from oit.model.record import UrlEvidence


def qr_of(given: Disclosure, cell: Cell) -> Markup | None:
    """An SVG of the link of a piece of evidence; `None` where none is to be scanned.

    A sample is no real link, and a code cannot say so to whoever scans it.
    """
    evidence = given.evidence
    if not cell.requirement.qr or evidence.sample or not isinstance(evidence, UrlEvidence):
        return None
    code = segno.make(evidence.url, error="m")
    svg = code.svg_inline(scale=4, dark="#000", light="#fff", svgclass="oit-qr", lineclass=None)
    return Markup(svg)  # noqa: S704 -- black and white squares, drawn here
