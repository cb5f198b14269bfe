"""What the mypy plugin infers beyond what the stubs can say: one module a concern.

A call passes through two hooks of mypy.
The signature hook sees the expressions of the arguments, before they have types, and may change each overload.
The result hook sees the types of the arguments and what the chosen overload returns, and may change that.
"""
