"""HTTP requests within limits of time and size, whose redirects are followed only where allowed.

By `urllib3`: typed, usable from many threads, with retries, back-off and `Retry-After` of its own,
and installed already for other libraries.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import metadata
from typing import Any, Literal, TypeAlias
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from msgspec import Struct
from urllib3.exceptions import HTTPError, MaxRetryError, NewConnectionError, ProxyError, SSLError
from urllib3.exceptions import TimeoutError as RequestTimeoutError

from oit.system.time_limit import time_limit, with_time_limit
from oit.web_address import has_credentials, is_web_address, without_credentials
from oit.web_response import RequestLimits, Response, Trouble, Version

Method: TypeAlias = Literal["GET", "HEAD"]
MayFollow: TypeAlias = Callable[[str], bool]
"""Whether a redirect to an address may be followed."""
_Read: TypeAlias = Callable[[urllib3.BaseHTTPResponse], Response]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_CHUNK = 1 << 16
_SYSTEM_MESSAGE = re.compile(r"\[(?:Errno -?\d+|SSL[^\]]*)\] ([^()'\"]+)")
"""What the operating system or OpenSSL says, within the text of a urllib3 exception."""
_LONGEST_VERSION = 500
"""Characters of a header that is sent back; a longer one is taken for none."""
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
_NOTHING_KNOWN = Version()
_NO_CONDITIONS: Mapping[str, str] = {}


class Fetched(Struct, frozen=True):
    """A response, and the address that gave it after all redirects."""

    response: Response
    address: str


class Fetcher:
    """Fetches addresses through the system's proxies. It may be used from many threads."""

    def __init__(self, limits: RequestLimits, purpose: str, connections: int) -> None:
        self._limits = limits
        self._connections = connections
        # Uncompressed: sizes and hashes are compared with those of the file as it is published.
        self._headers = {
            "User-Agent": f"oit/{metadata.version('oit')} ({purpose})",
            "Accept-Encoding": "identity",
        }
        self._direct = self._pool(None)
        self._by_proxy = {
            scheme: self._pool(proxy)
            for scheme, proxy in getproxies().items()
            if scheme in ("http", "https") and proxy.startswith("http")
        }

    def get(self, address: str, may_follow: MayFollow, known: Version = _NOTHING_KNOWN) -> Fetched:
        """The response with its body; requested again where the body breaks off.

        Status 304, without a body, where the file is still the version that is known.
        """
        conditions = _conditions(known)
        # urllib3 retries a request only until the body begins.
        for _ in range(self._limits.retries):
            fetched = self._request("GET", address, may_follow, self._with_body, conditions)
            if fetched.response.trouble is not Trouble.INCOMPLETE_READ:
                return fetched
        return self._request("GET", address, may_follow, self._with_body, conditions)

    def probe(self, address: str, is_conclusive: Callable[[Response], bool]) -> Response:
        """Status and type without the body, wherever redirects lead.

        By HEAD, and by GET where the response to HEAD is not conclusive: some servers answer HEAD
        with an error.
        """
        head = self._request("HEAD", address, is_web_address, _without_body).response
        if is_conclusive(head):
            return head
        return self._request("GET", address, is_web_address, _without_body).response

    def _pool(self, proxy: str | None) -> urllib3.PoolManager:
        limits = self._limits
        retries = urllib3.Retry(
            total=limits.retries,
            connect=limits.retries_unanswered,
            read=limits.retries_unanswered,
            status_forcelist=limits.retry_on,
            backoff_factor=limits.back_off,
            retry_after_max=limits.wait_at_most,
            raise_on_status=False,
        )
        timeout = urllib3.Timeout(connect=limits.seconds, read=limits.seconds)
        size = self._connections
        options: Mapping[str, Any] = {"maxsize": size, "retries": retries, "timeout": timeout}
        if proxy:
            return with_time_limit(urllib3.ProxyManager(proxy, **options))
        return with_time_limit(urllib3.PoolManager(**options))

    def _pool_for(self, address: str) -> urllib3.PoolManager:
        parts = urlsplit(address)
        host = parts.hostname or ""
        if host in _THIS_MACHINE or proxy_bypass(host):
            return self._direct
        return self._by_proxy.get(parts.scheme, self._direct)

    def _request(
        self,
        method: Method,
        address: str,
        may_follow: MayFollow,
        read: _Read,
        conditions: Mapping[str, str] = _NO_CONDITIONS,
    ) -> Fetched:
        with time_limit(self._limits.whole_seconds) as limit:
            fetched = self._followed(method, address, may_follow, read, conditions)
        # What came to an end by being shut down may look whole, or broken off.
        if limit.is_over:
            return Fetched(Response(trouble=Trouble.TIMED_OUT), fetched.address)
        return fetched

    def _followed(
        self,
        method: Method,
        address: str,
        may_follow: MayFollow,
        read: _Read,
        conditions: Mapping[str, str],
    ) -> Fetched:
        headers = {**self._headers, **conditions}
        try:
            for _ in range(_MOST_REDIRECTS + 1):
                response = self._pool_for(address).request(
                    method, address, headers=headers, redirect=False, preload_content=False
                )
                try:
                    target = _redirect_target(response, address)
                    if target is None:
                        return Fetched(read(response), address)
                finally:
                    response.release_conn()
                    response.close()
                if has_credentials(target) or not may_follow(target):
                    return _led_away(target, address)
                address = target
        except (HTTPError, ValueError) as error:
            return Fetched(_failed(error), address)
        return _led_away(address, address)

    def _with_body(self, response: urllib3.BaseHTTPResponse) -> Response:
        most = self._limits.most_bytes
        data = bytearray()
        try:
            for chunk in _chunks(response):
                data += chunk
                if len(data) > most:
                    return too_large(self._limits)
        except RequestTimeoutError:
            return Response(trouble=Trouble.TIMED_OUT)
        except HTTPError as error:
            return Response(trouble=Trouble.INCOMPLETE_READ, detail=_detail(error))
        return Response(
            status=response.status,
            media_type=_media_type(response),
            data=bytes(data),
            version=_version(response),
        )


