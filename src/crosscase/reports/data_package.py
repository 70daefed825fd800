"""The whole study as a data package: a table for every kind, described column by column, that R and Python read.

    data_package(study, "peers-data")

The folder follows the Data Package standard, version 2 (Frictionless, 2024): `datapackage.json` names every table with
the type and the meaning of each column, its key, and which columns hold the ids of which other tables. Beside the
tables of the study's own kinds stands `coded_segments`, with names in place of ids, which is what most people want.

What a careful reader would get wrong: a data package leaves the study. Words of participants are in it only where
they agreed to archiving, real names never, and writing that is its author's alone neither; what is held back is covered
with ▒ in texts and says so elsewhere.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, get_type_hints

import msgspec

from crosscase.model import KINDS, Answer, Coding, Field, Id, Kind, Member, Placed, Question, Row, Source
from crosscase.model.reference import about, told_of
from crosscase.reads.codings import CodingLine, coding_lines
from crosscase.reads.leaving import Leaving, without_refused
from crosscase.reads.outgoing import Outgoing
from crosscase.reports.data_tables import codings_out
from crosscase.reports.folders import new_folder, write_folder
from crosscase.reports.nameless import Nameless
from crosscase.store.kept_back import KINDS_KEPT_BACK, rows_kept_back
from crosscase.study import Study

if TYPE_CHECKING:
    import polars as pl

Form = Literal["csv", "parquet"]
Shown = Callable[[Any], Any]
"""What somebody wrote, as it may leave."""

_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES: Final = {"text": "string", "integer": "integer", "boolean": "boolean", "list": "array"}
_READS: Final[dict[Form, tuple[str, str]]] = {
    "csv": (
        'pl.read_csv("data/coded_segments.csv", schema_overrides=dict.fromkeys(["source", "case", "code"], pl.String))',
        'read.csv("data/coded_segments.csv", encoding = "UTF-8", na.strings = character(),\n'
        '  colClasses = c(source = "character", case = "character", code = "character"))',
    ),
    "parquet": (
        'pl.read_parquet("data/coded_segments.parquet")',
        'arrow::read_parquet("data/coded_segments.parquet")  # needs the package arrow',
    ),
}
"""The coded segments in Python and in R. Names stay names: csv readers take `007` for 7, R `NA` for nothing."""
_OF_CSV: Final = (
    " Lists (such as\nparticipants) are JSON. Without the further arguments a reader takes a name like `007` for a "
    "number; R takes `NA`\nfor nothing, and letters for others where it is not set to UTF-8."
)
_LEFT_OUT: Final = frozenset({"codebook", "carried", "signing_key"})
"""Kinds that say nothing outside the program: which codes there were at a reading, what is kept for others, keys."""
_UNSAID: Final = frozenset({("study", "key"), ("participant", "name")})
"""Fields that never leave: what ids are made with, and real names."""
_OF_A_PLACE: Final = told_of(Placed)


class Resource(msgspec.Struct, frozen=True):
    """A table of a package: its rows as columns of values, and what is said of it.

    Attributes:
        fields: name, type and description of each column, in order.
        foreign: columns that hold ids of another table.
    """

    name: str
    description: str
    fields: tuple[tuple[str, str, str], ...]
    columns: Mapping[str, Sequence[Any]]
    foreign: Mapping[str, str] = {}

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.columns[self.fields[0][0]])


class Packaged(msgspec.Struct, frozen=True):
    """What was written: where, how many rows each table has, whose words are in it, and how many passages are not."""

    folder: Path
    tables: dict[str, int]
    participants: tuple[Id, ...]
    withheld: int
    sentence: str
    version: str


def data_package(study: Study, folder: str | Path, *, form: Form = "csv", unrecorded: bool = False) -> Packaged:
    """Write every table of a study into a new folder.

    Args:
        study: as it stands, or as it was.
        folder: a new one, or an empty one. It is written whole or not at all.
        form: of the tables.
        unrecorded: with words also of participants of whom no consent to archiving is recorded.

    Raises:
        CannotWriteError: there is something in the folder, or it cannot be written.
    """
    target = new_folder(folder)
    leaving = study.leaving(use="archive", strictly=not unrecorded)
    tables = list(resources(study, leaving))
    version = study.standpoint().version
    files: dict[str, str | bytes] = {
        "datapackage.json": json.dumps(described(study, tables, form, version), ensure_ascii=False, indent=2) + "\n"
    }
    write = as_csv if form == "csv" else as_parquet
    for table in tables:
        files[f"data/{table.name}.{form}"] = write(table)
    files["README.md"] = _read_me(study, tables, form, leaving)
    write_folder(target, files)
    return Packaged(
        target, {one.name: one.rows for one in tables}, leaving.printed, len(leaving.withheld), leaving.sentence(),
        version,
    )  # fmt: skip


def resources(study: Study, leaving: Leaving) -> Iterator[Resource]:
    """The tables, as they may leave."""
    outgoing, nameless = Outgoing(leaving), Nameless(study)

    def shown(value: Any) -> Any:
        return nameless.cell(outgoing.read(value))

    yield _segments(study, outgoing, shown)
    yield _texts(study, leaving, nameless)
    for kind in KINDS:
        if kind.name not in _LEFT_OUT:
            found = _of_kind(study, kind, leaving, shown)
            if found.rows:
                yield found


def segments(study: Study, leaving: Leaving) -> Resource:
    """The table of coded segments alone."""
    outgoing, nameless = Outgoing(leaving), Nameless(study)
    return _segments(study, outgoing, lambda value: nameless.cell(outgoing.read(value)))


def as_csv(table: Resource) -> bytes:
    """A table as a CSV file."""
    return _csv(_frame(table))


def as_parquet(table: Resource) -> bytes:
    """A table as a Parquet file."""
    return _parquet(_frame(table))


# Tables


def _segments(study: Study, outgoing: Outgoing, shown: Shown) -> Resource:
    codings = study.rows(Coding)
    lines, consent = codings_out(outgoing, coding_lines(study.store, codings), codings)
    told = told_of(CodingLine)
    hints = get_type_hints(CodingLine)
    fields = tuple((name, _type(hints[name]), told.get(name, "")) for name in CodingLine.__struct_fields__)
    columns: dict[str, list[Any]] = {name: [shown(getattr(line, name)) for line in lines] for name, _, _ in fields}
    columns["consent"] = list(consent)
    told_consent = "What is on record of those whose words it has: agreed, withheld, or for whom nothing is."
    return Resource(
        "coded_segments",
        "Every coding with its words, whose they are, the code, the member and where it stands: names, not ids.",
        (*fields, ("consent", "string", told_consent)),
        columns,
        {"id": "coding"},
    )


def _texts(study: Study, leaving: Leaving, nameless: Nameless) -> Resource:
    sources = sorted(study.rows(Source), key=lambda one: (one.position, one.id))
    return Resource(
        "text",
        "The text of every source as it reads now. Offsets elsewhere count its Unicode code points from 0.",
        (
            ("source", "string", "The id of the source."),
            ("text", "string", "Its text; ▒ stands for each letter that consent does not cover."),
        ),
        {
            "source": [one.id for one in sources],
            "text": [nameless.text(without_refused(study.text(one.id), one.id, leaving)) for one in sources],
        },
        {"source": "source"},
    )


def _of_kind(study: Study, kind: Kind, leaving: Leaving, shown: Shown) -> Resource:
    return of_rows(kind, _free(study, kind, leaving), shown, _UNSAID)


def of_rows(
    kind: Kind, given: Sequence[Row], shown: Shown, unsaid: frozenset[tuple[str, str]] = frozenset()
) -> Resource:
    """Rows of a kind as a table, by id; `unsaid` are fields (of a kind) that are left out."""
    rows = sorted(given, key=lambda row: row.id)
    told = told_of(kind.row)
    fields = [field for field in kind.fields if (kind.name, field.name) not in unsaid]
    columns: dict[str, list[Any]] = {"id": [row.id for row in rows]}
    for field in fields:
        values = [getattr(row, field.name) for row in rows]
        columns[field.name] = [shown(value) for value in values] if field.words else values
    listed = (
        ("id", "string", "Names the row: 32 hexadecimal digits."),
        *((field.name, _TYPES[field.type], _said(field, told)) for field in fields),
    )
    foreign = {field.name: field.refers for field in fields if field.refers not in ("", "*")}
    return Resource(kind.name, about(kind.row).partition("\n")[0], listed, columns, foreign)


def _free(study: Study, kind: Kind, leaving: Leaving) -> list[Row]:
    """The rows of a kind without what is somebody's alone, and without what a participant wrote and may not leave."""
    rows: list[Row] = list(study.rows(kind.row))
    if kind.name in KINDS_KEPT_BACK:
        with study.store.reading() as connection:
            alone = rows_kept_back(connection, kind.name)
        return [row for row in rows if row.id not in alone]
    if kind.row is Member:
        return [
            msgspec.structs.replace(row, perspectives=())
            if isinstance(row, Member) and not row.perspectives_shared
            else row
            for row in rows
        ]
    if kind.row is Answer:
        written = {one.id for one in study.rows(Question) if one.nature == "text"}
        return [
            msgspec.structs.replace(row, values=("[withheld]",))
            if isinstance(row, Answer) and row.question in written and leaving.written_by(row.participant)
            else row
            for row in rows
        ]
    return rows


