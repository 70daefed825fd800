"""Which program wrote a table of codings, by its headings.

`TOOLS` holds, for every program and kind of table, how its columns are called (compared as study tables' are: case,
underscores, dots do not matter). Where the names are from; what could be checked and what could not is on the how-to
page of each program as well:

* MAXQDA: real German exports as published scripts read them (`Code`, `Obercode`, `Cod. Seg. (alle Dokumente)` of a code
  system; `Farbe`, `Dokumentgruppe`, `Dokumentname`, `Code`, `Segment`, `Erstellt am` of coded segments, 2024); `Code`
  and `Memo` of the help for MAXQDA 2022 (codes and memos from an Excel table). The other English names unchecked.
* ATLAS.ti: a real export as a published script lists it (`ID`, `Quotation Name`, `Document`, `Document Groups`,
  `Quotation Content`, `Comment`, `Codes`, `Reference`, `Density`, `Created by`, `Modified by`, `Created`, `Modified`).
  The names of the Code manager's table unchecked.
* Dedoose: real exports as published scripts read them (`Media Title`, `Excerpt Range`, `Excerpt Creator`, `Excerpt
  Date`, `Excerpt Copy`, `Resource Creator`, `Resource Date`, `Codes Applied Combined`, and `Code: … Applied`, `Range`,
  `Weight` for every code).
* NVivo: the columns of the exported codebook (`Name`, `Description`, `Files`, `References`) from a description with a
  picture; those of reports are chosen by whoever lays the report out, and are unchecked.
* Delve: unchecked, nothing public was found. Taguette: `export.py` of 1.4.

What a careful reader would get wrong: the order matters. A program's own headings are tried before the plain ones.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from crosscase.importers.columns import plain
from crosscase.importers.tabular import Sheet

Kind = Literal["codings", "codebook", "values"]


class Tool(msgspec.Struct, frozen=True, kw_only=True):
    """How a program calls its columns.

    Attributes:
        name: of the program.
        kind: what a row is.
        needed: fields without which it is none of its tables.
        fields: names of each field's column.
        without: a table that has one of these columns is another.
        telling: some of these columns must be there as well.
        parted: what stands between the names of a code's path.
    """

    name: str
    kind: Kind
    needed: tuple[str, ...]
    fields: dict[str, tuple[str, ...]]
    without: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    parted: tuple[str, ...] = (" > ", " / ")


class Recognised(msgspec.Struct, frozen=True):
    """A table that was recognised: whose it is, and in which column each field stands."""

    tool: Tool
    fields: dict[str, int]

    @property
    def kind(self) -> Kind:
        """What its rows are."""
        return self.tool.kind


_DOCUMENT = (
    "document", "document name", "document id", "source", "source name", "source id", "file", "file name", "filename",
    "transcript", "transcript name", "interview", "interview id", "title", "media title",
)  # fmt: skip
_QUOTE = (
    "quotation", "quote", "quotes", "passage", "segment", "excerpt", "snippet", "highlight", "coded text",
    "coded segment", "extract", "text segment", "words", "content", "text",
)  # fmt: skip
_CODER = ("coder", "coded by", "member", "annotator", "user", "author", "created by", "rater", "researcher")
_COMMENT = ("comment", "comments", "memo", "note", "notes")
_COMMON: Final = {
    "before": ("before", "prefix", "words before", "left context"),
    "after": ("after", "suffix", "words after", "right context"),
    "occurrence": ("occurrence", "which", "nth"),
}

TOOLS: Final[tuple[Tool, ...]] = (
    Tool(
        name="Taguette",
        kind="codings",
        needed=("document", "code", "quote"),
        fields={"document": ("document",), "code": ("tag",), "quote": ("content",), **_COMMON},
        telling=("id",),
        without=("speaker", "start", "start offset"),
        parted=(".",),
    ),
    Tool(
        name="Taguette",
        kind="codebook",
        needed=("code",),
        fields={"code": ("tag",), "definition": ("description",)},
        telling=("number of highlights",),
        parted=(".",),
    ),
    Tool(
        name="Dedoose",
        kind="codings",
        needed=("quote",),
        fields={
            "document": ("media title", "resource title", "media", "title"),
            "quote": ("excerpt copy", "excerpt text"),
            "range": ("excerpt range",),
            "coder": ("excerpt creator",),
            "codes": ("codes applied combined",),
            **_COMMON,
        },
        parted=("\\",),
    ),
    Tool(
        name="MAXQDA",
        kind="codings",
        needed=("document", "code", "quote"),
        fields={
            "document": ("document name", "document", "dokumentname", "dokument"),
            "group": ("document group", "dokumentgruppe"),
            "code": ("code",),
            "quote": ("segment", "coded segment", "preview", "vorschau", "codiertes segment"),
            "weight": ("weight score", "weight", "gewicht"),
            "coder": ("author", "created by", "modified by", "autor", "erstellt von", "bearbeitet von"),
            "comment": ("comment", "kommentar"),
            **_COMMON,
        },
        telling=("document group", "dokumentgruppe", "beginning", "begin", "anfang", "weight score"),
        parted=(" > ", "\\"),
    ),
    Tool(
        name="MAXQDA",
        kind="codebook",
        needed=("code", "parent"),
        fields={
            "code": ("code",),
            "parent": ("parent code", "obercode", "übergeordneter code"),
            "definition": ("memo", "code memo", "code-memo", "comment", "kommentar"),
            "colour": ("color", "colour", "farbe"),
        },
        telling=(
            "cod seg (all documents)",
            "coded segments",
            "cod seg",
            "cod segments",
            "codings",
            "codierte segmente",
            "cod seg (alle dokumente)",
            "cod seg (activated documents)",
            "codierungen",
        ),
        without=("definition", "inclusion"),
        parted=(" > ", "\\"),
    ),
    Tool(
        name="MAXQDA",
        kind="codebook",
        needed=("code", "definition"),
        fields={
            "code": ("code",),
            "definition": ("memo", "code memo", "code-memo"),
            "colour": ("color", "colour", "farbe"),
        },
        without=(*_QUOTE, *_DOCUMENT, "definition", "preview", "coded segment", "segment"),
        parted=(" > ", ">", "\\"),
    ),
    Tool(
        name="MAXQDA",
        kind="values",
        needed=("document", "group"),
        fields={"document": ("document name", "dokumentname"), "group": ("document group", "dokumentgruppe")},
        without=("code", "segment", "preview", "memo"),
    ),
    Tool(
        name="ATLAS.ti",
        kind="codings",
        needed=("quote", "codes"),
        fields={
            "document": ("document", "document name", "in document"),
            "quote": ("quotation content", "quotation text", "text content", "content"),
            "codes": ("codes", "coding"),
            "comment": ("comment", "quotation comment"),
            "coder": ("created by", "author", "creator"),
            **_COMMON,
        },
        telling=("quotation name", "quotation content", "density", "reference", "text content"),
    ),
    Tool(
        name="ATLAS.ti",
        kind="codebook",
        needed=("code", "grounded"),
        fields={
            "code": ("code", "name", "code name"),
            "grounded": ("grounded", "groundedness", "code groundedness"),
            "definition": ("comment", "code comment", "definition"),
            "groups": ("code groups", "groups"),
            "colour": ("color", "colour"),
        },
    ),
    Tool(
        name="NVivo",
        kind="codings",
        needed=("document", "code", "quote"),
        fields={
            "document": (
                "file name",
                "file",
                "source name",
                "source",
                "file hierarchical name",
                "hierarchical file name",
                "document",
            ),
            "code": (
                "code hierarchical name",
                "code",
                "code name",
                "node hierarchical name",
                "node",
                "node name",
                "hierarchical name",
            ),
            "quote": (
                "coded text",
                "reference text",
                "reference content",
                "text reference",
                "coded content",
                "content",
                "reference",
                "text",
            ),
            "coder": ("coded by", "coded by initials", "coder", "modified by", "coded by name"),
            "comment": ("annotation", "comment"),
            **_COMMON,
        },
        telling=("coverage", "reference number", "number of references", "coded by initials", "modified on"),
        parted=("\\\\", "\\"),
    ),
    Tool(
        name="NVivo",
        kind="codebook",
        needed=("code", "files", "references"),
        fields={
            "code": ("name", "code", "node"),
            "definition": ("description",),
            "files": ("files", "sources"),
            "references": ("references",),
            "colour": ("color", "colour"),
        },
        parted=("\\\\", "\\"),
    ),
    Tool(
        name="Delve",
        kind="codings",
        needed=("document", "codes", "quote"),
        fields={
            "document": ("transcript", "transcript name", "transcript title"),
            "quote": ("snippet", "snippets", "snippet text"),
            "codes": ("codes", "code", "code name", "code names"),
            "coder": ("coder", "coded by", "created by", "user"),
            "comment": ("memo", "memos", "note", "notes"),
            **_COMMON,
        },
    ),
    Tool(
        name="",
        kind="codings",
        needed=("quote",),
        fields={
            "document": _DOCUMENT,
            "code": ("code", "code name", "tag", "label", "category", "node"),
            "codes": ("codes", "tags", "labels", "code names"),
            "coder": _CODER,
            "start": ("start", "start offset", "begin", "start char", "start position"),
            "end": ("end", "end offset", "end char", "end position"),
            "weight": ("weight",),
            "comment": _COMMENT,
            "row": ("row",),
            "places": ("places",),
            **_COMMON,
            "quote": _QUOTE,
        },
        telling=("code", "code name", "tag", "label", "category", "node", "codes", "tags", "labels", "code names"),
        without=(
            "definition",
            "description",
            "inclusion",
            "exclusion",
            "parent",
            "parent code",
            "speaker",
            "timestamp",
            "inclusion criteria",
            "when to use",
            "meaning",
            "criticality",
            "question",
        ),
    ),
)

_HIERARCHIES: Final = ("files\\", "internals\\", "externals\\", "cases\\", "nodes\\")
NVIVO_VALUES: Final = Tool(name="NVivo", kind="values", needed=(), fields={}, parted=("\\\\", "\\"))
"""A classification sheet: its first column names files or cases by their place in the project."""


def recognise(sheet: Sheet) -> Recognised | None:
    """Whose table a sheet is; None: nobody's that is known."""
    if not sheet.rows:
        return None
    places = {plain(column): place for place, column in reversed(list(enumerate(sheet.columns)))}
    for tool in TOOLS:
        if any(plain(name) in places for name in tool.without):
            continue
        if tool.telling and not any(plain(name) in places for name in tool.telling):
            continue
        fields = _match(tool, places)
        if all(name in fields for name in tool.needed) and (tool.name or _is_plain(fields)):
            return Recognised(tool, fields)
    first = [row.cells[0].casefold() for row in sheet.rows if row.cells[0]]
    if first and len(sheet.columns) > 1 and all(cell.startswith(_HIERARCHIES) for cell in first):
        return Recognised(NVIVO_VALUES, {"document": 0})
    return None


def _match(tool: Tool, places: dict[str, int]) -> dict[str, int]:
    taken: set[int] = set()
    fields: dict[str, int] = {}
    for field, names in tool.fields.items():
        wanted = (plain(name) for name in names)
        place = next((places[name] for name in wanted if name in places and places[name] not in taken), None)
        if place is not None:
            fields[field] = place
            taken.add(place)
    return fields


def _is_plain(fields: dict[str, int]) -> bool:
    """Whether a table of no program has a code beside its words."""
    return "code" in fields or "codes" in fields
