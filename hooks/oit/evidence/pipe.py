"""What goes through the pipe to the child that reads files, and comes back: lines of JSON.

Imports no reader of files: the parent needs none.
"""

from msgspec.json import Decoder

from oit.evidence.facts import Inspection, InspectionRequest

INSPECTION = Decoder(Inspection)
REQUEST = Decoder(InspectionRequest)
