"""What `--json` prints, command by command: the names that programs may rely on.

`ACT` is what every command gives that acts. Analyses give what `docs/reference/analyses.md` says of them. A test runs
every command and compares what it prints with what stands here.
"""

from __future__ import annotations

from typing import Final, TypeAlias

Shape: TypeAlias = "tuple[str, ...] | dict[str, Shape] | str"
"""Names of fields; names with what each of them holds; or a sentence."""

ACT: Final = ("entry", "verb", "changed")
"""Of one act; several acts of one command are `{acts: [...]}`. Empty `entry`: nothing had to be changed."""

_CODING = (
    "id", "source", "case", "participants", "code", "quote", "start", "end", "place", "member", "origin", "unreviewed",
    "accepted", "stance", "weight", "comment", "rule", "covered",
)  # fmt: skip
_MEMO = ("id", "type", "title", "text", "member", "about", "source", "start", "end", "shared")
_DISCUSSION = ("id", "question", "by", "about", "state", "outcome", "asked", "handed_in", "positions")
_CODE = (
    "id", "path", "name", "depth", "parent", "definition", "inclusion", "exclusion", "example", "properties", "colour",
    "category", "retired", "codings", "unreviewed", "sources",
)  # fmt: skip
_ENTRY = ("id", "when", "by", "member", "verb", "what", "because", "undoes", "undone")
_CHANGE = ("kind", "id", "thing", "what", "before", "after")
_WORDS = ("kind", "id", "thing", "field", "before", "after", "stretches", "places")
_COUNTS = (
    "cases", "participants", "sources", "turns", "codes", "codings", "themes", "memos", "members", "roles",
    "attributes", "interviews", "speakers", "readings", "marks", "analyses", "entries",
)  # fmt: skip

