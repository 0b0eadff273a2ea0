"""How much a built site weighs."""

import gzip
from pathlib import Path


def weights_of(site: Path) -> dict[str, float]:
    """Files and bytes of a site, and the bytes of its search as a server sends them."""
    files = [path for path in site.rglob("*") if path.is_file()]
    indexes = {path: _sent(path) for path in (site / "search").rglob("*.json")}
    return {
        "files": len(files),
        "bytes": sum(path.stat().st_size for path in files),
        "first search index, KB gz": indexes.get(site / "search/search_index.json", 0),
        "all search indexes, KB gz": sum(indexes.values()),
    }


def _sent(file: Path) -> float:
    """Kilobytes (of 1,024), compressed no better than most servers do it."""
    return len(gzip.compress(file.read_bytes(), compresslevel=6)) / 1024
