"""What reporting guidelines ask for, compiled: computed from the study, entered, missing, or with no place in it.

`compiled` gives every item of a guideline with its answer. What can be computed is computed anew each time; what
somebody entered stands before it. `gaps` lists what is missing by the last time at which it can be answered well.

What a careful reader would get wrong: a computed answer is what the study holds, and not that it is well told. Whether
the sampling makes sense is for the paper to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

import msgspec

from crosscase.model import GuidelineAnswer
from crosscase.model.table import Column, Table
from crosscase.reads.guideline_items import BY_KEY, ITEMS, WHEN, Guideline, Topic, When
from crosscase.reports.guideline_facts import FACTS
from crosscase.study import Study

State = Literal["computed", "entered", "missing", "not applicable"]
STATES: tuple[State, ...] = ("computed", "entered", "missing", "not applicable")


class TopicAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A topic with its answer.

    Attributes:
        computed: what the study says, also where somebody entered something else.
        items: every item that asks for it, `COREQ 12`.
    """

    key: str
    title: str
    asks: str
    when: When
    state: State
    words: str = ""
    computed: str = ""
    items: tuple[str, ...] = ()


class ItemLine(msgspec.Struct, frozen=True, kw_only=True):
    """An item of a guideline.

    Attributes:
        state: missing where anything that it asks for is; `missing` names that.
        topics: the keys of what answers it.
    """

    guideline: Guideline
    number: int
    title: str
    state: State
    words: str
    missing: tuple[str, ...]
    topics: tuple[str, ...]


def answered(study: Study) -> dict[str, TopicAnswer]:
    """Every topic with its answer, by key, in their order."""
    entered = {row.item: row for row in study.rows(GuidelineAnswer)}
    items: dict[str, list[str]] = {}
    for item in ITEMS:
        for key in item.topics:
            items.setdefault(key, []).append(f"{item.guideline} {item.number}")
    return {
        key: _answered(topic, FACTS, study, entered.get(key), tuple(items.get(key, ())))
        for key, topic in BY_KEY.items()
    }


def _answered(
    topic: Topic, facts: Mapping[str, Callable[[Study], str]], study: Study, entered: GuidelineAnswer | None,
    items: tuple[str, ...],
) -> TopicAnswer:  # fmt: skip
    computed = facts[topic.key](study) if topic.key in facts else ""
    state: State = "missing"
    if entered is not None:
        state = "entered" if entered.applies else "not applicable"
    elif computed:
        state = "computed"
    return TopicAnswer(
        key=topic.key, title=topic.title, asks=topic.asks, when=topic.when, state=state,
        words=entered.words if entered else computed, computed=computed, items=items,
    )  # fmt: skip


def compiled(study: Study, guideline: Guideline | None = None) -> list[ItemLine]:
    """Every item of a guideline (or of all) with its answer."""
    topics = answered(study)
    found = []
    for item in ITEMS:
        if guideline not in {None, item.guideline}:
            continue
        parts = [topics[key] for key in item.topics]
        missing = tuple(part.title for part in parts if part.state == "missing")
        states = {part.state for part in parts}
        state: State = "missing" if missing else "entered" if "entered" in states else "computed"
        if states == {"not applicable"}:
            state = "not applicable"
        words = [part.words if len(parts) == 1 else f"{part.title}: {part.words}" for part in parts if part.words]
        found.append(
            ItemLine(
                guideline=item.guideline, number=item.number, title=item.title, state=state, words=" ".join(words),
                missing=missing, topics=item.topics,
            )
        )  # fmt: skip
    return found


def gaps(study: Study) -> list[TopicAnswer]:
    """What is missing, first what can be answered for the shortest time."""
    missing = [one for one in answered(study).values() if one.state == "missing"]
    return sorted(missing, key=lambda one: WHEN.index(one.when))


def guideline_table(lines: list[ItemLine], invented: str = "") -> Table:
    """Items as a checklist."""
    columns = (
        Column("item", "Item"), Column("title", "Asks for"), Column("state", "State"), Column("words", "Answer"),
    )  # fmt: skip
    rows = tuple(
        (
            f"{one.guideline} {one.number}", one.title, one.state,
            f"{one.words} [missing: {', '.join(one.missing)}]".strip() if one.missing else one.words,
        )
        for one in lines
    )  # fmt: skip
    counts = ", ".join(f"{sum(one.state == state for one in lines)} {state}" for state in STATES)
    sources = (
        "COREQ: Tong, Sainsbury & Craig 2007; SRQR: O’Brien et al. 2014; GRIPP2-SF: Staniszewska et al. 2017. "
        "Titles are ours."
    )
    notes = tuple(filter(None, (invented, f"{counts}.", sources)))
    names = list(dict.fromkeys(one.guideline for one in lines))
    return Table(title=f"Reporting guidelines: {', '.join(names)}", columns=columns, rows=rows, notes=notes)


def gap_table(missing: list[TopicAnswer], invented: str = "") -> Table:
    """What is missing, as a list to work through."""
    columns = (
        Column("when", "While"), Column("key", "Topic"), Column("asks", "Asks"), Column("items", "For"),
    )  # fmt: skip
    rows = tuple((one.when, one.key, one.asks, ", ".join(one.items)) for one in missing)
    notes = tuple(filter(None, (invented, "TopicAnswer once, a topic serves every item that asks for it.")))
    return Table(title="What reporting guidelines still miss", columns=columns, rows=rows, notes=notes)
