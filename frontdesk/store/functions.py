"""What every engine can do under another name, said once for all of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Float,
    Select,
    Text,
    bindparam,
    func,
    literal_column,
    select,
    type_coerce,
)
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


class fresh_id(FunctionElement[str]):  # noqa: N801 - reads as the SQL function it is
    """``fresh_id(stamp)``: a new id for each row, as ``new_id`` makes them (a UUIDv7).

    ``stamp``: the moment in milliseconds as twelve hexadecimal digits.
    """

    type = Text()
    inherit_cache = True

    def __init__(self, stamp: Any) -> None:
        super().__init__(stamp)


class padded(FunctionElement[str]):  # noqa: N801 - reads as the SQL function it is
    """``padded(n)``: a whole number as text of at least six digits, zeros in front."""

    type = Text()
    inherit_cache = True

    def __init__(self, number: Any) -> None:
        super().__init__(number)


def unsought(column: Any) -> ColumnElement[str]:
    """``column`` as the text it is kept as, which the engine does not seek by.

    For a kind, a status or a day that is asked for besides: by its index the engine would read all
    there ever was of it.
    """
    return func.coalesce(type_coerce(column, Text()), literal_column("''"))


def as_list(texts: Iterable[str]) -> str:
    """``texts`` as :func:`handed_in` takes them."""
    return json.dumps(sorted(texts))


def handed_in(name: str) -> Select[tuple[str]]:
    """A list handed in with the question: the parameter ``name``, a JSON list of texts.

    For ``column.in_(…)`` over any number of ids: the statement stays the same however many.
    """
    each = func.json_each(bindparam(name, type_=Text())).table_valued("value")
    return select(type_coerce(each.c.value, Text()))


def told_rows(name: str, *columns: str) -> CTE:
    """A table handed in with the question: the parameter ``name``, a JSON list of lists of texts.

    For what is worked out day by day: the statement stays the same however many days there are.
    """
    each = func.json_each(bindparam(name, type_=Text())).table_valued("value")
    value = each.c.value
    cells = (
        value.op("->>", return_type=Text())(literal_column(str(n))) for n in range(len(columns))
    )
    return select(*(cell.label(to) for cell, to in zip(cells, columns, strict=True))).cte(name)


@compiles(fresh_id)
def _fresh(_element: fresh_id, _compiler: SQLCompiler, **_kw: Any) -> str:
    return "CAST(gen_random_uuid() AS TEXT)"


@compiles(fresh_id, "sqlite")
def _fresh_sqlite(element: fresh_id, compiler: SQLCompiler, **kw: Any) -> str:
    (stamp,) = (compiler.process(each, **kw) for each in element.clauses)
    # Told anew for each row: a subquery of its own would be asked once.
    return (
        f"substr({stamp}, 1, 8) || '-' || substr({stamp}, 9, 4) "
        "|| '-7' || substr(lower(hex(randomblob(2))), 2) "
        "|| '-' || substr('89ab', 1 + (random() & 3), 1) || substr(lower(hex(randomblob(2))), 2) "
        "|| '-' || lower(hex(randomblob(6)))"
    )


@compiles(padded)
def _padded(element: padded, compiler: SQLCompiler, **kw: Any) -> str:
    (number,) = (compiler.process(each, **kw) for each in element.clauses)
    whole = f"CAST({number} AS TEXT)"
    return f"LPAD({whole}, GREATEST(6, LENGTH({whole})), '0')"


@compiles(padded, "sqlite")
def _padded_sqlite(element: padded, compiler: SQLCompiler, **kw: Any) -> str:
    (number,) = (compiler.process(each, **kw) for each in element.clauses)
    return f"printf('%06d', {number})"


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
