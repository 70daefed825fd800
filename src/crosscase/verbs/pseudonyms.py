"""Putting pseudonyms in the place of real names, everywhere in a study and for good.

The names are taken out of the vault first, in every version, as an erasure takes out words; then the pseudonyms are put
where the names stood: in texts (codings, turns and memos keep their places), titles, labels, memos and all other words.
It is one act. It cannot be undone, because nothing in the study knows the names any more: only the register does.

What a careful reader would get wrong: where a name stood in a reason given in the journal, in a removed row or in an
earlier version, no pseudonym is put; the name shows as █ there. What colleagues write into their copies before they
merge is blotted out as well when it comes in, not renamed: bring the copies together first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from crosscase.errors import BadValueError, RefusedError
from crosscase.model import KINDS, Id, Member, Product, Row, Settings, Source, Span, Task
from crosscase.reads.names import pattern, reach_of_names, replaced, rows_with, spans_of, worded
from crosscase.store.act import Act
from crosscase.store.register import RealName, Register
from crosscase.verbs.registry import Verb

_LEFT = "This left the study with real names in it: ask for it back, or make it anew."
_WORDED = re.compile(r"\w")


class UnfitPseudonymError(BadValueError):
    """A name or a pseudonym that cannot be replaced or put in."""

    code = "unfit-pseudonym"


class MemberNamedError(RefusedError):
    """A real name that a member of the study goes by."""

    code = "member-named"

    def __init__(self, name: str, member: str) -> None:
        super().__init__(
            f"{name!r} is a name by which a member of this study goes ({member!r}), and would be replaced there too. "
            "Give the member another name first (crosscase members STUDY rename), or list the full name instead."
        )


class NoNamesError(RefusedError):
    """None of the names stands anywhere."""

    code = "no-names"

    def __init__(self) -> None:
        super().__init__("None of these names stands anywhere in the study, in any version. Nothing was changed.")


class ListedAlreadyError(RefusedError):
    """A name, or one of its forms, that is in the register already."""

    code = "listed-already"

    def __init__(self, name: str, pseudonym: str) -> None:
        super().__init__(
            f"{name!r} is in the register already; {pseudonym!r} stands for it. Remove it first to give it another "
            "pseudonym. Nothing was changed."
        )


class Renamed(msgspec.Struct, frozen=True):
    """What replacing names did.

    Attributes:
        texts: at how many places, by source.
        fields: in how many fields of rows, by kind.
        blotted: how many pieces of writing in the vault held a name, in any version.
        reasons: in how many reasons of the journal a name was blotted out.
        originals: how many original files were dropped, because what they hold has names in it.
    """

    texts: dict[Id, int]
    fields: dict[str, int]
    blotted: int
    reasons: int
    originals: int


def check_names(names: Mapping[str, str]) -> None:
    """Refuse names and pseudonyms that cannot be told from each other afterwards.

    Raises:
        UnfitPseudonymError: one is empty, or a pseudonym has a real name in it.
    """
    if not names:
        raise UnfitPseudonymError("There are no names to replace.")
    for name, pseudonym in names.items():
        if name != name.strip() or not _WORDED.match(name[:1]) or not _WORDED.match(name[-1:]):
            raise UnfitPseudonymError(f"{name!r} has to begin and end with a letter or a digit. Nothing was changed.")
        if not pseudonym.strip() or "\n" in pseudonym or "\n" in name:
            raise UnfitPseudonymError(f"What stands for {name!r} has to be words in one line. Nothing was changed.")
    wanted = pattern(names)
    for name, pseudonym in names.items():
        found = wanted.search(pseudonym)
        if found:
            raise UnfitPseudonymError(
                f"{pseudonym!r}, which stands for {name!r}, has the real name {found.group()!r} in it. Nobody could "
                "tell them apart. Nothing was changed."
            )


def having(register: Register, entry: RealName) -> Register:
    """A register with a name more.

    Raises:
        ListedAlreadyError: the name, or a form of it, is in it.
        UnfitPseudonymError: name or pseudonym will not do.
    """
    known = register.replacements
    for form in entry.replacements:
        if form in known:
            raise ListedAlreadyError(form, known[form])
    check_names({**known, **entry.replacements})
    return register.having(entry)


def apply_pseudonyms(act: Act, names: Mapping[str, str]) -> Renamed:
    """Replace real names everywhere, as words of their own, and take them out of the study for good.

    Args:
        names: every way in which they are written, with what is to stand there.

    Raises:
        UnfitPseudonymError: a name or a pseudonym will not do.
        MemberNamedError: a member goes by one of the names.
        NoNamesError: they are nowhere.
    """
    check_names(names)
    wanted = pattern(names)
    for member in act.rows(Member):
        found = wanted.search(member.name)
        if found:
            raise MemberNamedError(found.group(), member.name)
    reach = reach_of_names(act.store, act.rows(Settings)[0].id, names)
    if not reach.blotted:
        raise NoNamesError
    texts: dict[Id, list[tuple[Span, str]]] = {}
    for source in act.rows(Source):
        text = act.text(source.id)
        edits = [(span, names[text[span.start : span.end]]) for span in spans_of(text, wanted)]
        if edits:
            texts[source.id] = edits
    fields = _fields(act, names, wanted)
    act.erase(reach.change, reach.blotted)
    for source_id, edits in texts.items():
        act.correct(source_id, edits)
    for (row, name), values in fields.items():
        act.change_all(row, name, values)
    products = [product.id for product in act.rows(Product)]
    act.add_all([Task(nature="tell", about_kind="product", about=product, note=_LEFT) for product in products])
    counts: dict[str, int] = {}
    for (row, _), values in fields.items():
        kind = next(kind.name for kind in KINDS if kind.row is row)
        counts[kind] = counts.get(kind, 0) + len(values)
    return Renamed(
        {source: len(edits) for source, edits in texts.items()}, counts, len(reach.blotted), reach.reasons,
        len(reach.change.files),
    )  # fmt: skip


def _fields(act: Act, names: Mapping[str, str], wanted: re.Pattern[str]) -> dict[tuple[type[Row], str], dict[Id, Any]]:
    """What fields that have a name in them will read."""
    found: dict[tuple[type[Row], str], dict[Id, Any]] = {}
    for kind in KINDS:
        if worded(kind):
            for row, name, value in rows_with(act.rows(kind.row), kind, wanted):
                becomes = (
                    tuple(replaced(item, names, wanted) for item in value)
                    if isinstance(value, tuple)
                    else replaced(value, names, wanted)
                )
                found.setdefault((kind.row, name), {})[row.id] = becomes
    return found


VERBS = (Verb("study.pseudonyms", apply_pseudonyms, "own"),)
