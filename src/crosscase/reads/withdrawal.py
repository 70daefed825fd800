"""What taking somebody's words out of a study would touch, found before anything is done.

Whose words: a source that is a participant's own (they are the only one interviewed in it) goes as a whole; in a group
interview their turns go. Then everything else in the vault is looked through: memos, definitions, themes, reasons, and
other transcripts may hold 20 or more characters of theirs, or their name.

What a careful reader would get wrong: rows that were removed and texts that were corrected away still have their
words in the vault. All versions are looked at, not only what can be seen now.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import select

from crosscase.journal.changes import Corrected, Erased
from crosscase.journal.redaction import Words
from crosscase.model import Evidence, Id, Product, Span
from crosscase.reads.held import Held, Spoken, Stretches
from crosscase.store import erasing
from crosscase.store.store import Store
from crosscase.store.tables import ROWS

_KEPT = {"participant": frozenset({"name", "note"}), "source": frozenset({"description", "file"}),
         "consent": frozenset({"note"}), "answer": frozenset({"values"}), "summary": frozenset({"words"}),
         "given_back": frozenset({"said", "changed"}), "quotation": frozenset({"printed", "note"})}  # fmt: skip
"""With the codings kept, these fields of the subject's rows go; identifiers, titles and attributes count on."""
_NAME_PART = 3


class Mention(msgspec.Struct, frozen=True):
    """Writing of others in which the words or the name stand: the kind and the row (empty: several), code points."""

    kind: str
    row: Id
    characters: int


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """Everything an erasure touches.

    Attributes:
        change: what is to be erased; `blotted`: the cells that stay with blots.
        sources: those that go as a whole; `groups`: in which others speak too, with how many turns of theirs.
        undated: sources of which cannot be told whether they are from before a date.
        codings, quotations: on their words alone.
        mentions: writing of others that is blotted; `transcripts`: other sources in which the same words stand.
        attributes: how many values of theirs.
        vivo: codes named with their words.
        themes: that rest on codings which go.
        products: reports and exports that hold their words.
        reasons: in how many reasons given in the journal the words stand.
        names: what was looked for as a name.
    """

    change: Erased
    blotted: tuple[str, ...] = ()
    sources: tuple[Id, ...] = ()
    groups: dict[Id, int] = {}
    undated: tuple[Id, ...] = ()
    codings: tuple[Id, ...] = ()
    quotations: tuple[Id, ...] = ()
    mentions: tuple[Mention, ...] = ()
    transcripts: dict[Id, int] = {}
    attributes: int = 0
    vivo: tuple[Id, ...] = ()
    themes: tuple[Id, ...] = ()
    products: tuple[Id, ...] = ()
    reasons: int = 0
    names: tuple[str, ...] = ()


def participant_reach(
    store: Store,
    participant: Id,
    *,
    keep_codings: bool = False,
    since: str = "",
    names: Sequence[str] | None = None,
    spare_others: bool = False,
) -> Reach:
    """What erasing a participant touches.

    Args:
        keep_codings: their words and name go, the codings and counts stay.
        since: only what was collected on this ISO date or later.
        names: what to look for as their name, instead of the name on record and its parts (with `since`: none).
        spare_others: leave the same words in other people's transcripts, where these said them themselves.
    """
    with store.reading() as connection:
        study = Held.read(store, connection)
        signposts = {row: into for row, into in study.table("participant", "merged_into") if into}
        people = {participant} | {row for row in signposts if _leads_to(signposts, row, participant)}
        dates = _dates(study)
        own, groups = _theirs(study, people)
        undated = tuple(sorted(s for s in (*own, *groups) if since and not _iso(dates.get(s, ""))))
        if since:
            own = {s for s in own if _iso(dates.get(s, "")) and dates[s] >= since}
            groups = {s for s in groups if _iso(dates.get(s, "")) and dates[s] >= since}
        looked_for = [(name, False) for name in names] if names is not None else []
        if names is None and not since:
            looked_for = _names_of(study, people)
        return _reach(
            study, "participant", participant, people=people if not since else set(), own=own, groups=groups,
            speaking=people, undated=undated, keep_codings=keep_codings, spare_others=spare_others,
            names=looked_for, answers=_answers(study, people, since=since, keep_codings=keep_codings),
        )  # fmt: skip


def source_reach(store: Store, source: Id, *, keep_codings: bool = False, spare_others: bool = False) -> Reach:
    """What erasing one source with all its words touches."""
    with store.reading() as connection:
        study = Held.read(store, connection)
        return _reach(
            study, "source", source, people=set(), own={source}, groups=set(), speaking=set(), undated=(),
            keep_codings=keep_codings, spare_others=spare_others, names=[], answers=set(),
        )  # fmt: skip


