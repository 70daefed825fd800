"""The state of taking in a bundle: what its keys mean in the study, and what was done so far.

Names are compared without regard to case and runs of blanks. What is empty in the bundle says nothing and changes
nothing; what is given takes the place of what was there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from crosscase.model import Id, Row, kind_of
from crosscase.model.bundle import Bundle, Refusal
from crosscase.model.people import Subject
from crosscase.store.act import Act
from crosscase.verbs.taken import Count, KnownDocument, OpenWords, TakenIn

if TYPE_CHECKING:
    from crosscase.verbs.take_places import Places

R = TypeVar("R", bound=Row)


def folded(name: str) -> str:
    """A name for comparing."""
    return " ".join(name.split()).casefold()


def named(rows: Iterable[R], name: Callable[[R], str]) -> dict[str, R]:
    """Rows by their folded names; of twins the one that is not merged into another."""
    found: dict[str, R] = {}
    for row in rows:
        before = found.get(folded(name(row)))
        if before is None or getattr(before, "merged_into", None):
            found[folded(name(row))] = row
    return found


class Taking:
    """One bundle being taken in.

    Attributes:
        cases, roles, participants, interviews, members, codes, analyses, themes: ids by folded key.
        case_of: the case of each participant.
        documents: ids of sources by the keys of documents, as they stand in the bundle.
        owners: the values of attributes of whatever was taken in: subject, id, key, values.
    """

    def __init__(self, act: Act, bundle: Bundle) -> None:
        self.act = act
        self.bundle = bundle
        self.cases: dict[str, Id] = {}
        self.roles: dict[str, Id] = {}
        self.participants: dict[str, Id] = {}
        self.case_of: dict[Id, Id | None] = {}
        self.interviews: dict[str, Id] = {}
        self.members: dict[str, Id] = {}
        self.codes: dict[str, Id] = {}
        self.analyses: dict[str, Id] = {}
        self.themes: dict[str, Id] = {}
        self.documents: dict[str, Id] = {}
        self.owners: list[tuple[Subject, Id, str, Mapping[str, str]]] = []
        self.known: list[KnownDocument] = []
        self.refusals: list[Refusal] = []
        self.open: list[OpenWords] = []
        self._counts: dict[str, Counter[str]] = {}
        self._notes: dict[str, None] = {}

    @cached_property
    def places(self) -> Places:
        """Where records lie; asked for when documents have been taken in."""
        from crosscase.verbs.take_places import Places

        return Places(self)

    def count(self, kind: str, *, added: int = 0, changed: int = 0, there: int = 0) -> None:
        """Counts things of a kind."""
        count = self._counts.setdefault(kind, Counter())
        count.update(added=added, changed=changed, there=there)

    def refuse(self, file: str, place: str, reason: str) -> None:
        """Says what was not taken in, and why."""
        self.refusals.append(Refusal(file=file, place=place, reason=reason))

    def note(self, what: str) -> None:
        """Says what was decided; the same is said once."""
        self._notes[what] = None

    def update(self, row: type[R], news: Mapping[Id, tuple[R, Mapping[str, Any]]]) -> None:
        """Give rows that are there what is given about them, and count how many that changed."""
        changes: dict[str, dict[Id, Any]] = {}
        changed = 0
        for thing, (known, fields) in news.items():
            differing = {name: value for name, value in fields.items() if _is_new(value, getattr(known, name))}
            changed += bool(differing)
            for name, value in differing.items():
                changes.setdefault(name, {})[thing] = value
        for name, values in changes.items():
            self.act.change_all(row, name, values)
        self.count(kind_of(row).name, changed=changed, there=len(news) - changed)

    def result(self) -> TakenIn:
        """What was done."""
        return TakenIn(
            counts={kind: Count(**count) for kind, count in self._counts.items() if any(count.values())},
            sources=self.documents,
            known=tuple(self.known),
            refusals=tuple(self.refusals),
            notes=tuple(self._notes),
            open=tuple(self.open),
        )


def _is_new(value: Any, known: Any) -> bool:
    return value not in ("", None, (), False) and value != known


def no_such(kind: str, name: str) -> str:
    """The sentence for a key that nothing has."""
    return f"There is no {kind} {name!r}, neither in the study nor in what comes with it."


def parents_first(parents: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Keys in an order in which every parent comes before its children; and those that lie under themselves.

    Args:
        parents: for each key that of its parent; one that is no key itself counts as the top.
    """
    ordered: dict[str, None] = {}
    circular: list[str] = []
    for key in parents:
        chain: list[str] = []
        at = key
        while at in parents and at not in ordered and at not in chain:
            chain.append(at)
            at = parents[at]
        if at in chain or at in circular:
            circular += [each for each in chain if each not in circular]
        else:
            ordered.update(dict.fromkeys(reversed(chain)))
    return list(ordered), circular
