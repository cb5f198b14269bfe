"""The programs: where their tests are, what is migrated of them, and which outcomes are known to differ.

Paths are relative to a folder with `packages/`, as pip installs them, and `sources/`, where archives are unpacked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build" / "consumers"


@dataclass(frozen=True)
class Difference:
    """A test that ends otherwise without `promise` 2.3: how with it, how without, and why."""

    before: str
    after: str
    why: str


@dataclass(frozen=True)
class Suite:
    """The tests of one program."""

    name: str
    path: str
    # What `typedpromise migrate` is given.
    program: tuple[str, ...] = ()
    # What cannot run here with either library, with the reason.
    left_out: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    # By test; docs/coming-from-promise.md shows them.
    differences: Mapping[str, Difference] = field(default_factory=dict[str, Difference])
    # What mypy newly says of the migrated program, and why that is right.
    new_errors: Mapping[str, str] = field(default_factory=dict[str, str])

    def prefix(self) -> str:
        """Return what the names of all its tests begin with in pytest's report."""
        return self.path.replace("/", ".") + "."


_ONE_BATCH = Difference("passed", "failure", "loads of one `async def` are one batch, and not one each")

SUITES = (
    Suite(
        "graphql-core-promise 3.4.2",
        "sources/graphql_core_promise-3.4.2/tests",
        program=("packages/graphql_core_promise", "sources/graphql_core_promise-3.4.2/tests"),
        options=("--benchmark-disable",),
    ),
    Suite(
        "tensorflow-datasets 4.9.10, download tests",
        "packages/tensorflow_datasets/core/download",
        # All that imports `promise`; the package has 1,600 other modules, which mypy would read for ten minutes.
        program=(
            "packages/tensorflow_datasets/core/download",
            "packages/tensorflow_datasets/core/utils/lazy_imports_utils.py",
        ),
        # They read testing/test_data/, which is not in the wheel.
        left_out=("extractor_test.py", "checksums_test.py::test_compute_url_info"),
    ),
    Suite(
        "promise 2.3, its own tests",
        "sources/promise-2.3.0/tests",
        program=("sources/promise-2.3.0/tests",),
        options=("--benchmark-disable", "-p", "old_tools"),
        differences={
            "test_dataloader::test_wrong_loader_return_type_does_not_block_async_instance": Difference(
                "passed", "failure", "a batch function may return a list"
            ),
            "test_dataloader_awaitable_35::test_await_dataloader": _ONE_BATCH,
            "test_dataloader_awaitable_35::test_await_dataloader_safe_promise": _ONE_BATCH,
            "test_issues::test_issue_9_safe": Difference(
                "failure",
                "passed",
                "after a `get()` in a handler, other handlers still wait for their turn; "
                "the pytest of 2019 did not wait for what the test returns",
            ),
            "test_spec::test_3_2_6_3_when_fulfilled": Difference(
                "passed",
                "failure",
                "it calls `_reject_callback`; of the private names the drop-in has `_wait`, `_then` "
                "and a loader's `_promise_cache`",
            ),
        },
        new_errors={
            'No overload variant of "promisify" matches argument type "int"': (
                "the test is about the DeprecationWarning of promisify(1)"
            ),
        },
    ),
)
