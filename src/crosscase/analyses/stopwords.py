"""English words that say little about a subject by themselves, in the form under which words are found.

Our own short list: articles, pronouns, prepositions, auxiliaries with their contractions, conjunctions, and the small
change of speech. It holds no word that a study of services might be about (not `work`, `people`, `help`, `time`), and
no negation: who never says `risk` without a `not` has said something. Every table that leaves words out says which.
"""

from __future__ import annotations

from crosscase.frames.tokens import fold

_ARTICLES = "a an the this that these those"
_PRONOUNS = """
i me my mine myself you your yours yourself he him his himself she her hers herself it its itself
we us our ours ourselves they them their theirs themselves who whom whose which what
"""
_AUXILIARIES = """
am is are was were be been being have has had having do does did doing done
will would shall should can could may might must
i'm you're he's she's it's we're they're that's there's who's what's here's let's
i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll it'll we'll they'll
"""
_PREPOSITIONS = """
of in on at by for with from to into onto out off up down over under about between through during
before after above below against within upon as than
"""
_CONJUNCTIONS = "and or but if because so while when where why how then also both either whether though although"
_SMALL_CHANGE = """
er erm um uh mm hmm mhm ah oh yeah yes okay ok well like just really very quite sort kind
there here too again even still such any some all each more most much many own same other another
get got getting go going gone went come came said say says
"""

ENGLISH = frozenset(
    fold(word)
    for part in (_ARTICLES, _PRONOUNS, _AUXILIARIES, _PREPOSITIONS, _CONJUNCTIONS, _SMALL_CHANGE)
    for word in part.split()
)
