"""What of a study has no place in a REFI-QDA project: each kind by name, and what of a thing that goes out stays here.

Every kind of the study either goes out as an element, or is counted here (`NO_PLACE`), or is told with another that is
(`WITH`); a test holds that there is no fourth way.

What a careful reader would get wrong: what came from another program goes back with all that it came with. What stays
is counted of what is the study's own.
"""

from __future__ import annotations

from typing import Final

from crosscase.model import (
    Adjudication,
    Answer,
    Attendance,
    Attribute,
    Case,
    ClaimLook,
    Codebook,
    Comparison,
    Condition,
    Configuration,
    Consent,
    ContentNote,
    Discussion,
    Draft,
    Framework,
    FrameworkColumn,
    GivenBack,
    Ground,
    GuidelineAnswer,
    Instrument,
    Interview,
    Lineage,
    Member,
    Memo,
    NegativeCase,
    Pair,
    Participant,
    Position,
    Product,
    Property,
    Proposal,
    Query,
    Question,
    Quotation,
    Reading,
    Recruitment,
    Relation,
    Replication,
    Rival,
    Role,
    Row,
    Score,
    ScoreSegment,
    SetMember,
    SigningKey,
    SignOff,
    Source,
    Speaker,
    SummarySegment,
    Target,
    Task,
    Threshold,
    Topic,
    Turn,
    WordingChange,
)
from crosscase.reads.refi_going import Going

NO_PLACE: Final[tuple[tuple[type[Row], str, str], ...]] = (
    (Target, "frame", "[cell|cells] of the frame."),
    (Recruitment, "frame", "[line|lines] of the recruitment log."),
    (Role, "participants", "[role|roles] that participants have."),
    (Consent, "consent", "[record|records] of consent."),
    (Instrument, "instruments", "[guide or questionnaire|guides and questionnaires]."),
    (Question, "instruments", "[question|questions] of guides and questionnaires."),
    (Topic, "instruments", "[topic|topics] of guides and questionnaires."),
    (Answer, "instruments", "[answer|answers] to a questionnaire."),
    (Interview, "interviews", "[interview|interviews]: when, where and who took part."),
    (Speaker, "sources", "[speaker|speakers]: who a name in a transcript is."),
    (Turn, "sources", "[turn|turns]: who speaks where stands in the text alone."),
    (ContentNote, "sources", "[content note|content notes]: passages are not covered any more."),
    (Query, "queries", "[saved question|saved questions] to the study."),
    (Reading, "readings", "[reading|readings]: who has read what for which codes."),
    (Adjudication, "codings", "[decision|decisions] about codings that differed."),
    (Comparison, "comparisons", "[comparison|comparisons]."),
    (Property, "categories", "[property|properties] of categories."),
    (Relation, "categories", "[relation|relations] between categories."),
    (Lineage, "themes", "[line|lines] of lineage."),
    (SignOff, "themes", "[word of an author|words of authors] on whether they stand behind a theme."),
    (WordingChange, "themes", "[change|changes] of a theme marked as wording only."),
    (Discussion, "discussions", "[discussion|discussions]."),
    (Framework, "frameworks", "[framework|frameworks] with their columns."),
    (Rival, "contrasts", "[other explanation|other explanations]."),
    (Replication, "contrasts", "[expectation|expectations] of a case, with what was found there."),
    (NegativeCase, "contrasts", "[negative case|negative cases]."),
    (Pair, "contrasts", "[text|texts] about two cases side by side."),
    (GivenBack, "participants", "[record|records] of what was given to participants to read."),
    (Configuration, "configurations", "[configuration|configurations] of conditions."),
    (Threshold, "claims", "[vague word|vague words] with what they mean here."),
    (Quotation, "quotations", "[quotation as it is|quotations as they are] printed."),
    (Draft, "drafts", "[draft|drafts]."),
    (GuidelineAnswer, "drafts", "[answer|answers] for reporting guidelines."),
    (Product, "products", "[record|records] of what was made of the study."),
    (Task, "tasks", "[task|tasks] that are due."),
    (SigningKey, "members", "[key|keys] that entries were signed with."),
)  # fmt: skip
"""Kinds that have no place in the standard: where they belong, and what is said of them."""

