"""Running one function for many inputs in threads, with a progress bar on a terminal."""

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TypeVar

import click

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
        with click.progressbar(
            as_completed(futures),
            length=len(futures),
            file=sys.stderr,
            hidden=not sys.stderr.isatty(),
        ) as bar:
            # The bar moves as futures complete, in any order.
            for _ in bar:
                pass
        return [future.result() for future in futures]
