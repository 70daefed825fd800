"""The study at one version, as columns: what all analyses read.

`Snapshot.load` reads everything through a `Reader`; `refreshed` gives the next snapshot after an act, reading
again only the kinds that changed. A snapshot never changes. Words and a few tables that not every analysis needs
are worked out when first asked for, and kept.

Two things to get wrong. Numbers (of cases, codes, codings …) are places in this one snapshot. And after a text
was corrected, its source must be among the changed: the offsets of turns and codings have moved with it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import polars as pl

from crosscase.errors import BadValueError
from crosscase.frames.bench import Bench, bench_of
from crosscase.frames.codes import Codes, Reads, codes_of, reads_of
from crosscase.frames.codings import Codings, Lies, codings_of, lies_of, without_idle
from crosscase.frames.configurations import Configurations, configurations_of
from crosscase.frames.frameworks import Addresses, Frameworks, frameworks_of
from crosscase.frames.intervals import Flags, Ints, new_lengths
from crosscase.frames.items import Items, items_of, variable_of
from crosscase.frames.listing import Listing
from crosscase.frames.people import (
    Cases,
    Members,
    Participants,
    Plan,
    Roles,
    cases_of,
    members_of,
    participants_of,
    plan_of,
    roles_of,
)
from crosscase.frames.reader import PLACED, READ, Reader, raw_columns
from crosscase.frames.sources import (
    Interviews,
    Sources,
    Speech,
    Turns,
    Units,
    interviews_of,
    sources_of,
    speech_of,
    turns_of,
    units_of,
    voiced,
)
from crosscase.frames.stacks import Stacks, stacks_of
from crosscase.frames.themes import Themes, analyses_of, themes_of
from crosscase.frames.topics import Topics, linked_topics, topic_names, topics_of
from crosscase.frames.variables import Variable, find_variable, variables_of
from crosscase.frames.words import SpokenWords, WordStarts, spoken_words
from crosscase.model import Id

T = TypeVar("T")

# At a million codings one table's grids take some tens of megabytes.
KEPT = 3


@dataclass(frozen=True, eq=False, repr=False)
class Snapshot:
    """Everything that is counted, at one version; see the modules of the types for what each holds.

    Attributes:
        version: digest of the heads it was read at.
        title: of the study.
        invented: words that every product must carry when the data are made up; else empty.
        primary: the grouping that leads in tables.
    """

    version: str
    title: str
    invented: str
    primary: Variable | None
    members: Members
    cases: Cases
    roles: Roles
    participants: Participants
    plan: Plan
    variables: tuple[Variable, ...]
    interviews: Interviews
    sources: Sources
    units: Units
    turns: Turns
    speech: Speech
    topics: Topics
    items: Items
    codes: Codes
    reads: Reads
    codings: Codings
    lies: Lies
    analyses: Listing
    themes: Themes
    raw: Mapping[str, pl.DataFrame]
    starts: WordStarts
    addresses: Addresses

    @classmethod
    def load(cls, reader: Reader) -> Snapshot:
        """Read the whole study."""
        raw = {kind: raw_columns(reader, kind) for kind in READ}
        return built(reader.version, raw, WordStarts(reader.text), reader.addresses)

    def refreshed(self, reader: Reader, changed: Mapping[str, Iterable[Id]]) -> Snapshot:
        """The snapshot at the reader's version.

        Args:
            reader: the study now.
            changed: by kind the ids of rows that were added, changed or removed since this snapshot. A corrected
                text names its source. Kinds that are not named are taken over as they are.
        """
        if reader.version == self.version:
            return self
        kinds = {kind for kind, ids in changed.items() if any(True for _ in ids)}
        if "source" in kinds:
            kinds |= set(PLACED)
        raw = {kind: raw_columns(reader, kind) if kind in kinds else self.raw[kind] for kind in READ}
        starts = self.starts.forgetting(reader.text, changed.get("source", ()))
        return built(reader.version, raw, starts, reader.addresses)

    def __repr__(self) -> str:
        sizes = f"{len(self.cases)} cases, {len(self.participants)} participants, {len(self.codings)} codings"
        return f"<Snapshot {self.version[:12]}: {sizes}>"

    def variable(self, name: str, subject: str = "") -> Variable:
        """The attribute or grouping of that name; `case:size` says whose it is.

        `item:A1` is what participants answered to an item, `level:A1` the same as low, middle and high.

        Raises:
            NotFoundError: there is none.
            AmbiguousError: several subjects have one of that name.
        """
        before, colon, after = name.partition(":")
        if colon and before in {"item", "level"} and not subject:
            return variable_of(self.items, self.items.find(after), merged=before == "level")
        if colon and before in {"case", "participant", "interview", "source"} and not subject:
            return find_variable(self.variables, after, before)
        return find_variable(self.variables, name, subject)

    def found(self, listing: Listing, names: Iterable[str]) -> Ints:
        """The numbers of things named by id, by name, or as all of a set: `set:NAME`.

        Raises:
            NotFoundError: a name that nothing has.
            AmbiguousError: a name that several have.
            BadValueError: a set of other things.
        """
        wanted: set[int] = set()
        for name in names:
            before, colon, after = name.partition(":")
            if colon and before == "set":
                wanted.update(self._in_set(listing, after))
            else:
                wanted.add(listing.find(name))
        return np.array(sorted(wanted), dtype=np.int64)

    def _in_set(self, listing: Listing, name: str) -> list[int]:
        rows = self.raw["set"].sort("name", "id")
        sets = Listing(
            "set", tuple(rows["id"]), tuple(rows["name"]), {thing: place for place, thing in enumerate(rows["id"])}
        )
        here = sets.find(name)
        of = rows["of"][here]
        if of != listing.kind:
            message = f"The set {name!r} holds {of}s, where {listing.kind}s are wanted."
            raise BadValueError(message)
        things = self.raw["set_member"].filter(pl.col("set") == sets.ids[here])["thing"]
        return [number for number in listing.numbers(things).tolist() if number >= 0]

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, kept under a key for as long as this snapshot lives; of older things the oldest goes."""
        memo: dict[Hashable, Any] = self.__dict__.setdefault("_kept", {})
        if key not in memo:
            made = make()
            while len(memo) >= KEPT:
                memo.pop(next(iter(memo)), None)
            memo[key] = made
            return made
        found: T = memo[key]
        return found

    @cached_property
    def bench(self) -> Bench:
        """What was compared, properties and relations of categories."""
        listings = {"case": self.cases, "theme": self.themes, "analysis": self.analyses}
        return bench_of(self.raw, self.codes, self.codings, listings)

    @cached_property
    def spoken(self) -> SpokenWords:
        """Words on units' lines; reads every text when first asked for."""
        return spoken_words(self.starts, self.sources.ids, self.units, self.speech)

    @cached_property
    def words_on(self) -> tuple[Ints, Ints]:
        """For each row of `lies`, its stretch on the unit's own line in words: (from, to)."""
        coding, unit = self.lies.coding, self.lies.unit
        text = self.codings.text[coding]
        return (
            np.where(text, self._own_words(unit, self.codings.start[coding]), 0),
            np.where(text, self._own_words(unit, self.codings.end[coding]), 0),
        )

    def _own_words(self, unit: Ints, offset: Ints) -> Ints:
        def ranks(units: Ints, offsets: Ints) -> Ints:
            return self.starts.ranks(self.sources.ids, self.units.source[units], offsets)

        return self.spoken.own(self.speech, unit, offset, ranks)

    @cached_property
    def stacks(self) -> Stacks:
        """Codings by code, and by code with all under it, in counting order."""
        return stacks_of(self.codes, self.codings, self.lies)

    @cached_property
    def stack_words(self) -> tuple[Ints, Ints]:
        """For each row of `stacks`, its stretch on the unit's own line in words: (from, to)."""
        begin, end = self.words_on
        return begin[self.stacks.row], end[self.stacks.row]

    @cached_property
    def new_stack_words(self) -> Ints:
        """For each row of `stacks` the words it adds to those before it in its stack.

        Of codings that are unreviewed, or say that it is not so, none; so it is right as long as no member is left out.
        """
        plain = ~(self.codings.unreviewed | self.codings.denied)
        stacks = self.stacks
        return new_lengths(stacks.stack.astype(np.int64), *self.stack_words, plain[stacks.coding])

    @cached_property
    def frameworks(self) -> Frameworks:
        """Frameworks with their cells, and whether what these rest on still stands."""
        return frameworks_of(self.raw, self.addresses)

    @cached_property
    def configurations(self) -> Configurations:
        """Configurational analyses with the scores of cases, and whether what these rest on still stands."""
        return configurations_of(self.raw, self.cases, self.addresses)

    @cached_property
    def shared(self) -> Flags:
        """Codings that lie on the words of several people."""
        return np.diff(self.lies.first) > 1

    @cached_property
    def word_ranks(self) -> tuple[Ints, Ints]:
        """For each coding how many words of its source start before its start, and before its end."""
        codings = self.codings
        return (
            self.starts.ranks(self.sources.ids, codings.source, codings.start),
            self.starts.ranks(self.sources.ids, codings.source, codings.end),
        )

    @cached_property
    def reading_order(self) -> Ints:
        """Codings on text in the order in which they stand in their sources."""
        codings = self.codings
        order = np.lexsort((codings.start, codings.source))
        return order[codings.text[order]]

    @cached_property
    def read_by_anyone(self) -> Flags:
        """Codes × sources: read for this code by at least one member."""
        return np.ascontiguousarray(self.reads.read(len(self.sources)).T)

    @cached_property
    def has_words(self) -> Flags:
        """Units with words of their own."""
        return np.bincount(self.speech.unit, minlength=len(self.units)) > 0


