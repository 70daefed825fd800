"""Who is compared with whom, on what they coded, in the sources that both have read.

A *voice* is a coder, a group of coders, or everybody who shares a perspective. `gathered` takes the original codings of
each voice and says which source it has read for which code.

What a careful reader would get wrong: what was agreed afterwards never enters. Codings of origin *agreed* are left out,
those by a rule that nobody accepted are counted apart, and so is what somebody coded in a source that they have not
read to the end: what they left uncoded there says nothing yet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses.agreement.asked import AgreementOptions
from crosscase.analyses.agreement.lattice import Lattice, lattice_of
from crosscase.analyses.scope import scope_of
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints

RECOGNISABLE = 3
"""A perspective that fewer people share can point to one of them."""


class NotTwoVoicesError(BadValueError):
    """Nobody is there to be compared with somebody."""

    code = "not-two-coders"


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody, or several together, whose codings are compared.

    Attributes:
        members: ids of who it is.
        recognisable: it is a perspective that fewer than three people share.
    """

    label: str
    members: tuple[str, ...]
    recognisable: bool = False


@dataclass(frozen=True, eq=False)
class Gathered:
    """Original codings of all voices, in the unit that is judged.

    Attributes:
        voices: whose.
        source, voice, code, start, end: of each coding, `start` and `end` in code points.
        begin, stop: the same in units.
        coding: its id. `member`: whose it is, a number. `denied`: it says that it is not so.
        read: voices × sources × codes.
        sources: numbers of those looked at.
        lattice: the units.
        apart: what was left out, in words.
    """

    voices: tuple[Voice, ...]
    source: Ints
    voice: Ints
    code: Ints
    start: Ints
    end: Ints
    begin: Ints
    stop: Ints
    coding: pl.Series
    member: Ints
    denied: Flags
    read: Flags
    sources: Ints
    lattice: Lattice
    apart: tuple[str, ...]


