"""Names of people and places in files that were brought: what is proposed for replacement, and what stands for it.

A name that the register knows is proposed with its pseudonym; for the others something neutral is proposed (`[person
1]`), and a part of a longer name gets what stands for the whole. Nothing is replaced that was not chosen.
"""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import asdict

from crosscase.importers.names import Proposal, Wanted, propose
from crosscase.model.bundle import Bundle
from crosscase.server.registers import RegisterGiven, RegisterHere
from crosscase.server.views.importing import ImportAsked
from crosscase.store.register import Register

_NUMBERED = re.compile(r"\[(?:person|place|name) (\d+)\]")


class NamesAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Files as they are to be read, and the register of names, where it is to be opened."""

    asked: ImportAsked
    register: RegisterGiven | None = None


class NameHere(Proposal, frozen=True, kw_only=True):
    """Words that may be a name, with what may stand for them.

    Attributes:
        becomes: what is proposed to stand there.
        listed: the register knows it.
    """

    becomes: str
    listed: bool


class NamesHere(msgspec.Struct, frozen=True, kw_only=True):
    """What may be names; `nouns`: the files write nouns with capitals, so that far fewer are found."""

    names: tuple[NameHere, ...]
    nouns: bool
    register: RegisterHere


def proposed(bundle: Bundle, register: Register | None, here: RegisterHere) -> NamesHere:
    """What may be names in a bundle, those of the register first."""
    listed = register.replacements if register else {}
    found = propose(bundle.documents, known=listed)
    names = [*_listed(bundle, listed), *_numbered(found.proposals, listed)]
    return NamesHere(names=tuple(names), nouns=found.nouns, register=here)


def _listed(bundle: Bundle, listed: dict[str, str]) -> list[NameHere]:
    """The names of the register that stand in the files."""
    wanted = Wanted(listed)
    count: dict[str, int] = {}
    among: dict[str, list[str]] = {}
    around: dict[str, tuple[str, str]] = {}
    for one in bundle.documents:
        for start, end in wanted.finds(one.text):
            words = one.text[start:end]
            count[words] = count.get(words, 0) + 1
            if not among.setdefault(words, []) or among[words][-1] != one.key:
                among[words].append(one.key)
            around.setdefault(words, (_line(one.text[max(0, start - 40) : start]), _line(one.text[end : end + 40])))
    return [
        NameHere(
            words=words, nature="", signs=(), sure=True, count=count[words], documents=len(among[words]), part_of="",
            document=among[words][0], before=around[words][0], after=around[words][1], becomes=listed[words],
            listed=True,
        )
        for words in sorted(count, key=lambda words: (-count[words], words))
    ]  # fmt: skip


def _numbered(proposals: tuple[Proposal, ...], listed: dict[str, str]) -> list[NameHere]:
    """Proposals, each with something that stands for nobody else."""
    last = max((int(found[1]) for one in listed.values() if (found := _NUMBERED.fullmatch(one))), default=0)
    wholes = {one.words for one in proposals}
    becomes: dict[str, str] = {}
    for one in proposals:
        if one.part_of not in wholes:
            last += 1
            becomes[one.words] = f"[{one.nature or 'name'} {last}]"
    return [
        NameHere(**asdict(one), becomes=becomes.get(one.words) or becomes[one.part_of], listed=False)
        for one in proposals
    ]


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
