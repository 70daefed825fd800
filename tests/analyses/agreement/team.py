"""A study of three coders and a few short texts, made up as each test needs it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from crosscase.model import Code, Id, Member, Source, Span
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.members import add_member
from crosscase.verbs.readings import finish_reading
from crosscase.verbs.sources import add_source

SENTENCES = "I was tired. Nobody came, and I waited. Then she sat down. We said nothing. It was morning. "


def team(texts: int = 2, path: Path | None = None) -> Study:
    """Ada, Ben and Cleo; texts `t0`, `t1`, … of one length; codes `pace` with `slow` and `quick` under it, `keys`."""
    study = Study.new(path, title="Keys", member="Ada")
    for name in ("Ben", "Cleo"):
        study.do(add_member, name)
    for number in range(texts):
        study.do(add_source, f"t{number}", (SENTENCES * 5)[:-1] + str(number))
    pace = study.do(add_code, "pace").value
    for name in ("slow", "quick"):
        study.do(add_code, name, parent=pace)
    study.do(add_code, "keys")
    return study


def code(  # noqa: PLR0917 - who puts what where
    study: Study, who: str, text: str, name: str, start: int, end: int, *, denied: bool = False, agreed: bool = False
) -> Id:
    """A coding of somebody's."""
    made: Id = (
        study.as_member(who)
        .do(
            apply_code, study.find(Code, name).id, study.find(Source, text).id, Span(start, end),
            stance="no" if denied else "yes", origin="agreed" if agreed else "by hand",
        )
        .value
    )  # fmt: skip
    return made


def read(study: Study, *who: str, texts: Sequence[str] = ()) -> None:
    """Somebody reads texts to the end, or all."""
    wanted = [one.id for one in study.rows(Source) if not texts or one.name in texts]
    for name in who:
        study.as_member(name).do(finish_reading, wanted)


def named(study: Study, name: str) -> Id:
    """The id of a member."""
    return study.find(Member, name).id