def _said(field: Field, told: Mapping[str, str]) -> str:
    """What a column means: as the model says, or as its name and what it refers to do."""
    said = told.get(field.name) or _OF_A_PLACE.get(field.name, "")
    if not said and field.refers:
        said = "the id of anything" if field.refers == "*" else f"the id of a row of {field.refers}"
    said = said or f"the {field.name.replace('_', ' ')} of it"
    return f"{said[0].upper()}{said[1:]}".rstrip(".") + "."


def _type(hint: Any) -> str:
    return {bool: "boolean", int: "integer"}.get(hint, "array" if "tuple" in str(hint) else "string")


# Files


def _frame(table: Resource) -> pl.DataFrame:
    import polars as pl

    types: dict[str, Any] = {
        "string": pl.String, "integer": pl.Int64, "boolean": pl.Boolean, "array": pl.List(pl.String),
    }  # fmt: skip
    schema = {name: types[nature] for name, nature, _ in table.fields}
    values = {name: [list(v) if isinstance(v, tuple) else v for v in table.columns[name]] for name in schema}
    return pl.DataFrame(values, schema=schema)


def _csv(frame: pl.DataFrame) -> bytes:
    """CSV with lists as JSON; UTF-8, commas, line feeds; TRUE and FALSE, because R takes `true` for a word."""
    import polars as pl

    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    shown = frame.with_columns(
        pl.Series(name, [json.dumps(value.to_list(), ensure_ascii=False) for value in frame[name]], dtype=pl.String)
        for name in lists
    ).with_columns(pl.col(pl.Boolean).cast(pl.String).str.to_uppercase())
    return shown.write_csv(quote_style="necessary").encode()