def span_reach(store: Store, source: Id, span: Span) -> Reach:
    """What erasing a stretch of a source (code points of the text as it reads now) touches."""
    with store.reading() as connection:
        study = Held.read(store, connection)
        runs = study.runs(source)
        spoken = Spoken(study)
        spoken.within(study.texts([source])[source], [runs.anchor(span)])
        return with_mentions(study, Erased("source", source, {}, spoken=spoken.done()), {source})


def _reach(
    study: Held, kind: str, thing: Id, *, people: set[Id], own: set[Id], groups: set[Id], speaking: set[Id],
    undated: tuple[Id, ...], keep_codings: bool, spare_others: bool, names: Sequence[tuple[str, bool]],
    answers: set[Id],
) -> Reach:  # fmt: skip
    speakers = study.table("speaker", "source", "voice", "participant")
    theirs = {row for row, source, _, who in speakers if who in speaking and (source in own or source in groups)}
    asking = {row for row, _, voice, _ in speakers if voice == "interviewer"}
    turns = [t for t in study.table("turn", "source", "speaker", "first", "last") if t[3]]
    brought = study.texts(own | groups)
    spoken = Spoken(study)
    counted: dict[Id, int] = {}
    for source in own | groups:
        said = [
            (first, last)
            for _, where, speaker, first, last in turns
            if where == source and (speaker in theirs or (source in own and speaker not in asking))
        ]
        counted[source] = len(said)
        if said:
            spoken.within(brought[source], said)
        elif source in own:
            spoken.whole(brought[source])
    # A label in an interview with others is part of their transcript: only a name in it goes.
    rows = people | own | {row for row, source, _, _ in speakers if source in own}
    values = {row for row, of in study.table("attribute_value", "of") if of in rows}
    rows |= values | {row for row, who in study.table("consent", "participant") if who in people}
    quotations = _lying_on("quotation", study, own, groups, theirs)
    rows |= answers | _written_of(study, people) | set(quotations)
    gone = study.row_cells(rows, _KEPT if keep_codings else None)
    gone += [change.words for source in own for _, change in brought[source] if change.words]
    vivo, their_labels = _in_vivo(study, spoken.done(), own | groups)
    files = {file for row, file in study.table("source", "original") if row in own | groups and file}
    change = Erased(
        kind, thing, dict.fromkeys((*(cell for cell in gone if cell in study.cells), *their_labels), ""),
        rows=tuple(sorted(rows)), spoken=spoken.done(), named=_stretches_of_names(study, names),
        files=tuple(sorted(files)),
    )  # fmt: skip
    found = with_mentions(study, change, own | groups, spare_others=spare_others, names=tuple(n for n, _ in names))
    codings = _lying_on("coding", study, own, groups, theirs)
    evidence = study.store.rows(Evidence, coding=codings) if codings and not keep_codings else []
    return msgspec.structs.replace(
        found,
        sources=tuple(sorted(own)),
        groups={source: counted[source] for source in sorted(groups)},
        undated=undated,
        codings=tuple(codings),
        quotations=tuple(quotations),
        attributes=len(values),
        vivo=vivo,
        themes=tuple(sorted({one.theme for one in evidence})),
        products=tuple(p.id for p in study.store.rows(Product) if people & set(p.participants)),
    )


def _written_of(study: Held, people: set[Id]) -> set[Id]:
    """What was charted of them in others' words, and what they said to something that they were given to read."""
    charted = {row for row, of in study.table("summary", "row") if of in people}
    return charted | {row for row, who in study.table("given_back", "participant") if who in people}


def _answers(study: Held, people: set[Id], *, since: str, keep_codings: bool) -> set[Id]:
    """Their answers to questionnaires; with a date, those of meetings from then on.

    An option that was chosen counts on where codings do; what was written is in the participant's own words.
    """
    written = {row for row, nature in study.table("question", "nature") if nature == "text"}
    meetings = {row for row, date in study.table("interview", "date") if _iso(date) and date >= since}
    return {
        row
        for row, item, who, met in study.table("answer", "question", "participant", "interview")
        if who in people and (item in written or not keep_codings) and (not since or met in meetings)
    }


def _leads_to(signposts: Mapping[Id, Id], row: Id, target: Id) -> bool:
    steps = 0
    while row in signposts and steps <= len(signposts):
        row, steps = signposts[row], steps + 1
        if row == target:
            return True
    return False


def _dates(study: Held) -> dict[Id, str]:
    meetings = dict(study.table("interview", "date"))
    return {row: date or meetings.get(met, "") for row, date, met in study.table("source", "date", "interview")}


def _iso(date: str) -> bool:
    return len(date) >= len("2026-01-31") and date[:4].isdigit() and date[4] == "-"


def _theirs(study: Held, people: set[Id]) -> tuple[set[Id], set[Id]]:
    """The sources in which only these people were interviewed, and those in which others were too."""
    voices: dict[Id, set[Id | None]] = {}
    for _, source, voice, who in study.table("speaker", "source", "voice", "participant"):
        if voice != "interviewer":
            voices.setdefault(source, set()).add(who)
    own: set[Id] = set()
    groups: set[Id] = set()
    for source, who in study.table("source", "participant"):
        heard = voices.get(source, set())
        others = {one for one in heard if one is not None} - people
        if who in people:
            (groups if others else own).add(source)
        elif heard & people:
            (own if heard <= people else groups).add(source)
    return own, groups