ANSWERS: Final[dict[str, Shape]] = {
    "new": ("study", "title", "member", "entry", "encrypted"),
    "demo": ("study", *_COUNTS),
    "settings": ("title", "aims", "questions", "ethics", "grammar", "primary", "invented"),
    "members list": {"members": ("id", "name", "nature", "permission", "perspectives", "codings")},
    "import": {
        "dry_run": "", "entry": "", "files": ("sources", "known", "tables", "projects", "refused", "left_alone"),
        "counts": "by kind: added, changed, there",
        "documents": (
            "key", "name", "file", "case", "participants", "nature", "encoding", "characters", "turns", "speakers",
            "source",
        ),
        "known": ("key", "source", "name", "filled"),
        "open": ("row", "source", "code", "quote", "places", "coder", "comment", "weight"),
        "choices": ("place", "what"), "losses": ("place", "what"),
        "refusals": ("file", "place", "reason"), "notes": "",
    },
    "sources list": {
        "sources": (
            "id", "name", "nature", "case", "participant", "interview", "date", "file", "encoding", "characters",
            "turns", "codings",
        )
    },
    "sets list": {"sets": ("id", "name", "of", "things")},
    "sources show": ("id", "name", "text", "covered"),
    "pseudonyms list": {"names": ("name", "pseudonym", "participant", "forms", "note")},
    "pseudonyms suggest": {"suggestions": ("words", "count", "source", "example")},
    "pseudonyms apply": (
        "as every act, and `texts` (places by source), `fields` (numbers by kind), `reasons`, `originals`; with "
        "--dry-run `{places, left, reasons, originals, versions}`"
    ),
    "sources replace": "as every act, and `places`: numbers by source; with --dry-run `{would_replace}`",
    "edit": (
        "as every act, and `places` (start, end, becomes) and `touched` (kind, id, how, before, after); with --dry-run "
        "`{would_correct}`; with --emptied `{emptied}`"
    ),
    "sources remove": "with --dry-run `{would_remove}`: numbers by kind",
    "speakers list": {"speakers": ("id", "source", "label", "voice", "participant", "turns")},
    "read status": {
        "readings": ("source", "member", "progress", "sample", "codes", "of_codes"), "sources": "", "read": "",
    },
    "code": {"codings": _CODING},
    "mark": {"marks": ("id", "source", "kind", "about", "note", "member", "start", "end", "place", "quote")},
    "autocode": (
        "with --dry-run `{rule, code, new, places, matches, passed_over, nobodys, would_code: [{source, source_id, "
        "start, end, quote}]}`; else an act with `code, made, added, places, matches, passed_over, nobodys`"
    ),
    "accept": {"codings": _CODING},
    "codebook list": {"codes": _CODE},
    "codebook show": {"code": _CODE},
    "codebook remove": "with --dry-run `{would_remove}`: numbers by kind",
    "codebook history": {"history": ("entry", "when", "by", "field", "value", "because")},
    "theme list": {
        "themes": (
            "id", "analysis", "family", "label", "depth", "parent", "status", "content", "meaning", "boundary", "story",
            "for", "against", "lineage",
        )
    },
    "theme evidence": {
        "evidence": (
            "coding", "stance", "note", "source", "case", "participants", "code", "quote", "covered",
        )
    },
    "theme signed": {
        "themes": ("id", "label", "status", "by_all", "agreed", "against", "missing", "lapsed", "wording"),
    },
    "theme history": {"history": ("entry", "when", "by", "field", "words", "because", "wording_only")},
    "analyses": {
        "analyses": ("id", "name", "question", "family", "core", "themes", "final", "code_ids", "coding_ids", "shared"),
    },
    "bench pairs": {
        "category": "", "rule": "", "seed": "", "left": "", "compared": "", "pairs": ("one", "other", "why"),
    },
    "bench done": {
        "comparisons": (
            "id", "one", "other", "one_kind", "one_id", "other_kind", "other_id", "category", "decision", "reason",
            "rule", "seed", "member", "outcome",
        )
    },
    "bench property": {
        "properties": ("id", "name", "description", "low", "high", "at_low", "at_high"),
    },
    "bench relations": {"relations": ("id", "category", "nature", "to", "codings", "note")},
    "discuss list": {"discussions": _DISCUSSION},
    "discuss read": {"discussion": _DISCUSSION},
    "memo list": {"memos": _MEMO},
    "memo show": {"memo": _MEMO},
    "frame lines": {"recruitment": ("id", "case", "role", "step", "count", "reason", "date")},
    "find": {
        "query": "", "total": "",
        "hits": (
            "source", "source_id", "case", "participant", "role", "voice", "start", "end", "score", "spans", "snippet",
            "covered", "cut",
        ),
    },
    "consent list": {
        "consents": (
            "participant", "participant_id", "recorded", "verbatim", "paraphrase", "archive", "machine", "recontact",
            "until", "ended", "note", "refusal",
        )
    },
    "consent import": "with --dry-run `{would_change, rows, left}`; else an act with `changed_for, left`",
    "instrument list": {
        "instruments": {
            "id": "", "name": "", "version": "", "nature": "", "description": "",
            "questions": ("id", "number", "wording", "nature", "options", "topic", "turns", "answers"),
        },
        "topics": "names",
    },
    "interview list": {
        "interviews": (
            "id", "name", "case", "participants", "date", "minutes", "mode", "interviewers", "others", "instrument",
            "part", "sources", "answers",
        )
    },
    "turns propose": {
        "proposals": (
            "turn", "source", "source_name", "start", "words", "question", "number", "wording", "topic", "score", "by",
            "why", "now", "second",
        )
    },
    "answers list": {"answers": ("id", "participant", "item", "wording", "values", "outcome")},
    "answers import": (
        "with --dry-run `{would_change, people, columns: [{column, item, wording, by, answered, left_empty, declined, "
        "does_not_apply}], left, choices, problems}`; else an act with `changed_answers, left, choices, unknown`"
    ),
    "products list": {
        "products": (
            "id", "when", "nature", "file", "form", "member", "participants", "version", "note",
        )
    },
    "export": "of a study: `{path, counts, losses: [{place, what}], notes, participants, invented}`",
    "formats": {"in": ("name", "title", "endings"), "out": ("name", "title", "endings", "profiles")},
    "report": (
        "path", "beside", "tables", "figures", "quotations", "unprinted", "version", "invented",
    ),
    "info": ("title", "invented", "version", *_COUNTS, "last"),
    "check": {"findings": ("name", "weight", "what", "things")},
    "log": {"entries": _ENTRY},
    "diff": {
        "before": ("version", "entries", "wall"), "after": ("version", "entries", "wall"), "codes": _CHANGE,
        "definitions": _WORDS, "codings": ("code", "member", "added", "removed", "came", "went"), "themes": _CHANGE,
        "theme_texts": _WORDS, "evidence": ("theme", "id", "stance", "placed", "taken_away", "turned"),
        "lineage": _CHANGE, "sources": _CHANGE, "corrected": _WORDS, "people": _CHANGE,
    },
    "audit": {"path": "", "files": "", "texts": "", "left_out": ("source", "why"), "version": "", "invented": ""},
    "framework list": {"frameworks": ("id", "name", "label", "columns", "summaries", "stale")},
    "framework chart": {
        "row": "", "framework": "", "cells": "as of `framework show`", "codings": _CODING,
    },
    "framework import": "an act with `merge`; with --dry-run that alone: `{changes: [{row, of, whose, column, was, "
    "here, there}], conflicts, unknown_rows, unknown_columns, twice, same}`",
    "rivals list": {
        "rivals": ("id", "about_kind", "about", "finding", "explanation", "disposition", "reason"),
    },
    "replication show": {
        "replication": ("theme", "label", "case", "code", "gap", "nature", "expected", "found", "note"),
    },
    "given list": {
        "given": ("id", "participant", "identifier", "case", "nature", "source", "date", "said", "changed"),
    },
    "guidelines list": {"items": ("guideline", "number", "title", "state", "words", "missing", "topics")},
    "guidelines gaps": {"gaps": ("key", "title", "asks", "when", "state", "words", "computed", "items")},
    "claims since": {
        "claims": ("claim", "sentence", "entry", "looked", "before", "after", "what", "acts"),
    },
    "undo": {"entries": ("entry", "verb", "changed")},
    "redo": {"entries": ("entry", "verb", "changed")},
    "sign entries": ("signed", "member", "key"),
    "sign keys": {"keys": ("id", "member", "public", "revoked", "note", "here", "automatic")},
    "sign automatic": ("automatic", "member"),
    "rescue": (
        "out", "whole", "pages", "kept", "mended", "entries", "words", "older", "files", "entry", "added",
        "from_tables", "changed", "texts", "stand_ins", "left_out", "unplaced",
    ),
    "verify": ("holds", "faults", "entries", "version", "checked", "notes"),
}  # fmt: skip

