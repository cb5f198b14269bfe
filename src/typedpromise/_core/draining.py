"""Do the jobs of a queue, one after the other."""

from __future__ import annotations

from .handlers import run_handler
from .states import NO_JOB

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .jobs import JobQueue


def run_jobs(queue: JobQueue) -> None:
    """Run the jobs until none is left; `JobQueue.drain` without what must be put right before and after."""
    jobs = queue.jobs
    last = queue.last
    next_job = jobs.popleft
    while jobs or last:
        try:
            job = next_job() if jobs else last.popleft()
        except IndexError:  # another thread's host drains the same queue (AsyncioScheduler)
            return
        if job._kind == NO_JOB:
            job._run(queue)
        else:
            run_handler(job, queue)  # type: ignore[arg-type] # only promises have a kind
        del job  # the frame may be kept by an exception, see boundary.py


def run_one(queue: JobQueue) -> bool:
    """Run the oldest job; return whether there was one."""
    try:
        job = queue.jobs.popleft() if queue.jobs else queue.last.popleft()
    except IndexError:
        return False
    if job._kind == NO_JOB:
        job._run(queue)
    else:
        run_handler(job, queue)  # type: ignore[arg-type] # only promises have a kind
    return True
