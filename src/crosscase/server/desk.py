"""The desk: the study that lies open, and the one thread that works on it.

A study has one connection and one lock, so everything that is asked of it runs in one worker thread, one after the
other; requests await their turn and the event loop goes on meanwhile. What is done goes before what is asked: somebody
waits for a coding to be kept while screens still catch up with the one before. Every member who works at the desk
has a `Study` of their own over the same store, so that the columns read for analyses are kept between acts.

A desk may be empty: then the start screen is all there is. What takes long (an export) does not come here; see `jobs`.

What a careful reader would get wrong: a study as it was (`at`) is a copy in memory, made anew for each moment. The last
few are kept, and let go of when another is asked for.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from crosscase.errors import CrosscaseError, RefusedError
from crosscase.model import Id, Member
from crosscase.server.recent import remember
from crosscase.store import backups
from crosscase.store.backups import NoFileError
from crosscase.store.keys import Key, Passphrase
from crosscase.study import Done, Study

if TYPE_CHECKING:
    from crosscase.store.reseal import Resealed

P = ParamSpec("P")
T = TypeVar("T")

Place = Path | tuple[str, str]

_MOMENTS = 2
"""How many earlier states are kept at hand."""


class NoStudyError(RefusedError):
    """Something was asked of a study, and none is open."""

    code = "no-study"

    def __init__(self) -> None:
        super().__init__("No study is open. Open one, make one, or look at the demonstration.")


class Desk:
    """The open study, if there is one, and the thread that works on it."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._doing: deque[Callable[[], None]] = deque()
        self._asking: deque[Callable[[], None]] = deque()
        self._study: Study | None = None
        self._by: dict[str, Study] = {}
        self._then: dict[tuple[str, str, str], Study] = {}
        self._seen: int | None = None
        self.place: Place | None = None
        self.opened = 0
        """How many studies have lain here: a window that was told another number reads everything again."""
        self.news = asyncio.Event()
        """Set, and replaced, whenever there may be something new; see `live`."""
        self.closing = False

    # The study

    @property
    def has_study(self) -> bool:
        """Whether a study is open."""
        return self._study is not None

    def take(self, study: Study, place: Place | None) -> None:
        """Put a study on the desk; called in the worker, or before the server runs."""
        self._let_go()
        self._study, self.place = study, place
        if isinstance(place, Path):
            remember(place)
        self.opened += 1
        self._seen = None

    async def open(self, place: Place, *, member: str | None = None, passphrase: Passphrase = None) -> None:
        """Open a study in the place of the one that lies here.

        Raises:
            CrosscaseError: it cannot be opened; the one that lay here still does.
        """

        def opening() -> None:
            self.take(Study.open(place, member=member, passphrase=passphrase), place)

        await self._in_turn(opening)
        self.tell()

    async def put(self, making: Callable[[], Study], place: Place | None) -> None:
        """Make a study and put it on the desk."""
        await self._in_turn(lambda: self.take(making(), place))
        self.tell()

    async def key(self) -> Key | None:
        """What opens the study that lies here, where it is encrypted."""
        return await self._in_turn(lambda: self._study.store.key if self._study else None)

    async def sealed_anew(self, work: Callable[[Path, Key | None], Resealed]) -> Resealed:
        """Close the study, give its file another passphrase, and open it again: with the old one if that was refused.

        Raises:
            NoStudyError, NoFileError: there is no study here, or it is no file.
            CrosscaseError: what the work refuses; the study lies open as it was.
        """

        def sealing() -> Resealed:
            if self._study is None:
                raise NoStudyError
            place, key = self.place, self._study.store.key
            if not isinstance(place, Path):
                raise NoFileError
            self._let_go()
            try:
                done = work(place, key)
                key = done.key
            finally:
                self.take(Study.open(place, passphrase=key), place)
            return done

        try:
            return await self._in_turn(sealing)
        finally:
            self.tell()

    async def leave(self) -> None:
        """Close the study; the desk is empty then."""
        await self._in_turn(self._let_go)
        self.tell()

    async def close(self) -> None:
        """Close the study and end the worker. Nothing may be asked afterwards."""
        self.closing = True
        self.tell()
        await self._in_turn(self._let_go)
        self._worker.shutdown(wait=True)

    def shut(self) -> None:
        """Close the study where no server ran that would have closed it."""
        if not self.closing:
            self._let_go()
            self._worker.shutdown(wait=True)

    def _let_go(self) -> None:
        self._forget_moments()
        if self._study is not None:
            self._study.close()
        self._study, self.place = None, None
        self._by.clear()

    def _forget_moments(self) -> None:
        for then in self._then.values():
            then.close()
        self._then.clear()

    # Asking and acting

    async def ask(
        self, member: str, at: str, work: Callable[Concatenate[Study, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Ask the study something, as a member; with `at`, the study as it was.

        Raises:
            NoStudyError: none is open.
            CrosscaseError: what the work refuses.
        """

        def asking() -> T:
            study = self._as(member)
            return work(self._at(study, member, at) if at else study, *args, **kwargs)

        return await self._in_turn(asking)

    async def act(self, member: str, because: str, verb: Callable[..., T], /, *args: Any, **kwargs: Any) -> Done[T]:
        """Run a verb as a member; other windows are told at once."""

        def acting() -> Done[T]:
            study = self._as(member)
            return (study.because(because) if because else study).do(verb, *args, **kwargs)

        return await self.change(acting)

    async def change(self, work: Callable[[], T]) -> T:
        """Run something that may write, in its turn; other windows are told, also when it failed half way."""
        try:
            return await self._in_turn(work, first=True)
        finally:
            self.tell()

    def study_of(self, member: str) -> Study:
        """The study with that member working on it; only in the worker."""
        return self._as(member)

    def _as(self, member: str) -> Study:
        if self._study is None:
            raise NoStudyError
        if not member:
            return self._study
        if member not in self._by:
            self._by[member] = self._study.as_member(member)
        return self._by[member]

    def _at(self, study: Study, member: str, at: str) -> Study:
        key = (member, at, study.version)
        if key not in self._then:
            while len(self._then) >= _MOMENTS:
                self._then.pop(next(iter(self._then))).close()
            then = study.at(at)
            self._then[key] = then.as_member(member) if member else then
        return self._then[key]

    async def _in_turn(self, work: Callable[[], T], *, first: bool = False) -> T:
        found: Future[T] = Future()

        def turn() -> None:
            if not found.set_running_or_notify_cancel():
                return
            try:
                found.set_result(work())
            except StopIteration as error:  # no future of a loop can hold one: whoever awaits it would wait for ever
                message = "Something that was looked for was not there."
                wrong = RuntimeError(message)
                wrong.__cause__ = error
                found.set_exception(wrong)
            except BaseException as error:  # noqa: BLE001 - whoever awaits it is told
                found.set_exception(error)

        (self._doing if first else self._asking).append(turn)
        self._worker.submit(self._take_turn)
        return await asyncio.wrap_future(found)

    def _take_turn(self) -> None:
        (self._doing or self._asking).popleft()()

    # News

    def tell(self) -> None:
        """Let everybody who follows look whether there is something new."""
        news, self.news = self.news, asyncio.Event()
        news.set()

    async def look(self) -> None:
        """Look whether another program wrote to the study, and tell if so."""
        if self.has_study and await self._in_turn(self._written_elsewhere):
            self.tell()

    async def back_up(self) -> None:
        """Make a backup if one is due; a workbench may stay open for days."""
        if self.has_study:
            await self._in_turn(self._back_up)

    def _back_up(self) -> None:
        study = self._study
        if study is not None and study.store.database.writable and not study.store.ground.refused:
            said = backups.if_due(study.store)
            if said and said not in study.notes:
                study.notes.append(said)

    def _written_elsewhere(self) -> bool:
        study = self._study
        if study is None:
            return False
        with suppress(CrosscaseError):  # a file that cannot be read now says so when something is asked of it
            now = _mark_of(study)
            before, self._seen = self._seen, now
            return before is not None and before != now
        return False


def _mark_of(study: Study) -> int:
    """A number that changes when another connection has written.

    SQLite counts the commits of others for each connection; on PostgreSQL it is the number of the last arrival.
    """
    database = study.store.database
    if database.dialect == "postgresql":
        return study.store.state.seq
    with database.plainly() as connection:
        driver: Any = connection.connection.driver_connection
        ((number,),) = driver.execute("PRAGMA data_version").fetchall()
    return int(number)


def whoever(study: Study) -> Member | None:
    """The member who is working, where that is known."""
    try:
        return study.member()
    except CrosscaseError:
        return None


def who_reads(study: Study) -> Id:
    """The id of the member who is working; empty where that is not known."""
    member = whoever(study)
    return member.id if member else ""
