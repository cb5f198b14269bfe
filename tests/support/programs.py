"""Small random programs of promises, run by us and by QuickJS, whose promises nobody here wrote.

A program is a list of actions, as JSON, so that both sides read one and the same text:

    ["then", new, source, on_fulfilled or null, on_rejected or null], ["catch", new, source, handler],
    ["finally", new, source, handler], ["new", new, value], ["resolve", promise, value], ["reject", promise, number]

A handler is {"id": number, "body": [actions], "end": ["return", value] or ["throw", number]},
a value is ["number", n] or ["promise", name]. Every handler that runs is logged with its source and argument.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from random import Random
from typing import Any, Final, NamedTuple, TypeAlias

import quickjs

from typedpromise import Promise, Resolvers
from typedpromise.schedulers import DeferredScheduler, use

from .hosts import turns

# Any: actions, handlers and values are JSON.
Program: TypeAlias = list[Any]
BASES: Final = 4


class Result(NamedTuple):
    """What a program did."""

    # Source promise, handler, argument.
    log: list[list[Any]]
    # Name of a promise: its state and its number.
    outcomes: dict[str, list[Any]]

    def handlers_of_each(self) -> dict[str, list[list[Any]]]:
        """Return the log of each promise's own handlers."""
        logs: dict[str, list[list[Any]]] = {}
        for source, *rest in self.log:
            logs.setdefault(source, []).append(rest)
        return logs


class Writer:
    """Writes a program.

    Without adoption, everything may be done everywhere, also twice: the order of jobs decides, and has to be the same.
    With adoption the number of ticks is ours to choose, so a program must not depend on which of two promises
    is faster: each of the first promises is decided in one place, and handlers attach to promises of their own only.
    A promise depends on earlier ones only, since ECMAScript never settles a circle.
    """

    def __init__(self, seed: int, *, adoption: bool) -> None:
        """Seed the choices."""
        self._random = Random(seed)  # noqa: S311 - chance, not secrecy
        self._adoption = adoption
        self._count = 0
        self._undecided = [f"base{number}" for number in range(BASES)]

    def write(self) -> Program:
        """Return a program."""
        program = self._actions(self._random.randint(8, 24), list(self._undecided), [], 0)
        # Whatever is not decided yet is decided at the end, or nothing would come of it.
        return program + [self._decision(base) for base in list(self._undecided)]

    def _actions(self, length: int, attachable: list[str], adoptable: list[str], depth: int) -> Program:
        actions = []
        for _ in range(length):
            action = self._action(attachable, adoptable, depth)
            if action is not None:
                actions.append(action)
        return actions

    def _action(self, attachable: list[str], adoptable: list[str], depth: int) -> list[Any] | None:
        kinds = ["then"] * 5 + ["catch"] * 2 + ["finally"] * 2 * self._adoption + ["new"] * 2 + ["decide"]
        kind = self._random.choice(kinds)
        if kind == "decide":
            return self._decide()
        if kind == "new" or not attachable:
            new = self._name()
            action: list[Any] = ["new", new, self._value(adoptable)]
        else:
            source = self._random.choice(attachable)
            new = self._name()
            before = [*adoptable, *attachable] if self._adoption else []
            handlers = [self._handler(attachable, before, depth) for _ in range(2 if kind == "then" else 1)]
            action = [kind, new, source, *handlers]
        attachable.append(new)
        return action

    def _decide(self) -> list[Any] | None:
        if not self._adoption:
            return self._decision(f"base{self._random.randrange(BASES)}")
        return self._decision(self._random.choice(self._undecided)) if self._undecided else None

    def _decision(self, base: str) -> list[Any]:
        if base in self._undecided:
            self._undecided.remove(base)
        if self._random.random() < 0.3:
            return ["reject", base, self._random.randrange(100)]
        return ["resolve", base, self._value([f"base{number}" for number in range(int(base.removeprefix("base")))])]

    def _handler(self, attachable: list[str], adoptable: list[str], depth: int) -> dict[str, Any] | None:
        if self._random.random() < 0.2:
            return None
        self._count += 1
        number = self._count
        body: Program = []
        inside = [] if self._adoption else list(attachable)
        if depth < 3 and self._random.random() < 0.5:
            body = self._actions(self._random.randint(1, 3), inside, adoptable, depth + 1)
        if self._random.random() < 0.3:
            return {"id": number, "body": body, "end": ["throw", self._random.randrange(100)]}
        return {"id": number, "body": body, "end": ["return", self._value([*adoptable, *inside])]}

    def _value(self, adoptable: list[str]) -> list[Any]:
        if self._adoption and adoptable and self._random.random() < 0.6:
            return ["promise", self._random.choice(adoptable)]
        return ["number", self._random.randrange(100)]

    def _name(self) -> str:
        self._count += 1
        return f"p{self._count}"


class Failure(Exception):  # noqa: N818 - a number in a program's terms
    """A reason, which is a number in JavaScript."""


