"""The catalogues below `api/v1/`, as bytes by path."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from oit.catalog import Language, say
from oit.contract.addresses import (
    API,
    CATALOG_PATH,
    CKAN_PATH,
    EVIDENCE_CSV_PATH,
    GD_PATH,
    INDEX_CSV_PATH,
    PACKAGE_PATH,
    answers_csv_path,
    events_csv_path,
)
from oit.contract.columns import AnswerRow, EvidenceRow, IndexRow
from oit.contract.events import EventRow
from oit.contract.index import Index
from oit.file_groups import KeptFiles
from oit.outputs.api.downloads import tables_of_items
from oit.outputs.api.files import json_bytes, json_document
from oit.outputs.catalogs.ckan import ckan_lines
from oit.outputs.catalogs.datapackage import (
    TableResource,
    contract_resource,
    data_package,
    evidence_resources,
    joined_resource,
)
from oit.outputs.catalogs.dcat import catalog
from oit.outputs.catalogs.gdcatalog import gdcatalog
from oit.outputs.evidence_files import PublishedFile
from oit.outputs.machine_tables import PublishedTable
from oit.outputs.publication import Publication


def catalog_files(
    index: Index,
    publication: Publication,
    files: KeptFiles,
    published: Iterable[PublishedFile],
    joined: tuple[PublishedTable, ...],
) -> Iterator[tuple[str, bytes]]:
    """The catalogues, and the tables of the data package, by path from the site's root.

    `index` is that of the publication. `files` are those generated so far: the CSV files of the
    index must be among them; `joined` are the tables of requirements over their periods.
    """
    gd_catalogue = gdcatalog(index, publication)
    tables = tuple(evidence_resources(published))
    described = (
        *_contract_resources(publication, files),
        *(joined_resource(table, files.kept[table.csv_path]) for table in joined),
        *tables,
    )
    own = tables_of_items(joined)
    yield CATALOG_PATH, json_bytes(catalog(index, publication, files, own))
    yield GD_PATH, json_document(gd_catalogue)
    yield CKAN_PATH, ckan_lines(gd_catalogue, index, publication, own)
    yield PACKAGE_PATH, json_bytes(data_package(described, publication))
    for table in tables:
        yield f"{API}/{table.path}", table.data()


def _contract_resources(publication: Publication, files: KeptFiles) -> Iterator[TableResource]:
    """The CSV files of the index, and each round's tables of answers and of events."""
    tables: dict[str, tuple[str, type[BaseModel]]] = {
        INDEX_CSV_PATH: (say("catalogs.index", Language.TH), IndexRow),
        EVIDENCE_CSV_PATH: (say("catalogs.evidence", Language.TH), EvidenceRow),
    }
    for round_ in publication.assessment.rounds:
        path = answers_csv_path(round_.fiscal_year)
        tables[path] = (say("catalogs.answers", Language.TH, year=round_.fiscal_year), AnswerRow)
        events = say("catalogs.events", Language.TH, year=round_.fiscal_year)
        tables[events_csv_path(round_.fiscal_year)] = (events, EventRow)
    for path, (title, row) in tables.items():
        yield contract_resource(path.removeprefix(f"{API}/"), title, row, files.kept[path])
