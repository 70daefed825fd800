"""What writing rests on: codings, remembered with what they stood on when somebody linked them.

A summary of a framework and a score of a configurational analysis both rest on codings. Where one of these was recoded,
moved or corrected since, what rests on it is *stale* until somebody says that it still holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.model import Coding, Id, Source, Span
from crosscase.model.frameworks import standing
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there


def standing_now(act: Act, codings: Sequence[Id]) -> dict[Id, str]:
    """What codings stand on now.

    Raises:
        NotFoundError: one is not there.
    """
    found = all_there(act, Coding, list(dict.fromkeys(codings)))
    lengths = {one.id: one.length for one in act.rows(Source, id=[c.source for c in found if c.place == "whole"])}
    by_source: dict[Id, list[Coding]] = {}
    for coding in found:
        by_source.setdefault(coding.source, []).append(coding)
    stand: dict[Id, str] = {}
    for source, those in by_source.items():
        on_text = [one for one in those if one.place in ("text", "whole")]
        spans = [Span(0, lengths[source]) if one.place == "whole" else Span(one.start, one.end) for one in on_text]
        for one, place in zip(on_text, act.store.addresses(source, spans), strict=True):
            stand[one.id] = standing(one.code, place)
        for one in those:
            if one.place not in ("text", "whole"):
                stand[one.id] = standing(one.code, f"{source}:{' '.join(one.area)}:{one.from_ms}-{one.to_ms}")
    return stand
