"""Invented memos of the demonstration study: what the three members wrote while they worked."""

from __future__ import annotations

from crosscase.model.writing import MemoType

MEMOS: tuple[tuple[str, MemoType, str, str, str], ...] = (
    (
        "A", "theoretical", "Paper is not the opposite of trust", "forms",
        "We came in expecting paperwork to stand for the public services and talk for the peer-led ones. Gorse and "
        "Juniper do not fit. There it is the peer workers who want it written down, because a page had once stood "
        "between them and an accusation.\n\nIvy goes the other way and says why: on a telephone, writing is what the "
        "caller hears you do.\n\nSo the contrast is not paper against talk but who the paper is for.",
    ),
    (
        "B", "theoretical", "Is slow always safe?", "slow",
        "I keep coding *slow* where Ines and Marion code it and meaning something else by it. The co-workers at Dunlin and "
        "Elm Street describe nights when waiting was a decision nobody had made. I do not want the theme to lose that.",
    ),
    (
        "C", "reflexive", "After Bracken", "race",
        "I read this one twice and then went for a walk. I know the chair he is talking about, or one like it. I have to "
        "say in the group that I am not coding this from nowhere.",
    ),
    (
        "C", "methodological", "Plain marks before codes", "",
        "For the first six I only marked what struck me and said why. The marks turned into *only one* and *own story*; two of "
        "them turned into nothing, which I think is how it should be.",
    ),
    (
        "A", "methodological", "A category made late", "diagnosis",
        "We took up *contested diagnosis* when a good part was read. What was read before it has not been read for it, and no "
        "table may say that those people did not speak of it.",
    ),
    (
        "A", "case", "Fenwick: the chair with the plant on it", "FEN",
        "There is no peer worker to interview at Fenwick: the post has been empty since spring. People speak around it. The "
        "cell of the frame is empty for a reason that is itself a finding about the case.",
    ),
    (
        "B", "case", "Bracken and the ten minutes", "BRK",
        "Three people tell the same ten minutes. Nobody tells them in the same order.",
    ),
    (
        "A", "note", "Pay", "pay",
        "Topic eight was asked in few interviews and is spoken of in many more. Look at who raises it, and after what.",
    ),
)  # fmt: skip
"""Member, type, title, the code slug or case it is about, text."""
