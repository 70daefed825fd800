"""The front door: open a study, act, read, undo, look back.

    study = Study.open("peers.crosscase", member="Ines")
    done = study.do(add_code, "disclosure")
    study.undo()

Everything that changes a study goes through `do`: a verb runs in one transaction that records one entry, and the
answer says what changed. A study opened `at` an earlier entry is the study as it was then, for every read and
analysis, and cannot be written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, Self, TypeVar

import msgspec

from crosscase.errors import BadValueError, CrosscaseError, RefusedError
from crosscase.model import Consent, Id, Member, Row, Settings, Source
from crosscase.reads.consents import Consents, Register, Use, register
from crosscase.reads.leaving import Leaving
from crosscase.reads.lookup import find
from crosscase.reads.moments import moment
from crosscase.reads.products import Standpoint, standpoint
from crosscase.store import backups, care, kept_words
from crosscase.store.absorb import replica
from crosscase.store.act import Act, Effect, acting
from crosscase.store.database import opening
from crosscase.store.disputed import disputed
from crosscase.store.dump import dump_digest
from crosscase.store.findings import open_conflicts
from crosscase.store.keys import Passphrase
from crosscase.store.memory import i_am, me_in
from crosscase.store.parting import Parted, parted
from crosscase.store.state import LogLine
from crosscase.store.store import Store
from crosscase.store.undo import DependsError, redo, undo
from crosscase.store.verify import Fault, verify

if TYPE_CHECKING:
    from crosscase.frames import Snapshot
    from crosscase.frames.token_index import TokenIndex
    from crosscase.journal.conflicts import Conflict
    from crosscase.journal.entry import Entry
    from crosscase.model.writing import MemoType
    from crosscase.reads.arrivals import CameIn, Gathered
    from crosscase.reads.disagreements import Disagreement
    from crosscase.store.dependants import Past
    from crosscase.store.reading_copies import ReadingCopy
    from crosscase.verbs.registry import Needs, Verb

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R", bound=Row)


class Done(msgspec.Struct, Generic[T], frozen=True):
    """What an act did.

    Attributes:
        entry: the entry recorded; empty when nothing changed.
        changed: the ids of the rows it added, changed or removed, by kind.
        value: what the verb answered.
    """

    entry: Id
    verb: str
    changed: dict[str, tuple[Id, ...]]
    value: T


class NoMemberError(RefusedError):
    """Nobody was named to act, and the study has several members."""

    code = "no-member"

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            f"Who is acting? This study has several members: {', '.join(names)}. "
            "Say --as NAME, set CROSSCASE_MEMBER, or say once and for all `crosscase members STUDY me NAME`."
        )


class NotAllowedError(RefusedError):
    """The member's permission does not cover the act."""

    code = "not-allowed"

    def __init__(self, name: str, permission: str, verb: str) -> None:
        super().__init__(
            f"{name} is a {permission} of this study and may not do this ({verb}). An owner can change that."
        )


class ReadOnlyError(RefusedError):
    """A study as it was, or a file opened for reading, is not written."""

    code = "read-only"

    def __init__(self) -> None:
        super().__init__("This is the study as it was, or it is open for reading only; it cannot be changed.")


class UnregisteredVerbError(CrosscaseError):
    """A function that is not one of the study's verbs."""

    code = "unregistered-verb"

    def __init__(self, function: Callable[..., Any]) -> None:
        super().__init__(f"{function.__name__} is not a registered verb; see crosscase.verbs.VERBS.")


class ForReadingError(RefusedError):
    """Somebody wants to change a copy that is for reading."""

    code = "for-reading"

    def __init__(self) -> None:
        super().__init__(
            "This is a copy for reading: words are withheld from it, so only memos are written here. "
            "Do it in the study it was made from."
        )


class NotMergedError(RefusedError):
    """Copies that could not be taken in.

    Attributes:
        gathered: what came of each of them; others may have been taken in.
    """

    code = "not-merged"

    def __init__(self, gathered: Gathered) -> None:
        super().__init__("\n".join(one.refused for one in gathered.copies if one.refused))
        self.gathered = gathered


