"""Parameters written into a statement, for a server that takes its text alone."""

import re
from collections.abc import Mapping
from datetime import date

# What a dollar means nothing in, and then a parameter: comments, texts and names in quotes are passed by whole.
TOKENS = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\$(\w+)", re.DOTALL)
WHOLE = 2**63  # integers within are bound as whole numbers of the size that the literal has too


class NotWritable(ValueError):
    """A value of a kind that no question takes."""


def written(sql: str, parameters: Mapping[str, object]) -> str:
    """Return a statement with its parameters written in.

    Parameters
    ----------
    sql
        The statement, whose parameters are `$name`.
    parameters
        Their values: texts, numbers, dates, truth, None, and lists of these.

    Returns
    -------
    str
        It asks what the statement with the parameters bound asks.

    Raises
    ------
    NotWritable
        A value is of another kind.
    """
    return TOKENS.sub(lambda found: literal(parameters[found[1]]) if found[1] else found[0], sql)


def literal(value: object) -> str:
    """Write one value. Texts, dates and numbers with a fraction are cast: bare they would be of another type."""
    if value is None:
        return "null"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and -WHOLE < value < WHOLE:
        return f"({value})"
    if isinstance(value, float):
        return f"cast('{value!r}' as double)"
    if type(value) is date:
        return f"cast('{value.isoformat()}' as date)"
    if isinstance(value, str) and "\0" not in value:
        doubled = value.replace("'", "''")
        return f"cast('{doubled}' as varchar)"
    raise NotWritable(f"{type(value).__name__} cannot be written into a question")
