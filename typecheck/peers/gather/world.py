"""The small world the cases speak of, as in `typecheck/world.py`: the same names."""


async def fetch_soon(n: int) -> str:
    return str(n)