def too_large(limits: RequestLimits) -> Response:
    """The response for a body over the limit of size."""
    return Response(trouble=Trouble.TOO_LARGE, detail=f"> {limits.most_bytes} bytes")


def _chunks(response: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
    """The body in pieces as they arrive, so that one that is too large is told early."""
    while chunk := response.read1(_CHUNK):
        yield chunk


def _without_body(response: urllib3.BaseHTTPResponse) -> Response:
    return Response(status=response.status, media_type=_media_type(response))


def _media_type(response: urllib3.BaseHTTPResponse) -> str:
    return str(response.headers.get("Content-Type", "")).partition(";")[0].strip().lower()


def _version(response: urllib3.BaseHTTPResponse) -> Version:
    headers = response.headers
    return Version(
        etag=_short(headers.get("ETag")), last_modified=_short(headers.get("Last-Modified"))
    )


def _short(header: str | None) -> str:
    return header if header and header.isprintable() and len(header) <= _LONGEST_VERSION else ""


def _conditions(known: Version) -> dict[str, str]:
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in headers.items() if value}


def _redirect_target(response: urllib3.BaseHTTPResponse, address: str) -> str | None:
    target = response.headers.get("Location")
    return urljoin(address, target) if response.status in _REDIRECTS and target else None


def _led_away(target: str, address: str) -> Fetched:
    return Fetched(
        Response(trouble=Trouble.REDIRECTED_AWAY, detail=f"→ {without_credentials(target)}"),
        address,
    )


def _failed(error: Exception) -> Response:
    reason = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    if isinstance(reason, ProxyError):
        return Response(trouble=Trouble.PROXY_REFUSED, detail=_detail(reason))
    if isinstance(reason, SSLError):
        return Response(trouble=Trouble.CERTIFICATE_INVALID, detail=_detail(reason))
    # In urllib3 a refused connection is a kind of timeout, too.
    if isinstance(reason, RequestTimeoutError) and not isinstance(reason, NewConnectionError):
        return Response(trouble=Trouble.TIMED_OUT)
    return Response(trouble=Trouble.UNREACHABLE, detail=_detail(reason))


def _detail(error: Exception) -> str:
    """`(Connection refused)`: the system's message without the library's; empty where none."""
    found = _SYSTEM_MESSAGE.search(str(error))
    return f"({found[1].strip()})" if found else ""
