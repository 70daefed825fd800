"""Drafts of a manuscript: read for what they refer to, printed with the data of now, and taken in again from Word.

reading   every reference with its status, and sentences that say how many and are bound to nothing
resolving what a reference prints, or why it prints nothing
since     what became of what a draft shows since it was looked over
making    the draft as a document, with notes beside what is not as it should be
returned  what co-authors changed in a document, as proposals
"""
