"""What was done to analyses, themes, memos, sets, links and open conflicts, in words. See `telling`.

Of another's private memo nothing is told but that they wrote in it.
"""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.model import KINDS, Id
from crosscase.reads.history.deed import Deed, counted, together
from crosscase.reads.history.phrases import Phrase, added, before_after, changed, first, ordered, removed


def _written(deed: Deed) -> str:
    fields = deed.fields("theme")
    wrote = [one for field in fields for one in deed.wrote("theme", field)]
    if not wrote:
        return "wrote on a theme"
    verb = "changed" if any(one.before for one in wrote) else "wrote"
    return f"{verb} the {together(fields)} of {deed.the('theme', wrote[0].id)}"


def _settled(deed: Deed) -> str:
    one = first(deed.wrote("theme", "status"))
    if one is None:
        return "said how far a theme is"
    return (
        f"settled {deed.the('theme', one.id)} as final"
        if one.after == "final"
        else (f"made {deed.the('theme', one.id)} a candidate again")
    )


def _moved(deed: Deed) -> str:
    one = first(deed.wrote("theme", "parent"))
    if one is None:
        return "moved a theme"
    return f"moved {deed.the('theme', one.id)} " + (
        f"under {deed.name('theme', one.after)}" if one.after else "to the top"
    )


def _evidence(deed: Deed) -> str:
    ids = deed.put("evidence")
    themes = deed.all_held("evidence", ids, "theme")
    stances = deed.all_held("evidence", ids, "stance")
    side = f", {stances[0]} it" if len(stances) == 1 else ""
    return f"placed {counted(len(ids), 'coding')} under {deed.those('theme', themes)}{side}"


def _no_evidence(deed: Deed) -> str:
    ids = deed.gone("evidence")
    themes = deed.all_held("evidence", ids, "theme")
    return f"took {counted(len(ids), 'coding')} away from under {deed.those('theme', themes)}"


def _origins(deed: Deed, ids: list[Id]) -> tuple[str, str]:
    themes = deed.those("theme", deed.all_held("lineage", ids, "theme"))
    origins = [deed.any_named(one) for one in deed.all_held("lineage", ids, "origin")]
    return themes, together(origins) if len(origins) <= 3 else f"{len(origins)} codes and themes"


def _developed(deed: Deed) -> str:
    themes, origins = _origins(deed, deed.put("lineage"))
    return f"developed {themes} from {origins}"


def _forgot(deed: Deed) -> str:
    themes, origins = _origins(deed, deed.gone("lineage"))
    return f"took back that {themes} was developed from {origins}"


def _memo(words: str, own: str, *, gone: bool = False) -> Phrase:
    """`words` for a memo that may be read, `own` for one that is its author's alone."""

    def phrase(deed: Deed) -> str:
        ids = deed.gone("memo") if gone else deed.put("memo")
        if not ids or deed.private(ids[0]):
            return own
        title = deed.held("memo", ids[0], "title")
        nature = deed.held("memo", ids[0], "nature")
        kind = f"{nature} memo" if nature and nature not in ("note", "case", "code") else "memo"
        about = deed.any_named(deed.held("memo", ids[0], "about"))
        where = deed.held("memo", ids[0], "source")
        on = (
            f" about {about}"
            if about != "nothing"
            else f" on a passage in {deed.name('source', where)}"
            if where
            else ""
        )
        return words.format(f"{kind} ‘{title}’" if title else kind) + ("" if gone else on)

    return phrase


def _shared(deed: Deed) -> str:
    one = first(deed.wrote("memo", "shared"))
    return "shared a reflexive memo" if one is None or one.after else "kept a reflexive memo to themselves again"


def _kept(deed: Deed) -> str:
    return (added if deed.added("query") else changed)("query")(deed)


def _in_set(deed: Deed) -> str:
    ids = deed.put("set_member")
    sets = deed.all_held("set_member", ids, "set")
    return f"put {_things(deed, ids)} into {deed.those('set', sets)}"


def _out_of_set(deed: Deed) -> str:
    ids = deed.gone("set_member")
    sets = deed.all_held("set_member", ids, "set")
    return f"took {_things(deed, ids)} out of {deed.those('set', sets)}"


def _things(deed: Deed, ids: list[Id]) -> str:
    things = deed.all_held("set_member", ids, "thing")
    return together([deed.any_named(one) for one in things]) if 0 < len(things) <= 3 else f"{len(things)} things"


