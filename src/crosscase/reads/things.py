"""What people call a thing: `the code 'Support / Supervision'`, `Ines's coding of 'risk' on “it was hard”`.

Most things go by a name; a coding, a memo or a value of an attribute is told by what it is about. What was removed is
named as well, because conflicts and histories speak of it. A reflexive memo that is not shared is never quoted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from crosscase.model import KINDS, Code, Id, Memo, Placed, Row, kind_named
from crosscase.reads.lookup import NAMES, code_paths

R = TypeVar("R", bound=Row)

_MOST = 50

QUOTED = "“{}”"


class Things(Protocol):
    """A study that can be asked for rows, also removed ones, and for texts."""

    def get(self, row: type[R], thing: Id, *, removed: bool = False) -> R | None:
        """The row with that id."""
        ...

    def rows(self, row: type[R], /, **equal: Any) -> list[R]:
        """The rows whose fields equal what is given."""
        ...

    def text(self, source: Id) -> str:
        """The text of a source as it reads now."""
        ...


def excerpt(text: str, most: int = _MOST) -> str:
    """Words in one line, cut where they are long."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


class Names:
    """Names of the things of one study; codes are read once."""

    def __init__(self, things: Things) -> None:
        self._things = things
        self._paths: dict[Id, str] | None = None

    def of(self, kind: str, thing: Id | None) -> str:
        """A thing in words: its kind and its name."""
        if not thing:
            return "nothing"
        name = self.name(kind, thing)
        word = kind.replace("_", " ")
        return name if kind in _TOLD else f"the {word} {name!r}" if name else f"a {word} that is not known here"

    def name(self, kind: str, thing: Id) -> str:
        """The name alone; empty when there is no such thing."""
        row = self._things.get(kind_named(kind).row, thing, removed=True)
        if row is None:
            return ""
        if isinstance(row, Code):
            return self._path(row)
        if kind in _TOLD:
            return _TOLD[kind](self, row)
        named = NAMES.get(type(row))
        return next((name for name in (named(row) if named else ()) if name), thing[-8:])

    def of_any(self, thing: Id | None) -> str:
        """A thing of whatever kind in words."""
        for kind in KINDS if thing else ():
            if thing and self._things.get(kind.row, thing, removed=True) is not None:
                return self.of(kind.name, thing)
        return "nothing"

    def person(self, member: Id) -> str:
        """The name of a member."""
        return (self.name("member", member) if member else "") or "somebody"

    def words(self, row: Placed) -> str:
        """The words something lies on, or where it lies."""
        source = self.name("source", row.source)
        if row.place != "text":
            return f"{source}"
        return f"{QUOTED.format(excerpt(self._things.text(row.source)[row.start : row.end]))} in {source}"

    def memo(self, row: Memo) -> str:
        """A memo by its title or its beginning; a private one by its author alone."""
        if row.nature == "reflexive" and not row.shared:
            return f"a reflexive memo of {self.person(row.member)}"
        return f"{self.person(row.member)}'s memo {(row.title or excerpt(row.text))!r}"

    def _path(self, code: Code) -> str:
        if self._paths is None:
            self._paths = code_paths(self._things.rows(Code))
        if code.id not in self._paths:
            above = self._paths.get(code.parent or "")
            return f"{above} / {code.name}" if above else code.name
        return self._paths[code.id]


def _value(names: Names, row: Any) -> str:
    return f"{names.name('attribute', row.attribute)!r} of {names.of_any(row.of)}"


