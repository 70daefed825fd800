"""The journal: what was done, by whom, when and why. Pure; holds no SQL.

canon       one spelling for every value, and digests over it
changes     what an act did: rows added, fields changed, text corrected, words erased
vault       words apart from structure: sealing and unsealing
entry       one act of one member, and its place in a chain
clock       time that only goes forward, whatever the machine's clock says
chain       order, forks, and who had seen what
fold        the value of a field from all the writes to it
prose       long text merged by paragraph
text        permanent addresses for characters
conflicts   what people have to settle
standing    which acts are in effect, and what the next undo would be
upgrades    reading what an older program wrote
"""
