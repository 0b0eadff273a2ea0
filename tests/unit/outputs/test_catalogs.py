"""Catalogues for others, read by programs that are not ours."""

import hashlib
import json
from functools import partial
from pathlib import Path
from typing import Any

import frictionless
import pytest
from lxml import etree
from rdflib import DCTERMS, FOAF, RDF, BNode, Graph, Namespace, URIRef

from helpers.support import SAMPLE, as_of, copy_sample, copy_site, judged, published, replace
from oit.catalog import Language
from oit.outputs.catalogs.datapackage import TableResource, data_package
from oit.outputs.pages.frame import language_of
from oit.outputs.publication import publication_of
from oit.outputs.site_files import Outputs

pytestmark = pytest.mark.slow

DAY = as_of("2025-04-29")
SITE = "https://oit.example.go.th/site/"
DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
GD_FIELDS = {
    *("data_type", "title", "owner_org", "maintainer", "maintainer_email", "tag_string", "notes"),
    *("objective", "update_frequency_unit", "update_frequency_interval", "geo_coverage"),
    *("data_source", "data_format", "data_category", "license_id"),
}


@pytest.fixture(scope="module")
def outputs() -> Outputs:
    """The sample site, at an address of its own."""
    return published(SAMPLE, DAY, SITE)


@pytest.fixture(scope="module")
def graph(outputs: Outputs) -> Graph:
    """The catalogue, as an RDF library reads it."""
    data = outputs.files["api/v1/catalog.jsonld"].decode()
    return Graph().parse(data=data, format="json-ld", publicID=f"{SITE}api/v1/catalog.jsonld")


def test_the_catalogue_has_what_dcat_ap_requires(graph: Graph) -> None:
    """Title, description, publisher and datasets; of a dataset title and description."""
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    assert catalogue == URIRef(SITE)
    for required in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset):
        assert list(graph.objects(catalogue, required)), required
    (publisher,) = graph.objects(catalogue, DCTERMS.publisher)
    assert {str(one) for one in graph.objects(publisher, FOAF.name)} == {
        "สำนักงานเขตตัวอย่าง",
        "Sample District Office",
    }
    datasets = list(graph.objects(catalogue, DCAT.dataset))
    assert len(datasets) == 22
    for dataset in datasets:
        for recommended in (DCAT.distribution, DCAT.theme, DCAT.keyword, DCTERMS.issued):
            assert list(graph.objects(dataset, recommended)), (dataset, recommended)
        for named in (DCTERMS.title, DCTERMS.description):
            languages = {one.language for one in graph.objects(dataset, named)}  # type: ignore[attr-defined]
            assert languages == {"th", "en"}


def test_every_distribution_can_be_fetched_and_checked(graph: Graph, outputs: Outputs) -> None:
    """An address each; of a file its type, size and hash."""
    distributions = list(graph.subjects(RDF.type, DCAT.Distribution))
    assert distributions
    for distribution in distributions:
        assert list(graph.objects(distribution, DCAT.accessURL))
        titles = list(graph.objects(distribution, DCTERMS.title))
        assert {title.language for title in titles} == {"th", "en"}  # type: ignore[attr-defined]
    files = list(graph.subject_objects(DCAT.downloadURL))
    named = {one: str(address).removeprefix(SITE) for one, address in files}
    written_later = {table.parquet_path for table in outputs.tables}
    assert set(named.values()) <= outputs.evidence.keys() | outputs.files.keys() | written_later
    assert set(named.values()) & written_later
    assert set(graph.subjects(SPDX.checksum)) <= named.keys()
    for one in (one for one, path in named.items() if path in outputs.evidence):
        assert list(graph.objects(one, DCAT.byteSize))
        (checksum,) = graph.objects(one, SPDX.checksum)
        (value,) = graph.objects(checksum, SPDX.checksumValue)
        assert len(str(value)) == 64


