"""Copies of one study for kernel tests: made, changed, parted and brought together without any verb.

Acts go through `Act` directly, so that the kernel is tried with more than verbs would allow.
"""

from __future__ import annotations

from pathlib import Path

from crosscase.model import Case, Code, Coding, Id, Member, Settings, Source, Span
from crosscase.store.act import Act, Effect, acting
from crosscase.store.store import Store

TEXT = "Well, a peer workee — 👩‍👩‍👧 café naïve हिन्दी said: nobody tells me anything.\nI mean, I do not mind.\n"


class Copy:
    """One copy of a study with its own wrong clock."""

    def __init__(self, store: Store, member: Id, skew: int = 0) -> None:
        self.store = store
        self.member = member
        self.skew = skew
        store.now = lambda: Copy.ticks() + self.skew

    time = 1_700_000_000_000

    @classmethod
    def ticks(cls) -> int:
        """A clock that all copies would share if they were right."""
        cls.time += 1_000
        return cls.time

    def act(self, verb: str, undoes: Id = "") -> _Acting:
        """Compose an act; what it changed is in `effect` afterwards."""
        return _Acting(self, verb, undoes)


class _Acting:
    def __init__(self, copy: Copy, verb: str, undoes: Id) -> None:
        self._context = acting(copy.store, by=copy.member, verb=verb, undoes=undoes)
        self.effect: Effect | None = None

    def __enter__(self) -> Act:
        self._act = self._context.__enter__()
        return self._act

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if kind is None:
            self.effect = self._act.finish()
        self._context.__exit__(kind, error, trace)  # type: ignore[arg-type]


def begun(path: Path | tuple[str, str] | None, *, skew: int = 0) -> tuple[Copy, Id]:
    """A study with a member, a case, a code and a source with a text; the copy and the source's id."""
    store = Store.create(path)
    copy = Copy(store, "", skew)
    with copy.act("study.new") as act:
        act.add(Settings(title="Try", key="ab" * 32))
        copy.member = act.add(Member(name="Ines", permission="owner")).id
        act.by = copy.member
        act.add(Case(code="ALD"))
        act.add(Code(name="trust"))
    source = "5" * 32
    with copy.act("source.add") as act:
        act.add(Source(id=source, name="ALDPW01"))
        act.bring({source: TEXT})
    return copy, source


def code_span(act: Act, code: Id, source: Id, span: Span) -> Coding:
    """Put a code on a span."""
    first, last = act.anchor(source, span)
    return act.add(
        Coding(source=source, member=act.by, code=code, first=first, last=last, start=span.start, end=span.end)
    )
