"""The rows and columns of a table: what they are called, and what belongs to them.

Three kinds of axis. *What* was said: codes, categories, themes (or anything at all). *Who* said it: cases, sampling
roles, participants, a grouping or another attribute. And by *whom* it was coded: members. This module holds the
line itself and the first kind; `who` holds the second.

A parent among codes and themes gives two lines: itself, and (marked `below`) itself with all that lies under it.
The second holds each coding once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec
import numpy as np

from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.codes import Tree
from crosscase.frames.intervals import Flags, Ints, expanded, joined
from crosscase.model import Id

LineKind = Literal["code", "theme", "any", "case", "role", "participant", "value", "member", "all", "topic", "set"]


class Line(msgspec.Struct, frozen=True):
    """A row or a column.

    Attributes:
        key: stable and unique in its table: an id, an id with `+` (with what lies under it), `all`, `any`, or
            `<attribute id>=<value>`.
        label: for people.
        kind: what it is.
        id: of the thing; of the attribute for a value.
        depth: how deep it lies in its tree.
        below: with all that lies under it.
    """

    key: str
    label: str
    kind: LineKind
    id: Id = ""
    depth: int = 0
    below: bool = False


ANYTHING = Line("any", "any coding", "any")
EVERYTHING = Line("all", "All", "all")


@dataclass(frozen=True, eq=False)
class What:
    """Lines of codes or themes, and the codings that are theirs.

    Attributes:
        lines: in reading order.
        stacks: for lines that are codes, their stacks (`Snapshot.stacks`); None for others.
        pairs: for other lines (line, coding, against), ordered by line; each pair once.
        needs: (line, code): a source has been read for a line when it was read for all of these; a line without any
            asks only that somebody finished reading.
        key: what was asked for; the same gives the same lines.
    """

    lines: tuple[Line, ...]
    stacks: Ints | None
    pairs: tuple[Ints, Ints, Flags]
    needs: tuple[Ints, Ints]
    key: tuple[Hashable, ...]


def what_axis(snapshot: Snapshot, name: str, *, codes: tuple[str, ...] = (), analysis: str = "") -> What:
    """The axis called `codes`, `categories`, `themes` or `any`.

    Args:
        snapshot: the study.
        name: of the axis.
        codes: only these (with what lies under them); for `any`, codings with one of these.
        analysis: only its themes.

    Raises:
        BadValueError: there is nothing to show on it.
        NotFoundError, AmbiguousError: a code or analysis that cannot be found.
    """
    key = (name, codes, analysis)
    if name == "themes":
        return _themes(snapshot, analysis, key)
    chosen = _chosen(snapshot, codes)
    if name == "any":
        return _any(snapshot, chosen if codes else None, key)
    places = [place for place in chosen if name == "codes" or snapshot.codes.category[place]]
    if not places:
        wanted = "codes" if name == "codes" else "codes that were taken up as categories"
        message = f"There are no {wanted} in this study yet."
        raise BadValueError(message)
    return _codes(snapshot, places, key)


def chosen(lines: Sequence[Line], keys: Sequence[str]) -> list[int]:
    """The places of lines by their keys, in the order in which they are named; all, where none are.

    Raises:
        BadValueError: there is no such line.
    """
    if not keys:
        return list(range(len(lines)))
    places = {line.key: place for place, line in enumerate(lines)}
    lacking = next((key for key in keys if key not in places), None)
    if lacking is not None:
        message = f"There is no row or column {lacking!r} in this table."
        raise BadValueError(message)
    return [places[key] for key in keys]


def _chosen(snapshot: Snapshot, codes: tuple[str, ...]) -> list[int]:
    """All codes, or those named with all under them; retired ones only while they have codings."""
    tree = snapshot.codes
    named = range(len(tree)) if not codes else snapshot.found(tree, codes).tolist()
    places = sorted({place for name in named for place in tree.below(name)})
    used = np.bincount(snapshot.codings.code, minlength=len(tree)) > 0
    return [place for place in places if used[place] or not tree.retired[place]]


def _codes(snapshot: Snapshot, places: list[int], key: tuple[Hashable, ...]) -> What:
    tree, stacks, names = snapshot.codes, snapshot.stacks, distinct_labels(snapshot.codes)
    lines: list[Line] = []
    chosen: list[int] = []
    needs: list[list[int]] = []
    for place in places:
        line = Line(tree.ids[place], names[place], "code", tree.ids[place], int(tree.depth[place]))
        lines.append(line)
        chosen.append(int(stacks.own[place]))
        needs.append([place])
        if tree.size[place] > 1:
            lines.append(msgspec.structs.replace(line, key=f"{line.key}+", below=True))
            chosen.append(int(stacks.below[place]))
            needs.append(offered(snapshot, place))
    none = np.zeros(0, dtype=np.int64)
    return What(tuple(lines), np.array(chosen, dtype=np.int64), (none, none, none.astype(np.bool_)), _csr(needs), key)


def distinct_labels(tree: Tree) -> list[str]:
    """Labels, and for things that share one their path."""
    count = Counter(tree.labels)
    return [label if count[label] == 1 else tree.path(place) for place, label in enumerate(tree.labels)]


def offered(snapshot: Snapshot, code: int) -> list[int]:
    """The codes that have to be read for: the code and all under it, without the retired ones under it."""
    tree = snapshot.codes
    return [place for place in tree.below(code) if place == code or not tree.retired[place]]


def _any(snapshot: Snapshot, places: list[int] | None, key: tuple[Hashable, ...]) -> What:
    codings = snapshot.codings
    if places is None:
        rows = np.arange(len(codings), dtype=np.int64)
        line, needs = ANYTHING, []
    else:
        tree = snapshot.codes
        rows = np.flatnonzero(np.isin(codings.code, np.array(places, dtype=np.int64)))
        label = " or ".join(tree.labels[place] for place in places if tree.parent[place] not in places)
        line, needs = msgspec.structs.replace(ANYTHING, label=label), places
    pairs = (np.zeros(len(rows), dtype=np.int64), rows, codings.denied[rows])
    return What((line,), None, pairs, _csr([needs]), key)


def _themes(snapshot: Snapshot, analysis: str, key: tuple[Hashable, ...]) -> What:
    themes, names = snapshot.themes, distinct_labels(snapshot.themes)
    places = list(range(len(themes)))
    if analysis:
        wanted = snapshot.analyses.find(analysis)
        places = [place for place in places if themes.analysis[place] == wanted]
    if not places:
        message = "There are no themes in this study yet." if not analysis else f"{analysis!r} has no themes yet."
        raise BadValueError(message)
    lines: list[Line] = []
    groups: list[list[int]] = []
    for place in places:
        line = Line(themes.ids[place], names[place], "theme", themes.ids[place], int(themes.depth[place]))
        lines.append(line)
        groups.append([place])
        if themes.size[place] > 1:
            lines.append(msgspec.structs.replace(line, key=f"{line.key}+", below=True))
            groups.append(list(themes.below(place)))
    needs = [
        sorted({code for theme in group for code in _origins(snapshot, theme)}) for group in groups
    ]  # fmt: skip
    return What(tuple(lines), None, _evidence(snapshot, groups), _csr(needs), key)


def _origins(snapshot: Snapshot, theme: int) -> list[int]:
    """The codes a theme was developed from, with what lies under them."""
    steps = [step for step in snapshot.themes.lineage if step.theme == theme and step.how != "dropped"]
    return [code for step in steps if step.code >= 0 for code in offered(snapshot, step.code)]


def charted(snapshot: Snapshot, things: Sequence[tuple[str, Id]]) -> What:
    """Themes and codes in one list, each with all that lies under it; those that are no longer there are left out.

    Args:
        snapshot: the study.
        things: kind (`theme` or `code`) and id of each, in order.
    """
    codes, themes = snapshot.codes, snapshot.themes
    evidence = theme_codings(snapshot) if any(kind == "theme" for kind, _ in things) else []
    labels = {"code": distinct_labels(codes), "theme": distinct_labels(themes)}
    lines: list[Line] = []
    found: list[tuple[Ints, Flags]] = []
    needs: list[list[int]] = []
    for kind, thing in things:
        tree: Tree = themes if kind == "theme" else codes
        place = tree.number.get(thing, -1)
        if place < 0 or any(line.id == tree.ids[place] for line in lines):
            continue
        below = tree.below(place)
        lines.append(
            Line(tree.ids[place], labels[kind][place], "theme" if kind == "theme" else "code", tree.ids[place],
                 int(tree.depth[place]), below=len(below) > 1)
        )  # fmt: skip
        if kind == "theme":
            rows, needed = of_theme(snapshot, place, evidence)
        else:
            rows, needed = of_code(snapshot, place)
        found.append(rows)
        needs.append(needed)
    return gathered(lines, found, needs, ("charted", tuple(line.key for line in lines)))


def of_code(snapshot: Snapshot, place: int) -> tuple[tuple[Ints, Flags], list[int]]:
    """A code with all under it: its codings, which of them speak against it, and the codes that have to be read for."""
    codings = snapshot.codings
    rows = np.flatnonzero(np.isin(codings.code, np.array(snapshot.codes.below(place))))
    return (rows, codings.denied[rows]), offered(snapshot, place)


def of_theme(
    snapshot: Snapshot, place: int, evidence: list[tuple[Ints, Flags]]
) -> tuple[tuple[Ints, Flags], list[int]]:
    """The same of a theme with its subthemes; `evidence` is that of all themes, see `theme_codings`."""
    below = snapshot.themes.below(place)
    needed = sorted({code for theme in below for code in _origins(snapshot, theme)})
    return _placed_under(evidence, list(below)), needed


def gathered(
    lines: Sequence[Line], found: Sequence[tuple[Ints, Flags]], needs: list[list[int]], key: tuple[Hashable, ...]
) -> What:
    """An axis from its lines, the codings of each with what speaks against it, and the codes each needs read."""
    line = np.repeat(np.arange(len(lines)), [len(rows) for rows, _ in found]).astype(np.int64)
    flags = np.concatenate([against for _, against in found]) if found else np.zeros(0, dtype=np.bool_)
    return What(tuple(lines), None, (line, joined([rows for rows, _ in found]), flags), _csr(needs), key)


def theme_codings(snapshot: Snapshot) -> list[tuple[Ints, Flags]]:
    """For each theme its codings and which of them speak against it.

    They are what people placed under it, and all codings of a category, or all evidence of another theme, that
    its lineage takes in whole.
    """
    themes, codings, stacks = snapshot.themes, snapshot.codings, snapshot.codes
    theme, coding, against = themes.evidence
    own: list[list[tuple[Ints, Flags]]] = []
    for place in range(len(themes)):
        rows = theme == place
        own.append([(coding[rows], against[rows])])
    for step in themes.lineage:
        if step.whole and step.how != "dropped" and step.code >= 0:
            rows = np.flatnonzero(np.isin(codings.code, np.array(stacks.below(step.code))))
            own[step.theme].append((rows, codings.denied[rows]))
    found = []
    for place in range(len(themes)):
        parts = [part for source in _taken_in(snapshot, place) for part in own[source]]
        found.append((joined([rows for rows, _ in parts]), np.concatenate([flags for _, flags in parts])))
    return found


def _taken_in(snapshot: Snapshot, theme: int) -> list[int]:
    """The theme, and the themes that its lineage takes in whole, and theirs."""
    seen, pending = [theme], [theme]
    while pending:
        here = pending.pop()
        for step in snapshot.themes.lineage:
            whole = step.theme == here and step.whole and step.how != "dropped"
            if whole and step.other >= 0 and step.other not in seen:
                seen.append(step.other)
                pending.append(step.other)
    return seen


def _evidence(snapshot: Snapshot, groups: list[list[int]]) -> tuple[Ints, Ints, Flags]:
    found = theme_codings(snapshot)
    lines: list[Ints] = []
    rows: list[Ints] = []
    flags: list[Flags] = []
    for number, group in enumerate(groups):
        placed, against = _placed_under(found, group)
        lines.append(np.full(len(placed), number, dtype=np.int64))
        rows.append(placed)
        flags.append(against)
    return joined(lines), joined(rows), np.concatenate(flags)


def _placed_under(found: list[tuple[Ints, Flags]], themes: list[int]) -> tuple[Ints, Flags]:
    """The codings of several themes, each once; placed for one and against another, it stands for both."""
    coding = joined([found[theme][0] for theme in themes])
    key = np.unique(coding * 2 + np.concatenate([found[theme][1] for theme in themes]))
    return key // 2, key % 2 == 1


def _csr(lists: list[list[int]]) -> tuple[Ints, Ints]:
    line, _ = expanded(np.zeros(len(lists), dtype=np.int64), np.array([len(those) for those in lists], dtype=np.int64))
    return line, np.array([item for those in lists for item in those], dtype=np.int64)