class Run:
    """Runs a program with our promises."""

    def __init__(self, program: Program) -> None:
        """Make the first promises."""
        self._program = program
        self.log: list[list[Any]] = []
        self._resolvers = {f"base{number}": Resolvers[Any]() for number in range(BASES)}
        self.promises: dict[str, Promise[Any]] = {name: each.promise for name, each in self._resolvers.items()}

    def begin(self) -> None:
        """Do the actions; handlers run when the host lets them."""
        self._do(self._program)

    def result(self) -> Result:
        """Return what has been done, when nothing is left to do."""
        return Result(self.log, {name: self._outcome(promise) for name, promise in self.promises.items()})

    def _outcome(self, promise: Promise[Any]) -> list[Any]:
        if promise.is_rejected:
            return ["rejected", promise.reason.args[0]]
        return ["fulfilled", promise.value] if promise.is_fulfilled else ["pending", None]

    def _do(self, actions: Program) -> None:
        for action in actions:
            match action:
                case ["then", new, source, on_fulfilled, on_rejected]:
                    handlers = self._handler(source, on_fulfilled), self._handler(source, on_rejected)
                    self.promises[new] = self.promises[source].then(*handlers)
                case ["catch", new, source, handler]:
                    self.promises[new] = self.promises[source].catch(self._handler(source, handler))
                case ["finally", new, source, handler]:
                    self.promises[new] = self.promises[source].finally_(self._handler(source, handler))
                case ["new", new, value]:
                    self.promises[new] = Promise.resolve(self._value(value))
                case ["resolve", name, value]:
                    self._resolvers[name].resolve(self._value(value))
                case ["reject", name, number]:
                    self._resolvers[name].reject(Failure(number))
                case _:
                    raise AssertionError(action)

    def _value(self, value: list[Any]) -> Any:
        return self.promises[value[1]] if value[0] == "promise" else value[1]

    # Any: a handler of whatever kind, or None.
    def _handler(self, source: str, handler: dict[str, Any] | None) -> Any:
        if handler is None:
            return None

        def run(argument: object = None) -> Any:
            self.log.append([source, handler["id"], argument.args[0] if isinstance(argument, Failure) else argument])
            self._do(handler["body"])
            kind, end = handler["end"]
            if kind == "throw":
                raise Failure(end)
            return self._value(end)

        return run


def deferred(run: Run) -> None:
    """Run the jobs after the program, as ECMAScript does."""
    scheduler = DeferredScheduler()
    with use(scheduler):
        run.begin()
        scheduler.run()


def under_asyncio(run: Run) -> None:
    """Run program and jobs inside an event loop."""

    async def main() -> None:
        run.begin()
        await turns()

    asyncio.run(main())


def inside_an_executor(run: Run) -> None:
    """Run the program without a loop, inside a call that holds the jobs back until it returns."""
    Promise[None](lambda resolve, reject: run.begin())


RUNNERS: Final[list[Callable[[Run], None]]] = [deferred, under_asyncio, inside_an_executor]

JAVASCRIPT: Final = """
function Run(program) {
  const log = [], promises = {}, functions = {}, outcomes = {};
  for (let number = 0; number < BASES; number++) {
    const name = `base${number}`;
    promises[name] = new Promise((resolve, reject) => { functions[name] = {resolve, reject}; });
  }
  const valueOf = ([kind, what]) => kind === "promise" ? promises[what] : what;
  const handlerOf = (source, handler) => handler === null ? undefined : (argument) => {
    log.push([source, handler.id, argument === undefined ? null : argument]);
    act(handler.body);
    const [kind, end] = handler.end;
    if (kind === "throw") throw end;
    return valueOf(end);
  };
  function act(actions) {
    for (const [kind, name, ...rest] of actions) {
      if (kind === "new") promises[name] = Promise.resolve(valueOf(rest[0]));
      else if (kind === "resolve") functions[name].resolve(valueOf(rest[0]));
      else if (kind === "reject") functions[name].reject(rest[0]);
      else {
        const [source, ...handlers] = rest;
        promises[name] = promises[source][kind](...handlers.map((handler) => handlerOf(source, handler)));
      }
    }
  }
  this.begin = () => act(program);
  this.look = () => {
    for (const name in promises) {
      outcomes[name] = ["pending", null];
      promises[name].then((value) => { outcomes[name] = ["fulfilled", value]; },
                          (reason) => { outcomes[name] = ["rejected", reason]; });
    }
  };
  this.result = () => JSON.stringify([log, outcomes]);
}
"""


class Oracle:
    """Runs programs with QuickJS's own promises."""

    def __init__(self) -> None:
        """Start an engine."""
        self._engine = quickjs.Context()
        self._engine.eval(f"const BASES = {BASES};{JAVASCRIPT}")

    def run(self, program: Program) -> Result:
        """Run `program` to its end."""
        self._eval(f"var run = new Run({json.dumps(program)}); run.begin()")
        self._eval("run.look()")
        return Result(*json.loads(self._eval("run.result()")))

    def _eval(self, source: str) -> Any:
        result = self._engine.eval(source)
        while self._engine.execute_pending_job():
            pass
        return result
