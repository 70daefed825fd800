"""What was done to the codebook, to codings and to readings, in words. See `telling`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscase.model import Id
from crosscase.reads.history.deed import Deed, counted, together
from crosscase.reads.history.phrases import Phrase, added, before_after, field_words, first, ordered, removed, signpost


def _defined(deed: Deed) -> str:
    fields = deed.fields("code")
    wrote = [one for field in fields for one in deed.wrote("code", field)]
    if not wrote:
        return "defined a code"
    the = deed.the("code", wrote[0].id)
    words = ", ".join(map(field_words, fields))
    if any(one.before for one in wrote):
        return f"changed the {words} of {the}"
    return f"defined {the}" if fields == ["definition"] else f"wrote the {words} of {the}"


def _flag(field: str, yes: str, no: str) -> Phrase:
    def phrase(deed: Deed) -> str:
        one = first(deed.wrote("code", field))
        return (yes if one is None or one.after else no).format(deed.the("code", one.id) if one else "a code")

    return phrase


def _moved(deed: Deed) -> str:
    one = first(deed.wrote("code", "parent"))
    if one is None:
        return "put codes in another order"
    return f"moved {deed.the('code', one.id)} " + (
        f"under {deed.name('code', one.after)}" if one.after else "to the top"
    )


def _code_added(deed: Deed) -> str:
    made = deed.added("code")
    under = f" under {deed.name('code', made[0]['parent'])}" if len(made) == 1 and made[0]["parent"] else ""
    return added("code")(deed) + under


def _split(deed: Deed) -> str:
    made, moved = deed.added("code"), deed.wrote("coding", "code")
    origin = deed.the("code", moved[0].before) if moved else "a code"
    new = deed.name("code", made[0].id) if made else "a new one"
    return f"split {origin}: {counted(len(moved), 'coding')} went to {new}"


def _codings(verb: str, ids: Sequence[Id], deed: Deed, *, codes: bool = True) -> str:
    sources = deed.all_held("coding", ids, "source")
    named = deed.all_held("coding", ids, "code")
    what = "a passage" if len(ids) == 1 else f"{len(ids):,} passages"
    with_codes = f" as {together([deed.name('code', one) for one in named])}" if codes and 0 < len(named) <= 3 else ""
    many = f" with {counted(len(named), 'code')}" if codes and len(named) > 3 else ""
    return f"{verb} {what} in {deed.these('source', sources)}{with_codes}{many}"


def _applied(deed: Deed) -> str:
    return _codings("coded", [made.id for made in deed.added("coding")] or deed.put("coding"), deed)


def _by_rule(deed: Deed) -> str:
    return _codings("coded by a rule", [made.id for made in deed.added("coding")], deed)


def _in_vivo(deed: Deed) -> str:
    return f"{_applied(deed)}, in vivo"


def _recoded(deed: Deed) -> str:
    wrote = deed.wrote("coding", "code")
    ids = [one.id for one in wrote] or deed.gone("coding")
    old = [deed.name("code", one) for one in dict.fromkeys(each.before for each in wrote)]
    new = [deed.name("code", one) for one in dict.fromkeys(each.after for each in wrote)]
    way = f" from {together(old)} to {together(new)}" if 0 < len(old) <= 3 and new else ""
    return f"{_codings('recoded', ids, deed, codes=False)}{way}"


def _of_codings(words: str) -> Phrase:
    def phrase(deed: Deed) -> str:
        return _codings(words, deed.put("coding"), deed)

    return phrase


def _uncoded(deed: Deed) -> str:
    return _codings("took the code from", deed.gone("coding"), deed, codes=False) + (
        f" ({together([deed.name('code', one) for one in named])})"
        if 0 < len(named := deed.all_held("coding", deed.gone("coding"), "code")) <= 3
        else ""
    )


def _weighed(deed: Deed) -> str:
    one = first(deed.wrote("coding", "weight"))
    return _codings("gave a weight to", [one.id] if one else [], deed) + (f": {one.after}" if one else "")


def _stance(deed: Deed) -> str:
    one = first(deed.wrote("coding", "stance"))
    said = "says that it is not so" if one is not None and one.after == "no" else "says that it is so"
    return (
        f"noted that a passage {said}: {_codings('coded', [one.id], deed)[6:]}" if one else "noted what a passage says"
    )


def _placed(verb: str, kind: str, *, gone: bool = False) -> Phrase:
    def phrase(deed: Deed) -> str:
        ids = deed.gone(kind) if gone else deed.put(kind)
        return f"{verb} {deed.these('source', deed.all_held(kind, ids, 'source'))}"

    return phrase


def _content_note(deed: Deed) -> str:
    made = first(deed.added("content_note"))
    if made is None:
        return "wrote a content note"
    return f"put a content note ({made['about']}) on a passage in {deed.name('source', made['source'])}"


def _readings(words: str, *, gone: bool = False, for_whom: bool = False) -> Phrase:
    def phrase(deed: Deed) -> str:
        ids = deed.gone("reading") if gone else deed.put("reading")
        who = deed.all_held("reading", ids, "member")
        others = [one for one in who if for_whom or one != deed.entry.by]
        what = deed.these("source", deed.all_held("reading", ids, "source"))
        return words.format(what) + (f" for {deed.these('member', others)}" if others else "")

    return phrase


def _sample(deed: Deed) -> str:
    ids = deed.put("reading")
    names = [one for one in deed.all_held("reading", ids, "sample") if one]
    what = deed.these("source", deed.all_held("reading", ids, "source"))
    return f"drew the sample ‘{names[0]}’ to be read by several: {what}" if names else f"drew a sample: {what}"


PHRASES: Mapping[str, Phrase] = {
    "code.add": _code_added,
    "code.rename": before_after("renamed", "code", "name"),
    "code.define": _defined,
    "code.colour": lambda deed: f"gave {deed.those('code', deed.put('code'))} another colour",
    "code.take_up": _flag("category", "took {} up as a category", "took {} back from the categories"),
    "code.move": _moved,
    "code.order": ordered("code"),
    "code.merge": signpost("merged the code {} into {}", "code"),
    "code.part": signpost("took the merging of the code {} into {} back", "code"),
    "code.split": _split,
    "code.retire": _flag("retired", "retired {}", "offered {} again"),
    "code.remove": removed("code"),
    "coding.apply": _applied,
    "coding.in_vivo": _in_vivo,
    "coding.apply_all": _applied,
    "coding.apply_many": _applied,
    "coding.by_rule": _by_rule,
    "coding.resize": _of_codings("moved the ends of"),
    "coding.recode": _recoded,
    "coding.remove": _uncoded,
    "coding.weigh": _weighed,
    "coding.comment": _of_codings("commented on the coding of"),
    "coding.stance": _stance,
    "coding.accept": _of_codings("accepted the coding of"),
    "mark.add": _placed("marked a passage in", "mark"),
    "mark.change": _placed("changed the note on a mark in", "mark"),
    "mark.remove": _placed("removed a mark from", "mark", gone=True),
    "content_note.add": _content_note,
    "content_note.remove": _placed("removed a content note from", "content_note", gone=True),
    "reading.assign": _readings("gave {} to be read", for_whom=True),
    "reading.draw_sample": _sample,
    "reading.unassign": _readings("took {} off the reading list", gone=True, for_whom=True),
    "reading.begin": _readings("began to read {}"),
    "reading.finish": _readings("read {} to the end"),
    "reading.reopen": _readings("took up the reading of {} again"),
}
