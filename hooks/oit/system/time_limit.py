"""One limit of time for a whole request: connection, encryption, headers and body together.

The limits of a socket count anew with each byte, so that a server which sends a byte a second could
hold a request for ever. Here the socket is shut down when the time is over, whatever it waits for.
"""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import urllib3
from msgspec import Struct, field
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError
from urllib3.response import HTTPResponse


class TimeLimit(Struct, eq=False):
    """The time of one request, and the connections that it has used."""

    is_over: bool = False
    _connections: list[HTTPConnection] = field(default_factory=list)
    _sockets: list[socket.socket] = field(default_factory=list)

    def watch(self, connection: HTTPConnection) -> None:
        """Shut this connection down too, and its socket, which the body may outlive.

        Raises `ConnectTimeoutError` where the time is over: nothing is begun after it.
        """
        self._connections.append(connection)
        if connection.sock:
            self._sockets.append(connection.sock)
        if self.is_over:
            raise ConnectTimeoutError

    def end(self) -> None:
        """Shut down whatever waits."""
        self.is_over = True
        opened = [connection.sock for connection in self._connections if connection.sock]
        for used in (*self._sockets, *opened):
            with suppress(OSError):  # it is closed already
                # Not the method of an encrypted socket, which first takes leave of its peer.
                socket.socket.shutdown(used, socket.SHUT_RDWR)


_running = threading.local()


@contextmanager
def time_limit(seconds: float) -> Iterator[TimeLimit]:
    """The limit of what this thread requests here, by a pool manager with `pools`."""
    limit = TimeLimit()
    timer = threading.Timer(seconds, limit.end)
    timer.daemon = True
    timer.start()
    _running.limit = limit
    try:
        yield limit
    finally:
        timer.cancel()
        _running.limit = None


def _watch(connection: HTTPConnection) -> None:
    limit = getattr(_running, "limit", None)
    if limit is not None:
        limit.watch(connection)


class _Connection(HTTPConnection):
    def connect(self) -> None:
        _watch(self)
        super().connect()

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as urllib3 has it
        _watch(self)
        return super().getresponse()


class _EncryptedConnection(HTTPSConnection):
    def connect(self) -> None:
        _watch(self)
        super().connect()

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as urllib3 has it
        _watch(self)
        return super().getresponse()


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Connection


class _EncryptedPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _EncryptedConnection


def with_time_limit(manager: urllib3.PoolManager) -> urllib3.PoolManager:
    """The manager, whose connections keep to the limit of the thread that uses them."""
    manager.pool_classes_by_scheme = {"http": _Pool, "https": _EncryptedPool}
    return manager
