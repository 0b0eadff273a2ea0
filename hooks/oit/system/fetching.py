"""Asking web servers: politely, within bounds of time and size, and never led away.

By `urllib3`: typed, safe to use from many threads, with retries, back-off and Retry-After of its
own, and installed already for other libraries.
"""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from typing import Literal, TypeAlias
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import HTTPError, MaxRetryError, NewConnectionError, ProxyError, SSLError
from urllib3.exceptions import TimeoutError as TooSlow

from oit.audit.verify.values import Response, Trouble

Method: TypeAlias = Literal["GET", "HEAD"]
MayFollow: TypeAlias = Callable[[str], bool]
"""Whether a redirect to an address may be followed."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_REDIRECTS_FOLLOWED = 5
_CHUNK = 1 << 16
_MEGABYTE = 1_000_000
_SYSTEM_SAYS = re.compile(r"\[(?:Errno -?\d+|SSL[^\]]*)\] ([^()'\"]+)")
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounds:
    """What one request may cost, and how often it is made again."""

    seconds: float = 20
    """For a connection, and for each piece of an answer."""
    whole_seconds: float = 300
    megabytes: int = 100
    retries: int = 3
    """Of an answer that asks to come again, or breaks off."""
    retries_unanswered: int = 1
    back_off: float = 0.3
    """Seconds before the second retry; each later one waits twice as long."""
    retry_on: frozenset[int] = frozenset({429, 502, 503, 504})
    wait_at_most: int = 30
    """Seconds, however long a server asks to wait."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An answer, and the address at which it was found in the end."""

    answer: Response
    address: str


class Fetcher:
    """Asks web servers, by the system's proxies. It may be used from many threads at a time."""

    def __init__(self, bounds: Bounds, purpose: str, connections: int) -> None:
        self._bounds = bounds
        self._connections = connections
        self._agent = f"oit/{metadata.version('oit')} ({purpose})"
        self._direct = self._pool(None)
        self._by_proxy = {
            scheme: self._pool(proxy)
            for scheme, proxy in getproxies().items()
            if scheme in ("http", "https") and proxy.startswith("http")
        }

    def get(self, address: str, may_follow: MayFollow) -> Arrival:
        """The whole answer; asked again where it breaks off."""
        for _ in range(self._bounds.retries):
            arrival = self._ask("GET", address, may_follow, self._whole)
            if arrival.answer.trouble is not Trouble.BROKEN_OFF:
                return arrival
        return self._ask("GET", address, may_follow, self._whole)

    def probe(self, method: Method, address: str, may_follow: MayFollow) -> Arrival:
        """The status alone, without what follows it."""
        return self._ask(method, address, may_follow, _without_body)

    def _pool(self, proxy: str | None) -> urllib3.PoolManager:
        bounds = self._bounds
        retries = urllib3.Retry(
            total=bounds.retries,
            connect=bounds.retries_unanswered,
            read=bounds.retries_unanswered,
            status_forcelist=bounds.retry_on,
            backoff_factor=bounds.back_off,
            retry_after_max=bounds.wait_at_most,
            raise_on_status=False,
        )
        timeout = urllib3.Timeout(connect=bounds.seconds, read=bounds.seconds)
        headers = {"User-Agent": self._agent, "Accept-Encoding": "identity"}
        size = self._connections
        if proxy:
            return urllib3.ProxyManager(
                proxy, maxsize=size, retries=retries, timeout=timeout, headers=headers
            )
        return urllib3.PoolManager(maxsize=size, retries=retries, timeout=timeout, headers=headers)

    def _pool_for(self, address: str) -> urllib3.PoolManager:
        parts = urlsplit(address)
        host = parts.hostname or ""
        if host in _THIS_MACHINE or proxy_bypass(host):
            return self._direct
        return self._by_proxy.get(parts.scheme, self._direct)

    def _ask(
        self,
        method: Method,
        address: str,
        may_follow: MayFollow,
        read: Callable[[urllib3.BaseHTTPResponse], Response],
    ) -> Arrival:
        try:
            for _ in range(_REDIRECTS_FOLLOWED + 1):
                response = self._pool_for(address).request(
                    method, address, redirect=False, preload_content=False
                )
                try:
                    onward = _onward(response, address)
                    if onward is None:
                        return Arrival(read(response), address)
                finally:
                    response.release_conn()
                    response.close()
                if not may_follow(onward):
                    return _led_away(onward, address)
                address = onward
        except (HTTPError, ValueError) as error:
            return Arrival(_troubled(error), address)
        return _led_away(address, address)

    def _whole(self, response: urllib3.BaseHTTPResponse) -> Response:
        most = self._bounds.megabytes * _MEGABYTE
        ends = time.monotonic() + self._bounds.whole_seconds
        data = bytearray()
        try:
            for chunk in _as_it_comes(response):
                data += chunk
                if len(data) > most:
                    return Response(trouble=Trouble.TOO_LARGE, detail=f"> {most} bytes")
                if time.monotonic() > ends:
                    return Response(trouble=Trouble.TIMED_OUT)
        except TooSlow:
            return Response(trouble=Trouble.TIMED_OUT)
        except HTTPError as error:
            return Response(trouble=Trouble.BROKEN_OFF, detail=_detail(error))
        return Response(status=response.status, media_type=_media_type(response), data=bytes(data))


def _as_it_comes(response: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
    """Each piece as soon as it is there, so that who sends a byte at a time is stopped as well."""
    while piece := response.read1(_CHUNK):
        yield piece


def _without_body(response: urllib3.BaseHTTPResponse) -> Response:
    return Response(status=response.status, media_type=_media_type(response))


def _media_type(response: urllib3.BaseHTTPResponse) -> str:
    return str(response.headers.get("Content-Type", "")).partition(";")[0].strip().lower()


def _onward(response: urllib3.BaseHTTPResponse, address: str) -> str | None:
    """Where a redirect leads."""
    target = response.headers.get("Location")
    return urljoin(address, target) if response.status in _REDIRECTS and target else None


def _led_away(onward: str, address: str) -> Arrival:
    return Arrival(Response(trouble=Trouble.LED_AWAY, detail=f"→ {onward}"), address)


def _troubled(error: Exception) -> Response:
    reason = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    if isinstance(reason, ProxyError):
        return Response(trouble=Trouble.NOT_LET_OUT, detail=_detail(reason))
    if isinstance(reason, SSLError):
        return Response(trouble=Trouble.UNTRUSTED, detail=_detail(reason))
    if isinstance(reason, TooSlow) and not isinstance(reason, NewConnectionError):
        return Response(trouble=Trouble.TIMED_OUT)
    return Response(trouble=Trouble.UNREACHABLE, detail=_detail(reason))


def _detail(error: Exception) -> str:
    """The system's own words, where there are any, without those of the library."""
    said = _SYSTEM_SAYS.search(str(error))
    return f"({said[1].strip()})" if said else ""
