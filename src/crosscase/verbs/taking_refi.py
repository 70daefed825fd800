"""The state of taking in a REFI-QDA project: which element is which thing here, and what was done so far.

An element goes by its GUID: what came of it before is found by what is carried of it, else by its id, else by what
people call it (a member's name, a code's path), and is then updated. What the file says and differs takes the place of
what was there, what is empty says nothing, and what was removed comes back.

What a careful reader would get wrong: two elements of two kinds may have one GUID. The first keeps it as its id, the
other gets one that is made of it (`other_id`); both carry it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import IO, Any, Literal, Protocol, TypeVar

import msgspec

from crosscase.model import Carried, Id, Row, kind_named, kind_of
from crosscase.model.bundle import Loss
from crosscase.model.carried import carried_id
from crosscase.model.carrying import id_of, other_id, pack
from crosscase.model.refi import Element, Guid, Project, TextElement
from crosscase.store.act import Act
from crosscase.verbs.refi_gone import TAKEN_BACK, Gone, Removals, counted_by_element, gone, without
from crosscase.verbs.taken import Count

R = TypeVar("R", bound=Row)

CasesAre = Literal["cases", "participants"]
FORMAT = "refi"
AT_ONCE = 25_000
"""How many codings, or turns, are put in at once."""
_SHARED = (
    "code", "case", "participant", "attribute", "member", "memo", "link", "set", "map", "map_item", "map_arrow",
    "coding", "mark",
)  # fmt: skip
_MOST_CHANGES = 500
_MOST_DOUBTS = 20


class Files(Protocol):
    """The files that lie in an archive."""

    def has(self, path: str) -> bool:
        """Whether there is one."""
        ...

    def open(self, path: str) -> IO[bytes]:
        """A stream of it."""
        ...


class NoFiles:
    """A project without files."""

    def has(self, path: str) -> bool:  # noqa: ARG002 - there is none
        """There is none."""
        return False

    def open(self, path: str) -> IO[bytes]:
        """There is none."""
        raise FileNotFoundError(path)


class RefiOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Choices of whoever takes a project in.

    Attributes:
        cases_are: what its cases are here.
        counting: how its positions count (`model.counting`); empty: find out for each text.
        take_again: what was removed here and is in the file comes back.
        follow_removals: what the file, a newer export, has no more is removed here.
    """

    cases_are: CasesAre = "cases"
    counting: str = ""
    take_again: bool = False
    follow_removals: bool = False


class Became(msgspec.Struct, frozen=True):
    """What became of the elements of one kind: things here, carried whole, or left out. The three add up to all."""

    things: int = 0
    carried: int = 0
    left: int = 0


class Change(msgspec.Struct, frozen=True):
    """What a newer export says otherwise of a thing that is here: its kind, its name, and the fields."""

    kind: str
    name: str
    fields: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind.replace('_', ' ')} {self.name!r}: {', '.join(self.fields)}"


class Counted(msgspec.Struct, frozen=True):
    """How the positions in one text were counted: the way, and what speaks for it."""

    source: str
    way: str
    sure: bool
    why: str = ""


