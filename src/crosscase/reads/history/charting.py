"""What was done to frameworks and their cells, pairs of cases, rivals, replication and things given back, in words.

Nothing that was written in a cell or said by a participant is told, only where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.model import Id
from crosscase.reads.history.deed import Deed, counted, together
from crosscase.reads.history.phrases import Phrase, added, changed, removed


def _version(deed: Deed) -> str:
    made = deed.added("framework")
    if not made:
        return "began a version of a framework"
    return f"began version {made[0]['version'] or '1'} of {deed.the('framework', made[0].id)}"


def _columns(deed: Deed) -> str:
    ids = [*deed.put("framework_column"), *deed.gone("framework_column")]
    frameworks = deed.all_held("framework_column", ids, "framework")
    return f"said what {deed.those('framework', frameworks)} charts"


def _cells(deed: Deed, ids: list[Id]) -> str:
    """Which cells, by their row and column where it is one."""
    if len(ids) != 1:
        return f"{counted(len(ids), 'cell')} of {deed.those('framework', deed.all_held('summary', ids, 'framework'))}"
    row, of = (deed.any_named(deed.held("summary", ids[0], end)) for end in ("row", "of"))
    return f"what {row} says on {of}"


def _written(deed: Deed) -> str:
    ids = deed.put("summary")
    segments = [*deed.put("summary_segment"), *deed.gone("summary_segment")]
    ids = list(dict.fromkeys([*ids, *deed.all_held("summary_segment", segments, "summary")]))
    return f"summarised {_cells(deed, ids)}" if ids else f"emptied {_cells(deed, deed.gone('summary'))}"


def _many(deed: Deed) -> str:
    put, gone = deed.put("summary"), deed.gone("summary")
    parts = [f"wrote {_cells(deed, put)}" if put else "", f"emptied {_cells(deed, gone)}" if gone else ""]
    return together([part for part in parts if part]) or "changed what summaries rest on"


def _segments(verb: str, to: str, *, gone: bool = False) -> Phrase:
    def phrase(deed: Deed) -> str:
        ids = deed.gone("summary_segment") if gone else deed.put("summary_segment")
        cells = deed.all_held("summary_segment", ids, "summary")
        return f"{verb} {counted(len(ids), 'segment')} {to} {_cells(deed, cells)}"

    return phrase


def _again(deed: Deed) -> str:
    segments = [*deed.put("summary_segment"), *deed.gone("summary_segment")]
    cells = list(dict.fromkeys([*deed.put("summary"), *deed.all_held("summary_segment", segments, "summary")]))
    return f"looked again at {_cells(deed, cells)}"


def _emptied(deed: Deed) -> str:
    ids = deed.gone("summary")
    if len(ids) > 1:
        return f"emptied {len(ids)} cells of a framework"
    return f"removed the summary of {_cells(deed, deed.gone('summary'))}"


def _pair(deed: Deed) -> str:
    ids = deed.put("pair")
    if not ids:
        return "wrote about two cases"
    one, other = (deed.name("case", deed.held("pair", ids[0], end)) for end in ("one", "other"))
    done = [wrote.after for wrote in deed.wrote("pair", "done")]
    if done and deed.fields("pair") == ["done"]:
        return f"said that {one} and {other} are {'written up' if done[0] else 'not written up yet'}"
    return f"wrote about {one} and {other} side by side"


def _rival(verb: str, *, gone: bool = False) -> Phrase:
    def phrase(deed: Deed) -> str:
        ids = deed.gone("rival") if gone else deed.put("rival")
        about = [deed.any_named(one) for one in deed.all_held("rival", ids, "about")]
        said = [wrote.after for wrote in deed.wrote("rival", "disposition")]
        told = f" as {said[0]}" if said else ""
        return f"{verb} a rival explanation of {together(about) or 'a finding'}{told}"

    return phrase


def _replication(deed: Deed) -> str:
    ids = deed.put("replication")
    themes = deed.those("theme", deed.all_held("replication", ids, "theme"))
    return f"said what {themes} lets expect of {deed.these('case', deed.all_held('replication', ids, 'case'))}"


def _no_replication(deed: Deed) -> str:
    ids = deed.gone("replication")
    themes = deed.those("theme", deed.all_held("replication", ids, "theme"))
    return f"took away what {themes} lets expect of {deed.these('case', deed.all_held('replication', ids, 'case'))}"


def _given(verb: str, *, gone: bool = False) -> Phrase:
    def phrase(deed: Deed) -> str:
        ids = deed.gone("given_back") if gone else deed.put("given_back")
        people = deed.these("participant", deed.all_held("given_back", ids, "participant"))
        natures = [str(one) for one in deed.all_held("given_back", ids, "nature")]
        return f"{verb} {people} {'was' if len(ids) == 1 else 'were'} given to read ({', '.join(natures)})"

    return phrase


PHRASES: Mapping[str, Phrase] = {
    "framework.add": added("framework"),
    "framework.add_version": _version,
    "framework.change": changed("framework"),
    "framework.columns": _columns,
    "framework.remove": removed("framework"),
    "summary.write": _written,
    "summary.write_many": _many,
    "summary.link": _segments("linked", "to"),
    "summary.unlink": _segments("took", "away from under", gone=True),
    "summary.look_again": _again,
    "summary.remove": _emptied,
    "summary.remove_many": _emptied,
    "pair.write": _pair,
    "rival.add": _rival("wrote down"),
    "rival.change": _rival("settled"),
    "rival.remove": _rival("removed", gone=True),
    "replication.set": _replication,
    "replication.remove": _no_replication,
    "given.add": _given("wrote down what"),
    "given.change": _given("changed what"),
    "given.remove": _given("removed what", gone=True),
}
