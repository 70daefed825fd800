"""Under which topics a code is asked: `codebook topics`."""

from __future__ import annotations

import click

from crosscase.cli.codebook import codebook
from crosscase.cli.output import print_json, say, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import member
from crosscase.errors import RefusedError

__all__ = ["codebook"]


class NotLinkedError(RefusedError):
    """A code and a topic that are not linked."""

    code = "not-linked"

    def __init__(self, name: str, topic: str) -> None:
        super().__init__(f"{name!r} is not asked under {topic!r}, so there is nothing to take away.")


@member(
    codebook,
    "topics",
    examples=[
        "crosscase codebook peers.crosscase topics 'Pay and hours'",
        "crosscase codebook peers.crosscase topics 'Pay and hours' --link 'pay, hours, contracts'",
        "crosscase codebook peers.crosscase topics 'Pay and hours' --unlink 'pay, hours, contracts'",
    ],
)
@target
@click.argument("code")
@click.option("--link", "linked", metavar="TOPIC", help="It is asked under this topic.")
@click.option("--unlink", "unlinked", metavar="TOPIC", help="It is not asked under this topic.")
@acting_options
def topics(target: Target, code: str, linked: str | None, unlinked: str | None, who: Who) -> None:
    """Show, add or take away a topic under which a code is asked.

    Then an empty cell tells not asked from asked and silent, and what was said unprompted from what was said when
    asked.
    """
    from crosscase.model import Code, Topic
    from crosscase.reads.code_topics import ASKED_UNDER, topics_of
    from crosscase.verbs.links import add_link, remove_link

    if linked and unlinked:
        message = "Either --link or --unlink."
        raise click.UsageError(message)
    with acting(target, who) if linked or unlinked else reading(target, who) as study:
        one = study.find(Code, code)
        here = topics_of(study.store, one.id)
        if linked:
            topic = study.find(Topic, linked)
            done = study.do(add_link, "code", one.id, "topic", topic.id, relation=ASKED_UNDER)
            told(done, f"{one.name!r} is asked under {topic.name!r}.", who, id=done.value)
        elif unlinked:
            topic = study.find(Topic, unlinked)
            links = [link.id for link, known in here if known.id == topic.id]
            if not links:
                raise NotLinkedError(one.name, topic.name)
            gone = study.do(remove_link, links[0])
            told(gone, f"{one.name!r} is no longer asked under {topic.name!r}.", who)
        elif who.as_json:
            print_json({"code": one.name, "topics": [{"id": topic.id, "name": topic.name} for _, topic in here]})
        elif here:
            say("\n".join(topic.name for _, topic in here))
        else:
            say(f"{one.name!r} is linked to no topic, so nobody knows whether it was asked about.")
