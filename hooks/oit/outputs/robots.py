"""What crawlers are told (RFC 9309)."""

from oit.contract.addresses import absolute
from oit.outputs.publication import Publication

_DEMONSTRATION = """\
# A demonstration: its samples must not turn up in search results as if they were real.
# The files beside the pages cannot say so themselves, hence nothing here is to be fetched.
User-agent: *
Disallow: /
"""


def robots(publication: Publication) -> bytes:
    """`robots.txt`: a demonstration is closed to crawlers, an office's site is open."""
    if publication.policy.mode == "demonstration":
        return _DEMONSTRATION.encode()
    sitemap = absolute(publication.site_url, "sitemap.xml") if publication.site_url else None
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {sitemap}"] if sitemap else [])]
    return ("\n".join(lines) + "\n").encode()
