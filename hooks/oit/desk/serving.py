"""One port of this machine, and the server that answers there."""

import socket

import uvicorn
from starlette.types import ASGIApp

from oit.catalog import both
from oit.desk.guard import HOST
from oit.entry.refusals import could_not_run

_SECONDS_TO_END = 5
"""How long an answer that is being written may take once somebody ends the desk."""


def listening(port: int) -> socket.socket:
    """A socket that listens at a port of this machine alone; at a free one for port 0.

    Raises `RefusedError` where the port is taken.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        could_not_run(both("desk.port-taken", port=port, why=error.strerror or ""))
    return listener


def server_of(app: ASGIApp) -> uvicorn.Server:
    """The server of an application. It writes no log: that would name files and addresses."""
    config = uvicorn.Config(
        app,
        http="h11",
        loop="asyncio",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_SECONDS_TO_END,
    )
    return uvicorn.Server(config)
