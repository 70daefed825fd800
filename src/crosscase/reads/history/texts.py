"""What was done to sources, who speaks in them, and by taking files in, in words. See `telling`."""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.model import Id
from crosscase.reads.history.deed import Deed, counted, together
from crosscase.reads.history.phrases import Phrase, added, before_after, changed, ordered, removed


def _places(count: int) -> str:
    return "a place" if count == 1 else f"{count} places"


def _corrected(deed: Deed) -> str:
    where = deed.corrected()
    return f"corrected {deed.these('source', where)} at {_places(sum(where.values()))}"


def _replaced(deed: Deed) -> str:
    where = deed.corrected()
    return f"replaced words in {deed.these('source', where)}, at {_places(sum(where.values()))}"


def _assigned(deed: Deed) -> str:
    what = [word for word, field in (("case", "case"), ("participant", "participant"), ("interview", "interview"))
            if deed.wrote("source", field)]  # fmt: skip
    things = deed.put("source")
    to = [
        deed.name(field, one)
        for field in what
        for one in dict.fromkeys(each.after for each in deed.wrote("source", field))
        if one
    ]
    return f"assigned {deed.these('source', things)}" + (f" to {together(to)}" if 0 < len(to) <= 3 else "")


def _voices(deed: Deed) -> str:
    ids: list[Id] = deed.put("speaker")
    sources = deed.all_held("speaker", ids, "source")
    labels = deed.all_held("speaker", ids, "label")
    people = [one for one in deed.all_held("speaker", ids, "participant") if one]
    voices = [one for one in deed.all_held("speaker", ids, "voice") if one]
    whose = deed.name("participant", people[0]) if len(people) == 1 else ""
    if len(labels) == 1 and len(voices) == 1:
        voice = whose or {"interviewer": "an interviewer", "other": "somebody else", "unassigned": "not known"}.get(
            voices[0], "a participant"
        )
        return f"said that ‘{labels[0]}’ in {deed.these('source', sources)} is {voice}"
    return f"said whose voices {counted(len(ids), 'speaker')} are in {deed.these('source', sources)}"


def _turns(what: str) -> Phrase:
    def phrase(deed: Deed) -> str:
        ids = deed.put("turn")
        return (
            f"{what.format(counted(len(ids), 'turn'))} in {deed.these('source', deed.all_held('turn', ids, 'source'))}"
        )

    return phrase


def _declined(deed: Deed) -> str:
    wrote = deed.wrote("turn", "declined")
    ids = [one.id for one in wrote]
    where = deed.these("source", deed.all_held("turn", ids, "source"))
    if wrote and not wrote[0].after:
        return f"took back that {counted(len(ids), 'turn')} declined to answer in {where}"
    return f"marked {counted(len(ids), 'turn')} in {where} as declining to answer"


_TAKEN = (
    "member", "case", "role", "participant", "target", "recruitment", "interview", "source", "attribute", "code",
    "coding", "analysis", "theme", "evidence", "memo",
)  # fmt: skip


def _taken_in(deed: Deed) -> str:
    new = [counted(len(rows), kind) for kind in _TAKEN if (rows := deed.added(kind))]
    known = sum(1 for kind in _TAKEN for one in deed.put(kind)) - sum(len(deed.added(kind)) for kind in _TAKEN)
    said = f"took in {together(new)}" if new else "took in files"
    return said + (f" and changed {known:,} more" if new and known else "")


def _erased(deed: Deed) -> str:
    gone = deed.gone("source")
    return f"erased the source {deed.these('source', gone)}" if gone else "erased the words of a source"


def _renamed(deed: Deed) -> str:
    where = deed.corrected()
    return "put pseudonyms in the place of real names" + (f", in {deed.these('source', where)}" if where else "")


def _redacted(deed: Deed) -> str:
    where = deed.corrected()
    return f"erased a passage of {deed.these('source', where)}" if where else "erased a passage"


PHRASES: Mapping[str, Phrase] = {
    "source.add": added("source"),
    "source.rename": before_after("renamed", "source", "name"),
    "source.describe": changed("source"),
    "source.assign": _assigned,
    "source.order": ordered("source"),
    "source.remove": removed("source"),
    "source.correct": _corrected,
    "source.replace_words": _replaced,
    "source.replace_text": _corrected,
    "source.erase": _erased,
    "source.redact": _redacted,
    "study.pseudonyms": _renamed,
    "speaker.map": _voices,
    "speaker.map_label": _voices,
    "speaker.map_many": _voices,
    "turn.map": _turns("gave a question or a topic to {}"),
    "turn.map_many": _turns("said which questions {} ask or answer"),
    "turn.declined": _declined,
    "turn.change": _turns("changed the speaker or the kind of {}"),
    "import.bundle": _taken_in,
    "import.refi": _taken_in,
    "import.part": _taken_in,
}