def test_a_dataset_was_issued_on_the_first_day_that_any_of_it_was_published(
    graph: Graph, outputs: Outputs
) -> None:
    """Not on the last; that is when it was modified."""
    index = json.loads(outputs.files["api/v1/index.json"])
    for item in index["rounds"][0]["items"]:
        cells = [cell for requirement in item["requirements"] for cell in requirement["cells"]]
        days = [entry["published"] for cell in cells for entry in cell["evidence"]]
        (dataset,) = graph.subjects(DCAT.landingPage, URIRef(item["url"]))
        assert [str(day) for day in graph.objects(dataset, DCTERMS.issued)] == [min(days)]


def test_frequency_and_year_are_in_the_words_of_the_union(graph: Graph) -> None:
    """O15 is monthly, O6 twice a year; the fiscal year is not the calendar's."""
    at = {
        str(graph.value(one, DCTERMS.identifier)).rpartition("/")[2]: one
        for one in graph.subjects(RDF.type, DCAT.Dataset)
    }
    frequency = {item: str(graph.value(at[item], DCTERMS.accrualPeriodicity)) for item in at}
    assert frequency["O15"].endswith("/frequency/MONTHLY")
    assert frequency["O6"].endswith("/frequency/ANNUAL_2")
    period = graph.value(at["O15"], DCTERMS.temporal)
    assert str(graph.value(period, DCAT.startDate)) == "2024-10-01"
    assert str(graph.value(period, DCAT.endDate)) == "2025-09-30"


def test_everything_in_the_catalogue_has_an_iri(graph: Graph) -> None:
    """A blank node is another one at each harvest: what refers to it would point nowhere."""
    assert not [term for triple in graph for term in triple if isinstance(term, BNode)]


def test_identifiers_are_those_of_the_index(graph: Graph, outputs: Outputs) -> None:
    """Of each dataset, and of each file, section and link that fills a cell."""
    index = json.loads(outputs.files["api/v1/index.json"])
    items = index["rounds"][0]["items"]
    assert {URIRef(item["identifier"]) for item in items} == set(
        graph.subjects(RDF.type, DCAT.Dataset)
    )
    evidence = {
        URIRef(entry["identifier"])
        for item in items
        for requirement in item["requirements"]
        for cell in requirement["cells"]
        for entry in cell["evidence"]
        if entry["identifier"]
    }
    assert evidence
    assert evidence <= set(graph.subjects(RDF.type, DCAT.Distribution))


def test_a_distribution_keeps_its_identity_from_day_to_day(graph: Graph) -> None:
    """What was there on an earlier day is there under the same IRI, with more beside it."""
    data = published(SAMPLE, as_of("2025-03-04"), SITE).files["api/v1/catalog.jsonld"].decode()
    earlier = Graph().parse(data=data, format="json-ld", publicID=f"{SITE}api/v1/catalog.jsonld")
    before = set(earlier.subject_objects(DCAT.accessURL))
    assert before
    assert before < set(graph.subject_objects(DCAT.accessURL))


def test_a_topic_is_a_series_over_the_years(graph: Graph) -> None:
    """It has a title, a description and a time, and each dataset is in one; none is a dataset."""
    all_series = set(graph.subjects(RDF.type, DCAT.DatasetSeries))
    assert len(all_series) == 22
    for series in all_series:
        for told in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.temporal):
            assert list(graph.objects(series, told)), (series, told)
    for dataset in graph.subjects(RDF.type, DCAT.Dataset):
        assert set(graph.objects(dataset, DCAT.inSeries)) <= all_series
        assert graph.value(dataset, DCAT.inSeries)


def test_a_month_is_a_distribution_with_its_own_time(graph: Graph) -> None:
    """O15 is monthly; the month of each of its summaries is told as days."""
    file = URIRef(f"{SITE}2568/o15/summary-2025-03.csv")
    (distribution,) = graph.subjects(DCAT.downloadURL, file)
    assert distribution == URIRef(f"{file}#distribution")
    month = graph.value(distribution, DCTERMS.temporal)
    assert str(graph.value(month, DCAT.startDate)) == "2025-03-01"
    assert str(graph.value(month, DCAT.endDate)) == "2025-03-31"
    (dataset,) = graph.subjects(DCAT.distribution, distribution)
    assert str(graph.value(dataset, DCAT.temporalResolution)) == "P1M"


