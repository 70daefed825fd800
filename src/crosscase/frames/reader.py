"""How the tables of a study reach the frames: column by column, through a `Reader`.

The store implements `Reader`; tests implement it over plain rows. `raw_columns` reads one kind into a
Polars frame with the types that the model declares, and `READ` is the one list of what is read of each kind:
names of people and long writing are not on it, because nothing that is counted needs them (but the words of framework
cells, of pairs of cases, of claims and of scores are, which stand beside numbers).

What a careful reader would get wrong: `columns` gives rows as they are stored. Signposts (`merged_into`) are
not followed there, and rows may name things that are no longer there; the frames see to both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import polars as pl

from crosscase.model import Id, Span, Value, kind_named

READ: dict[str, tuple[str, ...]] = {
    "study": ("title", "invented", "primary"),
    "member": ("name", "nature", "merged_into"),
    "analysis": ("name", "question", "family", "core"),
    "attribute": ("name", "subject", "type", "options", "grouping"),
    "attribute_value": ("attribute", "of", "value"),
    "case": ("code", "name", "position", "merged_into"),
    "role": ("name", "codes", "position"),
    "participant": ("identifier", "case", "role", "code", "merged_into"),
    "target": ("case", "role", "planned"),
    "recruitment": ("case", "role", "step", "count", "reason"),
    "topic": ("name", "position"),
    "instrument": ("name", "version"),
    "question": ("topic", "instrument", "number", "wording", "nature", "options", "position"),
    "answer": ("question", "participant", "values", "outcome"),
    "interview": ("name", "case", "date", "minutes"),
    "attendance": ("interview", "participant"),
    "source": ("name", "nature", "case", "participant", "interview", "date", "position", "length"),
    "speaker": ("source", "label", "voice", "participant"),
    "turn": ("source", "speaker", "nature", "question", "topic", "declined", "start", "end"),
    "set": ("name", "of"),
    "set_member": ("set", "thing"),
    "code": ("name", "parent", "category", "retired", "position", "merged_into"),
    "coding": (
        "source", "place", "start", "end", "area", "from_ms", "to_ms",
        "member", "code", "origin", "accepted", "stance", "weight",
    ),
    "adjudication": ("source", "outcome", "difference", "deciders"),
    "codebook": ("codes",),
    "reading": ("member", "source", "progress", "codebook"),
    "theme": ("analysis", "label", "status", "parent", "position"),
    "evidence": ("theme", "coding", "stance"),
    "lineage": ("theme", "origin", "how", "whole", "reason"),
    "negative_case": ("about_kind", "about", "thing_kind", "thing", "rule", "disposition", "reason"),
    "link": ("from_kind", "from_thing", "to_kind", "to_thing", "relation"),
    "framework": ("name", "version", "analysis"),
    "framework_column": ("framework", "of_kind", "of", "position"),
    "summary": ("framework", "row_kind", "row", "of_kind", "of", "member", "words", "seen"),
    "summary_segment": ("summary", "coding", "stood"),
    "pair": ("one", "other", "words", "done"),
    "claim": (
        "sentence", "quantifier", "unit", "query", "scope", "by", "one", "other", "number", "of", "silence",
        "rests_on", "reason", "analysis", "theme", "member", "position",
    ),
    "threshold": ("word", "least", "most", "reason"),
    "configuration": ("name", "question", "why", "consistency", "cases", "cuts_reason"),
    "condition": (
        "configuration", "name", "part", "nature", "meaning", "basis", "of", "values", "full_out", "crossover",
        "full_in", "full_out_reason", "crossover_reason", "full_in_reason", "expects", "expects_reason", "position",
    ),
    "score": ("condition", "case", "member", "value", "reason"),
    "score_segment": ("score", "coding", "stood"),
    "comparison": ("one_kind", "one", "other_kind", "other", "category", "decision", "rule", "outcome"),
    "property": ("category", "name", "low", "high", "at_low", "at_high", "position"),
    "relation": ("category", "to", "nature"),
    "ground": ("relation", "coding"),
}  # fmt: skip

# Rows of these kinds lie in a text, so their offsets move when the text is corrected.
PLACED = ("turn", "coding")

# Lists that are only ever compared are read as text: a million short lists take Polars many seconds.
_COMPARED = ("area",)

_TYPES: dict[str, pl.DataType] = {
    "text": pl.String(),
    "integer": pl.Int64(),
    "boolean": pl.Boolean(),
    "list": pl.List(pl.String),
}


class Reader(Protocol):
    """The study as it stands at one version.

    Attributes:
        version: digest of the heads; two readers with the same version give the same columns.
    """

    @property
    def version(self) -> str:
        """Digest of the heads."""

    def columns(self, kind: str, fields: tuple[str, ...]) -> dict[str, list[Value]]:
        """All rows that are not removed, ordered by id; `id` is always given, and first."""

    def text(self, source: Id) -> str:
        """The text of a source as it reads now; offsets are its code points."""

    def addresses(self, source: Id, spans: Sequence[Span]) -> list[str]:
        """The characters of spans of a source, named by their addresses: the same wherever they lie in the text now."""


def raw_columns(reader: Reader, kind: str) -> pl.DataFrame:
    """The rows of a kind with the fields of `READ`, typed, in the reader's order."""
    described = kind_named(kind)
    fields = READ[kind]
    columns = reader.columns(kind, fields)
    read = {"id": pl.Series("id", columns["id"], dtype=pl.String())}
    for name in fields:
        values, dtype = columns[name], _TYPES[described.field(name).type]
        if name in _COMPARED:
            values, dtype = [" ".join(value) if value else "" for value in values], pl.String()  # type: ignore[arg-type]  # lists
        read[name] = pl.Series(name, values, dtype=dtype)
    return pl.DataFrame(read)
