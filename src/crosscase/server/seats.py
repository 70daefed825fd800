"""A seat: the desk, and the member who sits at it in one browser session.

Routes are given a seat and ask or act through it, so that none of them can forget who is acting. `get_at` is the moment
at which the study is read: every reading route takes it as `?at=`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Concatenate, ParamSpec, TypeAlias, TypeVar, cast

from litestar import Request
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from crosscase.server.desk import Desk
from crosscase.server.safety import Session
from crosscase.store.act import Act
from crosscase.study import Done, Study

P = ParamSpec("P")
T = TypeVar("T")

At = Annotated[str, QueryParameter(description="An entry's id, a date or a time: the study as it was then.")]
Because = Annotated[str, QueryParameter(description="Why; the journal keeps the reason.")]


class Seated:
    """Where a session asks and acts."""

    def __init__(self, desk: Desk, session: Session) -> None:
        self.desk = desk
        self.session = session

    @property
    def member(self) -> str:
        """The member of the session, by name or id; empty for the user's own."""
        return self.session.member

    async def ask(self, work: Callable[Concatenate[Study, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask the study, as it is."""
        return await self.desk.ask(self.member, "", work, *args, **kwargs)

    async def look(self, at: str, work: Callable[Concatenate[Study, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask the study as it was (empty: as it is)."""
        return await self.desk.ask(self.member, at, work, *args, **kwargs)

    async def act(
        self, because: str, verb: Callable[Concatenate[Act, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Done[T]:
        """Run a verb as one act, with the reason for it."""
        return await self.desk.act(self.member, because, verb, *args, **kwargs)

    async def change(self, work: Callable[Concatenate[Study, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Do something with the study that may write (undo, redo, merge)."""
        return await self.desk.change(lambda: work(self.desk.study_of(self.member), *args, **kwargs))


Seat: TypeAlias = NamedDependency[Seated]
"""What a route is given."""


async def provide_seat(request: Request[Any, Any, State]) -> Seated:
    """The seat of the session that asks."""
    return Seated(cast("Desk", request.app.state.desk), cast("Session", request.scope["state"]["session"]))
