"""The index in the vocabularies that others read, and the sums of all that is published."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from oit.outputs import contract_rows, entries
from oit.outputs.addresses import API, answers_csv_path
from oit.outputs.datapackage import Table, api_package, columns_of, root_package
from oit.outputs.dcat import catalog
from oit.outputs.gdcatalog import gdcatalog
from oit.outputs.publication import Publication
from oit.outputs.published import PublishedFile
from oit.outputs.twins import twin_path

_CSV = "text/csv"


def catalog_files(
    publication: Publication, files: Mapping[str, bytes], published: Iterable[PublishedFile]
) -> dict[str, bytes]:
    """The catalogues by path. `files` are those generated so far, tables among them."""
    policy = publication.policy
    index = entries.index(publication)
    tables = [*_contract_tables(publication, files), *_evidence_tables(published, files)]
    filed = gdcatalog(index, policy.office.email, policy.licence)
    documents = {
        f"{API}/catalog.jsonld": catalog(index, policy.licence),
        f"{API}/gdcatalog.json": filed.model_dump(mode="json"),
        f"{API}/datapackage.json": api_package(tables, publication),
        "datapackage.json": root_package(tables, publication),
    }
    return {path: _dump(one) for path, one in documents.items()}


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
    for path, (title, model) in tables.items():
        yield _table(path, title, columns_of(model), files[path], is_sample=False)


def _evidence_tables(
    published: Iterable[PublishedFile], files: Mapping[str, bytes]
) -> Iterator[Table]:
    """Tables as CSV: the office's own, and the open twins of its spreadsheets."""
    for one in published:
        table = one.facts.table
        if not table or not table.header:
            continue
        if one.facts.media_type == _CSV:
            yield Table(
                path=one.path,
                title=one.evidence.title,
                columns=table.header,
                sha256=one.facts.sha256,
                size=one.facts.bytes,
                sample=one.evidence.sample,
            )
        elif (data := files.get(twin_path(one.path))) is not None:
            title, sample = one.evidence.title, one.evidence.sample
            yield _table(twin_path(one.path), title, table.header, data, is_sample=sample)


def _table(
    path: str, title: str, columns: tuple[str, ...], data: bytes, *, is_sample: bool
) -> Table:
    digest = _sha256(data)
    return Table(
        path=path, title=title, columns=columns, sha256=digest, size=len(data), sample=is_sample
    )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _dump(document: object) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
