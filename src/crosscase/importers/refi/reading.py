"""From the stream of XML to a `Project`: which element may stand where, and what becomes of those that may not.

What a careful reader would get wrong: prefixes and name spaces do not decide. Drafts of the standard had others
(`project:0:10`, `codebook:0:4`), and some programs write none; the names of the elements are what they have in common.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec

from crosscase.importers.errors import TooLargeError, WrongContentError
from crosscase.importers.refi.archive import Archive, stream_of
from crosscase.importers.refi.building import Builder
from crosscase.importers.refi.references import Met, settled
from crosscase.importers.refi.stream import DEEPEST, TooDeepError, parse
from crosscase.importers.refi.texts import MOST_TEXT, Texts
from crosscase.importers.refi.told import Told
from crosscase.importers.refi.values import Frame
from crosscase.model.refi import Project
from crosscase.model.refi_schema import CODEBOOK_SPACE, PROJECT_SPACE, SHAPES


class _Step(msgspec.Struct, frozen=True):
    """What is done with a child: take its words, take what it names, or make something of it."""

    name: str
    key: str
    shape: str
    words: bool = False
    ref: bool = False


def _steps(shape: str) -> dict[str, _Step]:
    found: dict[str, _Step] = {}
    for name, child in SHAPES[shape].children.items():
        found[name] = _Step(
            name,
            "Source" if shape == "Sources" else name,
            child.shape,
            words=bool(SHAPES[child.shape].text),
            ref=child.shape == "Ref",
        )
    return found


_PLAN: Final[dict[str, dict[str, _Step]]] = {shape: _steps(shape) for shape in SHAPES}
_PLAN["CodeBookRoot"] = {name: _Step(name, name, name) for name in ("Codes", "Sets")}
# What drafts and programs write in another place than the standard.
_PLAN["Project"]["Codes"] = _Step("Codes", "Codes", "Codes")
_PLAN["AudioSource"]["VideoSelection"] = _Step("VideoSelection", "AudioSelection", "AudioSelection")
_PLAN["VideoSource"]["AudioSelection"] = _Step("AudioSelection", "VideoSelection", "VideoSelection")
_ROOTS: Final = {"project": "Project", "codebook": "CodeBookRoot"}
_SPACES: Final = {"Project": PROJECT_SPACE, "CodeBookRoot": CODEBOOK_SPACE}


class Reader:
    """Handlers of one reading."""

    def __init__(self, builder: Builder, parser: Any, suffix: str) -> None:
        self._builder = builder
        self._makers = builder.makers
        self._named = builder.identities.named
        self.counts: dict[str, int] = {}
        self._told = builder.told
        self._parser = parser
        self._suffix = suffix
        self._open: list[Frame | _Step | None] = []
        self._skipping = 0
        self._words: list[str] = []
        self._length = 0
        self._foreign: frozenset[str] = frozenset()
        self.project: Project | None = None
        self.codebook = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipping:
            self._skipping += 1
            self._check_depth()
            return
        if not self._open:
            self._root(name, attributes)
            return
        parent = self._open[-1]
        if type(parent) is not Frame:
            self._skip(name, parent)
            return
        step = _PLAN[parent.shape].get(name) or self._otherwise(parent, name)
        if step is None:
            self._skip(name, parent)
        elif step.ref:
            self._refer(parent, step, attributes)
        elif step.words:
            self._open.append(step)
            self._parser.CharacterDataHandler = self._take
        else:
            self._open.append(Frame(step.name, step.shape, attributes, self._parser.CurrentLineNumber))
            if len(self._open) > DEEPEST:
                raise TooDeepError(self._parser.CurrentLineNumber)

    def _end(self, _: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        done = self._open.pop()
        if done is None:
            return
        if type(done) is Frame:
            if not self._open:
                self.project = self._builder.project(done)
                return
            parent = self._open[-1]
            name = done.name
            maker = self._makers.get(done.shape)
            if maker is None:
                # Elements that only hold others are their children.
                made: Any = done.kids
            else:
                self.counts[name] = self.counts.get(name, 0) + 1
                made = maker(done)
            key = name if parent.shape != "Sources" else "Source"  # type: ignore[union-attr]
        else:
            parent = self._open[-1]
            made = "".join(self._words)
            self._words.clear()
            self._length = 0
            self._parser.CharacterDataHandler = None
            key = done.name
        kids = parent.kids  # type: ignore[union-attr]
        if key in kids:
            kids[key].append(made)
        else:
            kids[key] = [made]

    def _take(self, words: str) -> None:
        self._words.append(words)
        self._length += len(words)
        if self._length > MOST_TEXT:
            raise TooLargeError(self._length, MOST_TEXT)

    def _refer(self, parent: Frame, step: _Step, attributes: dict[str, str]) -> None:
        written = attributes.get("targetGUID") or attributes.get("guid")
        guid = self._named(written)
        if guid:
            if step.name == "NoteRef":
                self._builder.notes.add(guid)
            if step.name in parent.kids:
                parent.kids[step.name].append(guid)
            else:
                parent.kids[step.name] = [guid]
        else:
            line = self._parser.CurrentLineNumber
            self._told.lost("references to nothing", f"line {line} ({step.name})", "It names nothing.")
        self._open.append(None)

    def _skip(self, name: str, parent: Frame | _Step | None) -> None:
        within, name = parent.name if parent is not None else "a reference", name[:60]
        place = f"line {self._parser.CurrentLineNumber} ({name})"
        self._told.lost("elements that are not of the standard", place, f"{name} in {within} is not of the standard.")
        self._skipping = 1

    def _check_depth(self) -> None:
        if len(self._open) + self._skipping > DEEPEST:
            raise TooDeepError(self._parser.CurrentLineNumber)

    def _root(self, name: str, attributes: dict[str, str]) -> None:
        prefix, _, local = name.rpartition(":")
        shape = _ROOTS.get(local.casefold())
        if shape is None:
            raise WrongContentError(self._suffix, f"XML with the root {name[:80]!r}")
        self.codebook = shape == "CodeBookRoot"
        space = attributes.get(f"xmlns:{prefix}" if prefix else "xmlns", "")
        if space != _SPACES[shape]:
            said = f"The name space is {space[:80]!r}" if space else "There is no name space"
            what = f"{said}, not {_SPACES[shape]!r}; it was read as if it were."
            self._told.repaired("name spaces", f"line {self._parser.CurrentLineNumber} ({name[:60]})", what)
        if local not in {"Project", "CodeBook"}:
            self._told.repaired("names of elements", "line 1", f"{local!r} was read as {shape.removesuffix('Root')!r}.")
        self._foreign = frozenset(
            key.partition(":")[2]
            for key, value in attributes.items()
            if key.startswith("xmlns:") and "QDA-XML" not in value and key != f"xmlns:{prefix}"
        )
        self._open.append(Frame(local, shape, attributes, self._parser.CurrentLineNumber))

    def _otherwise(self, parent: Frame, name: str) -> _Step | None:
        """A child whose name has a prefix or other capitals; remembered, so that it is looked for once."""
        prefix, _, local = name.rpartition(":")
        plan = _PLAN[parent.shape]
        step = None if prefix in self._foreign else plan.get(local)
        if step is None and prefix not in self._foreign:
            step = next((each for known, each in plan.items() if known.casefold() == local.casefold()), None)
            if step is not None:
                name = name[:60]
                place = f"line {self._parser.CurrentLineNumber} ({name})"
                self._told.repaired("names of elements", place, f"{name!r} was read as {step.name!r}.")
        return step


class Found(msgspec.Struct, frozen=True):
    """What one reading gave."""

    project: Project
    told: Told
    counts: dict[str, int]
    codebook: bool


def read_xml(archive: Archive) -> Found:
    """The project out of its own file.

    Raises:
        UnreadableError: it is no project, damaged beyond repair, or made to do harm.
    """
    readers: list[Reader] = []
    builders: list[Builder] = []

    def begin(parser: Any, told: Told) -> None:
        builders.append(Builder(told, Texts(archive, told)))
        readers.append(Reader(builders[-1], parser, archive.path.suffix))

    told = parse(lambda: stream_of(archive), begin, Told)
    reader, builder = readers[-1], builders[-1]
    if reader.project is None:  # pragma: no cover  expat refuses a document without a root
        raise WrongContentError(archive.path.suffix)
    met = Met(users=builder.users, codes=builder.codes, variables=builder.variables, notes=builder.notes)
    project = reader.project if reader.codebook else settled(reader.project, met, archive, told)
    return Found(project, told, dict(reader.counts), reader.codebook)
