"""Users and codes of a study going out as a REFI-QDA project.

Members are users, codes are codes. Themes go out as codes, each analysis as a code that is only a folder: the nearest
thing the standard has, and on the other side they are codes.

What a careful reader would get wrong: a definition goes out with what a code takes in and leaves out, in one text. It
is parted again only by the study's own part in the archive.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from crosscase.model import Analysis, Code, Id, Member, Theme
from crosscase.model.refi import (
    CodeElement,
    User,
)
from crosscase.model.refi_here import named_as, one_line
from crosscase.reads.refi_came import Came
from crosscase.reads.refi_going import Going
from crosscase.reads.refi_part import OWN

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TRUTH = {"yes": "true", "no": "false"}


def users(going: Going) -> tuple[User, ...]:
    """Those whom the project names, and those whom it came with."""
    known = {one.id: one for one in going.rows(Member)}
    found: list[User] = []
    out: set[Id] = set()
    for came in going.came("User"):
        member = known.get(came.row.thing or "")
        if member is None or came.held.here.get(OWN):
            continue
        user = came.element(User)
        out.add(member.id)
        if not named_as(member.name, one_line(user.name) or user.id, f"User {user.guid[:8]}"):
            user = msgspec.structs.replace(user, name=member.name)
        found.append(user)
    fresh = sorted(
        (known[one] for one in going.users - out if one in known), key=lambda one: (one.name, going.guid(one.id))
    )
    return (*found, *(User(guid=going.guid(one.id), name=one.name) for one in fresh))


# Codes


def codes(going: Going) -> tuple[CodeElement, ...]:
    """The tree of codes, and behind it the themes of each analysis."""
    came = going.came_by_thing("Code")
    below: dict[Id | None, list[Code]] = {}
    for code in going.codes.values():
        parent = code.parent if code.parent in going.codes else None
        below.setdefault(parent, []).append(code)
    made: dict[Id, CodeElement] = {}
    for code in _deepest_first(below):
        under = tuple(made[one.id] for one in _in_order(below.get(code.id, [])))
        made[code.id] = _code(going, code, came.get(code.id), under)
    tree = tuple(made[one.id] for one in _in_order(below.get(None, [])))
    going.lost("codes", "merged [code|codes]: their codings go out with the code that they were merged into.",
               len(set(going.code_ends) - set(going.code_ends.values()) - set(going.codes)))  # fmt: skip
    return (*tree, *_themes(going))


def _in_order(codes: Sequence[Code]) -> list[Code]:
    return sorted(codes, key=lambda one: (one.position, one.name, one.id))


def _deepest_first(below: dict[Id | None, list[Code]]) -> list[Code]:
    ordered: list[Code] = []
    waiting = list(below.get(None, []))
    while waiting:
        code = waiting.pop()
        ordered.append(code)
        waiting += below.get(code.id, [])
    return ordered[::-1]


def _code(going: Going, code: Code, came: Came | None, under: tuple[CodeElement, ...]) -> CodeElement:
    defined = going.said(_defined(code))
    for what, there in (("retired [code|codes]: that they are not offered any more", code.retired),
                        ("[code|codes] taken up as categories: that they are", code.category)):  # fmt: skip
        going.lost("codes", f"{what}.", bool(there))
    guid = came.row.guid if came is not None else going.guid(code.id)
    going.emitted.add(guid)
    name = going.said(code.name)
    if came is None:
        return CodeElement(
            guid=guid, name=name, colour=code.colour, description=defined or None, notes=going.notes_of(code.id),
            codes=under,
        )  # fmt: skip
    old = came.element(CodeElement)
    return CodeElement(
        guid=guid,
        name=old.name if named_as(name, old.name, "Code") else name,
        codable=old.codable,
        colour=old.colour if old.colour.lower() == code.colour else code.colour,
        description=old.description if (old.description or "") == defined else defined or None,
        notes=going.notes_of(code.id, old.notes),
        codes=under,
    )


def _defined(code: Code) -> str:
    parts = [code.definition]
    for heading, text in (
        ("Include", code.inclusion), ("Exclude", code.exclusion), ("Example", code.example),
        ("Properties", code.properties),
    ):  # fmt: skip
        if text:
            parts.append(f"{heading}: {text}")
    return "\n\n".join(filter(None, parts))


def _themes(going: Going) -> list[CodeElement]:
    """Themes as codes, under a code for their analysis that is only a folder."""
    if going.scope.codes:
        return []
    themes = sorted(going.rows(Theme), key=lambda one: (one.position, one.label, one.id))
    below: dict[tuple[Id, Id | None], list[Theme]] = {}
    for theme in themes:
        below.setdefault((theme.analysis, theme.parent), []).append(theme)

    def made(theme: Theme, depth: int = 0) -> CodeElement:
        guid = going.guid(theme.id)
        going.emitted.add(guid)
        words = "\n\n".join(filter(None, (theme.content, theme.meaning, theme.boundary, theme.story)))
        under = below.get((theme.analysis, theme.id), []) if depth < 100 else []
        return CodeElement(
            guid=guid, name=going.said(theme.label), description=going.said(words) or None,
            notes=going.notes_of(theme.id), codes=tuple(made(one, depth + 1) for one in under),
        )  # fmt: skip

    found: list[CodeElement] = []
    for analysis in sorted(going.rows(Analysis), key=lambda one: (one.name, one.id)):
        if (analysis.id, None) not in below:
            going.lost("themes", "[analysis|analyses] without themes.")
        else:
            going.lost(
                "themes",
                "[analysis|analyses]: they go out as codes with the themes under them.",
            )
            guid = going.guid(analysis.id)
            going.emitted.add(guid)
            found.append(
                CodeElement(
                    guid=guid, name=analysis.name, codable=False, description=going.said(analysis.question) or None,
                    codes=tuple(made(one) for one in below[analysis.id, None]),
                )
            )  # fmt: skip
    going.lost(
        "themes",
        "[theme goes out as a code|themes go out as codes]: versions, status and what speaks against them stay.",
        len(themes),
    )
    return found
