"""What the parts of an audit stand on: the study, who made it and when, and what may be written.

Everything an audit writes goes through `clean`: words of participants that consent does not cover are covered where
others repeat them, and so are participants' real names. Texts of sources go through `transcript`.

What a careful reader would get wrong: two rules for two things. The whole text of a source is shown only where its
participants agreed to archiving and showing outside the team, in so many words; what researchers wrote is left out only
where somebody said no.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import msgspec

from crosscase.model import ContentNote, Id, Member, Participant, Source
from crosscase.model.table import Table
from crosscase.reads.leaving import without_refused
from crosscase.reports.checking import Checker
from crosscase.reports.nameless import HIDDEN, Nameless
from crosscase.study import Study


class AuditTable(msgspec.Struct, frozen=True):
    """A table of one class: the name of its file, what it holds, and where cells of a column lead.

    Attributes:
        links: key of a column → text of a cell → address within the folder.
    """

    name: str
    table: Table
    about: str = ""
    links: Mapping[str, Mapping[str, str]] = {}


class Text(msgspec.Struct, frozen=True):
    """A source as it may be shown: its file and text, or why it is left out.

    Attributes:
        held_back: in how many stretches words are covered.
    """

    source: Source
    file: str
    words: str
    why: str
    held_back: int


class Made(msgspec.Struct, frozen=True):
    """Of which version an audit is, who made it and when."""

    title: str
    version: str
    by: str
    when: str
    invented: str

    def sentence(self) -> str:
        """The same, as every file says it."""
        said = f"Study: {self.title}. Version {self.version}. Made by {self.by} on {self.when} with crosscase."
        return f"{said} {self.invented}." if self.invented else said


class Ground:
    """A study, as it may be shown to whoever audits it."""

    def __init__(self, study: Study, made: Made, reader: Id, *, covered: bool, unrecorded: bool) -> None:
        self.study = study
        self.made = made
        self.reader = reader
        self.unrecorded = unrecorded
        self._covered = covered
        self._checker = Checker(study, covered=covered)
        self._cleaned: dict[str, str] = {}
        self.texts_leaving = study.leaving(use="archive", strictly=not unrecorded)
        self.writing_leaving = study.leaving(use="archive")
        self._nameless = Nameless(study)

    @cached_property
    def members(self) -> dict[Id, str]:
        """Names of members, also of those who are gone."""
        return {one.id: one.name for one in self.study.rows(Member)}

    @cached_property
    def people(self) -> dict[Id, str]:
        """Identifiers of participants."""
        return {one.id: one.identifier for one in self.study.rows(Participant)}

    def clean(self, text: str) -> str:
        """What somebody wrote, as it may be shown."""
        if text not in self._cleaned:
            said = self.writing_leaving.writing(text)[0] if text.strip() else text
            self._cleaned[text] = self._nameless.text(said)
        return self._cleaned[text]

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every source as it may be shown, in the order of the study's sources."""
        sources = sorted(self.study.rows(Source), key=lambda one: (one.position, one.name, one.id))
        return tuple(self._text(source) for source in sources)

    def _text(self, source: Source) -> Text:
        words = self.study.text(source.id)
        if not words:
            return Text(source, "", "", "it has no text", 0)
        leaving = self.texts_leaving
        stretches = leaving.whose.stretches(source.id, len(words))
        refused = [why for start, end, _ in stretches if (why := leaving.refusal(source.id, start, end))]
        if stretches and len(refused) == len(stretches):
            reasons = "; ".join(dict.fromkeys(refused))
            return Text(source, "", "", reasons, len(refused))
        shown = list(self._nameless.text(without_refused(words, source.id, leaving)))
        covered = 0
        for start, end in self._under_notes(source.id, len(words)):
            covered += 1
            shown[start:end] = ("\n" if letter == "\n" else HIDDEN for letter in shown[start:end])
        return Text(
            source, f"texts/{slug(self.label(source))}-{source.id[-8:]}.txt", "".join(shown), "", len(refused) + covered
        )

    def _under_notes(self, source: Id, length: int) -> list[tuple[int, int]]:
        """The stretches that lie under content notes; the whole text, where a note lies on no words."""
        notes = [] if self._covered else self.study.rows(ContentNote, source=source)
        if any(note.place != "text" for note in notes):
            return [(0, length)]
        return sorted((note.start, note.end) for note in notes)

    def label(self, source: Source) -> str:
        """The name of a source, as it may be shown."""
        return self._checker.label(self._nameless.text(source.name), f"source {source.id[-8:]}")

    @cached_property
    def labels(self) -> dict[Id, str]:
        """The same for every source, by id."""
        return {text.source.id: self.label(text.source) for text in self.texts}

    @cached_property
    def text_links(self) -> Mapping[str, str]:
        """Where the text of a source lies, by its label."""
        return {self.label(text.source): text.file for text in self.texts if text.file}

    def printed(self) -> set[Id]:
        """The participants whose words were written."""
        return {*self.texts_leaving.printed, *self.writing_leaving.printed}


def slug(text: str) -> str:
    """A name for a file: letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:40] or "text"


def person(ground: Ground, member: Id | None) -> str:
    """The name of a member."""
    return ground.members.get(member or "", "somebody") if member else ""


def yes(value: Any) -> str:
    """`yes`, or nothing."""
    return "yes" if value else ""


__all__ = ["HIDDEN", "AuditTable", "Ground", "Made", "Text", "person", "slug", "yes"]
