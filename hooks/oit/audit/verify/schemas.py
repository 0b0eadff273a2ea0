"""The schemas that a site publishes: where its engine is the one that runs, they are the same."""

import json
from collections.abc import Iterator
from itertools import islice

from oit.audit.verify.differences import differences, shown
from oit.audit.verify.values import MOST_REPORTED, Discrepancy, documents_differ
from oit.contract.addresses import schema_path
from oit.contract.index import Index
from oit.outputs.api.files import SCHEMAS, published_schema


def check_schema(path: str, data: bytes, index: Index, engine: str) -> Iterator[Discrepancy]:
    """Where a schema is another than the engine of the site publishes.

    What another version publishes is not known here. Documents themselves are read by the classes
    that these schemas are made from. `data` is JSON.
    """
    if index.generator is None or index.generator.version != engine:
        return
    found = json.loads(data)
    for name, model in SCHEMAS.items():
        if schema_path(name) == path:
            expected = json.loads(json.dumps(published_schema(name, model, index.site_url)))
            yield from islice(_compared(path, expected, found), MOST_REPORTED)


def _compared(path: str, expected: object, found: object) -> Iterator[Discrepancy]:
    if expected == found:
        return
    places = list(differences(expected, found))
    for difference in places:
        yield documents_differ(path, "", difference.place, difference.expected, difference.found)
    if not places:  # it says more
        yield documents_differ(path, "", "/", shown(expected), shown(found))
