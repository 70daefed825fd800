"""Small REFI-QDA projects: the same one as two copies take it in, or a newer export of it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from crosscase.model.refi import (
    CaseElement,
    CodeElement,
    CodingElement,
    Edge,
    Graph,
    LinkElement,
    Project,
    Selection,
    SetElement,
    TextElement,
    User,
    VariableElement,
    VariableValue,
    Vertex,
)

if TYPE_CHECKING:
    from crosscase.model.refi_part import Part

TEXT = "INT: What helped?\nANNA: Somebody who had been there.\nINT: And then?\nANNA: They listened to me.\n"


def guid(number: int) -> str:
    """A GUID with that number in it."""
    return f"{number:08x}-0000-4000-8000-{number:012x}"


def project(chance: random.Random | None = None) -> Project:
    """A project with something of everything that the study has a kind for; with chance, one of its exports."""
    of = chance.choice if chance is not None else lambda among: among[0]
    codings = tuple(
        Selection(
            guid=guid(100 + n), start=start, end=end, creating_user=guid(1),
            codings=(CodingElement(guid=guid(200 + n), code=guid(10 + n % 2), creating_user=guid(1)),),
        )
        for n, (start, end) in enumerate(((24, 32), (24, 51), (of((72, 73)), 80)))
    )  # fmt: skip
    noticed = Selection(guid=guid(150), start=0, end=17, creating_user=guid(1), description=of(("asked", "open")))
    return Project(
        name="Support",
        origin="crosscase",
        users=(User(guid=guid(1), name="Ines"), User(guid=guid(2), name=of(("Okafor", "Bo")))),
        codes=(
            CodeElement(
                guid=guid(10), name=of(("support", "help")), colour="#0072b2", description=of(("Given.", "Taken.")),
                codes=(CodeElement(guid=guid(11), name="peers", notes=(guid(31),)),),
            ),
        ),
        variables=(VariableElement(guid=guid(20), name="beds", type="Integer"),),
        cases=(
            CaseElement(
                guid=guid(25), name=of(("ALD", "BRK")), sources=(guid(40),),
                values=(VariableValue(variable=guid(20), type="Integer", value=of(("12", "14"))),),
            ),
        ),
        sources=(TextElement(guid=guid(40), name="anna", text=TEXT, selections=(*codings, noticed)),),
        notes=(TextElement(guid=guid(31), name="On peers", text=of(("More.", "Less.")), inline=True),),
        links=(LinkElement(guid=guid(50), name="explains", origin=guid(10), target=guid(11)),),
        sets=(SetElement(guid=guid(60), name="core", codes=(guid(10),), sources=(guid(40),)),),
        graphs=(
            Graph(
                guid=guid(70), name="drawn",
                vertices=(
                    Vertex(guid=guid(71), represents=guid(10), box=(0, 0, 40, 20)),
                    Vertex(guid=guid(72), name="why?", box=(of((100, 120)), 0, 160, 20)),
                ),
                edges=(Edge(guid=guid(73), source=guid(71), target=guid(72), name="because", direction="OneWay"),),
            ),
        ),
    )  # fmt: skip


def part(chance: random.Random | None = None) -> Part:
    """The own part of another study that took such a project in."""
    from crosscase.model.refi_part import Of, Part
    from crosscase.reads.refi import project_out
    from crosscase.reads.refi_part import part_of
    from crosscase.study import Study
    from crosscase.verbs.take_refi import take_refi

    with Study.new(None, member="Bo") as study:
        study.do(take_refi, project(chance))
        found, _ = part_of(study.store, project_out(study.store).project, {})
    # Who began that study has another id each time.
    rows: list[Of] = [one for one in found.rows if one.kind != "member" or one.fields.get("name") != "Bo"]
    return Part(head=found.head, texts=found.texts, rows=tuple(rows))
