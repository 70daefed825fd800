"""Studies of three sizes, generated: the same bytes of text and the same codings for the same size.

    study     91 interviews x 60 kB,    20,000 codings, 150 codes, 6 members,  10 cases
    stress    1,000 interviews x 60 kB, 300,000 codings, 300 codes, 6 members,  50 cases
    extreme   5,000 sources x 60 kB,    1,000,000 codings, 500 codes, 6 members, 200 cases

The text is made of invented words in turns of an interviewer and a participant. Codings are put on in acts of one
source and member each; `promises/merging.py` has copies in which every coding is an act.
"""

from __future__ import annotations

import random
from pathlib import Path

import msgspec

from crosscase.model import (
    Attendance,
    Case,
    Code,
    Coding,
    Id,
    Interview,
    Member,
    Participant,
    Reading,
    Role,
    Settings,
    Source,
    Speaker,
    Turn,
    derived_id,
)
from crosscase.model.codes import Codebook
from crosscase.store.act import acting
from crosscase.store.store import Store

KEY = "ab" * 32


class Size(msgspec.Struct, frozen=True):
    """How large a generated study is."""

    name: str
    sources: int
    codings: int
    codes: int
    members: int
    cases: int
    characters: int = 60_000


SIZES = (
    Size("study", 91, 20_000, 150, 6, 10),
    Size("stress", 1_000, 300_000, 300, 6, 50),
    Size("extreme", 5_000, 1_000_000, 500, 6, 200),
)

_SYLLABLES = tuple(consonant + vowel for consonant in "bdfgklmnprst" for vowel in "aeio")


def vocabulary(random_of: random.Random, count: int = 8_000) -> list[str]:
    """Invented words; a few of them will be said most of the time."""
    return ["".join(random_of.choices(_SYLLABLES, k=random_of.choice((1, 2, 2, 3)))) for _ in range(count)]


def transcript(random_of: random.Random, words: list[str], characters: int) -> tuple[str, list[tuple[int, int, str]]]:
    """A transcript of about that many characters, and its turns (start, end, label) without their labels."""
    parts: list[str] = []
    turns: list[tuple[int, int, str]] = []
    at = 0
    asking = True
    while at < characters:
        label = "INT" if asking else "P"
        count = random_of.randint(5, 25) if asking else random_of.randint(30, 180)
        spoken = [words[min(len(words) - 1, int(random_of.paretovariate(0.6)) - 1)] for _ in range(count)]
        line = " ".join(spoken) + "."
        start = at + len(label) + 2
        turns.append((start, start + len(line), label))
        parts.append(f"{label}: {line}\n\n")
        at += len(parts[-1])
        asking = not asking
    return "".join(parts), turns


def generate(size: Size, path: Path) -> Path:
    """Make the study in a new file; one that is there already is left as it is."""
    if path.exists():
        return path
    half = path.with_suffix(".half")
    for leftover in (half, Path(f"{half}-wal"), Path(f"{half}-shm")):
        leftover.unlink(missing_ok=True)
    store = Store.create(half)
    random_of = random.Random(size.name)
    _fill(store, size, random_of)
    store.close()
    half.rename(path)
    return path


def _fill(store: Store, size: Size, random_of: random.Random) -> None:
    with acting(store, by="", verb="study.new") as act:
        act.add(Settings(title=f"Generated: {size.name}", key=KEY))
        members = [m.id for m in act.add_all([Member(name=f"member {n}") for n in range(size.members)])]
        act.by = members[0]
        cases = [c.id for c in act.add_all([Case(code=f"C{n:03}", position=n) for n in range(size.cases)])]
        roles = [r.id for r in act.add_all([Role(name=f"role {n}", position=n) for n in range(5)])]
        codes = [
            c.id for c in act.add_all([Code(name=f"code {n:03}", category=True, position=n) for n in range(size.codes)])
        ]
        act.finish()
    lengths: dict[Id, list[tuple[int, int, str]]] = {}
    words = vocabulary(random_of)
    for start in range(0, size.sources, 100):
        _sources(
            store,
            size,
            random_of,
            words,
            members[0],
            (cases, roles),
            range(start, min(size.sources, start + 100)),
            lengths,
        )
    book = derived_id("codebook", *sorted(codes))
    with acting(store, by=members[0], verb="reading.finish") as act:
        act.ensure_all([Codebook(id=book, codes=tuple(sorted(codes)))])
        act.add_all(
            [
                Reading(
                    id=derived_id("reading", member, source),
                    member=member,
                    source=source,
                    progress="done",
                    codebook=book,
                )
                for source in lengths
                for member in members[:2]
            ]
        )
        act.finish()
    _codings(store, size, random_of, members, codes, lengths)


def _sources(  # noqa: PLR0917 - what it takes to fill a study
    store: Store,
    size: Size,
    random_of: random.Random,
    words: list[str],
    member: Id,
    named: tuple[list[Id], list[Id]],
    numbers: range,
    lengths: dict[Id, list[tuple[int, int, str]]],
) -> None:
    cases, roles = named
    sources, texts, speakers, turns, people, interviews, attendances = [], {}, [], [], [], [], []
    with acting(store, by=member, verb="import.bundle") as act:
        ids = act.new_ids(2 * len(numbers))
        for index, n in enumerate(numbers):
            text, found = transcript(random_of, words, size.characters)
            source = derived_id("source", text, key=KEY)
            case, person, interview = cases[n % len(cases)], ids[2 * index], ids[2 * index + 1]
            people.append(Participant(id=person, identifier=f"P{n:05}", case=case, role=roles[n % 5]))
            interviews.append(Interview(id=interview, name=f"interview {n}", case=case))
            attendances.append(
                Attendance(id=derived_id("attendance", interview, person), interview=interview, participant=person)
            )
            sources.append(Source(id=source, name=f"source {n:05}", case=case, interview=interview))
            texts[source] = text
            asks, answers = derived_id("speaker", source, "INT"), derived_id("speaker", source, "P")
            speakers.append(Speaker(id=asks, source=source, label="INT", voice="interviewer"))
            speakers.append(Speaker(id=answers, source=source, label="P", voice="participant", participant=person))
            turns += [
                Turn(
                    id=derived_id("turn", source, str(start)), source=source, first=str(start), last=str(end - 1),
                    speaker=asks if label == "INT" else answers,
                )
                for start, end, label in found
            ]  # fmt: skip
            lengths[source] = found
        for rows in (people, interviews, attendances, sources, speakers, turns):
            act.add_all(rows)
        act.bring(texts)
        act.finish()


def _codings(  # noqa: PLR0917 - what it takes to fill a study
    store: Store,
    size: Size,
    random_of: random.Random,
    members: list[Id],
    codes: list[Id],
    lengths: dict[Id, list[tuple[int, int, str]]],
) -> None:
    each = size.codings // len(lengths)
    rest = size.codings - each * len(lengths)
    for index, (source, turns) in enumerate(lengths.items()):
        count = each + (1 if index < rest else 0)
        member = members[index % len(members)]
        spoken = [turn for turn in turns if turn[2] == "P"]
        rows = []
        for _ in range(count):
            start, end, _ = random_of.choice(spoken)
            low = random_of.randrange(start, end - 1)
            high = min(end, low + random_of.randint(20, 400))
            code = codes[min(len(codes) - 1, int(random_of.expovariate(6 / len(codes))))]
            rows.append(Coding(source=source, member=member, code=code, first=str(low), last=str(high - 1)))
        with acting(store, by=member, verb="coding.apply_all") as act:
            act.add_all(rows)
            act.finish()
