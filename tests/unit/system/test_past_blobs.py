"""What blobs of the past hold, as it is kept."""

from pathlib import Path

from msgspec import Struct, json

from oit.model.record import Review
from oit.records.witness import DocumentVersion
from oit.system.past_blobs import WantedBlobs, read_blobs

REVIEW = {"date": "2025-03-04", "by": "หัวหน้าฝ่ายโยธา", "note": "ตรวจแล้ว"}
NONE = frozenset[str]()


class OneEntry(Struct):
    """A cache that holds the same whatever it is asked for."""

    data: bytes

    def read(self, name: str) -> bytes | None:  # noqa: ARG002 -- as `Cache` has it
        return self.data

    def write(self, name: str, data: bytes) -> None:
        raise AssertionError(name, data)

    def has(self, name: str) -> bool:  # noqa: ARG002 -- as `Cache` has it
        return True


def test_only_what_is_asked_for_is_read_of_what_is_kept(tmp_path: Path) -> None:
    """Whatever the others hold, of years that nobody asks about: it is not even looked at."""
    known = {"is_readable": True, "reviews": [REVIEW]}
    cache = OneEntry(json.encode({"records": {"asked": known, "other": "no record"}}))
    wanted = WantedBlobs(frozenset({"asked"}), NONE, NONE, NONE)
    review = Review.model_validate(REVIEW)
    expected = DocumentVersion(reviews=(review,), is_readable=True)
    assert dict(read_blobs(tmp_path, {2568: wanted}, cache))[2568].records == {"asked": expected}