def _link(verb: str, *, gone: bool = False) -> Phrase:
    def phrase(deed: Deed) -> str:
        ids = deed.gone("link") if gone else deed.put("link")
        if not ids:
            return f"{verb} a link"
        ends = [deed.any_named(deed.held("link", ids[0], end)) for end in ("from_thing", "to_thing")]
        return f"{verb} a link from {ends[0]} to {ends[1]}"

    return phrase


def _on_map(verb: str, to: str, *, gone: bool = False) -> Phrase:
    def phrase(deed: Deed) -> str:
        ids = deed.gone("map_item") if gone else deed.put("map_item")
        maps = deed.those("map", deed.all_held("map_item", ids, "map"))
        return f"{verb} {_items(deed, ids)} {to} {maps}"

    return phrase


def _items(deed: Deed, ids: list[Id]) -> str:
    if len(ids) != 1:
        return counted(len(ids), "map item")
    thing = deed.held("map_item", ids[0], "of")
    return deed.any_named(thing) if thing else "a note"


def _arrow(verb: str, *, gone: bool = False) -> Phrase:
    def phrase(deed: Deed) -> str:
        ids = deed.gone("map_arrow") if gone else deed.put("map_arrow")
        if not ids:
            return f"{verb} an arrow"
        ends = [_items(deed, [deed.held("map_arrow", ids[0], end)]) for end in ("from_item", "to_item")]
        maps = deed.those("map", deed.all_held("map_arrow", ids, "map"))
        return f"{verb} an arrow from {ends[0]} to {ends[1]} on {maps}"

    return phrase


def _begun(deed: Deed) -> str:
    themes, origins = _origins(deed, deed.put("lineage"))
    return f"began {themes} from {origins}"


def _split(deed: Deed) -> str:
    made = deed.added("theme")
    from_ = [one for one in deed.put("lineage") if deed.held("lineage", one, "how") == "split"]
    if not made or not from_:
        return "split a theme"
    return f"split {deed.name('theme', made[0].id)} off from {deed.any_named(deed.held('lineage', from_[0], 'origin'))}"


def _moved_origin(deed: Deed) -> str:
    put, gone = deed.put("lineage"), deed.gone("lineage")
    themes, origins = _origins(deed, put)
    return f"moved {origins} from {deed.those('theme', deed.all_held('lineage', gone, 'theme'))} to {themes}"


def _conflict(deed: Deed) -> str:
    for kind in (kind.name for kind in KINDS):
        ids = [*deed.put(kind), *deed.gone(kind)]
        if ids and kind in ("code", "theme", "case", "participant", "source", "member", "memo", "analysis"):
            return f"settled what was open between copies, over {deed.the(kind, ids[0])}"
    return "settled what was open between copies"


PHRASES: Mapping[str, Phrase] = {
    "analysis.add": added("analysis"),
    "analysis.change": changed("analysis"),
    "analysis.remove": removed("analysis"),
    "theme.add": added("theme"),
    "theme.relabel": before_after("relabelled", "theme", "label"),
    "theme.write": _written,
    "theme.settle": _settled,
    "theme.move": _moved,
    "theme.order": ordered("theme"),
    "theme.remove": removed("theme"),
    "evidence.place": _evidence,
    "evidence.take_away": _no_evidence,
    "theme.begin": _begun,
    "theme.split": _split,
    "lineage.develop": _developed,
    "lineage.forget": _forgot,
    "lineage.move": _moved_origin,
    "memo.write": _memo("wrote a {}", "wrote a memo of their own"),
    "memo.change": _memo("changed the {}", "changed a memo of their own"),
    "memo.share": _shared,
    "memo.remove": _memo("removed the {}", "removed a memo of their own", gone=True),
    "set.add": added("set"),
    "set.change": changed("set"),
    "set.put_in": _in_set,
    "set.take_out": _out_of_set,
    "set.remove": removed("set"),
    "query.save": _kept,
    "query.rename": changed("query"),
    "query.remove": removed("query"),
    "link.add": _link("drew"),
    "link.change": _link("changed"),
    "link.remove": _link("removed", gone=True),
    "map.add": added("map"),
    "map.change": changed("map"),
    "map.remove": removed("map"),
    "map.place": _on_map("placed", "on"),
    "map.move": _on_map("moved", "on"),
    "map.write": _on_map("wrote on", "on"),
    "map.take_off": _on_map("took", "off", gone=True),
    "map.connect": _arrow("drew"),
    "map.change_arrow": _arrow("changed"),
    "map.remove_arrow": _arrow("took away", gone=True),
    "conflict.keep": _conflict,
    "conflict.write": _conflict,
}
