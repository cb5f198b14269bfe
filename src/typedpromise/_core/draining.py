"""Do the jobs of a queue, one after the other."""

from __future__ import annotations

from .chains import run_chain
from .handlers import run_handler
from .states import NO_JOB, RUN_FULFILLED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .jobs import JobQueue


def run_jobs(queue: JobQueue) -> None:
    """Run the jobs until none is left; `JobQueue.drain` without what must be put right before and after."""
    if queue.head is not None:
        run_chain(queue, None)  # most often all there is
    jobs = queue.jobs
    last = queue.last
    while True:
        if queue.head is not None:
            run_chain(queue, None)
        elif jobs or last:
            try:
                job = queue.take() if jobs else last.popleft()
            except IndexError:  # another thread's host drains the same queue (AsyncioScheduler)
                return
            kind = job._kind
            if kind == RUN_FULFILLED:
                run_chain(queue, job)  # type: ignore[arg-type] # only promises have a kind
            elif kind == NO_JOB:
                job._run(queue)
            else:
                run_handler(job, queue)  # type: ignore[arg-type] # as above
            del job  # the frame may be kept by an exception, see boundary.py
        else:
            return


def run_one(queue: JobQueue) -> bool:
    """Run the oldest job; return whether there was one."""
    # <atomic queue>
    link = queue.head
    queue.head = None
    # </atomic>
    if link is not None:
        link._kind = RUN_FULFILLED
        run_handler(link, queue)
        del link  # as below
        return True
    try:
        job = queue.take() if queue.jobs else queue.last.popleft()
    except IndexError:
        return False
    if job._kind == NO_JOB:
        job._run(queue)
    else:
        run_handler(job, queue)  # type: ignore[arg-type] # only promises have a kind
    del job  # the frame may be kept by an exception, see boundary.py
    return True
