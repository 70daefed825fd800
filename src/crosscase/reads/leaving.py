"""Whose words leave the study in a file, and which may not.

`Leaving` is asked for each passage that is about to be written. It answers with the reason why the words may not be
written, and keeps a list of what was held back and a note of whose words went, for the record and for the sentence that
every product carries: for how many of these people no consent is recorded.

What a careful reader would get wrong: a passage that crosses the turns of several people needs the consent of each of
them. And this is about files; what a team reads on its own screen is not asked for here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from crosscase.model import Id, Source
from crosscase.reads.codings import Texts
from crosscase.reads.consents import USES, Consents, Use, Whose
from crosscase.reads.own_words import OwnWords, own_words

_LETTER: Final = re.compile(r"[^\n]")


class Withheld(msgspec.Struct, frozen=True):
    """Words that were not written: where they stand, whose they are, and why not. Never the words.

    Attributes:
        source: the name of the source.
        start, end: code points.
        participants: identifiers of all whose words they are.
    """

    source: str
    start: int
    end: int
    participants: tuple[str, ...]
    why: str


class Leaving:
    """What may leave a study, for one product."""

    def __init__(self, texts: Texts, consents: Consents, *, use: Use = "verbatim", strictly: bool = False) -> None:
        """Begin a product.

        Args:
            texts: of the study, as it is written.
            consents: as they hold on the day.
            use: what has to be agreed to.
            strictly: words leave only where a yes is recorded.
        """
        self._texts = texts
        self._strictly = strictly
        self.consents = consents
        self.whose = Whose(texts, consents)
        self._use = use
        self._printed: set[Id] = set()
        self._withheld: dict[Withheld, None] = {}
        self._names: dict[Id, str] = {}
        self._reasons: dict[tuple[Id, ...], str] = {}
        self._own: OwnWords | None = None

    def refusal(self, source: Id, start: int, end: int) -> str:
        """Why the words of a stretch may not leave; empty where they may. Nothing is noted down."""
        return self._why(self.whose.of(source, start, end)) if end > start else ""

    def passage(self, source: Id, start: int, end: int) -> str:
        """The same for words that are about to be written: noted down as held back, or whose they are."""
        people = self.whose.of(source, start, end) if end > start else ()
        why = self._why(people)
        if why:
            names = tuple(self.consents.standing(one).identifier for one in people)
            self._withheld[Withheld(self._name(source), start, end, names, why)] = None
        else:
            self._printed.update(people)
        return why

    def written_by(self, participant: Id) -> str:
        """The same for words of one participant that lie in no source, such as an answer in writing."""
        why = self._why((participant,))
        if not why:
            self._printed.add(participant)
        return why

    def _why(self, people: tuple[Id, ...]) -> str:
        if people not in self._reasons:
            refused = (self._refusal(one) for one in people)
            self._reasons[people] = "; ".join(why for why in refused if why)
        return self._reasons[people]

    def _refusal(self, participant: Id) -> str:
        why = self.consents.refusal(participant, self._use)
        if why or not self._strictly or self.consents.agreed(participant, self._use):
            return why
        return f"nothing is recorded of {self.consents.standing(participant).identifier} and {USES[self._use]}"

    def writing(self, text: str) -> tuple[str, tuple[str, ...]]:
        """What somebody wrote as it may leave: words of participants that may not are covered; and whose those are."""
        if self._own is None:
            self._own = own_words(self._texts, self.whose, self._refused())
        return self._own.covered(text)

    def _refused(self) -> dict[Id, str]:
        people = self.consents.everybody()
        return {one.participant: one.identifier for one in people if self._refusal(one.participant)}

    def holds_back(self) -> bool:
        """Whether there is anybody whose words may not leave."""
        return bool(self._refused())

    def standing(self, source: Id, start: int, end: int) -> str:
        """What is on record of those whose words a stretch is: `agreed`, `not recorded: …`; empty where nobody's."""
        people = self.whose.of(source, start, end) if end > start else ()
        unrecorded = self.consents.unrecorded(people, self._use)
        if unrecorded:
            return f"not recorded: {', '.join(self.consents.standing(one).identifier for one in unrecorded)}"
        return "agreed" if people else ""

    def _name(self, source: Id) -> str:
        if source not in self._names:
            self._names[source] = next((one.name for one in self._texts.rows(Source, id=source)), source)
        return self._names[source]

    @property
    def printed(self) -> tuple[Id, ...]:
        """The participants whose words were written, by id."""
        return tuple(sorted(self._printed))

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """What was held back, as it came."""
        return tuple(self._withheld)

    def sentence(self) -> str:
        """For how many of those whose words were written no consent is recorded; empty where nobody's were."""
        return recorded_for(self.consents, self.printed, self._use)


def recorded_for(consents: Consents, participants: Sequence[Id], use: Use = "verbatim") -> str:
    """For how many of these no consent is recorded, in a sentence; empty where there are none."""
    if not participants:
        return ""
    missing, of = len(consents.unrecorded(participants, use)), len(participants)
    whose = "the participant whose words are" if of == 1 else f"{{}} {of} participants whose words are"
    what = f"Consent to {USES[use]} is"
    if of == 1:
        return f"{what} {'not ' if missing else ''}recorded for {whose} printed here."
    if not missing:
        return f"{what} recorded for {whose.format('all')} printed here."
    if missing == of:
        return f"{what} not recorded for any of {whose.format('the')} printed here."
    return f"{what} not recorded for {missing} of {whose.format('the')} printed here."


def without_refused(text: str, source: Id, leaving: Leaving) -> str:
    """The whole text of a source as it may leave the study: what may not is covered, a ▒ for each letter.

    For audits, archives and deposits, with a `Leaving` for the use `archive`. Every stretch that is held back is noted
    there. Line breaks stay, so that lines and code points keep their numbers.

    Args:
        text: as it reads now.
        source: whose text it is.
        leaving: for the product that is being made.
    """
    pieces: list[str] = []
    done = 0
    for start, end, _ in leaving.whose.stretches(source, len(text)):
        if leaving.passage(source, start, end):
            begin = max(start, done)
            pieces += (text[done:begin], _LETTER.sub("▒", text[begin:end]))
            done = max(end, done)
    return "".join((*pieces, text[done:])) if pieces else text