def _parquet(frame: pl.DataFrame) -> bytes:
    held = io.BytesIO()
    frame.write_parquet(held, compression="zstd")
    return held.getvalue()


def described(study: Study, tables: Sequence[Resource], form: Form, version: str) -> dict[str, Any]:
    """What `datapackage.json` says: every table and every column, in the standard's words."""
    settings = study.settings()
    names = {one.name for one in tables}
    return {
        "$schema": _PROFILE,
        "name": "study",
        "title": settings.title,
        "description": settings.invented or "A qualitative comparative case study.",
        "version": version,
        "resources": [
            {
                "name": one.name,
                "path": f"data/{one.name}.{form}",
                "type": "table",
                "description": one.description,
                "format": form,
                "mediatype": "text/csv" if form == "csv" else "application/vnd.apache.parquet",
                **({"encoding": "utf-8"} if form == "csv" else {}),
                "schema": {
                    "fields": [
                        {"name": name, "type": nature, "description": said} for name, nature, said in one.fields
                    ],
                    "primaryKey": [one.fields[0][0]],
                    "foreignKeys": [
                        {"fields": [name], "reference": {"resource": other, "fields": ["id"]}}
                        for name, other in one.foreign.items()
                        if other in names
                    ],
                },
            }
            for one in tables
        ],
    }


def _read_me(study: Study, tables: Sequence[Resource], form: Form, leaving: Leaving) -> str:
    settings = study.settings()
    in_python, in_r = _READS[form]
    listed = "\n".join(f"| `{one.name}` | {one.rows:,} | {one.description} |" for one in tables)
    said = "\n\n".join(each for each in (settings.invented, leaving.sentence()) if each)
    held = len(leaving.withheld)
    withheld = f"\n\nWords of {held:,} passages are withheld, because consent does not cover them." if held else ""
    return f"""\
# {settings.title}

{said or "The data of a qualitative comparative case study."}{withheld}

Every table is described column by column in `datapackage.json` (Data Package standard, version 2).

| table | rows | what it is |
| --- | --- | --- |
{listed}

In R:

```r
segments <- {in_r}
aggregate(source ~ code + case, data = segments, FUN = function(x) length(unique(x)))
```

In Python:

```python
import polars as pl

segments = {in_python}
segments.group_by("code", "case").agg(pl.col("source").n_unique())
```

Offsets (`start`, `end`) count Unicode code points of `text` from 0; `end` is the first that no longer belongs to it. In
Python `text[start:end]`, in R `substr(text, start + 1, end)`.{_OF_CSV if form == "csv" else ""}
"""
