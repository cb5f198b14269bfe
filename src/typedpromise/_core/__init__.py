"""The machine: states, jobs, settlement, adoption.

Plain Python that mypyc compiles and the interpreter runs unchanged:
no `Generic`, no overloads, no `typing` at run time; the typed face lies in `stubs/typedpromise/`.

The modules, each importing only those before it:
`native`, `later`, `states`, `loops`, `boundary`, `reaction`, `origins`, `unhandled`, `jobs`, `cell`, `triggers`,
`settlement`, `failures`, `futures`, `checks`, `subscript`, `adoption`, `outcomes`, `handlers`, `chains`,
`draining`, `making`, `attempts`, `shown`, `timers`, `delays`, `combinators`, `traversal`, `joining`, `waiting`,
`coroutines`, `awaiting`, `inspection`, `chaining`, `combining`, `promise`, `allocation`, `counts`, `home`, `handout`,
`answering`, `batch`, `loading`.
What later.py names is imported on use only.
"""

import os
import sys

# Here, before the first module with a mark is imported.
# The build is asked, not `sys._is_gil_enabled()`, which is true while an extension module is being imported.
# The environment variable is for tests and measurements: 1 takes locks with a GIL too, 0 never takes one.
if os.environ.get("TYPEDPROMISE_LOCKS", "1" if "free-threading" in sys.version else "0") == "1":
    from typedpromise._locks import install

    install("typedpromise")