def test_the_api_is_a_service_that_says_where_it_begins(graph: Graph, outputs: Outputs) -> None:
    """Its index, the schema that describes it, and all datasets."""
    (service,) = graph.subjects(RDF.type, DCAT.DataService)
    assert len(set(graph.objects(service, DCAT.servesDataset))) == 22
    for address in (DCAT.endpointURL, DCAT.endpointDescription):
        assert str(graph.value(service, address)).removeprefix(SITE) in outputs.files
    assert set(graph.subjects(DCAT.accessService, service))


def test_an_open_copy_is_a_distribution_of_its_own(tmp_path: Path) -> None:
    """Beside the file that it was made of, with its own size and hash."""
    site = copy_site("current", tmp_path)
    table = (site / "oit_items/2568/O01/scores.csv").read_text("utf-8-sig")
    thai = table.replace(",x,", ",ไทย,").encode("cp874")
    (site / "oit_items/2568/O01/scores.csv").write_bytes(thai)
    outputs = published(site, DAY, SITE)
    data = outputs.files["api/v1/catalog.jsonld"].decode()
    read = Graph().parse(data=data, format="json-ld")
    (copy,) = read.subjects(DCAT.downloadURL, URIRef(f"{SITE}2568/o1/scores.csv.csv"))
    checksum = read.value(copy, SPDX.checksum)
    expected = hashlib.sha256(outputs.files["2568/o1/scores.csv.csv"]).hexdigest()
    assert str(read.value(checksum, SPDX.checksumValue)) == expected


def test_whom_to_ask_and_where_it_is_are_told_only_where_the_office_has_set_it(
    graph: Graph, tmp_path: Path
) -> None:
    """A demonstration leads nobody to anybody; nothing is invented."""
    assert not list(graph.triples((None, DCAT.contactPoint, None)))
    assert not list(graph.triples((None, DCTERMS.spatial, None)))
    site = copy_site("current", tmp_path)
    place = "https://www.wikidata.org/entity/Q1"
    contact = f"      telephone: 02 123 4567\n      email: oit@x.go.th\n      place: {place}\n"
    replace("mkdocs.yml", "    office:\n", f"    office:\n{contact}")(site)
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    data = published(site, DAY, SITE).files["api/v1/catalog.jsonld"].decode()
    read = Graph().parse(data=data, format="json-ld")
    for resource in read.subjects(RDF.type, DCAT.Dataset):
        assert read.value(resource, DCTERMS.spatial) == URIRef(place)
        point = read.value(resource, DCAT.contactPoint)
        assert read.value(point, VCARD.hasEmail) == URIRef("mailto:oit@x.go.th")
        assert read.value(point, VCARD.hasTelephone) == URIRef("tel:+6621234567")


def test_every_own_iri_is_absolute_where_the_site_has_an_address(outputs: Outputs) -> None:
    """A store that never asked the site knows whose datasets they are."""
    assert b'"../' not in outputs.files["api/v1/catalog.jsonld"]


def test_without_an_address_of_its_own_the_catalogue_follows_where_it_is_read() -> None:
    """IRIs are relative to the catalogue's own."""
    data = published(SAMPLE, DAY).files["api/v1/catalog.jsonld"].decode()
    read = Graph().parse(data=data, format="json-ld", publicID="https://x.org/a/api/v1/c.jsonld")
    assert (URIRef("https://x.org/a/"), RDF.type, DCAT.Catalog) in read


