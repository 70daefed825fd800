"""Under which topics a code is asked: links between the two, from whichever side they were made.

The link is what tells *not asked* from *asked, silent* for a code, and what people said unprompted from what they said
when asked. A code can be asked under several topics, a topic can be about several codes.

What a careful reader would get wrong: the relation may be called anything. Every link between a code and a topic
counts, also one that somebody made with other words.
"""

from __future__ import annotations

from typing import Final

from crosscase.model import Id, Link, Topic
from crosscase.reads.lookup import Rows

ASKED_UNDER: Final = "is asked under"
"""How such a link is named when it is made here."""


def topics_of(rows: Rows, code: Id) -> list[tuple[Link, Topic]]:
    """The topics under which a code is asked, in their order, each with the link that says so."""
    topics = {one.id: one for one in rows.rows(Topic)}
    found = [(link, topics[link.to_thing]) for link in rows.rows(Link, from_thing=code) if link.to_thing in topics]
    found += [(link, topics[link.from_thing]) for link in rows.rows(Link, to_thing=code) if link.from_thing in topics]
    return sorted(found, key=lambda one: (one[1].position, one[1].name))
