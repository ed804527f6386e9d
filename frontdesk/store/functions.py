"""What every engine can do under another name, said once for all of them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Float, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class seconds_between(FunctionElement[float]):  # noqa: N801 - reads as the SQL function it is
    """``seconds_between(start, end)``: true seconds from one kept moment to another, or NULL."""

    type = Float()
    inherit_cache = True

    def __init__(self, start: Any, end: Any) -> None:
        super().__init__(start, end)


class gathered(FunctionElement[str]):  # noqa: N801 - reads as the SQL function it is
    """``gathered(a, b, …)``: all rows as one JSON list of lists, in no order.

    For many small rows: who fetches them one by one asks for Python's lock at each, and waits for
    it behind a window that is being built.
    """

    type = Text()
    inherit_cache = True

    def __init__(self, *columns: Any) -> None:
        super().__init__(*columns)


class gathered_column(FunctionElement[str]):  # noqa: N801 - reads as the SQL function it is
    """``gathered_column(a)``: one column of all rows as a JSON list.

    Several of them in one statement go along the same rows in the same order.
    """

    type = Text()
    inherit_cache = True

    def __init__(self, column: Any) -> None:
        super().__init__(column)


@compiles(gathered_column)
def _column(element: gathered_column, compiler: SQLCompiler, **kw: Any) -> str:
    (column,) = (compiler.process(each, **kw) for each in element.clauses)
    return f"CAST(COALESCE(JSON_AGG({column}), '[]') AS TEXT)"


@compiles(gathered_column, "sqlite")
def _column_sqlite(element: gathered_column, compiler: SQLCompiler, **kw: Any) -> str:
    (column,) = (compiler.process(each, **kw) for each in element.clauses)
    return f"json_group_array({column})"


@compiles(gathered)
def _gathered(element: gathered, compiler: SQLCompiler, **kw: Any) -> str:
    columns = ", ".join(compiler.process(each, **kw) for each in element.clauses)
    return f"CAST(COALESCE(JSON_AGG(JSON_BUILD_ARRAY({columns})), '[]') AS TEXT)"


@compiles(gathered, "sqlite")
def _gathered_sqlite(element: gathered, compiler: SQLCompiler, **kw: Any) -> str:
    columns = ", ".join(compiler.process(each, **kw) for each in element.clauses)
    return f"json_group_array(json_array({columns}))"


@compiles(seconds_between)
def _general(element: seconds_between, compiler: SQLCompiler, **kw: Any) -> str:
    start, end = (compiler.process(each, **kw) for each in element.clauses)
    return f"EXTRACT(EPOCH FROM (CAST({end} AS TIMESTAMP) - CAST({start} AS TIMESTAMP)))"


@compiles(seconds_between, "sqlite")
def _sqlite(element: seconds_between, compiler: SQLCompiler, **kw: Any) -> str:
    start, end = (compiler.process(each, **kw) for each in element.clauses)
    return f"(unixepoch({end}, 'subsec') - unixepoch({start}, 'subsec'))"