def _names_of(study: Held, people: set[Id]) -> list[tuple[str, bool]]:
    """Every name that these people were ever on record with, and whether it is a part of one."""
    found: dict[str, bool] = {}
    for cell in study.row_cells(people, {"participant": frozenset({"name"})}):
        name = study.words(cell)
        if name.strip("█ "):
            found[name] = False
            for part in name.split():
                if len(part) >= _NAME_PART and part[0].isupper() and part != name:
                    found.setdefault(part.strip(".,"), True)
    return list(found.items())


def _stretches_of_names(study: Held, names: Sequence[tuple[str, bool]]) -> dict[str, Stretches]:
    """A place in the vault for each name, so that whoever has not seen the erasure can tell what it was."""
    wanted = {name for name, _ in names}
    found: dict[str, list[tuple[int, int]]] = {}
    for cell, (words, _, _) in sorted(study.cells.items()):
        for name in sorted(wanted):
            places = Words(names=[name]).stretches(words)
            if places:
                found.setdefault(cell, []).append(places[0])
                wanted.discard(name)
        if not wanted:
            break
    return {cell: tuple(sorted(places)) for cell, places in found.items()}


def _in_vivo(study: Held, spoken: Mapping[str, Stretches], sources: set[Id]) -> tuple[tuple[Id, ...], list[str]]:
    """Codes named with these words, and the cells of those names."""
    said = "\n".join(
        " ".join(study.words(cell)[first : first + length].casefold().split())
        for cell, stretches in spoken.items()
        for first, length in stretches
    )
    made = {
        code
        for _, code, source, origin in study.table("coding", "code", "source", "origin")
        if origin == "in vivo" and source in sources
    }
    named = {
        row: name
        for row, name in study.table("code", "name")
        if row in made and " ".join(name.casefold().split()) in said
    }
    labels = set(named.values())
    cells = [cell for cell, (words, kind, _) in study.cells.items() if kind == "code" and words in labels]
    return tuple(sorted(named)), cells


def _lying_on(kind: str, study: Held, own: set[Id], groups: set[Id], speakers: set[Id]) -> list[Id]:
    """Rows of a kind, still there, on these people's words alone."""
    table = ROWS[kind]
    there = select(table.c.id, table.c.source, table.c.start, table.c.end).where(table.c.removed.is_(False))
    spans = ROWS["turn"]
    mine: dict[Id, list[Span]] = {}
    for source, start, end in study.connection.execute(
        select(spans.c.source, spans.c.start, spans.c.end)
        .where(spans.c.removed.is_(False), spans.c.source.in_(groups), spans.c.speaker.in_(speakers))
        .order_by(spans.c.source, spans.c.start)
    ):
        mine.setdefault(source, []).append(Span(start, end))
    return [
        row
        for row, source, start, end in study.connection.execute(there.order_by(table.c.id))
        if source in own or any(turn.start <= start < end <= turn.end for turn in mine.get(source, ()))
    ]


def with_mentions(
    study: Held, change: Erased, theirs: set[Id], *, spare_others: bool = False, names: tuple[str, ...] = ()
) -> Reach:
    """Look through all the rest of the vault."""
    taken = erasing.words_erased([change], {cell: words for cell, (words, _, _) in study.cells.items()})
    text_of = {
        c.words: c.source for one in study.entries for c in one.entry.changes if isinstance(c, Corrected) and c.words
    }
    blotted_cells: dict[str, None] = {}
    mentions: dict[tuple[str, Id], int] = {}
    transcripts: dict[Id, int] = {}
    reasons = 0
    for cell, (words, kind, row) in study.cells.items():
        if cell in change.cells:
            continue
        structural = erasing.stretches_of(change, cell)
        source = text_of.get(cell)
        if source is not None and source not in theirs and spare_others and not structural:
            continue
        if not structural and taken.blotted(words) == words:
            continue
        blotted_cells[cell] = None
        characters = sum(length for _, length in taken.stretches(words))
        if source is not None:
            transcripts[source] = transcripts.get(source, 0) + (0 if source in theirs else characters)
        elif kind == "entry":
            reasons += 1
        else:
            mentions[kind, row] = mentions.get((kind, row), 0) + characters
    elsewhere = {source: n for source, n in transcripts.items() if source not in theirs}
    originals = {file for row, file in study.table("source", "original") if row in transcripts and file}
    return Reach(
        change=msgspec.structs.replace(change, files=tuple(sorted({*change.files, *originals}))),
        blotted=tuple(blotted_cells),
        mentions=tuple(Mention(kind, row, n) for (kind, row), n in sorted(mentions.items())),
        transcripts=elsewhere,
        reasons=reasons,
        names=names,
    )
