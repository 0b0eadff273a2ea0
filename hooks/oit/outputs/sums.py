"""`checksums.txt`: the hashes of a whole site, made last, when everything else is written."""

import hashlib
from collections.abc import Iterable

from oit.contract.addresses import CHECKSUMS

SUMS = CHECKSUMS
"""Its path on the site."""


def checksums(built: Iterable[tuple[str, bytes]]) -> bytes:
    """SHA-256 of each file of a site, given by path, for `sha256sum -c` at its root.

    Pages and archives are among them; only the file itself cannot be.
    """
    sums = ((path, hashlib.sha256(data).hexdigest()) for path, data in built if path != SUMS)
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(sums)).encode()
