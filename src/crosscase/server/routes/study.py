"""The study: what it is about, where it lies, who works on it, and who sits here."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec
from litestar import get, put
from litestar.params import JSONBody

from crosscase.errors import RefusedError
from crosscase.model import Attribute, Id, Member, Role, Settings
from crosscase.reads.overview import count_things
from crosscase.server.desk import whoever
from crosscase.server.likes import Like, Likes, like, likes
from crosscase.server.seats import At, Seat
from crosscase.study import Study
from crosscase.verbs.registry import MAY

TAGS = ["study"]


class Me(msgspec.Struct, frozen=True, kw_only=True):
    """Who sits here.

    Attributes:
        member: None while it has to be said who is acting.
        may: what the member's permission allows: read, code, edit, own.
    """

    member: Member | None
    may: tuple[str, ...]


class StudyHere(msgspec.Struct, frozen=True, kw_only=True):
    """The study that is open.

    Attributes:
        id: the same for every copy of the study.
        name: of its file or schema, without its folder.
        version: the digest of the state it is in; seq: the number of its last entry, as the live feed counts.
        notes: what its user should be told: of its backups, of other versions beside it.
    """

    id: Id
    name: str
    place: Literal["file", "database", "memory"]
    encrypted: bool
    version: str
    seq: int
    settings: Settings
    members: tuple[Member, ...]
    roles: tuple[Role, ...]
    attributes: tuple[Attribute, ...]
    counts: dict[str, int]
    me: Me
    notes: tuple[str, ...]


class Who(msgspec.Struct, frozen=True):
    """A member, by id or name; `always`: this machine's user is that member in this study from now on."""

    member: str
    always: bool = False


@get("/study", tags=TAGS)
async def get_study(seat: Seat, at: At = "") -> StudyHere:
    """What is open, who works on it, and who sits here."""
    return await seat.look(at, study_here, seat.desk.place)


def study_here(study: Study, place: Path | tuple[str, str] | None) -> StudyHere:
    """The study as its first screen needs it; the study's own key stays where it is."""
    store = study.store
    members = [one for one in study.rows(Member) if one.merged_into is None]
    me = whoever(study)
    return StudyHere(
        id=store.state.study,
        name=place.name if isinstance(place, Path) else place[1] if place else "",
        place="file" if isinstance(place, Path) else "database" if place else "memory",
        encrypted=store.key is not None,
        version=study.version,
        seq=store.state.seq,
        settings=msgspec.structs.replace(study.settings(), key=""),
        members=tuple(sorted((_seen(one, me) for one in members), key=lambda one: one.name.casefold())),
        roles=tuple(sorted(study.rows(Role), key=lambda one: (one.position, one.name))),
        attributes=tuple(sorted(study.rows(Attribute), key=lambda one: (one.subject, one.name))),
        counts=count_things(store),
        me=_me(me),
        notes=tuple(study.notes),
    )


def _seen(member: Member, me: Member | None) -> Member:
    """Perspectives are private: others see them where their member has said so."""
    if member.perspectives_shared or (me is not None and me.id == member.id):
        return member
    return msgspec.structs.replace(member, perspectives=())


def _me(member: Member | None) -> Me:
    return Me(member=member, may=MAY[member.permission] if member else ("read",))


@get("/me", tags=TAGS)
async def get_me(seat: Seat) -> Me:
    """Who sits here."""
    return await seat.ask(lambda study: _me(whoever(study)))


@put("/me", tags=TAGS)
async def put_me(seat: Seat, data: JSONBody[Who]) -> Me:
    """Say who sits here, in this browser; or always, on this machine."""

    def found(study: Study) -> Member:
        member = study.find(Member, data.member)
        if member.merged_into is not None:
            raise RefusedError(f"{member.name} was merged into another member; name that one.")
        return study.i_am(member.id) if data.always else member

    member = await seat.desk.ask("", "", found)
    seat.session.member = member.id
    return _me(member)


@get("/likes", tags=TAGS)
async def get_likes(seat: Seat) -> Likes:
    """How who sits here likes to work."""
    return await seat.ask(lambda study: likes(study.store.state.study, _seated(study)))


@put("/likes", tags=TAGS)
async def put_like(seat: Seat, data: JSONBody[Like]) -> Likes:
    """Remember how who sits here likes to work; an empty value forgets it."""
    return await seat.ask(lambda study: like(study.store.state.study, _seated(study), data))


def _seated(study: Study) -> Id:
    me = whoever(study)
    return me.id if me else ""


ROUTES = (get_study, get_me, put_me, get_likes, put_like)

__all__ = ["ROUTES", "Me", "StudyHere"]
