"""The words of the field as plain frozen types, and the list of all kinds.

`KINDS` is the one list that the journal, the tables, undo, merge, erasure and the audit trail read.
Adding a kind means a row type in this package, one line here, and its verbs.
"""

from __future__ import annotations

from crosscase.model.agreement import Adjudication
from crosscase.model.carried import Carried
from crosscase.model.cases import Case, Participant, Recruitment, Role, Target
from crosscase.model.claims import Claim, ClaimLook, GuidelineAnswer, Quotation, Threshold
from crosscase.model.codes import Code, Codebook, Coding, ContentNote, Mark, Reading
from crosscase.model.comparisons import Comparison, Ground, Property, Relation
from crosscase.model.conduct import Consent, Product, SigningKey, Task
from crosscase.model.configurations import Condition, Configuration, Score, ScoreSegment
from crosscase.model.contrasts import GivenBack, NegativeCase, Pair, Replication, Rival
from crosscase.model.discussions import Discussion, Position
from crosscase.model.drafts import Draft, Proposal
from crosscase.model.fields import Field, Kind, Row, Value, describe
from crosscase.model.fieldwork import Answer, Attendance, Instrument, Interview, Question, Topic
from crosscase.model.frameworks import Framework, FrameworkColumn, Summary, SummarySegment
from crosscase.model.ids import Id, derived_id, derived_ids, goes_by, packed_id, packed_ids, random_id, short
from crosscase.model.maps import Map, MapArrow, MapItem
from crosscase.model.people import Analysis, Attribute, AttributeValue, Member, Settings
from crosscase.model.places import Address, Placed, Span
from crosscase.model.queries import Query
from crosscase.model.sources import Set, SetMember, Source, Speaker, Turn
from crosscase.model.themes import Evidence, Lineage, SignOff, Theme, WordingChange
from crosscase.model.writing import Link, Memo

KINDS: tuple[Kind, ...] = (
    describe(Settings, "study"),
    describe(Member, "member", identity=("name",)),
    describe(Analysis, "analysis", identity=("name",)),
    describe(Attribute, "attribute", identity=("subject", "name")),
    describe(AttributeValue, "attribute_value", derived=True),
    describe(Case, "case", identity=("code",)),
    describe(Role, "role", identity=("name",)),
    describe(Participant, "participant", identity=("identifier",)),
    describe(Consent, "consent", derived=True),
    describe(Target, "target", derived=True),
    describe(Recruitment, "recruitment"),
    describe(Instrument, "instrument", identity=("name", "version")),
    describe(Topic, "topic", identity=("name",)),
    describe(Question, "question"),
    describe(Interview, "interview", identity=("name",)),
    describe(Attendance, "attendance", derived=True),
    describe(Answer, "answer", derived=True),
    describe(Source, "source", derived=True, identity=("name",)),
    describe(Speaker, "speaker", derived=True),
    describe(Turn, "turn", derived=True),
    describe(Set, "set", identity=("of", "name")),
    describe(SetMember, "set_member", derived=True),
    describe(Query, "query", identity=("name",)),
    describe(Code, "code", identity=("parent", "name")),
    describe(Coding, "coding"),
    describe(Mark, "mark"),
    describe(ContentNote, "content_note"),
    describe(Codebook, "codebook", constant=True),
    describe(Reading, "reading", derived=True),
    describe(Adjudication, "adjudication", derived=True),
    describe(Theme, "theme", identity=("analysis", "parent", "label")),
    describe(Evidence, "evidence", derived=True),
    describe(Lineage, "lineage", derived=True),
    describe(SignOff, "sign_off", derived=True),
    describe(WordingChange, "wording_change"),
    describe(Comparison, "comparison"),
    describe(Property, "property", identity=("category", "name")),
    describe(Relation, "relation", derived=True),
    describe(Ground, "ground", derived=True),
    describe(Discussion, "discussion"),
    describe(Position, "position", derived=True),
    describe(Framework, "framework", identity=("name", "version")),
    describe(FrameworkColumn, "framework_column", derived=True),
    describe(Summary, "summary", derived=True),
    describe(SummarySegment, "summary_segment", derived=True),
    describe(Rival, "rival"),
    describe(Replication, "replication", derived=True),
    describe(NegativeCase, "negative_case", derived=True),
    describe(Pair, "pair", derived=True),
    describe(GivenBack, "given_back"),
    describe(Configuration, "configuration", identity=("name",)),
    describe(Condition, "condition", identity=("configuration", "name")),
    describe(Score, "score", derived=True),
    describe(ScoreSegment, "score_segment", derived=True),
    describe(Claim, "claim"),
    describe(ClaimLook, "claim_look", derived=True),
    describe(Threshold, "threshold", derived=True),
    describe(Quotation, "quotation"),
    describe(Draft, "draft", identity=("name",)),
    describe(Proposal, "proposal"),
    describe(GuidelineAnswer, "guideline_answer", derived=True),
    describe(Memo, "memo"),
    describe(Link, "link"),
    describe(Map, "map", identity=("name",)),
    describe(MapItem, "map_item"),
    describe(MapArrow, "map_arrow"),
    describe(Carried, "carried", derived=True),
    describe(Product, "product"),
    describe(Task, "task"),
    describe(SigningKey, "signing_key", derived=True),
)

_BY_NAME = {kind.name: kind for kind in KINDS}
_BY_ROW = {kind.row: kind for kind in KINDS}


def kind_named(name: str) -> Kind:
    """The kind of that name.

    Raises:
        KeyError: there is none.
    """
    return _BY_NAME[name]


def kind_of(row: type[Row]) -> Kind:
    """The kind whose rows are of that type."""
    return _BY_ROW[row]


__all__ = [
    "KINDS",
    "Address",
    "Adjudication",
    "Analysis",
    "Answer",
    "Attendance",
    "Attribute",
    "AttributeValue",
    "Carried",
    "Case",
    "Claim",
    "ClaimLook",
    "Code",
    "Codebook",
    "Coding",
    "Comparison",
    "Condition",
    "Configuration",
    "Consent",
    "ContentNote",
    "Discussion",
    "Draft",
    "Evidence",
    "Field",
    "Framework",
    "FrameworkColumn",
    "GivenBack",
    "Ground",
    "GuidelineAnswer",
    "Id",
    "Instrument",
    "Interview",
    "Kind",
    "Lineage",
    "Link",
    "Map",
    "MapArrow",
    "MapItem",
    "Mark",
    "Member",
    "Memo",
    "NegativeCase",
    "Pair",
    "Participant",
    "Placed",
    "Position",
    "Product",
    "Property",
    "Proposal",
    "Query",
    "Question",
    "Quotation",
    "Reading",
    "Recruitment",
    "Relation",
    "Replication",
    "Rival",
    "Role",
    "Row",
    "Score",
    "ScoreSegment",
    "Set",
    "SetMember",
    "Settings",
    "SignOff",
    "SigningKey",
    "Source",
    "Span",
    "Speaker",
    "Summary",
    "SummarySegment",
    "Target",
    "Task",
    "Theme",
    "Threshold",
    "Topic",
    "Turn",
    "Value",
    "WordingChange",
    "derived_id",
    "derived_ids",
    "describe",
    "goes_by",
    "kind_named",
    "kind_of",
    "packed_id",
    "packed_ids",
    "random_id",
    "short",
]  # fmt: skip
