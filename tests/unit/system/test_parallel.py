"""Several hosts are asked at a time, and each by one request after another."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from unittest import mock

import pytest

from oit.system import parallel
from oit.system.parallel import CONNECTIONS, by_host, parallel_map

ADDRESSES = ["https://b.example/2", "https://a.example/", "https://b.example/1"]


def test_each_address_has_its_answer() -> None:
    """Whatever the order in which they come."""
    assert by_host(len, ADDRESSES) == {address: len(address) for address in ADDRESSES}


def test_a_host_waits_for_its_last_answer_and_another_host_does_not() -> None:
    """Both hosts are asked at one time; the second request to one of them comes after the first."""
    together = threading.Barrier(2, timeout=30)
    asked: list[str] = []

    def ask(address: str) -> None:
        if address != "https://b.example/2":
            together.wait()  # for ever, were hosts asked one after the other
        asked.append(address)

    by_host(ask, ADDRESSES)
    assert asked[-1] == "https://b.example/2"


def test_between_two_requests_to_a_host_there_is_a_pause() -> None:
    """Before the second one alone: the first has nobody to wait for."""
    with mock.patch.object(time, "sleep") as slept:
        by_host(len, ADDRESSES, pause=1.5)
    assert sorted(call.args[0] for call in slept.call_args_list) == [0, 0, 1.5]


def test_after_an_interruption_nothing_new_is_begun() -> None:
    """What is under way comes to its end; what still waits for a thread is left out."""
    cancelled = threading.Event()
    begun: list[int] = []

    def work(number: int) -> None:
        begun.append(number)
        assert cancelled.wait(30)

    def shutdown(pool: ThreadPoolExecutor, **how: bool) -> None:
        ended(pool, **how)
        cancelled.set()

    ended = ThreadPoolExecutor.shutdown
    interrupted = mock.patch.object(parallel, "as_completed", side_effect=KeyboardInterrupt)
    told = mock.patch.object(ThreadPoolExecutor, "shutdown", shutdown)
    with told, interrupted, pytest.raises(KeyboardInterrupt):
        parallel_map(work, range(100))
    assert len(begun) <= CONNECTIONS
