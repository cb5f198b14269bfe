"""The machine: states, jobs, settlement, adoption.

Plain Python that mypyc compiles and the interpreter runs unchanged:
no `Generic`, no overloads, no `typing` at run time; the typed face lies in `stubs/typedpromise/`.

The modules, each importing only those before it:
`native`, `states`, `loops`, `boundary`, `reaction`, `origins`, `unhandled`, `jobs`, `cell`, `triggers`, `settlement`,
`failures`, `futures`, `coroutines`, `subscript`, `adoption`, `outcomes`, `handlers`, `draining`, `combinators`,
`traversal`, `shown`, `timers`, `delays`, `checks`, `waiting`, `awaiting`, `making`, `inspection`, `chaining`,
`combining`, `attempts`, `promise`.
"""
