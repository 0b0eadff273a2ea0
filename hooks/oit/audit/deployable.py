"""Whether a built site may be published: it must be whole, and of the version that is meant."""

from collections.abc import Iterator

from oit.contract.index import Index
from oit.records.site import Site


def obstacles(index: Index, site: Site, commit: str) -> list[str]:
    """Why the site of an index may not be published, in both languages; nothing where it may."""
    return [*_of_commit(index, commit), *_of_rounds(index, site)]


def _of_commit(index: Index, commit: str) -> Iterator[str]:
    if index.commit != commit:
        yield (
            f"เว็บไซต์นี้สร้างจากฉบับ {index.commit or '(ไม่ระบุ)'} แต่ฉบับที่จะเผยแพร่คือ {commit}\n"
            f"[EN] The site is of commit {index.commit}, not {commit}."
        )


def _of_rounds(index: Index, site: Site) -> Iterator[str]:
    """Rounds without their items, or without themselves."""
    mandated = {one.fiscal_year: one.mandate.item_count for one in site.rounds}
    counted = {one.fiscal_year: len({item.item for item in one.items}) for one in index.rounds}
    if not mandated:
        yield (
            "อ่านข้อกำหนดของรอบใดไม่ได้เลย จึงตรวจจำนวนข้อไม่ได้\n"
            "[EN] No round could be read, so there is nothing to count by."
        )
    for year in sorted(mandated.keys() | counted.keys()):
        found, wanted = counted.get(year, 0), mandated.get(year, 0)
        if found != wanted:
            yield (
                f"รอบปี {year} ของเว็บไซต์มี {found} ข้อ แต่ข้อกำหนดมี {wanted} ข้อ\n"
                f"[EN] Round {year} has {found} items on the site and {wanted} in the mandate."
            )
