"""The invented codebook and themes of the demonstration study, with what was said about them."""

from __future__ import annotations

LATE = "diagnosis"
"""Made a codebook category on a later day: the interviews read before it are not yet read for it."""

GROUPS = (("Support", "What holds people up at work."), ("Risk practice", "What is done about risk."))

CODES = (
    # slug, label, group, definition, what it leaves out
    ("trusted", "Being trusted with keys", "", "Being given access, codes, keys or decisions, or not being given them.",
     "Trust between a peer worker and the person they support."),
    ("been-there", "Knowing from having been there", "", "Own experience of distress or services used as knowledge.",
     "Telling it to others, which is Telling one's own story."),
    ("own-story", "Telling one's own story", "", "Choosing what of one's own story is told, to whom, and what it costs.",
     ""),
    ("friend-line", "Between friend and worker", "", "Where closeness ends or should; how the line moves.", ""),
    ("carrying-home", "Carrying it home", "", "What the work leaves in the body, the evening, the sleep.", ""),
    ("plan-together", "Making the plan together", "Risk practice", "A plan for a bad time, made with the person it is for.",
     "Plans made about someone."),
    ("passing-up", "Passing it up", "Risk practice", "Handing a worry to somebody with more power to decide.", ""),
    ("forms", "Forms and paperwork", "Risk practice", "Written procedure and records, wished for or resented.", ""),
    ("supervision", "Supervision", "Support", "Regular time with somebody whose task it is to listen to the worker.", ""),
    ("peer-company", "Company of other peers", "Support", "Others in the same role: having them, missing them.", ""),
    ("pay", "Pay and hours", "", "Money, contracts, shifts, sleeping-in rates, travel.", ""),
    ("preparation", "Preparation and training", "Support", "Being made ready for the work, or not.", ""),
    ("only-one", "Being the only one", "", "Being the single peer, or the single one of any sort, in a room.", ""),
    ("force", "Force witnessed or remembered", "", "Restraint, locked doors, being made to; seen or lived through.", ""),
    ("race", "Being read as a risk", "", "Being taken for dangerous for what one looks or sounds like.", ""),
    ("words", "Words for risk", "Risk practice", "What people call it, and what the word does.", ""),
    ("diagnosis", "Contested diagnosis", "", "A diagnosis argued with, lived with, used by others.", ""),
    ("slow", "Room to go slowly", "", "Time that is allowed to pass; waiting as a way of working, or as a way out.", ""),
)  # fmt: skip

ANALYSIS = ("Alongside", "How is risk shared or passed on where peer workers work, and what does that cost?")

TOO_SLOW = "slow-"
"""Passages coded as *not* room to go slowly: evidence of a subtheme of their own."""

THEMES = (
    (
        "Risk shared or passed up",
        "In some services a worry is talked through where it arose; in others it travels upwards and comes back as an "
        "instruction.",
        "Who holds a worry overnight is who carries the risk.",
        ("plan-together", "passing-up", "forms", "words", "trusted"),
        (
            ("Holding it in the room", ("plan-together", "trusted")),
            ("The worry that climbs", ("passing-up",)),
            ("Paper that protects", ("forms",)),
            ("What the word does", ("words",)),
        ),
    ),
    (
        "The cost of being the bridge",
        "Standing between two sides is work, and it is paid for in sleep, in stories and in hours.",
        "A bridge is walked on from both ends.",
        ("carrying-home", "only-one", "friend-line", "pay", "own-story"),
        (
            ("Walked on from both ends", ("friend-line", "only-one")),
            ("A story spent", ("own-story", "carrying-home")),
            ("Hours nobody counts", ("pay",)),
        ),
    ),
    (
        "Slowness as safety",
        "Letting time pass with somebody is described as what keeps people safe, and by some as looking away.",
        "Time is a thing that is done, not a thing that is lost.",
        ("slow", "been-there", "peer-company", "supervision"),
        (
            ("Waiting as work", ("slow", "supervision")),
            ("Somebody else who knows", ("been-there", "peer-company")),
            ("When slow is too slow", (TOO_SLOW,)),
        ),
    ),
)
"""Label, content, meaning, the categories it was developed from; subthemes, and whose passages were placed there."""

REASONS = {
    "plan-together": "Plans made together were nearly always told as a way of not passing a worry on.",
    "passing-up": "The same worry, told from the other end.",
    "forms": "First put under paperwork as a burden; the peer-led services made us turn it round.",
    "words": "The word decides early who is asked.",
    "trusted": "Keys and codes were told as the sign of who may decide. Also feeds the cost of being the bridge.",
    "carrying-home": "What stays when the shift ends.",
    "only-one": "Being single in a room was told as weight, not as rank.",
    "friend-line": "The line was drawn in tiredness as often as in principle.",
    "pay": "Nobody asked at first, and it came up all the same.",
    "own-story": "Told as something that is spent.",
    "slow": "The word people used themselves.",
    "been-there": "Knowing how long a night is.",
    "peer-company": "Slowness needs somebody to be slow with.",
    "supervision": "Kept in after discussion: two of us saw it as a condition, one as a theme of its own.",
}

SHARED = ("trusted", "The cost of being the bridge", "Being trusted and being used were told in one breath.")
"""A category that feeds a second theme as well."""

DROPPED = (
    "preparation",
    "The cost of being the bridge",
    "Too thin: nearly all of it answers a question about training.",
)