def test_a_licence_is_told_only_where_the_office_has_one(tmp_path: Path) -> None:
    """None is invented."""
    site = copy_site("current", tmp_path)
    files = published(site, DAY).files
    assert b"dct:license" not in files["api/v1/catalog.jsonld"]
    licence = (
        "    licence:\n      id: cc-by\n      title: CC BY 4.0\n      url: https://x.org/by\n"
        "      gdcatalog: Creative Commons Attributions\n"
    )
    replace("mkdocs.yml", "    tasks:", licence + "    tasks:")(site)
    files = published(site, DAY).files
    assert b'"dct:license"' in files["api/v1/catalog.jsonld"]
    assert json.loads(files["api/v1/datapackage.json"])["licenses"][0]["name"] == "cc-by"
    (fields, *_) = [
        dataset["fields"] for dataset in json.loads(files["api/v1/gdcatalog.json"])["datasets"]
    ]
    assert fields["license_id"] == "Creative Commons Attributions"


@pytest.mark.parametrize("name", ["CC-BY-4.0", "MIT", "0BSD", "LicenseRef-BMA", "cc-by", "odc-by"])
def test_a_licence_has_its_spdx_id(name: str, tmp_path: Path) -> None:
    """Or a word of the office's own; either is published as it is written."""
    site = copy_site("current", tmp_path)
    licence = f"    licence:\n      id: {name}\n      title: x\n      url: https://x.org/l\n"
    replace("mkdocs.yml", "    tasks:", licence + "    tasks:")(site)
    assert judged(site, DAY).findings == ()
    package = json.loads(published(site, DAY).files["api/v1/datapackage.json"])
    assert package["licenses"][0]["name"] == name


def written(outputs: Outputs, folder: Path) -> Path:
    """The generated files and the evidence, as they are published."""
    for path, data in outputs.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    for path, source in outputs.evidence.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes((SAMPLE / source).read_bytes())
    return folder


def test_frictionless_accepts_the_package_and_every_table(tmp_path: Path) -> None:
    """Hashes, sizes, columns, types: each file of the evidence that is a table is there."""
    outputs = published(SAMPLE, DAY)
    folder = written(outputs, tmp_path)
    found = frictionless.Package(str(folder / "api/v1/datapackage.json")).validate()
    assert found.valid, found.flatten(["title", "message"])
    own = sum(path.endswith(".csv") for path in outputs.evidence)
    assert found.stats["tasks"] >= own + 3


def test_the_package_holds_the_tables_of_requirements() -> None:
    """With English names, the Thai heading of each column, and what no two rows share."""
    outputs = published(SAMPLE, DAY)
    document = json.loads(outputs.files["api/v1/datapackage.json"])
    resources = {resource["path"]: resource for resource in document["resources"]}
    assert outputs.tables
    for table in outputs.tables:
        schema = resources[table.csv_path.removeprefix("api/v1/")]["schema"]
        assert [field["name"] for field in schema["fields"]] == [c.name for c in table.columns]
        assert schema["primaryKey"] == ["office", "source", "row"]
    assert "2568/events.csv" in resources


def test_a_table_is_described_when_its_turn_to_be_written_has_come() -> None:
    """So that the descriptions of thousands of tables never stand in memory together."""
    read = list[str]()

    def data(path: str) -> bytes:
        read.append(path)
        return b""

    tables = [
        TableResource(path=path, title="t", fields=(), data=partial(data, path), sample=False)
        for path in ("b.csv", "a.csv")
    ]
    package = data_package(tables, publication_of(judged(SAMPLE, DAY), SITE))
    assert read == []
    assert (next(package["resources"])["path"], read) == ("a.csv", ["a.csv"])