def built(version: str, raw: Mapping[str, pl.DataFrame], starts: WordStarts, addresses: Addresses) -> Snapshot:
    """The snapshot of rows by kind; texts and addresses are read when they are needed."""
    members, cases, roles = members_of(raw["member"]), cases_of(raw["case"]), roles_of(raw["role"])
    participants = participants_of(raw["participant"], cases, roles)
    interviews = interviews_of(raw["interview"], raw["attendance"], cases, participants)
    turns = voiced(raw["turn"], raw["speaker"])
    sources = sources_of(raw["source"], turns, cases, participants, interviews)
    units = units_of(sources, raw["speaker"], participants, interviews)
    speech = speech_of(turns, sources, participants, units)
    codes = codes_of(raw["code"])
    codings = codings_of(raw["coding"], codes, sources, members)
    units, speech, lies = without_idle(units, speech, lies_of(codings, sources, units, speech))
    names = topic_names(raw["topic"])
    asked = turns_of(turns, raw["question"], names, sources, participants)
    listings = {"case": cases, "participant": participants, "interview": interviews, "source": sources}
    variables = variables_of(raw["attribute"], raw["attribute_value"], listings)
    settings: dict[str, Any] = {"title": "", "invented": "", "primary": None}
    settings.update(next(raw["study"].iter_rows(named=True), {}))
    analyses = analyses_of(raw["analysis"])
    return Snapshot(
        version=version,
        title=settings["title"],
        invented=settings["invented"],
        primary=next((v for v in variables if v.id == settings["primary"]), None),
        members=members,
        cases=cases,
        roles=roles,
        participants=participants,
        plan=plan_of(raw["target"], raw["recruitment"], cases, roles),
        variables=variables,
        interviews=interviews,
        sources=sources,
        units=units,
        turns=asked,
        speech=speech,
        topics=topics_of(
            names,
            asked,
            sources,
            units,
            participants=len(participants),
            of_codes=linked_topics(raw["link"], codes, names),
        ),
        items=items_of(raw["question"], raw["instrument"], raw["answer"], participants),
        codes=codes,
        reads=reads_of(raw["reading"], raw["codebook"], codes, sources, members),
        codings=codings,
        lies=lies,
        analyses=analyses,
        themes=themes_of(raw, analyses, codes, codings),
        raw=raw,
        starts=starts,
        addresses=addresses,
    )
