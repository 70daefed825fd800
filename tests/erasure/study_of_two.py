"""A study with an interview of one's own and one in a pair, with writing that quotes from both; all of it invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from crosscase.importers import read_path
from crosscase.journal.redaction import RUN
from crosscase.model import Id, Participant, Source, Span, Speaker, Turn
from crosscase.study import Study
from crosscase.verbs.analyses import add_analysis
from crosscase.verbs.attributes import add_attribute, set_values
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code, define_code
from crosscase.verbs.codings import apply_code, apply_code_in_vivo
from crosscase.verbs.consents import set_consent
from crosscase.verbs.corrections import replace_words
from crosscase.verbs.memos import write_memo
from crosscase.verbs.participants import add_participant
from crosscase.verbs.sample import add_role
from crosscase.verbs.sources import assign_sources
from crosscase.verbs.take_in import take_in
from crosscase.verbs.themes import add_theme, place_evidence
from crosscase.verbs.turns import map_speaker

NAME = "Marguerite Oduya"
SAID = (
    "I hid the leaflets behind the radiator until somebody asked for them.",
    "Nobody told me that the cupboard key belonged to the night shift.",
)
IN_THE_PAIR = "We carried the folding chairs up three flights every Thursday evening."
OTHERS = "I only ever saw the chairs when they were standing in a circle already."
ASKED = "How did you come to keep the leaflets, and who knew of it?"

ALONE = f"INT: {ASKED}\n\nMO: {SAID[0]}\n\nINT: And the key?\n\nMO: {SAID[1]} Marguerite, they said, leave it.\n"
PAIR = (
    f"INT: Tell me of the evenings.\n\nMO: {IN_THE_PAIR}\n\nTB: {OTHERS} Ask Marguerite.\n\n"
    "INT: Thank you both.\n\nMO: Mm.\n\nTB: Bye.\n"
)


def make(path: Path, folder: Path) -> Study:
    """The study, with Ines as its owner, open."""
    study = Study.new(path, title="Evenings", member="Ines")
    case = study.do(add_case, "HALL", name="The hall").value
    role = study.do(add_role, "volunteer", codes=["VO"]).value
    her = study.do(add_participant, "HALLVO01", case=case, role=role, name=NAME).value
    him = study.do(add_participant, "HALLVO02", case=case, role=role, name="Tobias Brandt").value
    years = study.do(add_attribute, "participant", "years").value
    study.do(set_values, years, {her: "eleven", him: "two"})
    study.do(set_consent, [her], verbatim="yes", note=f"Signed by {NAME} at the door.")
    for name, text in (("Alone", ALONE), ("Pair", PAIR)):
        file = folder / f"{name}.txt"
        file.write_text(text, "utf-8")
        study.do(take_in, read_path(file))
    alone, pair = study.find(Source, "Alone").id, study.find(Source, "Pair").id
    study.do(assign_sources, [alone], participant=her, case=case)
    study.do(assign_sources, [pair], case=case)
    for source in (alone, pair):
        study.do(map_speaker, source, "INT", "interviewer")
        study.do(map_speaker, source, "MO", "participant", participant=her)
    study.do(map_speaker, pair, "TB", "participant", participant=him)
    study.do(replace_words, [pair], "folding chairs", "folding stools")
    study.do(replace_words, [pair], "folding stools", "folding chairs")
    return study


def coded(study: Study) -> None:
    """Put codes, a theme, memos and writing that quotes upon it."""
    alone, pair = study.find(Source, "Alone").id, study.find(Source, "Pair").id

    keeping = study.do(add_code, "keeping things", definition="What people hold back.").value
    coding = study.do(apply_code, keeping, alone, place(study, alone, SAID[0])).value
    study.do(apply_code, keeping, pair, place(study, pair, OTHERS))
    study.do(apply_code, keeping, pair, place(study, pair, IN_THE_PAIR))
    study.do(apply_code_in_vivo, alone, place(study, alone, "behind the radiator"))
    study.do(define_code, keeping, example=f"As in: “{SAID[0][2:40]}”")
    analysis = study.do(add_analysis, "First").value
    theme = study.do(add_theme, analysis, "Holding back", content=f"One said {SAID[1][:30]} and so on.").value
    study.do(place_evidence, theme, [coding])
    study.do(write_memo, f"{NAME} again: “{SAID[1]}” – compare the pair.", nature="theoretical")
    study.do(write_memo, f"To myself: {IN_THE_PAIR}", nature="reflexive")
    study.because(f"because she says {SAID[0][:25]}").do(add_code, "radiators")


def place(study: Study, source: Id, quote: str) -> Span:
    """Where words stand in a source."""
    start = study.text(source).index(quote)
    return Span(start, start + len(quote))


def leftovers(folder: Path, *words: str) -> list[str]:
    """The runs of 20 characters of these words (or the words, where they are shorter) in any byte of any file there."""
    found: list[str] = []
    data = b"\n".join(part for file in sorted(folder.rglob("*")) if file.is_file() for part in _contents(file))
    for text in words:
        runs = [text[at : at + RUN] for at in range(max(1, len(text) - RUN + 1))]
        found += [run for run in runs if run.encode() in data or run.encode("utf-16-le") in data]
    return found


def _contents(file: Path) -> Iterator[bytes]:
    data = file.read_bytes()
    yield data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())


def turns_of(study: Study, source: str) -> list[tuple[str, str]]:
    """What is said in a source: label and words of each turn."""
    thing = study.find(Source, source)
    text = study.text(thing.id)
    labels = {speaker.id: speaker.label for speaker in study.rows(Speaker, source=thing.id)}
    turns = sorted(study.rows(Turn, source=thing.id), key=lambda turn: turn.start)
    return [(labels[turn.speaker], text[turn.start : turn.end]) for turn in turns if turn.speaker]


def her(study: Study) -> Id:
    """The participant who will withdraw."""
    return study.find(Participant, "HALLVO01").id
