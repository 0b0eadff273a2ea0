"""Running one function for many inputs in threads, with a progress bar on a terminal."""

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from itertools import groupby
from typing import TypeVar

import click

from oit.web_address import host_of

CONNECTIONS = 6
"""Threads, each with a connection: as many as a browser opens to one host."""

Input = TypeVar("Input")
Output = TypeVar("Output")


def parallel_map(function: Callable[[Input], Output], inputs: Sequence[Input]) -> list[Output]:
    """What the function returns for each input, in the order of the inputs.

    Raises what the function raises for the first of them that fails, once all have been tried.
    """
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        futures = [pool.submit(function, value) for value in inputs]
        try:
            _show_progress(futures)
        except BaseException:  # after Ctrl+C nothing is begun that has not been yet
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        return [future.result() for future in futures]


def _show_progress(futures: Sequence[Future[Output]]) -> None:
    """Wait until all have completed; the bar moves as they do, in any order."""
    with click.progressbar(
        as_completed(futures),
        length=len(futures),
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as bar:
        for _ in bar:
            pass


def by_host(
    function: Callable[[str], Output], addresses: Iterable[str], pause: float = 0
) -> dict[str, Output]:
    """What the function returns for each address: several hosts at a time, each asked by one.

    Between two requests to a host it waits `pause` seconds. Raises as `parallel_map`.
    """
    ordered = sorted(addresses, key=lambda address: (host_of(address), address))
    hosts = [list(of_host) for _, of_host in groupby(ordered, key=host_of)]

    def ask_host(of_host: list[str]) -> list[tuple[str, Output]]:
        answers = []
        for number, address in enumerate(of_host):
            time.sleep(pause if number else 0)
            answers.append((address, function(address)))
        return answers

    return dict(answer for answers in parallel_map(ask_host, hosts) for answer in answers)