def test_the_package_tells_what_a_column_holds() -> None:
    """Days, counts and truths of the index; of evidence what the table's schema says."""
    document = json.loads(published(SAMPLE, DAY).files["api/v1/datapackage.json"])
    types = {
        resource["name"]: {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        for resource in document["resources"]
    }
    index = types["index.csv"]
    assert [index[name] for name in ("item", "updated", "owed_count", "score", "sample")] == [
        *("string", "date", "integer", "number", "boolean")
    ]
    assert types["2568-o15-summary-2025-03.csv"]["ลำดับที่"] == "integer"


def gdcatalog(outputs: Outputs) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(outputs.files["api/v1/gdcatalog.json"])
    return found


def test_thailand_s_catalogue_gets_its_fourteen_fields_and_nothing_invented(
    outputs: Outputs,
) -> None:
    """Update frequency counts as one field, of a unit and an interval."""
    document = gdcatalog(outputs)
    assert len(document["datasets"]) == 22
    others = {"data_format_other", "license_id_other"}
    for dataset in document["datasets"]:
        assert set(dataset["fields"]) == GD_FIELDS | others
    assert document["unset"] == ["license_id", "maintainer_email"]
    monthly = next(dataset for dataset in document["datasets"] if dataset["item"] == "O15")
    assert monthly["fields"]["update_frequency_unit"] == "เดือน"
    assert "ตัวอย่าง" in monthly["fields"]["tag_string"]


def production(tmp_path: Path) -> Outputs:
    site = copy_site("current", tmp_path)
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    return published(site, DAY, SITE)


def test_only_an_office_s_own_site_is_offered_to_search_engines(
    outputs: Outputs, tmp_path: Path
) -> None:
    """A sitemap with the days of the records, and a Dataset on each item's page."""
    assert "sitemap.xml" not in outputs.files
    assert not [page for page in outputs.pages if page.structured_data]
    own = production(tmp_path)
    urls = etree.fromstring(own.files["sitemap.xml"])
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    days = {
        one.findtext("s:loc", namespaces=space): one.findtext("s:lastmod", namespaces=space)
        for one in urls.iterfind("s:url", space)
    }
    assert days[f"{SITE}2568/o1/"] == "2025-04-18"
    items = [page for page in own.pages if page.data_path and language_of(page.path) is Language.TH]
    assert items
    for page in items:
        assert page.structured_data
        assert json.loads(page.structured_data)["@type"] == "Dataset"
    (first,) = [page for page in items if page.path == "2568/o1/"]
    told = json.loads(first.structured_data or "")
    assert told["dateModified"] == "2025-04-18"
    files = [one["contentUrl"] for one in told["distribution"]]
    assert files[0] == f"{SITE}api/v1/2568/o1.json"
    assert files[1:] == [f"{SITE}2568/o1/scores.csv"]


def test_search_engines_read_the_identifiers_of_the_catalogue(tmp_path: Path) -> None:
    """The catalogue and its datasets on home; dataset, makers and files on an item's page."""
    own = production(tmp_path)
    data = own.files["api/v1/catalog.jsonld"].decode()
    read = Graph().parse(data=data, format="json-ld")
    pages = {page.path: json.loads(page.structured_data or "{}") for page in own.pages}
    office, catalogue = pages[""]["@graph"]
    assert (URIRef(catalogue["@id"]), RDF.type, DCAT.Catalog) in read
    assert (URIRef(catalogue["@id"]), DCTERMS.publisher, URIRef(office["@id"])) in read
    datasets = {URIRef(dataset["@id"]) for dataset in catalogue["dataset"]}
    assert datasets == set(read.subjects(RDF.type, DCAT.Dataset))
    item = pages["2568/o1/"]
    dataset = URIRef(item["@id"])
    assert dataset in datasets
    assert (dataset, DCTERMS.creator, URIRef(item["creator"]["@id"])) in read
    distributions = {URIRef(file["@id"]) for file in item["distribution"]}
    assert distributions
    assert distributions <= set(read.objects(dataset, DCAT.distribution))


def test_structured_data_cannot_end_its_script(tmp_path: Path) -> None:
    """Whatever a title holds."""
    site = copy_sample(tmp_path)
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    hostile = "title_th: </script><script>alert(1)</script>"
    replace("oit_items/2568/mandate.yml", "title_th: ข้อมูลพื้นฐานของสำนักงานเขต", hostile)(site)
    for page in published(site, DAY, SITE).pages:
        assert "<" not in (page.structured_data or "")
