"""JSON Schemas of records and policy files, for editors that complete and check what is typed."""

import json
from collections.abc import Mapping

from pydantic import BaseModel

from oit.model.mandate import Mandate
from oit.model.measures import Measures
from oit.model.office import Divisions
from oit.model.record import Part, Record
from oit.model.round import RoundPolicy
from oit.model.waivers import Exceptions, Waivers
from oit.model.withdrawals import Withdrawals

FOLDER = ".vscode/schemas"
_MODELS: Mapping[str, type[BaseModel]] = {
    "record": Record,
    "part": Part,
    "divisions": Divisions,
    "exceptions": Exceptions,
    "mandate": Mandate,
    "measures": Measures,
    "round": RoundPolicy,
    "waivers": Waivers,
    "withdrawn": Withdrawals,
}


def editor_schemas() -> dict[str, bytes]:
    """The schema files (draft 2020-12) by path from the root, made from the models."""
    return {
        f"{FOLDER}/{name}.schema.json": _schema_file(name, model) for name, model in _MODELS.items()
    }


def _schema_file(name: str, model: type[BaseModel]) -> bytes:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{name}.schema.json",
        **model.model_json_schema(by_alias=True),
    }
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