class Study:
    """A study, open, with the member who is working on it."""

    def __init__(self, store: Store, *, member: str | None = None, reading_only: bool = False) -> None:
        self.store = store
        self._member = member
        self._reading_only = reading_only
        self._because = ""
        self._since_then: tuple[Register, ...] = ()
        self._snapshot: tuple[str, Snapshot] | None = None
        self._since: tuple[str, dict[str, set[Id]]] | None = None
        self._index: tuple[str, TokenIndex] | None = None

    # Opening

    @classmethod
    def new(
        cls,
        target: str | Path | tuple[str, str] | None,
        *,
        title: str = "",
        member: str = "",
        passphrase: Passphrase = None,
    ) -> Study:
        """Make a study in a file, a PostgreSQL schema (url, name), or memory; its first member owns it.

        With a passphrase the file is encrypted.

        Raises:
            CannotOpenError: something is there already.
            UnfitPassphraseError: the passphrase is empty, or there is no file to be encrypted.
        """
        from crosscase.store.beginning import begin
        from crosscase.verbs.study import begin_study

        path = Path(target) if isinstance(target, str) else target
        called = title or (path.stem if isinstance(path, Path) else "Untitled study")
        name = member or os.environ.get("CROSSCASE_MEMBER", "") or "Researcher"
        store, founder = begin(path, lambda act: begin_study(act, called, name), passphrase=passphrase)
        return cls(store, member=founder)

    @classmethod
    def from_archive(
        cls, journal: str | Path, target: str | Path | tuple[str, str], *, passphrase: Passphrase = None
    ) -> Study:
        """Make a study again of the `journal` folder of a plain archive; whole and verified, or not at all.

        Raises:
            BadArchiveError: something in the folder is missing, or is not as it was written.
            CannotOpenError: there is a study already, or no such folder.
        """
        from crosscase.store.plain import from_plain

        place = Path(target) if isinstance(target, str) else target
        return cls(from_plain(Path(journal), place, passphrase=passphrase))

    @classmethod
    def open(
        cls,
        target: str | Path | tuple[str, str],
        *,
        member: str | None = None,
        writable: bool = True,
        passphrase: Passphrase = None,
    ) -> Study:
        """Open the study in a file or in a PostgreSQL schema (url, name).

        Args:
            target: where it is.
            member: who is working, by name or id.
            writable: whether it may be changed.
            passphrase: of an encrypted file: a text, or a function that is called with the path when one is needed.
                Without it, CROSSCASE_PASSPHRASE and then the system keyring are looked at.

        Raises:
            CannotOpenError: there is none, or it is something else.
            EncryptedError, WrongPassphraseError: it is encrypted, and there is no passphrase or a wrong one.
        """
        if isinstance(target, tuple):
            store = Store.in_schema(*target, writable=writable)
        else:
            with opening(str(target)):
                store = Store.at_path(Path(target), writable=writable, passphrase=passphrase)
                try:
                    care.on_opening(store)
                except BaseException:
                    store.database.close()
                    raise
        return cls(store, member=member, reading_only=not writable)

    def close(self) -> None:
        """Let go of the study; a backup is made when one is due. Closing it again does nothing."""
        if not self.store.database.is_open:
            return
        try:
            care.on_closing(self.store)
        finally:
            self.store.close()

    @property
    def notes(self) -> list[str]:
        """What its user should be told: of its backups, of other versions beside it, of what is missing."""
        return self.store.notes

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Who

    def member(self) -> Member:
        """The member who is working: as named here, in the environment or in the user's own settings, or the only one.

        Raises:
            NoMemberError: nobody was named and there are several.
            NotFoundError: nobody of that name is a member.
        """
        named = self._member or os.environ.get("CROSSCASE_MEMBER", "")
        mine = me_in(self.store.state.study)
        if not named and mine and self.store.get(Member, mine) is not None:
            named = mine
        if not named:
            named = self._reader_here
        if named:
            member = find(self.store, Member, named)
            while member.merged_into is not None:  # a signpost; circles cannot come about
                member = self.store.get(Member, member.merged_into) or member
            return member
        members = [member for member in self.store.rows(Member) if member.merged_into is None]
        if len(members) == 1:
            return members[0]
        raise NoMemberError(sorted(member.name for member in members))

    @cached_property
    def _reader_here(self) -> Id:
        """For a copy for reading: the member it was made for."""
        found = parted(self.store)
        return found.reader if found else ""

    def i_am(self, name: str) -> Member:
        """Say once which member the user of this machine is in this study; it is kept outside the study.

        Raises:
            NotFoundError: nobody of that name is a member.
        """
        member = find(self.store, Member, name)
        i_am(self.store.state.study, member.id)
        return member

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Meanwhile members may come in with files: whoever was the only one is still who acts on this machine."""
        before = [member for member in self.rows(Member) if member.merged_into is None]
        yield
        if len(before) == 1 < len([member for member in self.rows(Member) if member.merged_into is None]):
            self.i_am(before[0].id)

    def as_member(self, name: str) -> Study:
        """The same study with another member working on it."""
        other = Study(self.store, member=name, reading_only=self._reading_only)
        other._since_then = self._since_then
        other._because = self._because
        return other

    def because(self, reason: str) -> Study:
        """The same study; what is done through it records this reason."""
        other = Study(self.store, member=self._member, reading_only=self._reading_only)
        other._since_then = self._since_then
        other._because = reason
        return other

    # Acting

    def do(self, verb: Callable[Concatenate[Act, P], T], *args: P.args, **kwargs: P.kwargs) -> Done[T]:
        """Run a verb as one act: it records one entry, or nothing happened.

        Raises:
            CrosscaseError: what was asked is refused, with the reason.
        """
        registered = _registered(verb)
        with self._writing():
            member = self.member()
            if registered.needs not in _may(member):
                raise NotAllowedError(member.name, member.permission, registered.name)
            if registered.needs != "read" and self._reader_here:
                raise ForReadingError
            before = self.store.version if self._snapshot else ""
            with acting(self.store, by=member.id, verb=registered.name, because=self._because) as act:
                value = verb(act, *args, **kwargs)
                effect = act.finish()
            self._noted(before, effect)
        if act.erased:
            self._forget_words()
        return Done(effect.entry, effect.verb, effect.changed, value)

    def _forget_words(self) -> None:
        """Words were erased: neither what was read before nor a backup may keep them."""
        self._snapshot = self._since = self._index = None
        if self.store.database.idle:
            backups.after_erasure(self.store)

    def try_out(self, verb: Callable[Concatenate[Act, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a verb would answer; nothing is kept."""
        registered = _registered(verb)
        try:
            with self._writing(), acting(self.store, by=self.member().id, verb=registered.name) as act:
                raise _Enough(verb(act, *args, **kwargs))  # noqa: TRY301 - it carries the answer out
        except _Enough as enough:
            return enough.value  # type: ignore[no-any-return] # it is the verb's answer

    def undo(self, entry: Id | None = None, *, with_dependants: bool = False) -> list[Effect]:
        """Undo the member's own last act, or the act of that id; the entries recorded.

        Args:
            entry: its id, or the end of it, as the log shows it.
            with_dependants: also undo later acts that depend on it, the latest first.

        Raises:
            NothingToUndoError: there is none.
            DependsError: later acts depend on it; it says which.
            NotAllowedError: it, or what would have to go with it, is another member's.
        """
        with self._writing():
            member = self.member()
            self._check_reader(member)
            chosen = self.store.entry(entry).id if entry else None
            with self._telling():
                return undo(
                    self.store,
                    by=member.id,
                    entry=chosen,
                    because=self._because,
                    with_dependants=with_dependants,
                    own=self._others_of(member),
                    may=self._may_turn(member),
                )

    def redo(self) -> list[Effect]:
        """Bring back what the member undid last.

        Raises:
            NothingToUndoError: they have undone nothing, or have done something else since.
            DependsError: later acts depend on the undo.
        """
        with self._writing():
            member = self.member()
            self._check_reader(member)
            with self._telling():
                own, may = self._others_of(member), self._may_turn(member)
                return redo(self.store, by=member.id, because=self._because, own=own, may=may)

    def _check_reader(self, member: Member) -> None:
        """In a copy for reading, only its reader takes something back: of others' acts words may be missing."""
        if self._reader_here not in {"", member.id}:
            raise ForReadingError

    def _others_of(self, member: Member) -> set[Id]:
        """The ids under which a member acted before they were found to be one person."""
        found = {member.id}
        every = self.store.rows(Member)
        while more := {each.id for each in every if each.merged_into in found} - found:
            found |= more
        return found

    def _may_turn(self, member: Member) -> Callable[[Past], None]:
        """One's own acts may be taken back; those of others by who may edit, and nobody's memos but one's own."""
        from crosscase.verbs import VERBS

        mine = self._others_of(member)
        needs = {verb.name: verb.needs for verb in VERBS}

        def may(act: Past) -> None:
            if act.by in mine and needs.get(act.verb, "edit") in _may(member):
                return
            if act.by in mine or "edit" not in _may(member) or act.verb.startswith(("memo.", "position.")):
                other = "" if act.by in mine else " of another member"
                raise NotAllowedError(member.name, member.permission, f"undo {act.verb}{other}")

        return may

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What later acts are in the way is said in sentences."""
        try:
            yield
        except DependsError as error:
            from crosscase.reads.history import sentences

            told = sentences(self.store, error.entries, reader=self.member().id)
            raise DependsError(error.entry, [(name, told[name]) for name in error.entries]) from error

    def _writing(self) -> AbstractContextManager[Any]:
        if self._reading_only:
            raise ReadOnlyError
        return self.store.writing()

    # Copies

    def copy_to(self, target: str | Path | tuple[str, str], *, own_memos: bool = False) -> Parted:
        """Make a copy of the study that goes on by itself and knows where it parted.

        Args:
            own_memos: the copy is for the member who is working: their own reflexive memos go along.

        Raises:
            CannotOpenError: something is there already, or there is no such folder.
        """
        from crosscase.store.copies import copy_study

        mine = self.member().id if own_memos else ""
        return copy_study(self.store, Path(target) if isinstance(target, str) else target, own_memos_of=mine)

    def copy_for_reading(
        self,
        target: str | Path | tuple[str, str],
        reader: str,
        *,
        sources: Sequence[Id] | None = None,
        memos: Sequence[MemoType] | None = None,
    ) -> ReadingCopy:
        """Make a copy for somebody who reads and comments, with the words that are chosen and no names.

        The reader becomes a member who may read, where they are none yet; and the copy is put on record.

        Args:
            reader: the name of who it is for.
            sources: whose words they may read; without it, all.
            memos: types of memos they may read; without it, all but reflexive ones.

        Raises:
            CannotOpenError: something is there already, or there is no such folder.
            NotAllowedError: only an owner lets somebody in.
        """
        from crosscase.reads.lookup import find_or_none
        from crosscase.store.copies import refuse_taken
        from crosscase.store.reading_copies import Choice, copy_for_reading
        from crosscase.verbs.members import add_member
        from crosscase.verbs.products import record_product

        place = Path(target) if isinstance(target, str) else target
        if isinstance(place, Path):
            refuse_taken(place)
        choice = Choice(None if sources is None else frozenset(sources), None if memos is None else frozenset(memos))
        known = find_or_none(self.store, Member, reader)
        member = known.id if known else self.do(add_member, reader, permission="reader").value
        made = copy_for_reading(self.store, place, choice, member)
        file = place.name if isinstance(place, Path) else place[1]
        note = f"for {reader} to read"
        self.do(
            record_product, "copy", file, form="crosscase", version=made.parted.version,
            participants=made.participants, note=note,
        )  # fmt: skip
        return made

    def merge(
        self, *others: str | Path | tuple[str, str], dry_run: bool = False, passphrase: Passphrase = None
    ) -> Gathered:
        """Take in what was done in other copies; each whole or not at all. They are only read.

        Args:
            others: files or schemas (url, name).
            dry_run: say what would come in, and what would have to be settled; nothing is kept.
            passphrase: of those that are encrypted; see `open`.

        Raises:
            NotMergedError: one or more could not be taken in; it says what came of the others.
        """
        try:
            with self._writing() if dry_run else nullcontext():
                found = self._gather(others, passphrase, kept=not dry_run)
                if dry_run:
                    raise _Enough(found)  # noqa: TRY301 - it takes everything back
        except _Enough as enough:
            found = enough.value
        self._snapshot = self._since = self._index = None
        if found.kept and any(one.erasures for one in found.copies):
            self._forget_words()
        if any(one.refused for one in found.copies):
            raise NotMergedError(found)
        return found

    def _gather(
        self, others: Sequence[str | Path | tuple[str, str]], passphrase: Passphrase, *, kept: bool
    ) -> Gathered:
        from crosscase.reads.arrivals import Gathered

        before = {conflict.id for conflict in self.conflicts()}
        copies = tuple(self._take_in(other, passphrase) for other in others)
        after = tuple(self.disagreements())
        new = tuple(one.id for one in after if one.id not in before)
        return Gathered(kept=kept, copies=copies, conflicts=after, new=new)

    def _take_in(self, other: str | Path | tuple[str, str], passphrase: Passphrase) -> CameIn:
        from crosscase.reads.arrivals import CameIn, arrivals
        from crosscase.store.copies import take_in

        where = other[1] if isinstance(other, tuple) else str(other)
        try:
            with Study.open(other, writable=False, passphrase=passphrase) as theirs, self._writing() as connection:
                seq = self.store.state.seq
                with connection.begin_nested():
                    merged = take_in(self.store, theirs.store)
                return CameIn(
                    where=where, entries=merged.entries, words=merged.cells, pieces=merged.pieces,
                    erasures=merged.erasures, arrived=arrivals(self.store, seq),
                )  # fmt: skip
        except CrosscaseError as error:
            return CameIn(where=where, refused=error.message)

    def disagreements(self) -> list[Disagreement]:
        """What people have to settle after a merge, in words; those over private memos as their author sees them."""
        from crosscase.reads.disagreements import list_disagreements

        return list_disagreements(self.store, reader=self._reader())

    def _reader(self) -> Id:
        """Who reads, as far as that is known."""
        try:
            return self.member().id
        except CrosscaseError:
            return ""

    # Reading

    def get(self, row: type[R], thing: Id) -> R | None:
        """The row with that id, if it is there."""
        return self.store.get(row, thing)

    def rows(self, row: type[R], /, **equal: Any) -> list[R]:
        """The rows of a kind whose fields equal what is given (for a list: are among it), by id."""
        return self.store.rows(row, **equal)

    def find(self, row: type[R], name: str) -> R:
        """The thing of that kind that goes by that name.

        Raises:
            NotFoundError, AmbiguousError: none does, or several do.
        """
        return find(self.store, row, name)

    def text(self, source: Id) -> str:
        """The text of a source as it reads now."""
        return self.store.text(source)

    def settings(self) -> Settings:
        """What the study is about."""
        return self.store.settings()

    def snapshot(self) -> Snapshot:
        """The study in columns, for analyses; loaded once for each version."""
        from crosscase.frames import Snapshot

        with self.store.reading():
            version = self.store.version
            kept, since = self._snapshot, self._since
            if kept is None or (kept[0] != version and (since is None or since[0] != version)):
                kept = (version, Snapshot.load(self.store))
            elif since is not None and kept[0] != version:
                kept = (version, kept[1].refreshed(self.store, {kind: tuple(ids) for kind, ids in since[1].items()}))
            self._snapshot, self._since = kept, None
        return kept[1]

    def _noted(self, before: str, effect: Effect) -> None:
        """Note what an act of ours changed, so that the snapshot need only read that again."""
        if self._snapshot is None or before != (self._since or self._snapshot)[0]:
            self._since = None  # somebody else wrote in between
            return
        changed = self._since[1] if self._since else {}
        for kind, ids in effect.changed.items():
            changed.setdefault(kind, set()).update(ids)
        self._since = (self.store.version, changed)

    def index(self) -> TokenIndex:
        """The words of all texts, for search: as they were kept in the study's file, and the missing ones cut now."""
        from crosscase.frames.token_index import StaleIndexError, TokenIndex, pack
        from crosscase.frames.tokens import tokenize

        with self.store.reading():
            version = self.store.version
            if self._index is not None and self._index[0] == version:
                return self._index[1]
        keeping = not self._reading_only
        with self.store.writing() if keeping else self.store.reading() as connection:
            try:
                found = TokenIndex.unpacked(kept_words.kept(connection))
            except StaleIndexError:
                found = TokenIndex.of({} if keeping else {s.id: self.store.text(s.id) for s in self.rows(Source)})
                if keeping:
                    kept_words.forget(connection)
            cut = [(source, tokenize(text)) for source, text in kept_words.missing(connection)]
            if cut:
                packs = [(source, pack(tokens)) for source, tokens in cut]
                if keeping:
                    kept_words.keep(connection, packs)
                    found = TokenIndex.unpacked(kept_words.kept(connection))
                else:
                    found = TokenIndex.unpacked([*found.packed(), *packs])
        self._index = (version, found)
        return found

    # What may leave

    def consents(self, *, on: str = "") -> Consents:
        """What participants agreed to, as it holds today or on another day (an ISO date).

        Of a study opened `at` an earlier entry too, it is what they agreed to by now.
        """
        return Consents(self._registers(), on=on)

    def _registers(self) -> tuple[Register, ...]:
        ids = [one.id for one in self.rows(Consent)]
        return (*self._since_then, register(self.store, disputed(self.store, Consent, ids)))

    def leaving(self, *, use: Use = "verbatim", strictly: bool = False, on: str = "") -> Leaving:
        """What may leave the study in one product: asked for every passage before its words are written.

        Args:
            use: what participants have to have agreed to.
            strictly: words leave only where a yes is recorded; else where no `no` is.
            on: an ISO date; today when empty.
        """
        return Leaving(self.store, self.consents(on=on), use=use, strictly=strictly)

    def standpoint(self) -> Standpoint:
        """The version of which a product made now is a product."""
        return standpoint(self.store)

    # History

    def log(self) -> list[LogLine]:
        """All entries, in the order of the journal."""
        return self.store.log()

    def entry(self, name: Id) -> Entry:
        """The entry whose id ends so, with its words."""
        return self.store.entry(name)

    def at(self, when: str) -> Study:
        """The study as it was after an entry (its id, or the end of it) or at the end of a date or time.

        Raises:
            NotFoundError: there is no such entry.
            BadValueError: nothing had been written at that time.
        """
        latest = moment(when, end=True)
        if latest is None:
            entry = self.store.entry(when)
            line = next(line for line in self.store.log() if line.id == entry.id)
            return self._as_of(line)
        earlier = [line for line in self.store.log() if line.wall <= latest]
        if not earlier:
            raise BadValueError(f"Nothing had been written in this study by {when}.")
        return self._as_of(earlier[-1])

    def _as_of(self, line: LogLine) -> Study:
        then = Study(replica(self.store, (line.clock, line.digest)), reading_only=True)
        # Whoever has said no since then has said no to what is printed today.
        then._since_then = self._registers()
        return then

    def verify(self, tell: Callable[[str], None] | None = None) -> list[Fault]:
        """Everything that does not hold; nothing when all is well."""
        return verify(self.store, tell)

    def conflicts(self) -> list[Conflict]:
        """What people have to settle after a merge."""
        return open_conflicts(self.store)

    @property
    def version(self) -> str:
        """The digest of the heads: equal versions are equal studies."""
        return self.store.version

    def dump_digest(self) -> str:
        """The digest of the canonical dump."""
        return dump_digest(self.store)


def _registered(verb: Callable[..., Any]) -> Verb:
    # Who only reads does not wait for all that can be done to be imported.
    from crosscase.verbs import named_verb

    found = named_verb(verb)
    if found is None:
        raise UnregisteredVerbError(verb)
    return found


def _may(member: Member) -> tuple[Needs, ...]:
    from crosscase.verbs.registry import MAY

    return MAY[member.permission]


class _Enough(Exception):
    """Carries what a verb answered out of a transaction that is not to be kept."""

    def __init__(self, value: Any) -> None:
        self.value = value