WITH: Final[dict[type[Row], type[Row]]] = {
    Attendance: Interview,
    Codebook: Reading,
    Ground: Relation,
    Position: Discussion,
    FrameworkColumn: Framework,
    Condition: Configuration,
    Score: Configuration,
    ScoreSegment: Configuration,
    Proposal: Draft,
}
"""Kinds that are told with another."""

IN_WORDS: Final[tuple[type[Row], ...]] = (SummarySegment, ClaimLook)
"""Kinds that belong to summaries and claims, which go out as notes; what stays of these is said there."""


def count_left(going: Going) -> None:
    """Count what stays here."""
    for row, place, what in NO_PLACE:
        going.lost(place, what, going.count(row))
    _members(going)
    _participants(going)
    _cases(going)
    _attributes(going)
    _sources(going)
    _codes(going)
    memos = [one for one in going.rows(Memo) if one.nature == "reflexive" and not one.shared]
    going.lost("memos", "[memo that is its author's|memos that are their authors'] alone.", len(memos))


def _members(going: Going) -> None:
    came = going.came_by_thing("User")
    members = [one for one in going.rows(Member) if one.id not in came]
    going.lost("members", "[member|members] whom nothing in the project names.",
               sum(one.id not in going.users for one in members))  # fmt: skip
    going.lost("members", "[member goes|members go] out by name: what they may do and how they see the field stays.",
               sum(one.id in going.users for one in members))  # fmt: skip


def _participants(going: Going) -> None:
    came = going.came_by_thing("Case")
    own = [one for one in going.participants if one.id not in came]
    going.lost("participants", "[participant goes|participants go] out as cases: on the other side they are cases "
               "like any other.", len(own))  # fmt: skip
    going.lost("participants", "[name|names] of participants: they go by their identifiers.",
               sum(bool(one.name) and one.name != one.identifier for one in own))  # fmt: skip
    going.lost("participants", "[case|cases] that participants belong to.", sum(bool(one.case) for one in own))
    merged = [one for one in going.rows(Participant) if one.merged_into is not None]
    going.lost("participants", "merged [participant|participants].", len(merged))


def _cases(going: Going) -> None:
    came = going.came_by_thing("Case")
    named = [one for one in going.cases if one.id not in came and one.name]
    going.lost(
        "cases",
        "[name|names] of cases: each stands in the description of its case.",
        len(named),
    )
    going.lost("cases", "merged [case|cases].", sum(one.merged_into is not None for one in going.rows(Case)))


def _attributes(going: Going) -> None:
    came = going.came_by_thing("Variable")
    own = [one for one in going.rows(Attribute) if one.id not in came]
    going.lost("attributes", "[list|lists] of the values that an attribute may have: on the other side it is text.",
               sum(bool(one.options) for one in own if one.subject != "interview"))  # fmt: skip
    going.lost("attributes", "[attribute|attributes] by which cases are compared: that they are.",
               sum(one.grouping for one in own))  # fmt: skip


def _sources(going: Going) -> None:
    came = going.came_by_thing("TextSource", "MediaSource", "Transcript")
    own = [one for one in going.sources if one.id not in came]
    going.lost("sources", "[date|dates] of sources.", sum(bool(one.date) for one in own))
    going.lost("sources", "[language|languages] of sources.", sum(bool(one.language) for one in own))
    going.lost("sources", "[source|sources]: that they are transcripts, field notes or answers.",
               sum(_told_here(one) for one in own))  # fmt: skip
    going.lost("sets", "[member|members] of sets of participants.", _members_of_sets(going))


def _told_here(source: Source) -> bool:
    return source.nature in {"transcript", "field note", "answer"}


def _members_of_sets(going: Going) -> int:
    people = {one.id for one in going.rows(Participant)}
    return sum(one.thing in people for one in going.rows(SetMember))


def _codes(going: Going) -> None:
    came = going.came_by_thing("Code")
    parted = [
        one
        for one in going.codes.values()
        if one.id not in came and (one.inclusion or one.exclusion or one.example or one.properties)
    ]
    going.lost("codes", "[code|codes]: what they take in and leave out stands in one text with the definition.",
               len(parted))  # fmt: skip
