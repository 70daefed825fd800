"""Taking in the study's own part of a REFI-QDA archive: every row of another crosscase, as one act.

Rows keep their ids, so that the same part taken in again changes nothing. In a study that is still empty it becomes
what that study is about as well, and its sources keep their ids; in another, a text that is there already is the
source that it is there.

What a careful reader would get wrong: members are told by their names. Whoever is here under the name is the one, and
what they did there is theirs here.
"""

from __future__ import annotations

from typing import IO, Any

import msgspec

from crosscase.model import KINDS, Carried, Case, Code, Id, Kind, Member, Participant, Row, Settings, Source
from crosscase.model.carried import carried_id
from crosscase.model.carrying import guid_of, pack
from crosscase.model.refi import User
from crosscase.model.refi_part import LEFT_OUT, Of, Part
from crosscase.reads.refi_part import OWN
from crosscase.store.act import Act
from crosscase.verbs.registry import MAY, Verb
from crosscase.verbs.sources import source_id
from crosscase.verbs.taken import Count
from crosscase.verbs.taking import folded, named
from crosscase.verbs.taking_refi import Files, NoFiles, RefiTaken

_ABOUT = ("title", "aims", "questions", "ethics", "grammar", "primary", "invented", "key")


def take_part(act: Act, part: Part, files: Files | None = None) -> RefiTaken:
    """Take in another crosscase's part.

    Args:
        files: the originals, by the places that the part names.
    """
    mine = act.rows(Settings)[0]
    fresh = not any(act.rows(row) for row in (Source, Code, Case, Participant))
    key = part.head.study.get("key", "") if fresh else mine.key
    words = {one.source: one.words for one in part.texts}
    ids = _members(act, part) | _sources(part, words, key, same=key == part.head.study.get("key", ""))
    _files(act, part, files or NoFiles())
    counts: dict[str, Count] = {}
    by_kind: dict[str, list[Of]] = {}
    for one in part.rows:
        by_kind.setdefault(one.kind, []).append(one)
    for kind in KINDS:
        if kind.name in LEFT_OUT or kind.name == "member":
            continue
        given = [_row(kind, one, ids) for one in by_kind.get(kind.name, [])]
        if given:
            counts[kind.name] = _put(act, kind, given, words if kind.row is Source else {}, ids)
    if fresh:
        fields = {name: part.head.study[name] for name in _ABOUT if name in part.head.study}
        fields = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
        act.change(Settings, mine.id, **fields)
    return RefiTaken(counts=counts, elements={}, notes=(_HOW,))


_HOW = "The study's own part was taken in: all of its rows, without the journal of who did what when."


def _put(act: Act, kind: Kind, given: list[Row], words: dict[Id, str], ids: dict[Id, Id]) -> Count:
    things = [row.id for row in given]
    there = act.existing(kind.row, things)
    live = {row.id: row for row in act.rows(kind.row, id=sorted(there))} if there else {}
    computed = [field.name for field in kind.fields if field.computed]
    differing = [
        row for row in given
        if row.id in live and row != msgspec.structs.replace(live[row.id], **{n: getattr(row, n) for n in computed})
    ]  # fmt: skip
    act.ensure_all([*(row for row in given if row.id not in live), *differing])
    back = {ids.get(source, source): text for source, text in words.items()}
    if back:
        act.bring({source: text for source, text in back.items() if source not in there and source in set(things)})
    return Count(added=len(given) - len(live), changed=len(differing), there=len(live) - len(differing))


def _row(kind: Kind, one: Of, ids: dict[Id, Id]) -> Row:
    fields: dict[str, Any] = {}
    known = {field.name: field for field in kind.stored}
    for name, value in one.fields.items():
        field = known.get(name)
        if field is None:
            continue
        fields[name] = tuple(value) if field.type == "list" else ids.get(value, value) if field.refers else value
    return kind.row(id=ids.get(one.id, one.id), **fields)


def _members(act: Act, part: Part) -> dict[Id, Id]:
    """Which member each is here; those who are not here yet come in."""
    live = act.rows(Member)
    known = named(live, lambda one: one.name)
    by_id = {one.id for one in live}
    may_own = "own" in MAY[act.get(Member, act.by).permission]
    there = {one.id for one in part.rows if one.kind == "carried"}
    ids: dict[Id, Id] = {}
    fresh: list[Member] = []
    carried: list[Carried] = []
    for one in part.rows:
        if one.kind != "member" or one.id in by_id:
            continue
        member = msgspec.convert({"id": one.id, **one.fields}, Member)
        same = known.get(folded(member.name))
        if same is None:
            fresh.append(member if may_own else msgspec.structs.replace(member, permission="reader"))
            continue
        ids[one.id] = same.id
        guid = guid_of(one.id)
        if carried_id("refi", "User", guid) in there:
            continue
        about, words = pack(User(guid=guid), here={OWN: "1"})
        carried.append(
            Carried(
                id=carried_id("refi", "User", guid), kind="member", thing=same.id, element="User", guid=guid,
                about=about, words=words,
            )
        )  # fmt: skip
    act.ensure_all(fresh)
    act.ensure_all(carried)
    return ids


def _sources(part: Part, words: dict[Id, str], key: str, *, same: bool) -> dict[Id, Id]:
    """The ids that sources have here: those they came with, where the study's key is the same."""
    if same:
        return {}
    originals = {one.id: one.fields.get("original", "") for one in part.rows if one.kind == "source"}
    found = {source: source_id(words.get(source, ""), key, original=original) for source, original in originals.items()}
    return {source: thing for source, thing in found.items() if thing}


def _files(act: Act, part: Part, files: Files) -> None:
    for place in part.head.files.values():
        if files.has(place):
            stream: IO[bytes] = files.open(place)
            with stream:
                act.keep_file(stream)


VERBS = (Verb("import.part", take_part),)
