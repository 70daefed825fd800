"""What was done on the comparison bench, to properties and relations, to sign-offs and in discussions, in words.

Of a position that others may not read yet nothing is told but that it was written. See `telling`.
"""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.model import Id
from crosscase.reads.history.deed import Deed, counted
from crosscase.reads.history.phrases import Phrase, added, changed, first, removed

_DECIDED = {
    "same": "that they say the same", "extends": "that it extends a property", "split": "to split it",
    "new": "that a new code begins there", "negative": "that one speaks against it", "undecided": "nothing yet",
}  # fmt: skip


def _decided(deed: Deed) -> str:
    made = first(deed.added("comparison"))
    if made is None:
        return "compared two things"
    ends = [deed.any_named(made[end]) for end in ("one", "other")]
    what = "two passages" if ends == ["a passage", "a passage"] else f"{ends[0]} with {ends[1]}"
    category = f" for {deed.the('code', made['category'])}" if made["category"] else ""
    return f"compared {what}{category} and decided {_DECIDED[made['decision'] or 'undecided']}"


def _decided_anew(deed: Deed) -> str:
    one = first(deed.wrote("comparison", "decision"))
    return f"decided {_DECIDED[one.after]} of what was compared" if one else "wrote the reason of a comparison anew"


def _core(deed: Deed) -> str:
    one = first(deed.wrote("analysis", "core"))
    if one is None:
        return "chose a core category"
    if not one.after:
        return f"took the core category of {deed.the('analysis', one.id)} away"
    return f"made {deed.the('code', one.after)} the core category of {deed.the('analysis', one.id)}"


def _relation(verb: str, *, gone: bool = False) -> Phrase:
    def phrase(deed: Deed) -> str:
        ids = deed.gone("relation") if gone else deed.put("relation")
        if not ids:
            return f"{verb} a relation of categories"
        return f"{verb} {_related(deed, ids[0])}"

    return phrase


def _related(deed: Deed, relation: Id) -> str:
    category, to = (deed.the("code", deed.held("relation", relation, end)) for end in ("category", "to"))
    return f"{to} as {deed.held('relation', relation, 'nature')} of {category}"


def _ground(verb: str, *, gone: bool = False) -> Phrase:
    def phrase(deed: Deed) -> str:
        ids = deed.gone("ground") if gone else deed.put("ground")
        relations = deed.all_held("ground", ids, "relation")
        where = _related(deed, relations[0]) if len(relations) == 1 else "relations of categories"
        return verb.format(counted(len(ids), "coding"), where)

    return phrase


def _signed(deed: Deed) -> str:
    ids = deed.put("sign_off")
    if not ids:
        return "signed a theme off"
    theme = deed.the("theme", deed.held("sign_off", ids[0], "theme"))
    agrees = deed.held("sign_off", ids[0], "agrees")
    return f"signed {theme} off" if agrees in (None, True) else f"said that they do not stand behind {theme}"


def _contested(deed: Deed) -> str:
    one = first(deed.wrote("wording_change", "contested"))
    theme = deed.the("theme", deed.held("wording_change", one.id, "theme")) if one else "a theme"
    return f"contested that only the wording of {theme} was changed"


def _opened(deed: Deed) -> str:
    made = first(deed.added("discussion"))
    about = deed.any_named(made["about"]) if made else "nothing"
    asked = counted(len(deed.added("position")), "member")
    name = deed.name("discussion", made.id) if made else ""
    return f"opened the discussion {name}" + (f" about {about}" if about != "nothing" else "") + f" and asked {asked}"


def _invited(deed: Deed) -> str:
    return f"asked {counted(len(deed.put('position')), 'member')} for a position"


def _released(deed: Deed) -> str:
    return f"asked {counted(len(deed.gone('position')), 'member')} no more for a position"


def _shown(deed: Deed) -> str:
    one = first(deed.wrote("discussion", "state"))
    return f"showed the positions in {deed.the('discussion', one.id)}" if one else "showed positions"


def _closed(deed: Deed) -> str:
    ids = deed.put("discussion")
    return f"closed {deed.the('discussion', ids[0])} with its outcome" if ids else "closed a discussion"


def _position(words: str) -> Phrase:
    def phrase(deed: Deed) -> str:
        ids = deed.put("position")
        of = deed.the("discussion", deed.held("position", ids[0], "discussion")) if ids else "a discussion"
        return words.format(of)

    return phrase


def _handed_in(deed: Deed) -> str:
    one = first(deed.wrote("position", "handed_in"))
    back = one is not None and not one.after
    return _position("took their position back in {}" if back else "handed in their position in {}")(deed)


PHRASES: Mapping[str, Phrase] = {
    "property.add": added("property"),
    "property.change": changed("property"),
    "property.remove": removed("property"),
    "property.order": lambda _: "put the properties in another order",
    "relation.add": _relation("named"),
    "relation.ground": _ground("put {} under {}"),
    "relation.release": _ground("took {} away from under {}", gone=True),
    "relation.note": _relation("wrote on"),
    "relation.remove": _relation("removed", gone=True),
    "comparison.decide": _decided,
    "comparison.change": _decided_anew,
    "comparison.remove": removed("comparison"),
    "analysis.core": _core,
    "theme.sign_off": _signed,
    "wording.contest": _contested,
    "discussion.open": _opened,
    "discussion.invite": _invited,
    "discussion.release": _released,
    "discussion.show": _shown,
    "discussion.close": _closed,
    "discussion.remove": removed("discussion"),
    "position.write": _position("wrote their position in {}"),
    "position.hand_in": _handed_in,
    "position.dissent": _position("wrote a minority report in {}"),
}
