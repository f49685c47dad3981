"""The worker processes of one run, and how a batch that fails is dealt with."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, Self, TypeAlias, TypeVar

from prefect import Task
from prefect.futures import PrefectFuture
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner

from flows.errors import RunError
from flows.parent import exit_with_parent

P = TypeVar("P")
R = TypeVar("R")

Runner: TypeAlias = TaskRunner[Any]


class _Workers(ProcessPoolTaskRunner):
    """Prefect's worker processes, without a wait for ever where one died while it reported.

    Workers send what they log through one queue, under one lock. One that dies while it holds the
    lock keeps it, and a queue waits at exit until what this process put into it has gone: which is
    only the notice that the queue closes, so nothing is lost without that wait.
    """

    def __enter__(self) -> Self:
        super().__enter__()
        if self._subprocess_message_queue is not None:
            self._subprocess_message_queue.cancel_join_thread()
        return self


def processes(workers: int) -> Runner:
    """Worker processes of this machine. A cluster's task runner can take their place."""
    return _Workers(max_workers=workers, initializer=exit_with_parent)


@dataclass(frozen=True, kw_only=True)
class Failure(Generic[P]):
    """A part that can't be made smaller and still fails."""

    part: P
    error: Exception


class Pool:
    """A task runner that is renewed when it breaks; no process starts before the first task."""

    def __init__(self, *, workers: int, runner: Callable[[int], Runner] = processes) -> None:
        self._make: Callable[[], Runner] = lambda: runner(workers)
        self._runner: Runner | None = None

    def __enter__(self) -> Self:
        self._runner = self._make().__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._runner is not None:
            self._runner.__exit__(kind, error, trace)
            self._runner = None

    def settle(
        self,
        task: Task[..., R],
        parts: Sequence[P],
        *,
        parameters: Callable[[P], dict[str, Any]],
        halves: Callable[[P], tuple[P, P] | None],
        done: Callable[[P], None],
    ) -> tuple[list[R], list[Failure[P]]]:
        """The task's results for every part, and the parts that have none.

        A part that fails is tried once more; then its halves are, so that only what is to blame is
        lost. `done` is told of each part with a result or without hope of one.

        Raises:
            RunError: the task says that no part can succeed.
        """
        results: list[R] = []
        failures: list[Failure[P]] = []
        suspects: deque[P] = deque()
        for part, future in [(part, self._submit(task, parameters(part))) for part in parts]:
            try:
                results.append(self._result(future))
                done(part)
            except RunError:
                raise
            except Exception:
                suspects.append(part)
        while suspects:
            part = suspects.popleft()
            try:
                results.append(self._result(self._submit(task, parameters(part))))
                done(part)
            except RunError:
                raise
            except Exception as error:
                if smaller := halves(part):
                    suspects.extendleft(reversed(smaller))
                else:
                    failures.append(Failure(part=part, error=error))
                    done(part)
        return results, failures

    def _submit(self, task: Task[..., R], parameters: dict[str, Any]) -> PrefectFuture[R]:
        if self._runner is None:
            self.__enter__()
        assert self._runner is not None
        future: PrefectFuture[R] = self._runner.submit(task, parameters)
        return future

    def _result(self, future: PrefectFuture[R]) -> R:
        try:
            return future.result()
        except BrokenExecutor as error:
            # A worker died: the runner's other tasks fail as well and it takes no new ones.
            self.__exit__(type(error), error, None)
            raise