ANALYSES: Final = {
    "matrix": "matrix", "overlap": "overlap", "exposure": "exposure", "compare": "compare",
    "contrast": "contrasts; with --open `{side, codings}`", "negatives list": "negatives",
    "claims list": "claims; with --open `{claim}`, and with --passages `codings` beside it",
    "meta": "meta; with --open as a cell of a matrix",
    "alike": "similarity; with --open `{left, right, likeness, over, shared, only_left, only_right}`",
    "pairs show": "pairs; with --open `{sheet}`, with --row too `{row, codings}`",
    "framework show": "framework; with --open `{cell, codings}`",
    "answers table": "answers; with --open `{participants}`",
    "answers joint": "joint; with --open as matrix",
    "emerged": "emerged; with --open `{row, places: [{before, coding}]}`",
    "words": "word_frequencies; with --kwic keyword_in_context", "frame show": "frame",
    "find": "with --codings retrieve",
    "tables": "1: characteristics, 2: sample, 3: lineage, frame",
}  # fmt: skip
"""Commands that give what an analysis gives."""


def in_words(shape: Shape) -> str:
    """A shape as it is printed: `{codes: [{id, path, …}]}`."""
    if isinstance(shape, str):
        return shape
    if isinstance(shape, tuple):
        return "{" + ", ".join(shape) + "}"
    return "{" + ", ".join(_field(name, held) for name, held in shape.items()) + "}"


_ONE = frozenset({"code", "memo", "discussion", "files", "before", "after"})


def _field(name: str, held: Shape) -> str:
    if isinstance(held, str):
        return f"{name} ({held})" if held else name
    return f"{name}: {in_words(held)}" if name in _ONE else f"{name}: [{in_words(held)}]"
