"""The command line. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with rejects (--strict).

Every command imports what it needs when it runs, so that the quick ones start quickly.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from flows.answers import Format
from flows.errors import OnrecordError, UsageError
from flows.settings import read
from warehouse.errors import QueryError, WarehouseError

app = typer.Typer(
    help="Who said what: raw news articles to a DuckDB file that analysts query with SQL.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
_REJECTED = 3

Warehouse = Annotated[
    Path | None, typer.Option(help="The published file. Default: var/onrecord.duckdb.")
]


@app.command()
def run(
    inputs: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[INPUT]...",
            help="Files, folders or archives of raw articles. Default: the landing folder.",
        ),
    ] = None,
    warehouse: Warehouse = None,
    workers: Annotated[
        int | None, typer.Option(help="Processes that read and extract. Default: one per core.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 3 where some input was rejected.")
    ] = False,
) -> None:
    """Read raw articles, find who said what, and publish the warehouse file."""
    from flows.run import run as run_once

    summary = run_once(inputs or [], read({"warehouse": warehouse, "workers": workers}))
    for line in summary.lines():
        typer.echo(line)
    if strict and summary.has_rejects:
        raise typer.Exit(_REJECTED)


@app.command()
def serve(
    cron: Annotated[
        str | None, typer.Option(help="When to run, UTC. Default: '0 2 * * *'.")
    ] = None,
) -> None:
    """Run every night over the landing folder, in the foreground."""
    from flows.serve import serve as serve_runs

    serve_runs(read({"cron": cron}))


@app.command()
def sql(
    statement: Annotated[
        str | None, typer.Argument(metavar="[SQL]", help="A query. Default: a prompt.")
    ] = None,
    warehouse: Warehouse = None,
    form: Annotated[Format, typer.Option("--format", help="How rows are written.")] = Format.TABLE,
) -> None:
    """Ask the published file; nothing can be changed."""
    from flows.answers import write
    from flows.prompt import statements
    from warehouse.query import run_query

    path = read({"warehouse": warehouse}).warehouse
    for each in [statement] if statement is not None else statements():
        try:
            write(run_query(path, each), form)
        except QueryError as error:
            if statement is not None or not sys.stdin.isatty():
                raise
            _complain(error)


@app.command()
def check(warehouse: Warehouse = None) -> None:
    """Test a published file with every check that gates publishing; exit with 1 if one fails."""
    from flows.report import check_lines
    from warehouse.checks import failures

    found = failures(read({"warehouse": warehouse}).warehouse)
    for line in check_lines(found):
        typer.echo(line)
    if any(failure.severity == "fail" for failure in found):
        raise typer.Exit(1)


@app.command()
def parse(file: Annotated[Path, typer.Argument(help="One raw file.")]) -> None:
    """Show one raw file's articles with their mentions and statements marked."""
    from flows import parse as parsing

    parsing.run(_existing(file), read())


@app.command()
def evaluate(
    corpora: Annotated[list[Path], typer.Argument(metavar="CORPUS...", help="Gold files.")],
    as_json: Annotated[bool, typer.Option("--json", help="Scores as JSON.")] = False,
) -> None:
    """Score the extraction against gold annotations."""
    from flows import evaluate as evaluation

    evaluation.run([_existing(path) for path in corpora], read(), as_json=as_json)


@app.command()
def dictionary(
    file: Annotated[
        Path | None, typer.Option("--check", help="Exit with 1 unless this file is up to date.")
    ] = None,
) -> None:
    """The data dictionary, in Markdown."""
    from warehouse.dictionary import markdown

    text = markdown()
    if file is None:
        sys.stdout.write(text)
    elif _existing(file).read_text(encoding="utf-8") != text:
        typer.echo(f"{file} is out of date: run 'onrecord dictionary > {file}'", err=True)
        raise typer.Exit(1)


def main() -> None:
    """Run the command of sys.argv and exit with its code; expected errors are one message."""
    try:
        app()
    except OnrecordError as error:
        _complain(error)
        sys.exit(error.exit_code)
    except WarehouseError as error:
        _complain(error)
        sys.exit(2 if isinstance(error, QueryError) else 1)


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise UsageError(f"{path} does not exist, or is no file")
    return path


def _complain(error: Exception) -> None:
    typer.echo(f"onrecord: {error}", err=True)


if __name__ == "__main__":
    main()
