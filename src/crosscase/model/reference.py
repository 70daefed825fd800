"""The page `docs/reference/model.md`, written from the list of kinds itself.

`python -m crosscase.model.reference docs/reference/model.md` writes it; a test compares it with the list and says so
when it is stale. What a field is for is taken from the `Attributes:` of the row's docstring, so a field that explains
itself by its name has no words beside it.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from crosscase.model import KINDS, Field, Kind, Placed, describe

COMMAND = "python -m crosscase.model.reference docs/reference/model.md"

_OF_A_PLACE = {field.name for field in describe(Placed, "place").fields}

_HEAD = f"""\
# Kinds of things and their fields

Every kind of thing in a study, as it stands in the journal and in the tables.

<!-- Made from crosscase.model.KINDS. Do not edit; run: {COMMAND} -->

Every row also has an `id` (16 bytes as 32 hexadecimal digits) and `removed`: nothing is ever deleted, a removed row is
hidden and can be brought back. `crosscase.model` has each kind as a frozen type; in a study file each is a table of the
same name.

How to read the tables below:

* **Type.** `text`, `integer`, `boolean` or `list` (of texts). A text that is one of a few words shows them. *Required*
  fields are always given; the others have a default (empty, 0, no or nothing).
* **Words.** *Private*: somebody's words. They lie in the vault, the journal holds a salted digest of them, and
  they can be erased. *Open*: they stand in the journal as they are. Text is private unless the model says
  otherwise. A dash: not text.
* **Refers to.** The kind whose id the field holds; *any* kind, where another field says which. *Goes with it*: when the
  thing named is removed, this row is removed too. Everywhere else removing the thing clears the field, or is
  refused where the field is required.
* *Prose* merges by paragraph when two people changed it at once; other fields take the latest write. In a *tree* a
  write that would close a circle takes no effect and is reported. A *computed* field is worked out from the rest and
  is in no entry.

Under the name of a kind stands what is special about it. *Ids from what they are*: two copies that add the same thing
add one thing. *Known by*: two rows with the same values there are twins, and reported after a merge.

"""


def reference() -> str:
    """The whole page."""
    index = " · ".join(f"[{kind.name}](#{kind.name})" for kind in KINDS)
    place = describe(Placed, "place")
    return "\n".join([_HEAD + index, "", *(_section(kind) for kind in KINDS), _section(place)])


def _section(kind: Kind) -> str:
    lines = [f"## {kind.name}", "", about(kind.row), ""]
    if marks := _marks(kind):
        lines += [f"*{'. '.join(marks)}.*", ""]
    lines += ["| field | type | words | refers to | |", "| --- | --- | --- | --- | --- |"]
    told = told_of(kind.row)
    hints = get_type_hints(kind.row)
    own = [field for field in kind.fields if not (_lies(kind) and field.name in _OF_A_PLACE)]
    lines += [_line(field, hints[field.name], told.get(field.name, "")) for field in own]
    if _lies(kind):
        lines += ["", "And the fields of a [place](#place), which stand before these."]
    return "\n".join([*lines, ""])


def _lies(kind: Kind) -> bool:
    """Whether its rows lie somewhere in a source."""
    return issubclass(kind.row, Placed) and kind.row is not Placed


def about(row: type) -> str:
    """The docstring of a row up to its attributes, each paragraph on one line."""
    text = (inspect.getdoc(row) or "").partition("\nAttributes:")[0]
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))


def _marks(kind: Kind) -> list[str]:
    marks: list[str] = []
    if kind.identity:
        marks.append(f"Known by {', '.join(f'`{name}`' for name in kind.identity)}")
    if kind.constant:
        marks.append("Its rows are wholly what their ids say, and are never taken back")
    elif kind.derived:
        marks.append("Ids from what they are")
    return marks


def told_of(row: type) -> dict[str, str]:
    """What the docstring of a row says of each field; a line may speak of several."""
    text = (inspect.getdoc(row) or "").partition("\nAttributes:\n")[2]
    found: dict[str, str] = {}
    for entry in re.findall(r"^ {4}(\S.*(?:\n {5,}\S.*)*)", text, re.MULTILINE):
        names, _, words = entry.partition(":")
        found.update(dict.fromkeys(re.split(r",\s*", names), " ".join(words.split())))
    return found


def _line(field: Field, hint: Any, told: str) -> str:
    words = "—" if field.type not in ("text", "list") or field.refers else "private" if field.words else "open"
    refers = {"": "—", "*": "any"}.get(field.refers, field.refers)
    if field.goes_with:
        refers += ", goes with it"
    notes = [told.rstrip(".")] if told else []
    if field.type == "text" and field.default:
        notes.append(f"default `{field.default}`")
    notes += [name for name in ("prose", "tree", "computed") if getattr(field, name)]
    said = " ".join(f"{note[0].upper()}{note[1:]}." for note in notes)
    return f"| `{field.name}` | {_type(field, hint)} | {words} | {refers} | {said} |"


def _type(field: Field, hint: Any) -> str:
    choices = [f"`{choice}`" for choice in _choices(hint)]
    # A field that names another row holds its id.
    shown = "id" if field.refers else " \\| ".join(choices) if choices else field.type
    return f"{shown}, required" if field.required else shown


def _choices(hint: Any) -> Iterator[str]:
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    else:
        for part in get_args(hint):
            yield from _choices(part)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), "utf-8")
