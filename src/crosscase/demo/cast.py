"""The invented cases of the demonstration study, its frame, and its recruitment log."""

from __future__ import annotations

from typing import Literal

TITLE = "Alongside: peer work and risk in ten services"
INVENTED = "Invented, not evidence about peer work"
QUESTIONS = (
    "How is risk understood, and who carries it, where peer workers work?",
    "What does that ask of peer workers, and what holds them?",
    "How do services differ in this by sector and by who leads them?",
)
AIMS = (
    "To compare how ten services understand and share risk where peer workers work alongside other staff.\n\n"
    "All of it is invented to show what crosscase does."
)
ETHICS = "Invented reference INV-2025-01; no person was interviewed"

MEMBERS = (
    ("A", "Ines", ("academic",)),
    ("B", "Tom", ("clinical",)),
    ("C", "Marion", ("lived experience",)),
)

ROLES = (
    ("service user", ("SU",)),
    ("peer worker", ("PW",)),
    ("co-worker", ("ST",)),
    ("team manager", ("MA",)),
    ("strategic manager", ("SM", "CO")),
)

SECTORS = ("public", "joint", "independent")
LED = ("yes", "jointly", "no")

CASES = (
    # code, name, sector, peer-led, founded, staff, peer posts, people seen in a month
    ("ALD", "Alder Court crisis team", "public", "no", 2011, 34, 2, 160),
    ("BRK", "Bracken Ward", "public", "no", 2004, 41, 1, 22),
    ("CIN", "Cinder Lane community team", "public", "no", 2009, 28, 2, 210),
    ("DUN", "Dunlin House", "joint", "jointly", 2016, 17, 3, 45),
    ("ELM", "Elm Street crisis cafe", "joint", "jointly", 2018, 12, 4, 190),
    ("FEN", "Fenwick recovery hub", "joint", "no", 2014, 15, 1, 120),
    ("GOR", "Gorse Collective", "independent", "yes", 2007, 9, 7, 60),
    ("HAZ", "Hazel Yard", "independent", "jointly", 2013, 14, 5, 85),
    ("IVY", "Ivy Line helpline", "independent", "yes", 2001, 11, 9, 340),
    ("JUN", "Juniper respite house", "independent", "yes", 2015, 13, 8, 18),
)

TARGET = 2
"""Planned for each sampling role in each case: 10 x 5 x 2 = 100."""

NOT_TRANSCRIBED = (
    ("ALDSU02", "2025-06-18", 47, "in person", "Tom"),
    ("DUNSU03", "2025-06-26", 38, "telephone", "Marion"),
    ("GORSM01", "2025-07-08", 55, "video", "Ines"),
    ("IVYSU01", "2025-07-10", 41, "telephone", "Marion"),
)
"""Interviews that were held and have no text yet: participant, date, minutes, mode, interviewer."""

RECRUITMENT: tuple[tuple[str, str, Literal["approached", "declined", "withdrew"], int, str], ...] = (
    # case, role, step, count, reason
    ("ALD", "service user", "approached", 5, ""),
    ("ALD", "service user", "declined", 2, "no time"),
    ("ALD", "team manager", "approached", 2, ""),
    ("ALD", "team manager", "declined", 1, "left the post"),
    ("BRK", "peer worker", "approached", 1, ""),
    ("CIN", "co-worker", "approached", 3, ""),
    ("CIN", "co-worker", "declined", 2, "said nothing further"),
    ("DUN", "team manager", "approached", 2, ""),
    ("DUN", "team manager", "declined", 1, "asked to wait until after the inspection"),
    ("ELM", "strategic manager", "approached", 3, ""),
    ("ELM", "strategic manager", "declined", 2, "no time"),
    ("GOR", "co-worker", "approached", 1, ""),
    ("HAZ", "strategic manager", "approached", 1, ""),
    ("IVY", "strategic manager", "approached", 2, ""),
    ("IVY", "strategic manager", "declined", 1, "would be recognised"),
    ("JUN", "service user", "approached", 4, ""),
    ("JUN", "service user", "declined", 1, "changed their mind before the day"),
)

TOPICS = (
    ("T1", "the role and a usual day", "What does a usual day look like for you here?"),
    ("T2", "preparation, training, supervision", "How were you made ready for this, and who do you go to?"),
    ("T3", "lines between friend and worker", "Where is the line between being a friend and being a worker?"),
    ("T4", "what risk means and who decides", "When people here say risk, what do they mean, and who decides?"),
    ("T5", "telling one's own story", "How much of your own story do you bring?"),
    ("T6", "what the work does to you", "What does the work do to you?"),
    ("T7", "the organisation and how it is changing", "How is the organisation changing?"),
    ("T8", "pay, hours, contracts", "How are pay, hours and contracts arranged?"),
)
