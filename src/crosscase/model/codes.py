"""Codes, what was coded with them, and what has been read for them."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Open, Prose, Row
from crosscase.model.ids import Id
from crosscase.model.places import Placed

CodingOrigin = Literal["by hand", "in vivo", "rule", "import", "agreed"]
Progress = Literal["to do", "begun", "done"]


class Code(Row, frozen=True, kw_only=True):
    """A label with a definition, in a tree.

    Attributes:
        category: taken up as an analytical category.
        merged_into: a signpost; codings keep their code and reads follow it.
        retired: kept with its codings, no longer offered.
    """

    name: str
    parent: Annotated[Id | None, Is(refers="code", tree=True)] = None
    definition: Prose = ""
    inclusion: Prose = ""
    exclusion: Prose = ""
    example: Prose = ""
    properties: Prose = ""
    colour: Open = ""
    category: bool = False
    retired: bool = False
    position: int = 0
    merged_into: Annotated[Id | None, Is(refers="code", tree=True)] = None


class Coding(Placed, frozen=True, kw_only=True):
    """This member put this code on this place.

    Attributes:
        origin: how it came about; by rule is *unreviewed* until a member accepts it.
        accepted: the member who accepted it.
        stance: "no" where the passage says that it is not so.
        weight: 0 is none given; otherwise 1 to 100.
        rule: what found it, for codings by rule.
    """

    member: Annotated[Id, Is(refers="member")]
    code: Annotated[Id, Is(refers="code", goes_with=True)]
    origin: CodingOrigin = "by hand"
    accepted: Annotated[Id | None, Is(refers="member")] = None
    stance: Literal["yes", "no"] = "yes"
    weight: int = 0
    comment: Prose = ""
    rule: str = ""


class Mark(Placed, frozen=True, kw_only=True):
    """A place that somebody noticed, not coded yet."""

    member: Annotated[Id, Is(refers="member")]
    note: Prose = ""


class ContentNote(Placed, frozen=True, kw_only=True):
    """What a reader is spared until they ask: the place is covered."""

    about: str
    note: Prose = ""


class Codebook(Row, frozen=True, kw_only=True):
    """The codes there were when a reading was finished; made once for each state of the codebook."""

    codes: Annotated[tuple[str, ...], Is(open=True)] = ()


class Reading(Row, frozen=True, kw_only=True):
    """This member has read this source for these codes.

    Attributes:
        sample: the name of the double-coding sample it was assigned for.
        codebook: what it was read for; a code made later leaves the source *not yet read* for it.
    """

    member: Annotated[Id, Is(refers="member")]
    source: Annotated[Id, Is(refers="source", goes_with=True)]
    progress: Progress = "to do"
    sample: str = ""
    codebook: Annotated[Id | None, Is(refers="codebook")] = None
