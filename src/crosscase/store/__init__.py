"""The tables and the vault, for SQLite and PostgreSQL, and the one way to change them.

tables      what there is, made from the model
database    opening a file or a schema; transactions
keys        passphrases of encrypted files, and the keys made of them; remembered: keys in the system keyring
heads       how files begin: plain, encrypted, or something else
reseal      encrypting, decrypting, another passphrase; alone: nobody else has the file open
steps       numbered schema steps; new studies go through the same ones
store       the open study: what reads and acts stand on
rows        reading rows and columns
cells       the vault
apply       changes into tables, at the end of the order
texts       the text of sources and where anchors lie in it
act         one act being composed: the one door
undo        turning an act round
duplicate   a second file with what a study holds, checked
backups     made by themselves, in the folder that backup_files knows; restore puts one in the study's place
ground      is the file under an open study still its own; synced, half_synced, strays: folders that are copied about
care        what is looked after when a study is opened and let go of
absorb      entries from elsewhere, in any order: merge, replay, time travel
findings    open conflicts
dump        the canonical dump, by which studies are equal
verify      everything that can be checked
"""
