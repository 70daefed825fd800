"""Who was asked about what, and who spoke of it.

A turn that names a topic, or a question of that topic, and is nobody's own speech *asks*. What participants say from
there to the next asking answers it, follow-ups included. Words under a topic before anybody asked about it in that
source were *volunteered*. A participant who declined has been asked and has said nothing.

What a careful reader would get wrong: where no turn of a source names a topic, nobody knows what was asked there.
That is not the same as *not asked*.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from crosscase.frames.codes import Codes
from crosscase.frames.intervals import Flags, Ints
from crosscase.frames.listing import Listing
from crosscase.frames.sources import Sources, Turns, Units

NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, eq=False)
class Topics(Listing):
    """The topics, by position and name.

    Attributes:
        known: of each source, whether any of its turns names a topic.
        asked_at: sources × topics, where it was first asked in code points; `NEVER` where it was not.
        answered, volunteered, declined: units × topics.
        of_codes: (code, topic) numbers that links join.
    """

    known: Flags
    asked_at: Ints
    answered: Flags
    volunteered: Flags
    declined: Flags
    of_codes: tuple[Ints, Ints]


def topic_names(raw: pl.DataFrame) -> Listing:
    """The topics as a listing, which turns refer to."""
    kept = raw.sort("position", "name", "id")
    order = tuple(kept["id"])
    return Listing("topic", order, tuple(kept["name"]), {thing: n for n, thing in enumerate(order)})


def topics_of(
    names: Listing, turns: Turns, sources: Sources, units: Units, *, participants: int, of_codes: tuple[Ints, Ints]
) -> Topics:
    """What was asked and said, from the turns."""
    own = turns.participant >= 0
    named = turns.topic >= 0
    asks = named & ~own
    known = np.zeros(len(sources), dtype=np.bool_)
    known[turns.source[named]] = True
    asked_at = np.full((len(sources), len(names)), NEVER, dtype=np.int64)
    asked_by = asks | (named & own & turns.question)
    np.minimum.at(asked_at, (turns.source[asked_by], turns.topic[asked_by]), turns.start[asked_by])

    topic = talked_of(turns)
    spoke = np.flatnonzero(own & (topic >= 0))
    source, topic = turns.source[spoke], topic[spoke]
    unit = units.of(source, turns.participant[spoke], participants)
    unasked = turns.start[spoke] < asked_at[source, topic]
    declines = turns.declined[spoke]
    held = {name: np.zeros((len(units), len(names)), dtype=np.bool_) for name in ("asked", "unasked", "declined")}
    held["asked"][unit[~unasked & ~declines], topic[~unasked & ~declines]] = True
    held["unasked"][unit[unasked & ~declines], topic[unasked & ~declines]] = True
    held["declined"][unit[declines], topic[declines]] = True
    return Topics(
        names.kind, names.ids, names.labels, names.number, known, asked_at,
        held["asked"], held["unasked"], held["declined"], of_codes,
    )  # fmt: skip


def talked_of(turns: Turns) -> Ints:
    """The topic of each turn: its own, else that of the last asking before it in the same source; -1 for none."""
    named = turns.topic >= 0
    asks = named & (turns.participant < 0)
    row = np.maximum.accumulate(np.where(asks, np.arange(len(asks)), -1)) if len(asks) else np.zeros(0, np.int64)
    carried = np.where((row >= 0) & (turns.source[row] == turns.source), turns.topic[row], -1)
    return np.where(named, turns.topic, carried)


def linked_topics(links: pl.DataFrame, codes: Codes, topics: Listing) -> tuple[Ints, Ints]:
    """Which codes are about which topics: (code, topic) numbers of the links between them, in either direction."""
    here = links.filter((pl.col("from_kind") == "code") & (pl.col("to_kind") == "topic"))
    back = links.filter((pl.col("from_kind") == "topic") & (pl.col("to_kind") == "code"))
    pairs = pl.DataFrame(
        {
            "code": np.concatenate([codes.numbers(here["from_thing"]), codes.numbers(back["to_thing"])]),
            "topic": np.concatenate([topics.numbers(here["to_thing"]), topics.numbers(back["from_thing"])]),
        }
    )
    pairs = pairs.filter((pl.col("code") >= 0) & (pl.col("topic") >= 0)).unique().sort(pl.all())
    return pairs["code"].to_numpy(), pairs["topic"].to_numpy()
