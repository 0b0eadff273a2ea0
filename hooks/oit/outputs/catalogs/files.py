"""The index in the vocabularies that others read, and the sums of all that is published."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from oit.contract import rows as contract_rows
from oit.contract.addresses import API, answers_csv_path
from oit.outputs.api import entries
from oit.outputs.catalogs.datapackage import Table, contract_table, data_package, evidence_tables
from oit.outputs.catalogs.dcat import catalog
from oit.outputs.catalogs.gdcatalog import gdcatalog
from oit.outputs.evidence_files import PublishedFile
from oit.outputs.publication import Publication


def catalog_files(
    publication: Publication, files: Mapping[str, bytes], published: Iterable[PublishedFile]
) -> dict[str, bytes]:
    """The catalogues and the package's tables by path. `files` are those generated so far."""
    policy = publication.policy
    index = entries.index(publication)
    tables = tuple(evidence_tables(published))
    package = data_package([*_contract_tables(publication, files), *tables], publication)
    filed = gdcatalog(index, policy.office.email, policy.licence)
    documents = {
        f"{API}/catalog.jsonld": catalog(index, policy.licence),
        f"{API}/gdcatalog.json": filed.model_dump(mode="json"),
        f"{API}/datapackage.json": package,
    }
    dumped = {path: _dump(one) for path, one in documents.items()}
    return dumped | {f"{API}/{one.path}": one.data for one in tables}


def checksums(files: Mapping[str, bytes], published: Iterable[PublishedFile]) -> bytes:
    """Sums of generated files and evidence, for `sha256sum -c` at the site's root.

    Pages are not among them: the generator writes them after this.
    """
    sums = {path: _sha256(data) for path, data in files.items()}
    sums |= {one.path: one.facts.sha256 for one in published}
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(sums.items())).encode()


def _contract_tables(publication: Publication, files: Mapping[str, bytes]) -> Iterator[Table]:
    tables: dict[str, tuple[str, type[BaseModel]]] = {
        f"{API}/index.csv": ("ดัชนี ข้อละหนึ่งแถว", contract_rows.IndexRow),
        f"{API}/evidence.csv": ("หลักฐาน ชิ้นละหนึ่งแถว", contract_rows.EvidenceRow),
    }
    for one in publication.assessment.rounds:
        path = answers_csv_path(one.fiscal_year)
        tables[path] = (f"ชุดคำตอบ ปี {one.fiscal_year}", contract_rows.AnswerRow)
    for path, (title, row) in tables.items():
        yield contract_table(path.removeprefix(f"{API}/"), title, row, files[path])


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _dump(document: object) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
