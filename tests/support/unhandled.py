"""What the unhandled-rejection hook was told during a test."""

from __future__ import annotations

import gc

from typedpromise import UnhandledRejection
from typedpromise._core.jobs import current_queue


class Unhandled:
    """The unhandled rejections that were reported during a test."""

    def __init__(self) -> None:
        """Start with none."""
        self.reports: list[UnhandledRejection] = []

    def take(self) -> list[BaseException]:
        """Return the reasons reported so far, in order: the test has asked for them, so it does not fail."""
        current_queue().report_unhandled()
        gc.collect()
        reasons = [report.reason for report in self.reports]
        self.reports.clear()
        return reasons
