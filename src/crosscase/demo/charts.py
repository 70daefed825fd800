"""What the members charted and wrote in the demonstration study, all of it invented.

A framework with summaries (some of them stale, one with new material, many cells empty, each for its reason), pairs of
cases, replication of one theme over all cases, rival explanations, and what participants were given back.
"""

from __future__ import annotations

from crosscase.model.contrasts import Found, ReplicationNature, RivalDisposition

FRAMEWORK = ("By risk and pay", "Slowness as safety", ("passing-up", "pay"))
"""Name, a theme, and slugs of categories."""

CELLS: tuple[tuple[str, str, str, str], ...] = (
    ("A", "ALDPW01", "passing-up",
     "What he says at handover travels up by way of people who know less of her each time, and comes back as a colour "
     "on a board. He has stood there and watched for the hand."),
    ("A", "ALDPW01", "pay",
     "Fixed term, a band below what driving would pay, and a quarter of an hour unpaid so as not to miss the board. What "
     "qualifies him is what stopped him earning."),
    ("A", "ALDMA01", "passing-up",
     "What is wanted is a name in the entry and not an opinion, and the same is done to the on-call director. Nobody's "
     "share gets smaller by it."),
    ("C", "ALDMA01", "pay", "Asks for permanent posts each year and gets non-recurrent money that recurs."),
    ("B", "BRKPW01", "passing-up", "Was himself the subject of the risk assessment."),
    ("B", "BRKPW01", "pay", "Permanent by a typing error that nobody dared to take back."),
    ("C", "GORPW01", "passing-up", "Would pass it up if there were an up. There is nobody to wake, which is said half as a boast."),
    ("C", "GORPW01", "slow",
     "Sits in the other room until they end up in the same one. A meal and a round of talk is the supervision."),
    ("C", "GORPW01", "pay",
     "Paid by the sit, so a quiet week is no wage, and hoping for work means hoping that somebody has a bad night."),
    ("A", "IVYPW02", "pay", "Paid for hours logged in. When the line went down they stayed, unpaid, beside a dead phone."),
    ("B", "FENST01", "passing-up", "Phones more since there is no peer worker to ask over the kettle."),
    ("B", "FENST01", "slow", "Going at one's own pace can be heard as nobody minding."),
    ("A", "ALD", "passing-up", "It goes up, and it comes back without her in it. Those at the top know this and do it too."),
    ("A", "GOR", "passing-up", "There is no up. What would be passed on is kept among those who were there."),
)  # fmt: skip
"""Member, participant or case, column (a slug, or `slow` for the theme), words. Rests on what lay in the cell."""

MOVED = (("BRKPW01", "passing-up"), ("FENST01", "slow"))
"""Cells of which a segment was drawn anew after they were written: they are stale."""

HALF_READ = (("ALDMA01", "passing-up"),)
"""Cells that were written when half of their codings were there: the others are new material."""

PAIRS: tuple[tuple[str, str, bool, str], ...] = (
    ("ALD", "GOR", True,
     "At Alder Court what is said to one person ends with another, who sits further up and knows less. At Gorse there is "
     "nobody further up, and that is said half with envy.\n\nWhat differs is therefore not whether risk is talked about, "
     "but whether there is somewhere for it to go."),
    ("BRK", "FEN", False,
     "Begun. Both have one peer post, and at Fenwick it is empty. We compare people who work beside a peer worker with "
     "people who miss one."),
)  # fmt: skip

RIVALS: tuple[tuple[str, str, RivalDisposition, str], ...] = (
    ("Risk shared or passed up", "It is the size of a service and not its sector: a small one has nobody to pass to.",
     "part of it",
     "At Gorse this is said in so many words. But Bracken sees about as few people in a month as Juniper does (22 and "
     "18), and it is a ward with all of a trust above it. Size and having an above go together, and are two things."),
    ("Risk shared or passed up", "People in public services were asked about forms, and so they spoke of forms.",
     "ruled out", "Everybody was interviewed with the same guide, in the same version."),
)  # fmt: skip

REPLICATED = "Risk shared or passed up"

REPLICATION: tuple[tuple[str, ReplicationNature, str, Found, str], ...] = (
    ("ALD", "literal", "Passed up, as in other public services.", "as expected", "The board and the hand."),
    ("BRK", "literal", "Passed up.", "not as expected", "Not the worry climbs but the worker is assessed."),
    ("CIN", "literal", "Passed up.", "as expected", ""),
    ("DUN", "literal", "Both, by day and by night.", "as expected", "Two of the nights were nobody's decision."),
    ("ELM", "literal", "Both.", "as expected", ""),
    ("FEN", "literal", "Both.", "cannot say", "There is no peer worker to interview."),
    ("GOR", "theoretical", "Held in the room: nobody is above.", "as expected", ""),
    ("HAZ", "theoretical", "Held in the room.", "open", "Not discussed yet."),
    ("IVY", "theoretical", "Held on the line: nobody else is there.", "as expected", ""),
    ("JUN", "theoretical", "Held in the house, without paper.", "not as expected",
     "It is the peer workers who want it written down."),
)  # fmt: skip
"""Case, kind, what was expected, what was found, note."""

GIVEN: tuple[tuple[str, str, str, str], ...] = (
    ("ALDPW01", "2025-09-02", "Would rather the colour of the magnet was left out.", "The colour was left out."),
    ("ALDMA01", "2025-09-02", "", ""),
    ("BRKPW01", "2025-09-04", "Laughed about the typing error, and asked that it stay.", ""),
    ("GORPW01", "2025-09-09", "Two numbers were wrong.", "Both were looked up again and stand as they were said."),
    ("IVYPW02", "2025-09-09", "", ""),
)  # fmt: skip
"""Transcripts: participant, when, what they said to it, what was changed for it."""