_TOLD: Mapping[str, Callable[[Names, Any], str]] = {
    "study": lambda _, row: f"the study {row.title!r}",
    "coding": lambda n, row: f"{n.person(row.member)}'s coding of {n.name('code', row.code)!r} on {n.words(row)}",
    "mark": lambda n, row: f"{n.person(row.member)}'s mark on {n.words(row)}",
    "content_note": lambda n, row: f"the content note {row.about!r} on {n.words(row)}",
    "turn": lambda n, row: f"the turn {n.words(row)}",
    "memo": lambda n, row: n.memo(row),
    "attribute_value": _value,
    "target": lambda n, row: f"the frame for {n.name('case', row.case)} and {n.name('role', row.role)}",
    "recruitment": lambda n, row: f"the log of {row.step} in {n.name('case', row.case)}",
    "attendance": lambda n, row: f"{n.name('participant', row.participant)} in {n.of('interview', row.interview)}",
    "speaker": lambda n, row: f"the speaker {row.label!r} in {n.name('source', row.source)}",
    "question": lambda _, row: f"the question {excerpt(row.wording)!r}",
    "set_member": lambda n, row: f"{n.of_any(row.thing)} in {n.of('set', row.set)}",
    "reading": lambda n, row: f"{n.person(row.member)}'s reading of {n.name('source', row.source)}",
    "evidence": lambda n, row: f"evidence for {n.of('theme', row.theme)}: {n.of('coding', row.coding)}",
    "lineage": lambda n, row: f"where {n.of('theme', row.theme)} comes from: {n.of_any(row.origin)}",
    "link": lambda n, row: f"the link {row.relation!r} from {n.of_any(row.from_thing)} to {n.of_any(row.to_thing)}",
    "map_item": lambda n, row: (
        f"{n.of(row.of_kind, row.of) if row.of else f'the note {excerpt(row.note)!r}'} on {n.of('map', row.map)}"
    ),
    "map_arrow": lambda n, row: (
        f"the arrow {row.relation!r} from {n.of('map_item', row.from_item)} to {n.of('map_item', row.to_item)}"
    ),
    "answer": lambda n, row: f"{n.name('participant', row.participant)}'s answer to {n.of('question', row.question)}",
    "sign_off": lambda n, row: f"{n.person(row.member)}'s sign-off of {n.of('theme', row.theme)}",
    "wording_change": lambda n, row: f"a change of wording in {n.of('theme', row.theme)}",
    "comparison": lambda n, row: (
        f"the comparison of {n.of(row.one_kind, row.one)} with {n.of(row.other_kind, row.other)}"
    ),
    "property": lambda n, row: f"the property {row.name!r} of {n.name('code', row.category)!r}",
    "relation": lambda n, row: (
        f"the relation of {n.name('code', row.category)!r} to its {row.nature} {n.name('code', row.to)!r}"
    ),
    "ground": lambda n, row: f"what {n.of('relation', row.relation)} rests on",
    "discussion": lambda _, row: f"the discussion {excerpt(row.question)!r}",
    "position": lambda n, row: f"{n.person(row.member)}'s position in {n.of('discussion', row.discussion)}",
    "framework": lambda _, row: f"the framework {f'{row.name} {row.version}'!r}",
    "framework_column": lambda n, row: f"the column {n.of(row.of_kind, row.of)} of {n.of('framework', row.framework)}",
    "summary": lambda n, row: f"the summary of {n.of(row.row_kind, row.row)} on {n.of(row.of_kind, row.of)}",
    "summary_segment": lambda n, row: f"a segment of {n.of('summary', row.summary)}",
    "rival": lambda n, row: f"the rival explanation {excerpt(row.explanation)!r} of {n.of(row.about_kind, row.about)}",
    "replication": lambda n, row: f"the replication of {n.of('theme', row.theme)} in {n.name('case', row.case)}",
    "negative_case": lambda n, row: (
        f"{n.of(row.thing_kind, row.thing)} as a negative case of {n.of(row.about_kind, row.about)}"
    ),
    "pair": lambda n, row: f"the pair of {n.name('case', row.one)} and {n.name('case', row.other)}",
    "score": lambda n, row: f"the score of {n.name('case', row.case)} in {n.of('condition', row.condition)}",
    "score_segment": lambda n, row: f"a segment of {n.of('score', row.score)}",
    "given_back": lambda n, row: f"the {row.nature} given back to {n.name('participant', row.participant)}",
    "adjudication": lambda n, row: (
        f"what was decided about the {row.difference} at {n.of('coding', row.coding)}"
        if row.coding
        else f"what was decided about a {row.difference}"
    ),
    "claim": lambda _, row: f"the claim {excerpt(row.sentence)!r}",
    "claim_look": lambda n, row: f"{n.person(row.member)}'s look at {n.of('claim', row.claim)}",
    "threshold": lambda _, row: f"what {row.word!r} means",
    "quotation": lambda n, row: f"the quotation {n.words(row)}",
    "proposal": lambda n, row: f"a {row.nature} of {n.of('draft', row.draft)} that {row.by or 'somebody'} proposes",
    "guideline_answer": lambda _, row: f"the answer to {row.item!r} of the reporting guidelines",
    "consent": lambda n, row: f"the consent of {n.name('participant', row.participant)}",
    "carried": lambda _, row: f"what another program wrote of {row.element}",
    "product": lambda _, row: f"the {row.nature} {row.file!r}",
    "task": lambda _, row: f"the task {excerpt(row.note) or row.nature!r}",
    "signing_key": lambda n, row: f"a signing key of {n.person(row.member)}",
}
"""Kinds that are told by what they are about."""
