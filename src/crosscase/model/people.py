"""The study, the people working on it, and what they want to know of their cases."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Open, Prose, Row
from crosscase.model.ids import Id

Permission = Literal["owner", "editor", "coder", "reader", "independent coder"]
MethodFamily = Literal["reflexive TA", "codebook TA", "framework", "grounded theory", "content analysis", "mixed"]
AttributeType = Literal["text", "number", "date", "boolean", "one-of", "many-of"]
Subject = Literal["case", "participant", "interview", "source"]


class Settings(Row, frozen=True, kw_only=True):
    """What the study is about; one row, made with the study.

    Attributes:
        key: random, the study's own; ids of sources are made with it.
        grammar: how identifiers are composed, e.g. `{case}{role}{number:02}`.
        primary: the grouping that leads in tables.
        invented: the data are made up; every product says so in these words.
    """

    title: str
    aims: Prose = ""
    questions: tuple[str, ...] = ()
    ethics: str = ""
    grammar: Open = ""
    primary: Annotated[Id | None, Is(refers="attribute")] = None
    invented: str = ""
    key: Open = ""


class Member(Row, frozen=True, kw_only=True):
    """A person, or a declared machine, working on the study.

    Perspectives are self-described and private: they leave the study only with the member's consent
    (`perspectives_shared`).
    """

    name: str
    nature: Literal["person", "machine"] = "person"
    permission: Permission = "editor"
    perspectives: tuple[str, ...] = ()
    perspectives_shared: bool = False
    merged_into: Annotated[Id | None, Is(refers="member", tree=True)] = None


class Analysis(Row, frozen=True, kw_only=True):
    """A set of themes with its research question; its method family decides which numbers are offered.

    Attributes:
        core: the category that the others are related to, where the method asks for one.
    """

    name: str
    question: Prose = ""
    family: MethodFamily = "mixed"
    core: Annotated[Id | None, Is(refers="code")] = None


class Attribute(Row, frozen=True, kw_only=True):
    """A typed variable. A *grouping* is a one-of attribute of cases by which the study compares."""

    name: str
    subject: Subject
    type: AttributeType = "text"
    options: tuple[str, ...] = ()
    grouping: bool = False
    description: Prose = ""


class AttributeValue(Row, frozen=True, kw_only=True):
    """The value of an attribute for one subject, as canonical text (many-of: one a line)."""

    attribute: Annotated[Id, Is(refers="attribute", goes_with=True)]
    of: Annotated[Id, Is(refers="*", goes_with=True)]
    value: str = ""
