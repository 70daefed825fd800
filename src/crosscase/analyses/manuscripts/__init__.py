"""A manuscript held against the sample, the transcripts and the claims behind it: what a careful reviewer would ask.

findings     what is found: kinds, places, what to do
ground       who took part, in which cases, with which words and themes: what a manuscript is held against
codes        identifiers of participants as they stand in a text, and those that nobody has
labels       what an attribution says of who speaks: role, case, group, attributes
quotes       the quotations of a manuscript, and to whom each is attributed
exactness    quotations altered, missing, attributed to somebody else, printed twice
voice        who is quoted, against their share of the sample
disclosure   who could be recognised by what is printed beside a quotation, and in small cells of tables
quantified   sentences with quantifiers that no claim and no count supports
headings     headings that are nearly the label of a theme, and themes without a heading
sums         tables whose margins and percentages do not add up
audit        all of it together
"""

from __future__ import annotations