class RefiTaken(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a project.

    Attributes:
        counts: of rows here, by kind.
        elements: what became of the project's elements, by their names.
        changes: what differed in things that were here; the first of many.
        counted: how positions were counted, text by text.
        doubts: places that are not sure.
        losses: what was left out.
        notes: what was decided on the way.
        removals: what was removed here and is in the file, and what the file has no more.
    """

    counts: dict[str, Count]
    elements: dict[str, Became]
    changes: tuple[Change, ...] = ()
    counted: tuple[Counted, ...] = ()
    doubts: tuple[Loss, ...] = ()
    losses: tuple[Loss, ...] = ()
    notes: tuple[str, ...] = ()
    removals: Removals = Removals()

    @property
    def changed(self) -> bool:
        """Whether anything was added or changed."""
        added = any(count.added or count.changed for kind, count in self.counts.items() if kind != "carried")
        return added or bool(self.removals.went)


class Refi:
    """One project being taken in.

    Attributes:
        things: what elements became: (name of the element, GUID) → (kind, id).
        codings, marks: the same for those, of which there are hundreds of thousands: GUID → id.
        case_order: the place of each case among all.
        holders: unnamed cases that only hold the variables of one source → that source.
        away: what was removed here, so that nothing of the file is put on it.
    """

    def __init__(self, act: Act, project: Project, files: Files, options: RefiOptions) -> None:
        self.act = act
        self.project = project
        self.files = files
        self.options = options
        self.things: dict[tuple[str, Guid], tuple[str, Id]] = {}
        self.codings: dict[Guid, Id] = {}
        self.marks: dict[Guid, Id] = {}
        self._named: dict[Guid, tuple[str, Id]] = {}
        self.carried: list[Carried] = []
        self.before = {(one.element, one.guid): one for one in act.rows(Carried, format=FORMAT)}
        self.holders = _holders(project)
        self.case_order = {case.guid: number for number, case in enumerate(project.cases)}
        self.away: set[Id] = set()
        self.went: list[Gone] = []
        self.stays: list[Gone] = []
        self.vanished: list[Gone] = []
        self._left: dict[str, list[Row]] = {}
        self.losses: list[Loss] = []
        self.counted: list[Counted] = []
        self._given: dict[Id, tuple[str, Guid]] = {}
        self._counts: dict[str, Counter[str]] = {}
        self._became: dict[str, Counter[str]] = {}
        self._changes: list[Change] = []
        self._notes: dict[str, None] = {}
        self._positions: Counter[str] = Counter()
        self._doubtful: Counter[str] = Counter()
        self.doubts: list[Loss] = []

    # Who is who

    def became(self, element: str, guid: Guid, kind: str, thing: Id) -> None:
        """Say what an element is here."""
        self.things[element, guid] = (kind, thing)
        if self.named(guid) is None:
            self._named[guid] = (kind, thing)
        self._given.setdefault(thing, (element, guid))

    def named(self, guid: Guid) -> tuple[str, Id] | None:
        """What a GUID alone names: the first element that has it, by the order in which they are taken in."""
        if guid in self._named:
            return self._named[guid]
        for kind, placed in (("coding", self.codings), ("mark", self.marks)):
            if guid in placed:
                return kind, placed[guid]
        return None

    def earlier(self, element: str, guid: Guid) -> Id | None:
        """What an element became when the project was taken in before, where that is still known."""
        row = self.before.get((element, guid))
        return row.thing if row is not None else None

    def ids(self, element: str, guids: Sequence[Guid], kind: str) -> list[Id]:
        """Ids for what elements become: their GUIDs where these are free."""
        plain = [id_of(guid) for guid in guids]
        other = self._used_by_others(plain, kind)
        found: list[Id] = []
        for guid, thing in zip(guids, plain, strict=True):
            owner = self._given.get(thing)
            free = thing not in other and (owner is None or owner == (element, guid))
            found.append(thing if free else other_id(element, guid))
        return found

    def _used_by_others(self, things: Collection[Id], kind: str) -> set[Id]:
        used: set[Id] = set()
        for name in _SHARED:
            if name != kind:
                used |= self.act.existing(kind_named(name).row, things)
        return used

    # Writing

    def put(
        self, rows: Iterable[R], *, keep: Collection[str] = (), settled: Collection[Id] = (), name: str = "name"
    ) -> None:
        """Make rows be there: added, brought back, or given what the file says and differs.

        Args:
            keep: fields that stay as they are in rows that are there.
            settled: rows of which the file says what it said before: what was done with them here since stands, their
                removal too.
            name: the field that says which one it is, in the report.
        """
        given = {row.id: row for row in rows}
        if not given:
            return
        row_type = type(next(iter(given.values())))
        kind = kind_of(row_type)
        given = self._put_on(kind.name, given)
        there = self.act.existing(row_type, given)
        fresh = [row for thing, row in given.items() if thing not in there]
        self.act.add_all(fresh)
        live = {row.id: row for row in self.act.rows(row_type, id=sorted(there))} if there else {}
        hidden = there - live.keys()
        back = sorted(hidden - self._left_removed(row_type, hidden, given, settled))
        self.act.remove(row_type, back, back=True)
        for field in kind.stored:
            self.act.change_all(row_type, field.name, {thing: getattr(given[thing], field.name) for thing in back})
        changed = self._update(
            row_type, {thing: (live[thing], given[thing]) for thing in live if thing not in settled}, keep, name
        )
        self.count(kind.name, added=len(fresh) + len(back), changed=changed, there=len(live) - changed)

    def _put_on(self, kind: str, given: dict[Id, R]) -> dict[Id, R]:
        """Rows without what was removed here: those that cannot be without it are left out."""
        if not self.away:
            return given
        changed = without(given, self.away)
        out = [given[thing] for thing, row in changed.items() if row is None]
        if kind != "carried":
            self._leave(kind, out)
        self.away.update(row.id for row in out)
        return {thing: row for thing, row in (given | changed).items() if row is not None}  # type: ignore[misc] # of its type

    def _left_removed(
        self, row_type: type[R], hidden: set[Id], given: Mapping[Id, R], settled: Collection[Id]
    ) -> set[Id]:
        """Of rows that are removed, those that somebody removed here: they stay so, unless it is asked otherwise."""
        kind = kind_of(row_type).name
        if not hidden or self.options.take_again or kind in {"carried", "member"}:
            return set()
        verbs = self.act.removed_by(row_type, hidden)
        stay = {thing for thing in hidden if thing in settled or verbs.get(thing, "undo") not in TAKEN_BACK}
        self.away |= stay
        self._leave(kind, [given[thing] for thing in sorted(stay)])
        return stay

    def _leave(self, kind: str, rows: list[R]) -> None:
        """Count what the file has and is left out, because it, or what it lies on, was removed here."""
        if rows:
            self._left.setdefault(kind, []).extend(rows)
            for element, count in counted_by_element({kind: len(rows)}).items():
                self.tally(element, things=-count, left=count)

    def _update(self, row_type: type[R], pairs: Mapping[Id, tuple[R, R]], keep: Collection[str], name: str) -> int:
        differing: dict[str, dict[Id, Any]] = {}
        fields_of: dict[Id, list[str]] = {}
        for field in kind_of(row_type).stored:
            if field.name in keep:
                continue
            for thing, (known, given) in pairs.items():
                value = getattr(given, field.name)
                if value != getattr(known, field.name) and (value not in ("", None, ()) or field.tree):
                    differing.setdefault(field.name, {})[thing] = value
                    fields_of.setdefault(thing, []).append(field.name)
        for field_name, values in differing.items():
            self.act.change_all(row_type, field_name, values)
        kind = kind_of(row_type).name
        for thing, fields in fields_of.items():
            if kind != "carried" and len(self._changes) < _MOST_CHANGES:
                known = pairs[thing][0]
                self._changes.append(Change(kind, str(getattr(known, name, "") or thing[-12:]), tuple(fields)))
        return len(fields_of)

    def carry(
        self,
        element: Element,
        name: str,
        guid: Guid,
        *,
        kind: str = "",
        thing: Id | None = None,
        apart: tuple[int, ...] = (),
        here: Mapping[str, str] | None = None,
        files: tuple[str, ...] = (),
        position: int | None = None,
    ) -> bool:
        """Carry an element, beside what it became or whole; whether the file says the same of it as it did before.

        Args:
            position: among its like, where they are not carried in their order.
        """
        about, words = pack(element, apart=apart, here=here)
        before = self.before.get((name, guid))
        among = "Source" if name in ("TextSource", "MediaSource") else name
        self.carried.append(
            Carried(
                id=carried_id(FORMAT, name, guid), kind=kind, thing=thing, format=FORMAT, element=name, guid=guid,
                about=about, words=words, files=files,
                position=self._positions[among] if position is None else position,
            )
        )  # fmt: skip
        self._positions[among] += 1
        return before is not None and (before.about, before.words, before.thing) == (about, words, thing)

    # Counting

    def count(self, kind: str, *, added: int = 0, changed: int = 0, there: int = 0) -> None:
        """Counts rows of a kind."""
        self._counts.setdefault(kind, Counter()).update(added=added, changed=changed, there=there)

    def tally(self, element: str, *, things: int = 0, carried: int = 0, left: int = 0) -> None:
        """Counts elements."""
        self._became.setdefault(element, Counter()).update(things=things, carried=carried, left=left)

    def tally_within(self, text: TextElement) -> None:
        """Counts what lies in a text that is no source, a note or the words of an area: it is carried with that."""
        codings = len(text.codings) + sum(len(one.codings) for one in text.selections)
        if text.selections or codings:
            self.tally("Selection", carried=len(text.selections))
            self.tally("Coding", carried=codings)

    def lost(self, place: str, what: str) -> None:
        """Says what was left out."""
        self.losses.append(Loss(place=place, what=what))

    def doubt(self, source: str, place: str, what: str) -> None:
        """Says which place is not sure; the first of many one by one."""
        self._doubtful[source] += 1
        if self._doubtful[source] <= _MOST_DOUBTS:
            self.doubts.append(Loss(place=f"{source}, {place}", what=what))

    def note(self, what: str) -> None:
        """Says what was decided; the same is said once."""
        self._notes[what] = None

    def result(self) -> RefiTaken:
        """What was done."""
        return RefiTaken(
            counts={kind: Count(**count) for kind, count in self._counts.items() if any(count.values())},
            elements={name: Became(**count) for name, count in self._became.items() if any(count.values())},
            changes=tuple(self._changes),
            counted=tuple(self.counted),
            doubts=(
                *self.doubts,
                *(
                    Loss(place=source, what=f"{count - _MOST_DOUBTS:,} more likewise.")
                    for source, count in self._doubtful.items()
                    if count > _MOST_DOUBTS
                ),
            ),
            losses=tuple(self.losses),
            notes=tuple(self._notes),
            removals=Removals(
                left=tuple(gone(kind, rows) for kind, rows in self._left.items()),
                vanished=tuple(self.vanished), went=tuple(self.went), stays=tuple(self.stays),
            ),
        )  # fmt: skip


def _holders(project: Project) -> dict[Guid, Guid]:
    sources = {source.guid for source in project.sources}
    return {
        case.guid: case.sources[0]
        for case in project.cases
        if not (case.name or "").strip()
        and len(case.sources) == 1
        and case.sources[0] in sources
        and not (case.codes or case.selections or case.description)
    }
