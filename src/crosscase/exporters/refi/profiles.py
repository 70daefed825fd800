r"""What each program is known to stumble over, and a `Project` made so that it does not.

Where the knowledge comes from stands in `docs/decisions/0034-refi-qda.md`; nothing is adapted on a guess. Every profile
gives a valid file, and what an adaptation changes is listed.

What a careful reader would get wrong: texts and their numbers are changed together. A program that counts UTF-16 units
of a text with `\r\n` is given such a text and such numbers, and another reader finds out from them that it is so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Final, Literal, TypeVar

import msgspec

from crosscase.errors import CrosscaseError
from crosscase.exporters.refi.left import Left
from crosscase.model.counting import MARK, NAMED, STANDARD, Counting, Measured, hinted, parted
from crosscase.model.refi import (
    CaseElement,
    CodeElement,
    MediaElement,
    Project,
    Selection,
    SetElement,
    TextElement,
    TranscriptElement,
    VariableElement,
)
from crosscase.model.refi_here import turned_over
from crosscase.model.refi_values import made_guid

Counted = Callable[[TextElement | TranscriptElement], Counting]
"""The way in which the numbers of a text are counted."""
Tops = Callable[[str], int | None]
"""How high the pages of a PDF are, in points, by the path that the project names it by; None where it is not known."""
_Named = TypeVar("_Named", CaseElement, SetElement, TextElement, MediaElement, VariableElement)
_replaced = msgspec.structs.replace


class UnknownProfileError(CrosscaseError):
    """A program that there is no profile for."""

    code = "unknown-profile"

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no profile {name!r}. There are {', '.join(PROFILES)}.")


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """How a file is written for a program.

    Attributes:
        title: the program as people know it.
        counting: what numbers count.
        line_end, mark: how texts are written.
        folder: where files lie in the archive.
        upper: GUIDs in capital letters.
        codes: whether names of codes must differ among their siblings, or in the whole codebook.
        names: whether names of sources, cases and variables must differ.
        apart: a selection for each member who coded it.
        boxes: areas run from the lower numbers to the higher.
        tops: areas of PDF pages are counted from the top.
        dated: times in UTC without fractions, and none missing on selections.
        on_sources: values of a case stand on its sources too.
    """

    name: str
    title: str
    counting: Counting = STANDARD
    line_end: Literal["\n", "\r\n"] = "\n"
    mark: bool = False
    folder: str = "sources"
    upper: bool = False
    codes: Literal["", "siblings", "all"] = ""
    names: bool = False
    apart: bool = False
    boxes: bool = False
    tops: bool = False
    dated: bool = False
    on_sources: bool = False


PROFILES: Final[dict[str, Profile]] = {
    one.name: one
    for one in (
        Profile(name="strict", title="REFI-QDA"),
        Profile(
            name="nvivo",
            title="NVivo",
            counting=NAMED["nvivo"],
            line_end="\r\n",
            mark=True,
            folder="Sources",
            codes="siblings",
        ),
        Profile(name="atlasti", title="ATLAS.ti", upper=True, codes="all"),
        Profile(name="maxqda", title="MAXQDA", codes="siblings", on_sources=True),
        Profile(
            name="qualcoder",
            title="QualCoder",
            counting=NAMED["qualcoder"],
            codes="all",
            names=True,
            apart=True,
            boxes=True,
            tops=True,
            dated=True,
        ),
    )
}


def profile_named(name: str) -> Profile:
    """A profile.

    Raises:
        UnknownProfileError: there is none of that name.
    """
    try:
        return PROFILES[name.casefold()]
    except KeyError as error:
        raise UnknownProfileError(name) from error


def adapted(
    project: Project, profile: Profile, counted: Counted | None, left: Left, tops: Tops | None = None
) -> Project:
    """A project as a program wants it.

    Args:
        counted: what the numbers of the project count; None: texts and numbers stay as they are.
        tops: how high the pages of a PDF are; None: nobody can say.
    """
    if profile.on_sources:
        project = _on_sources(project, left)
    if profile.tops and counted is not None:
        project = _from_top(project, left, tops)
    if profile.codes:
        project = _replaced(project, codes=_told_apart(project.codes, profile.codes, left))
    if profile.names:
        project = _replaced(
            project,
            sources=_different(project.sources, "source", left),
            cases=_different(project.cases, "case", left),
            variables=_different(project.variables, "variable", left),
        )
    if counted is not None:
        project = _replaced(project, origin=_marked(project.origin, profile))
    change = _Change(profile, counted, project, left)
    if not change.needed:
        return project
    return _replaced(
        project,
        sources=tuple(change.source(one) for one in project.sources),
        notes=tuple(change.text(one) for one in project.notes),
    )


def _marked(origin: str, profile: Profile) -> str:
    """The origin; it says for whom the file is where its numbers are not what its program is known to count."""
    wrote, _ = parted(origin)
    known = hinted(wrote)
    if known is not None and not profile.mark and profile.line_end == "\n" and known.line_ends != "two":
        # Of a text without a mark and with single line ends, these ways are one.
        known = _replaced(known, mark=profile.counting.mark, line_ends=profile.counting.line_ends)
    return wrote if not wrote or known == profile.counting else f"{wrote} (for {profile.title})"


class _Change:
    """What is changed in texts and selections."""

    def __init__(self, profile: Profile, counted: Counted | None, project: Project, left: Left) -> None:
        self._profile = profile
        self._counted = counted
        self._left = left
        self._usual = _utc(project.created)
        self.needed = counted is not None or profile.apart or profile.boxes or profile.dated

    def source(self, source: TextElement | MediaElement) -> TextElement | MediaElement:
        """A source with everything in it."""
        if isinstance(source, TextElement):
            return self.text(source)
        return _replaced(
            source,
            text=self.text(source.text) if source.text is not None else None,
            transcripts=tuple(self._transcript(one) for one in source.transcripts),
            selections=self._selections(source.selections, source.created),
            **self._times(source),
        )

    def text(self, text: TextElement) -> TextElement:
        """A text with its selections."""
        text = _replaced(text, **self._times(text))
        if self._counted is not None and text.text is not None:
            text = self._recounted(text, self._counted(text))
        return _replaced(text, selections=self._selections(text.selections, text.created))

    def _transcript(self, text: TranscriptElement) -> TranscriptElement:
        text = _replaced(text, **self._times(text))
        if self._counted is None or text.text is None:
            return text
        counting = self._counted(text)
        came = Measured(text.text)
        words = self._written(came.text)
        known = [at for at, one in enumerate(text.sync_points) if one.position is not None]
        positions = [text.sync_points[at].position or 0 for at in known]
        ours, _, _ = came.to_ours(_replaced(counting, inclusive=False), positions, positions)
        theirs, _ = Measured(words).from_ours(_replaced(self._profile.counting, inclusive=False), ours, ours)
        points = list(text.sync_points)
        for at, position in zip(known, theirs.tolist(), strict=True):
            points[at] = _replaced(points[at], position=position)
        return _replaced(text, text=words, sync_points=tuple(points))

    def _recounted(self, text: TextElement, counting: Counting) -> TextElement:
        came = Measured(text.text or "")
        words = self._written(came.text)
        going = Measured(words)
        # Numbers are those of the file as long as both ways give the same of both texts.
        if words == text.text and came.same(counting, self._profile.counting):
            return text
        known = [one for one in text.selections if one.start >= 0]
        starts, ends, off = came.to_ours(counting, [one.start for one in known], [one.end for one in known])
        if off.any():
            what = f"{int(off.sum()):,} selections had numbers that do not fit the text; they were put within it."
            self._left.changed("selections outside of their text", f"“{text.name or text.guid}”", what)
        begin, end = going.from_ours(self._profile.counting, starts, ends)
        places = iter(zip(begin.tolist(), end.tolist(), strict=True))
        made: list[Selection] = []
        for one in text.selections:
            if one.start >= 0:
                start, stop = next(places)
                made.append(_replaced(one, start=start, end=stop))
            else:
                made.append(one)
        return _replaced(text, text=words, selections=tuple(made))

    def _written(self, ours: str) -> str:
        words = ours if self._profile.line_end == "\n" else ours.replace("\n", "\r\n")
        return MARK + words if self._profile.mark else words

    def _selections(self, selections: tuple[Selection, ...], usual: str) -> tuple[Selection, ...]:
        profile = self._profile
        if not (profile.apart or profile.boxes or profile.dated):
            return selections
        made: list[Selection] = []
        for one in selections:
            if profile.boxes and one.kind in {"picture", "pdf"}:
                x, y, far_x, far_y = one.box
                one = _replaced(one, box=(min(x, far_x), min(y, far_y), max(x, far_x), max(y, far_y)))  # noqa: PLW2901
            times = {**self._times(one), "created": _utc(one.created or one.modified or usual) or self._usual}
            made += _each_member(_replaced(one, **times)) if profile.apart else [_replaced(one, **times)]
        return tuple(made)

    def _times(self, one: TextElement | TranscriptElement | MediaElement | Selection) -> dict[str, str]:
        if not self._profile.dated:
            return {}
        return {"created": _utc(one.created), "modified": _utc(one.modified)}


def _each_member(one: Selection) -> list[Selection]:
    """One selection for each member with codings on it; the first keeps its GUID, its notes and its words."""
    members = list(dict.fromkeys(coding.creating_user or one.creating_user for coding in one.codings))
    if len(members) < 2:
        member = members[0] if members and members[0] else one.creating_user
        return [one if member == one.creating_user else _replaced(one, creating_user=member)]
    made: list[Selection] = []
    for number, member in enumerate(members):
        codings = tuple(coding for coding in one.codings if (coding.creating_user or one.creating_user) == member)
        if number == 0:
            made.append(_replaced(one, creating_user=member, codings=codings))
        else:
            guid = made_guid(one.guid, member)
            made.append(_replaced(one, guid=guid, creating_user=member, codings=codings, notes=(), representation=None))
    return made


def _told_apart(
    codes: tuple[CodeElement, ...], among: Literal["siblings", "all"], left: Left
) -> tuple[CodeElement, ...]:
    """Codes whose names differ: one that is taken gets that of its parent before it, then a number."""
    taken: set[str] = set()

    def renamed(siblings: tuple[CodeElement, ...], parent: str, taken: set[str]) -> tuple[CodeElement, ...]:
        made: list[CodeElement] = []
        for one in siblings:
            name = _free(one.name, (f"{parent}::{one.name}",) if parent and among == "all" else (), taken)
            if name != one.name:
                left.changed("names of codes that are taken", f"code “{one.name}”", f"It is written as “{name}”.")
            made.append(_replaced(one, name=name))
        return tuple(
            _replaced(one, codes=renamed(one.codes, one.name, taken if among == "all" else set())) if one.codes else one
            for one in made
        )

    return renamed(codes, "", taken)


def _different(things: Iterable[_Named], kind: str, left: Left) -> tuple[_Named, ...]:
    """Things whose names differ: one that is taken gets a number."""
    taken: set[str] = set()
    made: list[_Named] = []
    for one in things:
        if not one.name:
            made.append(one)
            continue
        name = _free(one.name, (), taken)
        if name != one.name:
            left.changed(f"names of {kind}s that are taken", f"{kind} “{one.name}”", f"It is written as “{name}”.")
        made.append(_replaced(one, name=name))
    return tuple(made)


def _free(name: str, others: tuple[str, ...], taken: set[str]) -> str:
    """The first of some names that is free, else the name with a number. Case does not tell names apart."""
    number, found = 1, name
    waiting = list(others)
    while found.casefold() in taken:
        if waiting:
            found = waiting.pop(0)
        else:
            number += 1
            found = f"{name} ({number})"
    taken.add(found.casefold())
    return found


def _from_top(project: Project, left: Left, tops: Tops | None) -> Project:
    """Areas of PDF pages counted from the top."""
    sources: list[TextElement | MediaElement] = []
    for source in project.sources:
        count = sum(one.kind == "pdf" for one in source.selections) if isinstance(source, MediaElement) else 0
        if not count or not isinstance(source, MediaElement):
            sources.append(source)
            continue
        top = tops(source.path or source.current_path) if tops is not None else None
        if top is None:
            what = f"Areas: {count:,}, on pages whose height is not known; they may lie too low or high there."
            left.changed("areas that may lie elsewhere", f"source “{source.name or source.guid}”", what)
        sources.append(turned_over(source, top) if top is not None else source)
    return _replaced(project, sources=tuple(sources))


def _on_sources(project: Project, left: Left) -> Project:
    """Values of a case on each of its sources that has none of that variable."""
    by_source: dict[str, list[CaseElement]] = {}
    for case in project.cases:
        for guid in case.sources if case.values else ():
            by_source.setdefault(guid, []).append(case)
    sources: list[TextElement | MediaElement] = []
    for source in project.sources:
        had = {value.variable for value in source.values}
        more = tuple(
            value
            for case in by_source.get(source.guid, ())
            for value in case.values
            if value.variable not in had and not had.add(value.variable)  # type: ignore[func-returns-value]
        )
        if more:
            what = f"{len(more)} values of its case are written on it too."
            left.changed("values of cases on sources", f"source “{source.name or source.guid}”", what)
        sources.append(_replaced(source, values=source.values + more) if more else source)
    return _replaced(project, sources=tuple(sources))


def _utc(moment: str) -> str:
    """A time in UTC to the second; as it is where it cannot be read so."""
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    read = read.astimezone(UTC) if read.tzinfo is not None else read
    return read.strftime("%Y-%m-%dT%H:%M:%SZ") if read.year >= 1000 else moment
