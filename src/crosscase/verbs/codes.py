"""What a researcher can do to the codebook.

Each function checks what it was asked and records one entry; undo, history, sync and merging need nothing from here,
because an entry carries what every field was before and after.

Merging two codes sets one field of the first, a signpost to the second: a colleague who was offline and still used it
finds those codings under the second, not lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscase.errors import BadValueError, RefusedError
from crosscase.journal.fold import closes_circle
from crosscase.model import Code, Coding, Id
from crosscase.reads.lookup import code_paths
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, put_in_order
from crosscase.verbs.registry import Verb

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")

COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#f0e442", "#332288")
"""Given to codes in turn: Okabe & Ito (2008) and an indigo, told apart by colour-blind readers; never the only sign."""


class CodeExistsError(RefusedError):
    """There is a code of that name in that place already."""

    code = "code-exists"

    def __init__(self, path: str) -> None:
        super().__init__(f"There is a code {path!r} already. Use it, or give this one another name or place.")


def add_code(
    act: Act,
    name: str,
    *,
    parent: Id | None = None,
    definition: str = "",
    inclusion: str = "",
    exclusion: str = "",
    example: str = "",
    colour: str = "",
    category: bool = False,
) -> Id:
    """Add a code to the codebook, at the top or under another."""
    name = _label(name)
    if parent is not None:
        act.get(Code, parent)
    _refuse_twin(act, name, parent, None)
    known = act.rows(Code)
    code = Code(
        name=name, parent=parent, definition=definition, inclusion=inclusion, exclusion=exclusion, example=example,
        colour=_colour(colour) or COLOURS[len(known) % len(COLOURS)], category=category,
        position=1 + max((c.position for c in known if c.parent == parent), default=0),
    )  # fmt: skip
    return act.add(code).id


def rename_code(act: Act, code: Id, name: str) -> None:
    """Give a code another label; its codings stay."""
    name = _label(name)
    _refuse_twin(act, name, act.get(Code, code).parent, code)
    act.change(Code, code, name=name)


def define_code(
    act: Act,
    code: Id,
    *,
    definition: str | None = None,
    inclusion: str | None = None,
    exclusion: str | None = None,
    example: str | None = None,
    properties: str | None = None,
) -> None:
    """Say what a code means, what it takes in and leaves out; earlier definitions stay in its history."""
    given = {
        "definition": definition,
        "inclusion": inclusion,
        "exclusion": exclusion,
        "example": example,
        "properties": properties,
    }
    act.change(Code, code, **{name: text for name, text in given.items() if text is not None})


def colour_code(act: Act, code: Id, colour: str) -> None:
    """Give a code a colour, `#rrggbb`."""
    if not _colour(colour):
        raise BadValueError(_bad_colour(colour))
    act.change(Code, code, colour=_colour(colour))


def take_up_code(act: Act, code: Id, *, category: bool = True) -> None:
    """Take a code up as an analytical category, or no longer."""
    act.change(Code, code, category=category)


def move_code(act: Act, code: Id, *, parent: Id | None, position: int | None = None) -> None:
    """Put a code under another, or at the top.

    Raises:
        RefusedError: it would come to lie under itself.
    """
    moved = act.get(Code, code)
    if parent is not None:
        act.get(Code, parent)
    if closes_circle({c.id: c.parent for c in act.rows(Code)}, code, parent):
        raise RefusedError(f"{moved.name!r} cannot lie under itself or one of its own codes.")
    _refuse_twin(act, moved.name, parent, code)
    act.change(Code, code, parent=parent)
    if position is not None:
        act.change(Code, code, position=position)


def order_codes(act: Act, codes: Sequence[Id], *, parent: Id | None = None) -> None:
    """Put codes in this order under another, or at the top; those not named follow as they stood.

    Codes that lay elsewhere are moved there, so that one act puts a code between two others.

    Raises:
        RefusedError: one would come to lie under itself.
        CodeExistsError: there is a code of that name there.
    """
    if parent is not None:
        act.get(Code, parent)
    for moved in all_there(act, Code, codes):
        if moved.parent != parent:
            move_code(act, moved.id, parent=parent)
    siblings = [code for code in act.rows(Code, parent=parent) if code.merged_into is None]
    put_in_order(act, Code, codes, sorted(siblings, key=lambda code: (code.position, code.name, code.id)))


def merge_codes(act: Act, code: Id, into: Id) -> int:
    """Merge a code into another; how many codings are read under the other now.

    The codings keep their code and reads follow the signpost, so undo gives every one back.
    """
    merged, kept = act.get(Code, code), act.get(Code, into)
    codes = act.rows(Code)
    if closes_circle({c.id: c.merged_into for c in codes}, code, into):
        raise RefusedError(f"{merged.name!r} and {kept.name!r} are one code already.")
    act.change(Code, code, merged_into=into)
    parents = {c.id: c.parent for c in codes}
    for child in act.rows(Code, parent=code):
        # Where the other code lies below this one, what it lies under moves up, so that nothing lies under itself.
        above = closes_circle(parents, child.id, into)
        act.change(Code, child.id, parent=merged.parent if above else into)
    return len(act.rows(Coding, code=code))


def part_code(act: Act, code: Id) -> None:
    """Take a merge back, as a new act: the code stands on its own again."""
    if act.get(Code, code).merged_into is None:
        raise RefusedError("This code is not merged into another.")
    act.change(Code, code, merged_into=None)


def split_code(
    act: Act, code: Id, name: str, codings: Sequence[Id], *, definition: str = "", under: bool = False
) -> Id:
    """Make a new code beside one, or `under` it, and give it the codings chosen."""
    if not codings:
        raise RefusedError("Choose the codings that the new code shall have.")
    chosen = act.rows(Coding, id=list(codings))
    strangers = [coding for coding in chosen if coding.code != code]
    if strangers or len(chosen) != len(set(codings)):
        raise RefusedError(
            f"{len(set(codings)) - len(chosen) + len(strangers)} of the codings chosen are not of this code."
        )
    new = add_code(act, name, parent=code if under else act.get(Code, code).parent, definition=definition)
    act.change_all(Coding, "code", dict.fromkeys(codings, new))
    return new


def retire_code(act: Act, code: Id, *, retired: bool = True) -> None:
    """Keep a code with its codings, but no longer offer it; or offer it again."""
    act.change(Code, code, retired=retired)


def remove_code(act: Act, code: Id) -> dict[str, int]:
    """Remove a code with its codings; codes under it move up. How many of each kind went."""
    gone = act.get(Code, code)
    for child in act.rows(Code, parent=code):
        act.change(Code, child.id, parent=gone.parent)
    return act.remove_whole(Code, [code])


def code_path(act: Act, code: Id) -> str:
    """The path of a code."""
    return code_paths(act.rows(Code))[code]


def _label(name: str) -> str:
    label = " ".join(name.split())
    if not label:
        raise BadValueError("A code needs a name.")
    return label


def _colour(colour: str) -> str:
    if not colour:
        return ""
    if not _COLOUR.fullmatch(colour):
        raise BadValueError(_bad_colour(colour))
    return colour.lower()


def _bad_colour(colour: str) -> str:
    return f"{colour!r} is no colour. Write it as #rrggbb, for example {COLOURS[0]}."


def _refuse_twin(act: Act, name: str, parent: Id | None, but: Id | None) -> None:
    for twin in act.rows(Code, parent=parent):
        if twin.id != but and twin.merged_into is None and twin.name.casefold() == name.casefold():
            raise CodeExistsError(code_path(act, twin.id))


VERBS = (
    Verb("code.add", add_code, "code"),
    Verb("code.rename", rename_code),
    Verb("code.define", define_code),
    Verb("code.colour", colour_code, "code"),
    Verb("code.take_up", take_up_code),
    Verb("code.move", move_code),
    Verb("code.order", order_codes),
    Verb("code.merge", merge_codes),
    Verb("code.part", part_code),
    Verb("code.split", split_code),
    Verb("code.retire", retire_code),
    Verb("code.remove", remove_code),
)
