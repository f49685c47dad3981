"""The data dictionary, as a page for people and as the rows of the table `dictionary`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import polars as pl

from warehouse import connection, ddl
from warehouse.errors import SchemaError
from warehouse.frames import conform, schema
from warehouse.schema import TABLES, Table
from warehouse.views import Macro, View, macros, views

_PARAMETER = "parameter"
_INTRODUCTION = """# Data dictionary

Made by `make dictionary` from the declarations in `warehouse/schema`, `warehouse/sql/views` and
`warehouse/sql/macros`; changes are made there. The same text is in the table `dictionary` and in
the comments of every table, view, macro and column.

Ids are short text made from content. Spans are 0-based, end exclusive, in code points of
`articles.text`: `substr(text, start_char + 1, end_char - start_char)` is the span's text. Instants
are UTC. Scores are 0 to 1. A column may be NULL only where the page says so.
"""


def markdown() -> str:
    """The page: every table with keys, types and closed lists, every view, every macro."""
    types = view_types()
    sections = [
        _INTRODUCTION,
        _contents(),
        *(_table_section(table) for table in TABLES.values()),
        *(_view_section(view, types[view.name]) for view in views()),
        *(_macro_section(macro) for macro in macros()),
    ]
    return "\n".join(sections)


def frame() -> pl.DataFrame:
    """One row per table, view, macro, and column or parameter of one: the table `dictionary`."""
    table = TABLES["dictionary"]
    rows = [*_table_rows(), *_view_rows(), *_macro_rows()]
    return conform(pl.DataFrame(rows, schema=schema(table), orient="row"), table)


@cache
def view_types() -> dict[str, dict[str, str]]:
    """View to column to SQL type; SchemaError where a header does not name a view's columns."""
    with connection.memory() as database:
        for table in TABLES.values():
            database.execute(ddl.create_sql(table))
        found = {}
        for view in views():
            database.execute(f"CREATE VIEW {ddl.quoted(view.name)} AS\n{view.select_sql}")
            described = database.execute(f"DESCRIBE {ddl.quoted(view.name)}").fetchall()
            found[view.name] = {name: str(kind) for name, kind, *_ in described}
    for view in views():
        if list(found[view.name]) != list(view.columns):
            raise SchemaError(
                f"sql/views/{view.name}.sql: the header names {list(view.columns)}, the view has "
                f"{list(found[view.name])}"
            )
    return found


_Row = tuple[str, str, str | None, str]


def _table_rows() -> Iterator[_Row]:
    for table in TABLES.values():
        yield table.name, "", None, ddl.about(table)
        for column in table.columns:
            yield table.name, column.name, ddl.type_sql(column), ddl.meaning(column)


def _view_rows() -> Iterator[_Row]:
    types = view_types()
    for view in views():
        yield view.name, "", None, ddl.about(view)
        for column, description in view.columns.items():
            yield view.name, column, types[view.name][column], description


def _macro_rows() -> Iterator[_Row]:
    for macro in macros():
        yield macro.name, "", None, ddl.about(macro)
        for parameter, description in macro.parameters.items():
            yield macro.name, parameter, _PARAMETER, description


def _contents() -> str:
    items: list[Table | View | Macro] = [*TABLES.values(), *views(), *macros()]
    lines = [f"- [{item.name}](#{item.name}): {item.grain}" for item in items]
    return "\n".join([*lines, ""])


def _table_section(table: Table) -> str:
    lines = [f"## {table.name}", "", ddl.about(table), ""]
    if table.primary_key:
        lines += [f"Primary key: {', '.join(f'`{name}`' for name in table.primary_key)}.", ""]
    lines += ["| column | type | NULL | meaning |", "|---|---|---|---|"]
    for column in table.columns:
        null = "yes" if column.nullable else ""
        lines.append(_line(f"`{column.name}`", ddl.type_sql(column), null, ddl.meaning(column)))
    if table.checks:
        lines += ["", "Always true:", "", *(f"- `{check}`" for check in table.checks)]
    return "\n".join([*lines, ""])


def _view_section(view: View, types: dict[str, str]) -> str:
    lines = [f"## {view.name}", "", f"View. {ddl.about(view)}", ""]
    lines += ["| column | type | meaning |", "|---|---|---|"]
    for column, description in view.columns.items():
        lines.append(_line(f"`{column}`", types[column], description))
    return "\n".join([*lines, ""])


def _macro_section(macro: Macro) -> str:
    call = f"{macro.name}({', '.join(macro.parameters)})"
    lines = [f"## {macro.name}", "", f"Macro: `FROM {call}`. {ddl.about(macro)}", ""]
    lines += ["| parameter | meaning |", "|---|---|"]
    for parameter, description in macro.parameters.items():
        lines.append(_line(f"`{parameter}`", description))
    return "\n".join([*lines, ""])


def _line(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"
