"""A built site in the hands of somebody who changes it and hides that they did.

They make every hash and every table agree again with what they wrote: what is left is what only a
reader finds who computes all of it again.
"""

import hashlib
import io
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oit.contract.columns import EvidenceRow, IndexRow
from oit.contract.index import Index
from oit.contract.rows import evidence_rows, index_rows
from oit.escaping import csv_bytes

API = "api/v1"
SUMS = f"{API}/checksums.txt"
DESCRIBING = tuple(f"{API}/{name}" for name in ("catalog.jsonld", "datapackage.json", "ckan.jsonl"))
"""Documents that name the hashes of others."""


@dataclass(frozen=True)
class Site:
    """The folder of a site, to be changed."""

    root: Path

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def write(self, path: str, data: str | bytes) -> None:
        """In place of the file: what is linked to it stays as it was."""
        file = self.root / path
        file.unlink(missing_ok=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)

    def remove(self, path: str) -> None:
        (self.root / path).unlink()

    def change(self, path: str, old: str, new: str) -> None:
        """The first place of a text, which must be there."""
        text = self.read(path)
        assert old in text, (path, old)
        self.write(path, text.replace(old, new, 1))

    def change_all(self, old: str, new: str, *ends: str) -> None:
        """A text wherever it stands in files of these endings."""
        found = 0
        for file in sorted(self.root.rglob("*")):
            if file.is_file() and file.name.endswith(ends):
                text = file.read_text("utf-8")
                found += text.count(old)
                if old in text:
                    self.write(file.relative_to(self.root).as_posix(), text.replace(old, new))
        assert found, old

    def pattern(self, path: str, pattern: str, new: str) -> None:
        """The first place of a pattern."""
        text, count = re.subn(pattern, new, self.read(path), count=1, flags=re.DOTALL)
        assert count, (path, pattern)
        self.write(path, text)

    def document(self, path: str, change: Callable[[Any], object]) -> None:
        """A JSON document, changed in place."""
        document = json.loads(self.read(path))
        before = json.dumps(document)
        change(document)
        assert json.dumps(document) != before, path
        self.write(path, _json(document))

    def index(self, change: Callable[[Any], object]) -> None:
        """The index, of which all else is then made again (`reseal`)."""
        self.document(f"{API}/index.json", change)


def copied(site: Path, folder: Path) -> Site:
    """A copy to change; files are links to the original, which is never written to."""
    shutil.copytree(site, folder, copy_function=os.link)
    return Site(folder)


def reseal(site: Site) -> None:
    """Make all that repeats the index repeat it again, then what holds or describes its files."""
    _follow_the_index(site)
    seal(site)


def seal(site: Site) -> None:
    """Make what holds or describes files follow them: package, archives, catalogues, all hashes."""
    before = {line[66:]: line[:64] for line in site.read(SUMS).splitlines()}
    _follow_package(site)
    _follow_archives(site)
    _follow_hashes(site, before)
    lines = (f"{digest}  {path}\n" for path, digest in sorted(_digests(site).items()))
    site.write(SUMS, "".join(lines))


def _digests(site: Site) -> dict[str, str]:
    """SHA-256 of every file, by path, without the list of these."""
    files = (file for file in site.root.rglob("*") if file.is_file())
    digests = {
        file.relative_to(site.root).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
    }
    return {path: digest for path, digest in digests.items() if path != SUMS}


def _follow_archives(site: Site) -> None:
    """Archives with the files as they are now, where any of these is another."""
    for archive in sorted(site.root.rglob("*.zip")):
        with zipfile.ZipFile(archive) as old:
            members = {name: old.read(name) for name in old.namelist()}
        now = {name: (site.root / name) for name in members}
        fresh = {
            name: now[name].read_bytes() if now[name].is_file() else data
            for name, data in members.items()
        }
        if fresh != members:
            stream = io.BytesIO()
            with zipfile.ZipFile(stream, "w") as new:
                for name, data in fresh.items():
                    new.writestr(name, data)
            site.write(archive.relative_to(site.root).as_posix(), stream.getvalue())


def _follow_hashes(site: Site, before: dict[str, str]) -> None:
    """Hashes of changed files in the documents that describe them."""
    now = _digests(site)
    changed = [(old, now[path]) for path, old in before.items() if now.get(path, old) != old]
    for path in DESCRIBING:
        text = fresh = site.read(path)
        for old, new in changed:
            fresh = fresh.replace(old, new)
        if fresh != text:
            site.write(path, fresh)


def _follow_the_index(site: Site) -> None:
    document = json.loads(site.read(f"{API}/index.json"))
    for round_ in document["rounds"]:
        for item in round_["items"]:
            _follow_files(site, item)
            _follow_item(site, round_, item)
    site.write(f"{API}/index.json", _json(document))
    _follow_checklist(site, document)
    try:
        index = Index.model_validate(document)
    except ValueError:
        return  # what follows no schema can be repeated by no table
    for name, model, rows in (
        ("index.csv", IndexRow, index_rows(index)),
        ("evidence.csv", EvidenceRow, evidence_rows(index)),
    ):
        cells = (row.model_dump().values() for row in rows)
        site.write(f"{API}/{name}", csv_bytes([model.model_fields, *cells]))


def _follow_files(site: Site, item: Any) -> None:
    """Size and hash of each file as they are now."""
    for entry in evidence_of(item):
        if entry["kind"] == "file" and (file := site.root / entry["url"]).is_file():
            data = file.read_bytes()
            entry.update(bytes=len(data), sha256=hashlib.sha256(data).hexdigest())


def _follow_item(site: Site, round_: Any, item: Any) -> None:
    """The item's document, with the hashes of its texts, which the index repeats."""
    path = f"{API}/{round_['fiscal_year']}/{item['item'].lower()}.json"
    if not (site.root / path).is_file():
        return
    document = json.loads(site.read(path))
    hashes = {}
    for section in document["sections"]:
        section["sha256"] = hashlib.sha256(section["text"].encode()).hexdigest()
        hashes[section["id"]] = section["sha256"]
    for entry in evidence_of(item):
        name = (entry["url"] or "").partition("#")[2]
        if entry["kind"] == "section" and name in hashes:
            entry["text_sha256"] = hashes[name]
    document.update(item=item, as_of=round_["as_of"], round_state=round_["state"])
    site.write(path, _json(document))


def _follow_checklist(site: Site, index: Any) -> None:
    path = f"{API}/checklist.json"
    document = json.loads(site.read(path))
    for told, round_ in zip(document["rounds"], index["rounds"], strict=False):
        fields = told["items"][0]
        told["items"] = [{name: item[name] for name in fields} for item in round_["items"]]
        told.update({name: round_[name] for name in ("score", "state", "as_of")})
        told["findings"] = [
            finding for item in round_["items"] for finding in item["findings"]
        ] or told["findings"]
    site.write(path, _json(document))


def _follow_package(site: Site) -> None:
    """Size and hash of each table that the data package names, where the table is still there."""
    path = f"{API}/datapackage.json"
    package = json.loads(site.read(path))
    for resource in package["resources"]:
        file = site.root / API / resource["path"]
        if file.is_file():
            data = file.read_bytes()
            digest = hashlib.sha256(data).hexdigest()
            resource.update(bytes=len(data), hash=f"sha256:{digest}")
    site.write(path, _json(package))


def evidence_of(item: Any) -> Iterator[Any]:
    for requirement in item["requirements"]:
        for cell in requirement["cells"]:
            yield from (*cell["evidence"], *cell["later"])


def _json(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
