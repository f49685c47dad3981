from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from typing import Any, Self

import pytest

from flows.errors import RunError
from flows.pool import Failure, Pool

Work = Callable[..., str]


class _Outcome:
    def __init__(self, work: Work, parameters: dict[str, Any]) -> None:
        self._work, self._parameters = work, parameters

    def result(self) -> str:
        return self._work(**self._parameters)


class _Here:
    """A task runner that does the work at once, where it is."""

    opened = 0

    def __enter__(self) -> Self:
        type(self).opened += 1
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def submit(self, work: Work, parameters: dict[str, Any]) -> _Outcome:
        return _Outcome(work, parameters)


def _settle(work: Work, parts: list[str]) -> tuple[list[str], list[Failure[str]], list[str]]:
    done: list[str] = []
    runner: Any = lambda _workers: _Here()  # noqa: E731
    task: Any = work
    with Pool(workers=1, runner=runner) as pool:
        results, failures = pool.settle(
            task,
            parts,
            parameters=lambda part: {"part": part},
            halves=lambda part: (
                (part[: len(part) // 2], part[len(part) // 2 :]) if len(part) > 1 else None
            ),
            done=done.append,
        )
    return results, failures, done


def test_results_come_in_order() -> None:
    results, failures, done = _settle(lambda part: part.upper(), ["ab", "cd"])
    assert results == ["AB", "CD"]
    assert not failures
    assert done == ["ab", "cd"]


def test_only_the_part_to_blame_is_lost() -> None:
    def work(part: str) -> str:
        if "x" in part:
            raise ValueError("x")
        return part

    results, failures, done = _settle(work, ["abcd", "efxh", "ijkl"])

    assert "".join(sorted("".join(results))) == "abcdefhijkl"
    assert [failure.part for failure in failures] == ["x"]
    assert isinstance(failures[0].error, ValueError)
    assert sorted("".join(done)) == sorted("abcdefxhijkl")


def test_a_part_that_fails_once_is_tried_again() -> None:
    tries: list[str] = []

    def work(part: str) -> str:
        tries.append(part)
        if len(tries) == 1:
            raise OSError("the disk was away")
        return part

    assert _settle(work, ["ab"])[0] == ["ab"]
    assert tries == ["ab", "ab"]


def test_a_runner_that_breaks_is_renewed() -> None:
    def work(part: str) -> str:
        if "x" in part:
            raise BrokenExecutor
        return part

    _Here.opened = 0
    results, failures, _ = _settle(work, ["ax", "bc"])
    assert sorted(results) == ["a", "bc"]
    assert [failure.part for failure in failures] == ["x"]
    assert _Here.opened == 3


def test_what_no_part_can_survive_ends_the_run() -> None:
    def work(part: str) -> str:
        raise RunError("no model")

    with pytest.raises(RunError, match="no model"):
        _settle(work, ["ab", "cd"])
