"""A study as plain rows, read the way the store reads it: for tests of what stands on the frames.

`Plain` is a `Reader` over lists of model rows and a dict of texts. `Made` writes such a study down in few words:
things are named by what people call them, offsets are found by quoting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from crosscase.model import (
    Analysis,
    Attendance,
    Attribute,
    AttributeValue,
    Case,
    Code,
    Codebook,
    Coding,
    Evidence,
    Id,
    Interview,
    Lineage,
    Member,
    Participant,
    Reading,
    Role,
    Row,
    Settings,
    Source,
    Span,
    Speaker,
    Target,
    Theme,
    Topic,
    Turn,
    Value,
    kind_of,
)
from crosscase.store.texts import named


@dataclass
class Plain:
    """Rows by kind, and texts."""

    version: str
    rows: dict[str, list[Row]]
    texts: dict[Id, str]
    asked: list[str] = field(default_factory=list)

    def columns(self, kind: str, fields: tuple[str, ...]) -> dict[str, list[Value]]:
        self.asked.append(kind)
        rows = sorted(self.rows.get(kind, []), key=lambda row: row.id)
        return {name: [getattr(row, name) for row in rows] for name in ("id", *fields)}

    def text(self, source: Id) -> str:
        self.asked.append("text")
        return self.texts[source]

    def addresses(self, source: Id, spans: Sequence[Span]) -> list[str]:
        """As of a text that nobody corrected."""
        return named(source, spans, None)


class Made(Plain):
    """A study that is written down line by line. Ids are counted, so rows come in the order in which they were made."""

    def __init__(self) -> None:
        super().__init__("v0", {}, {})
        self._count = 0
        self.add(Settings(title="Peer work"))

    def add(self, row: Row, id: Id = "") -> Id:
        """Add a row under a new id, or the one that is given."""
        import msgspec

        self._count += 1
        here = id or f"{self._count:032x}"
        self.rows.setdefault(kind_of(type(row)).name, []).append(msgspec.structs.replace(row, id=here))
        self.version = f"v{self._count}"
        return here

    def change(self, id: Id, **fields: Any) -> None:
        """Change fields of a row."""
        import msgspec

        self._count += 1
        self.version = f"v{self._count}"
        for rows in self.rows.values():
            for place, row in enumerate(rows):
                if row.id == id:
                    rows[place] = msgspec.structs.replace(row, **fields)

    def remove(self, id: Id) -> None:
        """Take a row away."""
        self._count += 1
        self.version = f"v{self._count}"
        for rows in self.rows.values():
            rows[:] = [row for row in rows if row.id != id]

    def id_of(self, kind: str, name: str) -> Id:
        """The id of the row whose first field is this name; made when there is none."""
        label = {"participant": "identifier", "case": "code", "theme": "label"}.get(kind, "name")
        for row in self.rows.get(kind, []):
            if getattr(row, label) == name:
                return row.id
        made: dict[str, Row] = {
            "case": Case(code=name),
            "role": Role(name=name),
            "code": Code(name=name),
            "member": Member(name=name),
            "topic": Topic(name=name),
            "analysis": Analysis(name=name),
        }
        return self.add(made[kind])

    def participant(self, identifier: str, case: str = "", role: str = "", **values: str) -> Id:
        """A person, with values of attributes."""
        person = self.add(
            Participant(
                identifier=identifier,
                case=self.id_of("case", case) if case else None,
                role=self.id_of("role", role) if role else None,
            )
        )
        for name, value in values.items():
            self.value("participant", name, person, value)
        return person

    def value(self, subject: str, name: str, of: Id, value: str, **options: Any) -> None:
        """A value of an attribute, which is made when there is none of that name."""
        rows = [row for row in self.rows.get("attribute", []) if isinstance(row, Attribute)]
        found = next((row.id for row in rows if (row.subject, row.name) == (subject, name)), "")
        found = found or self.add(Attribute(subject=subject, name=name, **options))  # type: ignore[arg-type]  # a literal
        self.add(AttributeValue(attribute=found, of=of, value=value))

    def target(self, case: str, role: str, planned: int) -> None:
        """A cell of the frame."""
        self.add(Target(case=self.id_of("case", case), role=self.id_of("role", role), planned=planned))

    def interview(self, name: str, *people: str, case: str = "") -> Id:
        """A meeting."""
        meeting = self.add(Interview(name=name, case=self.id_of("case", case) if case else None))
        for person in people:
            self.add(Attendance(interview=meeting, participant=self.id_of("participant", person)))
        return meeting

    def transcript(self, name: str, text: str, *, interview: Id | None = None) -> Id:
        """A transcript in lines: `STA1SU01: words`, `I: words` (interviewer), `?: words`, `[note]`, `> quoted`.

        A label may carry a topic, as in `I training: And training?`, and `(declined)` in it marks a refusal.
        """
        source = self.add(Source(name=name, interview=interview, length=len(text)))
        self.texts[source] = text
        speakers: dict[str, Id] = {}
        start = 0
        for line in text.splitlines(keepends=True):
            self._turn(source, line, start, speakers)
            start += len(line)
        return source

    def _turn(self, source: Id, line: str, start: int, speakers: dict[str, Id]) -> None:
        end = start + len(line.rstrip("\n"))
        label = re.match(r"(\S+?)(?: ([^:]+))?: ", line)
        if line.startswith("["):
            self.add(Turn(source=source, start=start, end=end, nature="note"))
        elif line.startswith("> "):
            self.add(Turn(source=source, start=start + 2, end=end, nature="quoted"))
        elif label:
            who, topic = label[1], label[2] or ""
            speakers.setdefault(who, self.add(self._speaker(source, who)))
            declined = "(declined)" in topic
            topic = topic.replace("(declined)", "").strip()
            self.add(
                Turn(
                    source=source, start=start + label.end(), end=end, speaker=speakers[who], declined=declined,
                    topic=self.id_of("topic", topic) if topic else None,
                )
            )  # fmt: skip

    def _speaker(self, source: Id, who: str) -> Speaker:
        if who == "I":
            return Speaker(source=source, label=who, voice="interviewer")
        if who == "?":
            return Speaker(source=source, label=who)
        person = self.id_of("participant", who)
        return Speaker(source=source, label=who, voice="participant", participant=person)

    def interviewed(self, identifier: str, text: str) -> Id:
        """An interview with one participant, and its transcript."""
        return self.transcript(identifier, text, interview=self.interview(f"with {identifier}", identifier))

    def code(self, name: str, parent: str = "", **fields: Any) -> Id:
        """A code, under another or at the top."""
        return self.add(Code(name=name, parent=self.id_of("code", parent) if parent else None, **fields))

    def coding(self, source: Id, quote: str, code: str, member: str = "Ada", **fields: Any) -> Id:
        """A code on the first place where the source says this."""
        start = self.texts[source].index(quote)
        return self.add(
            Coding(
                source=source, start=start, end=start + len(quote), code=self.id_of("code", code),
                member=self.id_of("member", member), **fields,
            )
        )  # fmt: skip

    def read(self, *sources: Id, member: str = "Ada", codes: tuple[str, ...] | None = None) -> None:
        """Sources read to the end for these codes, else for all there are now."""
        names = codes or tuple(getattr(row, "name", "") for row in self.rows.get("code", []))
        book = self.add(Codebook(codes=tuple(self.id_of("code", name) for name in names)))
        for source in sources:
            self.add(Reading(member=self.id_of("member", member), source=source, progress="done", codebook=book))

    def theme(self, label: str, parent: str = "", analysis: str = "main") -> Id:
        """A theme, under another or at the top."""
        above = self.id_of("theme", parent) if parent else None
        return self.add(Theme(analysis=self.id_of("analysis", analysis), label=label, parent=above))

    def evidence(self, theme: str, coding: Id, stance: str = "for") -> Id:
        """A coding placed under a theme."""
        placed = Evidence(theme=self.id_of("theme", theme), coding=coding, stance=stance)  # type: ignore[arg-type]
        return self.add(placed)

    def lineage(self, theme: str, code: str, *, whole: bool = False) -> Id:
        """A category that a theme was developed from."""
        return self.add(Lineage(theme=self.id_of("theme", theme), origin=self.id_of("code", code), whole=whole))