def gathered(
    snapshot: Snapshot, options: AgreementOptions, codes: Flags, perspectives: Mapping[str, Sequence[str]]
) -> Gathered:
    """What is compared.

    Args:
        snapshot: the study.
        options: what was asked.
        codes: which codes are looked at.
        perspectives: by perspective the ids of members who share it with others and agreed to its being told.

    Raises:
        BadValueError: fewer than two voices; a group that cannot be made out.
        NotFoundError, AmbiguousError: a name that cannot be found.
    """
    scope = scope_of(snapshot, options)
    inside = np.zeros(len(snapshot.sources), dtype=np.bool_)
    inside[snapshot.units.source[scope.units]] = True
    inside = (inside | scope.nobody) & scope.sources
    rows = _originals(snapshot, options, inside, codes)
    reading = _reading(snapshot, options, rows, inside, codes)
    voices, of_voice = _voices(snapshot, options, np.asarray(reading.any(axis=(1, 2))), perspectives)
    if len(voices) < 2:
        raise NotTwoVoicesError(
            "There are not two coders here who have read something to the end for these codes. Say who has read what "
            "with `crosscase read`, or take whoever coded a source for having read it (--read coded)."
        )
    read = np.stack([reading[members].any(axis=0) for members in of_voice])
    voice, row = _said_by(rows.member, of_voice)
    known = read[voice, rows.source[row], rows.code[row]]
    unread = int((~known).sum())
    voice, row = voice[known], row[known]
    sources = np.flatnonzero((read.sum(axis=0) >= 2).any(axis=1))
    source, code, start, end = rows.source[row], rows.code[row], rows.start[row], rows.end[row]
    chosen = (source, start, end)
    if options.segments:
        chosen = _segments(snapshot, options.segments)
    lattice = lattice_of(snapshot, options.units, sources, chosen)
    begin, stop = lattice.placed(source, start, end)
    return Gathered(
        voices, source, voice, code, start, end, begin, stop, rows.id.gather(row), rows.member[row], rows.denied[row],
        read, sources, lattice, _apart(rows, unread),
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class _Originals:
    id: pl.Series
    source: Ints
    code: Ints
    member: Ints
    start: Ints
    end: Ints
    denied: Flags
    unreviewed: int
    placed: int


def _originals(snapshot: Snapshot, options: AgreementOptions, inside: Flags, codes: Flags) -> _Originals:
    """Codings on text that somebody made by themselves."""
    raw = snapshot.raw["coding"]
    source, code = snapshot.sources.numbers(raw["source"]), snapshot.codes.numbers(raw["code"])
    member = snapshot.members.numbers(raw["member"])
    origin, place = raw["origin"], raw["place"]
    here = (source >= 0) & (code >= 0) & (member >= 0) & (origin != "agreed").to_numpy()
    here &= inside[source] & codes[code]
    rule = (origin == "rule").to_numpy() & raw["accepted"].is_null().to_numpy()
    unreviewed = here & rule
    if not options.include_unreviewed:
        here &= ~rule
    whole = (place == "whole").to_numpy()
    text = whole | (place == "text").to_numpy()
    placed = int((here & ~text).sum())
    row = np.flatnonzero(here & text)
    start = np.where(whole[row], 0, raw["start"].to_numpy()[row])
    end = np.where(whole[row], snapshot.sources.length[source[row]], raw["end"].to_numpy()[row])
    return _Originals(
        raw["id"].gather(row), source[row], code[row], member[row], start.astype(np.int64), end.astype(np.int64),
        (raw["stance"] == "no").to_numpy()[row], 0 if options.include_unreviewed else int(unreviewed.sum()), placed,
    )  # fmt: skip


def _segments(snapshot: Snapshot, code: str) -> tuple[Ints, Ints, Ints]:
    """The stretches of a code with what lies under it, whoever put them there, agreed ones too."""
    below = snapshot.codes.below(snapshot.codes.find(code))
    codings = snapshot.codings
    wanted = (codings.code >= below.start) & (codings.code < below.stop) & codings.text
    return codings.source[wanted], codings.start[wanted], codings.end[wanted]


def _reading(snapshot: Snapshot, options: AgreementOptions, rows: _Originals, inside: Flags, codes: Flags) -> Flags:
    """Members × sources × codes: who has read what for what."""
    people = len(snapshot.members)
    found = np.zeros((people, len(snapshot.sources), len(snapshot.codes)), dtype=np.bool_)
    if options.read == "coded":
        found[rows.member, rows.source] = True
    else:
        for member in range(people):
            found[member] = snapshot.reads.read(len(snapshot.sources), np.array([member], dtype=np.int64))
    found[:, ~inside] = False
    found[:, :, ~codes] = False
    return found


def _voices(
    snapshot: Snapshot, options: AgreementOptions, reads: Flags, perspectives: Mapping[str, Sequence[str]]
) -> tuple[tuple[Voice, ...], list[list[int]]]:
    members = snapshot.members
    asked = snapshot.found(members, options.members).tolist() if options.members else None
    if options.groups:
        return _grouped(snapshot, options.groups)
    if asked is None:
        asked = [one for one in np.flatnonzero(reads).tolist() if not members.machine[one]]
    if options.by == "perspectives":
        return _by_perspective(snapshot, asked, perspectives)
    voices = tuple(Voice(label=members.labels[one], members=(members.ids[one],)) for one in asked)
    return voices, [[one] for one in asked]


def _grouped(snapshot: Snapshot, groups: tuple[str, ...]) -> tuple[tuple[Voice, ...], list[list[int]]]:
    voices, numbers = [], []
    for group in groups:
        name, equals, listed = group.partition("=")
        if not equals or not name.strip() or not listed.strip():
            raise BadValueError(f"{group!r} is no group of coders. Write NAME=CODER,CODER.")
        found = snapshot.found(snapshot.members, [one.strip() for one in listed.split(",") if one.strip()]).tolist()
        voices.append(Voice(label=name.strip(), members=tuple(snapshot.members.ids[one] for one in found)))
        numbers.append(found)
    return tuple(voices), numbers


def _by_perspective(
    snapshot: Snapshot, asked: list[int], perspectives: Mapping[str, Sequence[str]]
) -> tuple[tuple[Voice, ...], list[list[int]]]:
    voices, numbers = [], []
    for name, ids in sorted(perspectives.items()):
        found = sorted({snapshot.members.number[one] for one in ids if one in snapshot.members.number} & set(asked))
        if found:
            held = tuple(snapshot.members.ids[one] for one in found)
            voices.append(Voice(label=name, members=held, recognisable=len(found) < RECOGNISABLE))
            numbers.append(found)
    if len(voices) < 2:
        raise NotTwoVoicesError(
            "There are not two perspectives to set side by side. Perspectives are their member's own: they are named "
            "here only when whoever holds them has said that they may be shared."
        )
    return tuple(voices), numbers


def _said_by(member: Ints, of_voice: list[list[int]]) -> tuple[Ints, Ints]:
    """Every coding once for each voice that its member belongs to: (voice, row)."""
    found = [(np.full(len(rows), voice), rows) for voice, members in enumerate(of_voice)
             for rows in [np.flatnonzero(np.isin(member, members))]]  # fmt: skip
    return np.concatenate([one for one, _ in found]), np.concatenate([one for _, one in found])


def _apart(rows: _Originals, unread: int) -> tuple[str, ...]:
    told = (
        (rows.unreviewed, "by rule that nobody has reviewed"),
        (unread, "in sources that their coder has not read to the end for the code"),
        (rows.placed, "on images or recordings"),
    )
    return tuple(f"{count:,} {'coding' if count == 1 else 'codings'} {what}" for count, what in told if count)
