"""How far coders agree: the coefficients, where they differ, and what to make of it.

* `judgements`, `weights`: what was said of units, and how far two things said are apart. * `coefficients`, `alpha`,
`spread`: agreement in one number. * `stretches`, `unitizing`, `first_unitizing`, `alignment`, `gamma`: agreement on
spans. These know nothing of a study and take plain numbers.

What a careful reader would get wrong: two numbers from here that differ do not contradict each other. They answer
different questions; `docs/explanation/agreement.md` says which.
"""
