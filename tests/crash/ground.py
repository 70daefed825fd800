"""What a crash is tried on: a small study with something of every kind in it, made once and copied for each trial.

Beside it lie what acts take in: a folder to import, a copy that a colleague went on with, and a copy whose tables are
of another shape, as an older program would have left them. Everything is invented here.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlcipher3 import dbapi2

from crosscase.model import Case, Code, Coding, Id, Member, Participant, Role, Source, Span, Topic, Turn
from crosscase.model.bundle import Bundle, Document, SpeakerRecord, Spoken
from crosscase.store import backups, reseal
from crosscase.store.keys import Key
from crosscase.store.merge import merge
from crosscase.study import Study
from crosscase.verbs.adjudications import Differing, adjudicate
from crosscase.verbs.analyses import add_analysis
from crosscase.verbs.answers import give_answer
from crosscase.verbs.attributes import add_attribute, set_values
from crosscase.verbs.cases import add_case, change_case, merge_cases
from crosscase.verbs.claims import set_threshold, write_claim
from crosscase.verbs.codes import add_code, merge_codes
from crosscase.verbs.codings import Placement, add_content_note, add_mark, apply_all, apply_code, remove_codings
from crosscase.verbs.configurations import add_condition, begin_configuration
from crosscase.verbs.consents import set_consent
from crosscase.verbs.drafts import Proposed, add_draft, bring_proposals
from crosscase.verbs.erasures import erase_participant
from crosscase.verbs.explanations import add_rival, set_replication
from crosscase.verbs.fieldwork import add_interview
from crosscase.verbs.frameworks import add_framework
from crosscase.verbs.given_back import add_given
from crosscase.verbs.guidelines import answer_guideline
from crosscase.verbs.instruments import add_instrument, add_question, add_topic
from crosscase.verbs.links import add_link
from crosscase.verbs.maps import add_map, connect_on_map, place_on_map
from crosscase.verbs.members import add_member, describe_perspectives, merge_members
from crosscase.verbs.memos import write_memo
from crosscase.verbs.negatives import Candidate, note_negatives
from crosscase.verbs.participants import add_participant, merge_participants
from crosscase.verbs.products import record_product
from crosscase.verbs.queries import save_query
from crosscase.verbs.quotations import keep_quotation
from crosscase.verbs.readings import assign_readings, begin_reading, finish_reading
from crosscase.verbs.sample import add_role, log_recruitment, set_targets
from crosscase.verbs.scores import set_score
from crosscase.verbs.sets import add_set
from crosscase.verbs.signing import declare_key
from crosscase.verbs.sources import assign_sources
from crosscase.verbs.summaries import write_summary
from crosscase.verbs.take_in import take_in
from crosscase.verbs.tasks import add_task
from crosscase.verbs.themes import add_theme, develop_theme, place_evidence
from tests.crash.bench import laid

ANNA = (
    "INT: Is there a risk in telling people?\n"
    "ANNA: There is a risk in it. I told them on the first day — nobody was surprised. Trust comes later. 👍🏽\n"
    "INT: And for you?\n"
    "ANNA: They held me down once. I do not speak of that at work. नमस्ते.\n"
)
BEN = "INT: What does risk mean here?\nBEN: Forms. We write a risk form for everybody.\nINT: Thank you.\n"

FOLDER = {
    "cases.csv": "case,name,sector\nCCC,Cedar Yard,public\nDDD,Dove Lane,independent\n",
    "roles.csv": "role,codes\npeer worker,PW\nnurse,NU\n",
    "participants.csv": "participant,case,role,label,age\nCCCPW01,CCC,peer worker,DORA,44\nDDDNU01,DDD,nurse,EVE,31\n",
    "documents.csv": (
        "document,file,case,participant,interviewer\ndora,dora.txt,CCC,CCCPW01,Ines\neve,eve.vtt,DDD,DDDNU01,Ines\n"
    ),
    "dora.txt": "INT: What changed?\n\nDORA: The rota. Nobody asks me to swap, and I sleep.\n\nINT: And then?\n",
    "eve.vtt": "WEBVTT\n\n00:01.000 --> 00:03.000\n<v EVE>We were short of staff again.\n",
}

OLD, NEW = Key(b"o" * 32, b"0123456789abcdef"), Key(b"n" * 32, b"fedcba9876543210")
"""Keys as passphrases give them; making one takes a fifth of a second, which is not what is tried here."""

KEPT_APART = "notes-of-the-field.txt"
"""A file that is kept whole in the vault: a few pieces, so that a kill can land between two of them."""


class Ground(NamedTuple):
    """Where the things lie that trials begin from."""

    folder: Path

    @property
    def study(self) -> Path:
        """The study that trials copy."""
        return self.folder / "begun.crosscase"

    @property
    def colleague(self) -> Path:
        """A copy that somebody else went on with."""
        return self.folder / "colleague.crosscase"

    @property
    def older(self) -> Path:
        """The study with tables of another shape: they are made anew when it is opened."""
        return self.folder / "older.crosscase"

    @property
    def erased(self) -> Path:
        """A copy in which a participant has withdrawn."""
        return self.folder / "erased.crosscase"

    @property
    def encrypted(self) -> Path:
        """The study, encrypted."""
        return self.folder / "encrypted.crosscase"

    @property
    def backup(self) -> Path:
        """A folder with a backup of the study."""
        return self.folder / "begun.crosscase-backups"

    @property
    def imports(self) -> Path:
        """A folder to import."""
        return self.folder / "imports"

    @property
    def notes(self) -> Path:
        """A file to keep whole."""
        return self.folder / KEPT_APART


def prepare(folder: Path) -> Ground:
    """Make all of it in a folder."""
    ground = Ground(folder)
    folder.mkdir(parents=True, exist_ok=True)
    ground.imports.mkdir()
    for name, words in FOLDER.items():
        ground.imports.joinpath(name).write_text(words, "utf-8")
    ground.notes.write_text("A long walk past the gate, and back again.\n" * 60_000, "utf-8")
    _begin(ground.study)
    shutil.copyfile(ground.study, ground.colleague)
    _go_on(ground.colleague)
    shutil.copyfile(ground.study, ground.older)
    _grow_old(ground.older)
    shutil.copyfile(ground.study, ground.erased)
    with Study.open(ground.erased, member="Ines") as study:
        study.because("she asked").do(erase_participant, study.find(Participant, "AAAPW01").id)
    shutil.copyfile(ground.study, ground.encrypted)
    reseal.encrypt(ground.encrypted, OLD)
    with pytest.MonkeyPatch.context() as patch, Study.open(ground.study, member="Ines") as study:
        patch.setenv("CROSSCASE_BACKUPS", "beside")
        backups.make(study.store)
    return ground


def _begin(path: Path) -> None:
    with Study.new(path, title="Peers", member="Ines") as study:
        _people(study)
        _talk(study)
        _meaning(study)
    _fall_out(path)


def _fall_out(path: Path) -> None:
    """Two copies say two things of one case, which is open until somebody settles it."""
    copy = path.with_name("disagrees.crosscase")
    shutil.copyfile(path, copy)
    for each, member, words in ((path, "Ines", "By the river."), (copy, "Omar", "On the hill.")):
        with Study.open(each, member=member) as study:
            study.do(change_case, study.find(Case, "AAA").id, description=words)
    with Study.open(path, member="Ines") as study, Study.open(copy, writable=False) as other:
        merge(study.store, other.store)
        assert study.conflicts()
    copy.unlink()


def _people(study: Study) -> None:
    omar = study.do(add_member, "Omar").value
    study.do(merge_members, study.do(add_member, "Omar again").value, omar)
    study.do(describe_perspectives, study.member().id, ["lived experience"])
    for code in ("AAA", "BBB"):
        study.do(add_case, code)
    study.do(merge_cases, study.do(add_case, "BBC").value, study.find(Case, "BBB").id)
    role = study.do(add_role, "peer worker", codes=("PW",)).value
    study.do(add_role, "manager", codes=("MA",))
    case = study.find(Case, "AAA").id
    study.do(set_targets, {(case, role): 2})
    study.do(log_recruitment, case, role, "approached", 3)
    study.do(add_participant, "AAAPW01", case=case, role=role, name="Anna Nilsen")
    twin = study.do(add_participant, "AAAPW02", case=case, role=role).value
    study.do(merge_participants, study.do(add_participant, "AAAPW03", case=case, role=role).value, twin)
    study.do(add_participant, "AAAPW09", case=case, role=role)
    study.do(set_consent, [study.find(Participant, "AAAPW01").id], verbatim="yes", note="by telephone")
    sector = study.do(add_attribute, "case", "sector", type="one-of", options=["public", "other"], grouping=True).value
    study.do(set_values, sector, {case: "public"})


def _talk(study: Study) -> None:
    guide = study.do(add_instrument, "Guide").value
    study.do(add_instrument, "Left over")
    for name in ("work", "trust"):
        study.do(add_topic, name)
    work = study.find(Topic, "work").id
    study.do(add_question, guide, "Is there a risk in telling people?", number="1", topic=work)
    study.do(add_question, guide, "And for you?", number="2")
    item = study.do(
        add_question, guide, "I am asked before things change.", number="A1", nature="likert",
        options=["never", "sometimes", "often"],
    ).value  # fmt: skip
    study.do(give_answer, study.find(Participant, "AAAPW01").id, item, ["sometimes"])
    study.do(take_in, Bundle(documents=(_document("anna", ANNA, "ANNA"), _document("ben", BEN, "BEN"))))
    study.do(add_interview, "First", [study.find(Participant, "AAAPW01").id], date="2026-03-01", minutes=50)


def _document(name: str, text: str, who: str) -> Document:
    turns, at = [], 0
    for line in text.splitlines(keepends=True):
        label, _, words = line.partition(": ")
        turns.append(Spoken(start=at + len(label) + 2, end=at + len(label) + 2 + len(words) - 1, speaker=label))
        at += len(line)
    speakers = (SpeakerRecord(label="INT", voice="interviewer"), SpeakerRecord(label=who, voice="participant"))
    return Document(key=name, name=name, text=text, turns=tuple(turns), speakers=speakers)


def _meaning(study: Study) -> None:
    anna, ben = (study.find(Source, name).id for name in ("anna", "ben"))
    risk = study.do(add_code, "risk", category=True, definition="What might go wrong.\n\nAlso forms.").value
    forms = study.do(add_code, "forms", parent=risk).value
    study.do(merge_codes, study.do(add_code, "paper").value, forms)
    study.do(apply_code, risk, anna, Span(50, 70))
    study.do(apply_code, forms, ben, Span(42, 60), comment="paper again")
    study.do(apply_all, [Placement(code=risk, source=anna, span=Span(70, 90))], origin="rule", rule="risk")
    study.do(add_mark, anna, Span(100, 120), note="struck me")
    study.do(add_content_note, anna, "restraint", Span(150, 180))
    study.do(keep_quotation, source=anna, span=Span(100, 120), note="says it best")
    me = study.member().id
    study.do(assign_readings, [anna, ben], [me])
    study.do(assign_readings, [anna], [study.find(Member, "Omar").id])
    study.do(assign_sources, [anna], participant=study.find(Participant, "AAAPW01").id)
    study.do(record_product, "report", "report.docx", form="docx", version=study.version)
    study.do(begin_reading, [anna])
    study.do(finish_reading, [ben])
    analysis = study.do(add_analysis, "Main", family="reflexive TA").value
    written = study.do(add_theme, analysis, "Risk is written down", content="Paper instead of talk.").value
    study.do(add_theme, analysis, "Told on the first day")
    study.do(develop_theme, written, [risk], reason="seen together")
    codings = [one.id for one in study.rows(Coding)]
    study.do(place_evidence, written, codings[:1])
    missed = Differing(kind="omission", coding=codings[0], left_out=(study.find(Member, "Omar").id,))
    study.do(adjudicate, missed, "one", reason="It is said there.")
    _charted(study, risk, written, codings[0])
    study.do(write_memo, "Risk is a word of managers.", about_kind="code", about=risk)
    study.do(write_memo, "I was a peer worker once.", nature="reflexive")
    study.do(add_task, "Look at ben again.")
    study.do(declare_key, "ab" * 32)
    study.do(add_set, "source", "early", [anna])
    study.do(save_query, "where risk is said", "risk*")
    anybody = study.find(Participant, "AAAPW01").id
    about = Candidate(about_kind="theme", about=written, thing_kind="participant", thing=anybody)
    study.do(note_negatives, [about])
    study.do(add_link, "code", risk, "code", forms, relation="explains")
    plane = study.do(add_map, "What leads to what").value
    ends = [study.do(place_on_map, plane, 40, 40, kind="code", thing=each).value for each in (risk, forms)]
    study.do(connect_on_map, *ends, relation="leads to")
    laid(study)
    assert study.rows(Turn)
    assert study.rows(Role)
    assert study.rows(Code)


def _charted(study: Study, risk: Id, theme: Id, coding: Id) -> None:
    """A framework with a cell, and what stands beside a theme."""
    grid = study.do(add_framework, "Grid", [theme, risk]).value
    person, case = study.find(Participant, "AAAPW01").id, study.rows(Case)[0].id
    study.do(write_summary, grid, person, risk, "Says that it is in the telling.", segments=[coding])
    study.do(write_claim, "Most are told on the first day.", quantifier="most", query="risk")
    study.do(write_claim, "Some ask for forms.", query="forms")
    study.do(set_threshold, "most", least=51)
    draft = study.do(add_draft, "Paper", text="# Telling\n\nMost are told. They ask for forms.\n").value
    given = [
        Proposed(by="Nell", before="Most are told. They ask for forms.", after="Most are told. All ask for forms."),
        Proposed(nature="comment", by="Odd", before="# Telling", words="Too short?", on="Telling"),
    ]
    study.do(bring_proposals, draft, given)
    study.do(answer_guideline, "funding", "Nobody paid.")
    study.do(add_rival, "theme", theme, "They were asked about forms.")
    study.do(set_replication, theme, case, expected="Forms come first here too.")
    study.do(add_given, [person], date="2024-03")
    whole = study.do(begin_configuration, "Ways to telling", "Cases are compared as wholes.").value
    told = study.do(add_condition, whole, "TOLD", meaning="They are told what was decided.").value
    study.do(add_condition, whole, "ASKED")
    fleeting = study.do(apply_code, risk, study.find(Source, "anna").id, Span(20, 30)).value
    study.do(set_score, told, case, "0.8", reason="Anna says so.", segments=[coding, fleeting])
    study.do(remove_codings, [fleeting])


def _go_on(path: Path) -> None:
    with Study.open(path, member="Omar") as study:
        for name in ("hope", "sleep"):
            study.do(add_code, name)
        study.do(apply_code, study.find(Code, "hope").id, study.find(Source, "anna").id, Span(100, 130))
        study.do(write_memo, "Hope comes late in this one.", about_kind="code", about=study.find(Code, "hope").id)


def _grow_old(path: Path) -> None:
    """Leave the tables in a shape that no program of today makes."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("DROP TABLE link")
    connection.execute("ALTER TABLE code DROP COLUMN colour")
    connection.execute("UPDATE local SET value = 'of another time' WHERE key = 'shape'")
    connection.close()
