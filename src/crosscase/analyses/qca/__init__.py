"""Configurational analysis: which combinations of conditions go with an outcome (Ragin 1987, 2000, 2008).

A design of its own: whole cases, each with its membership in a few sets, are compared as configurations. `calibration`
makes memberships, `sets` holds them, `fit` weighs necessity and sufficiency, `truth_table` lays the configurations
out, `cubes` and `covers` minimise them, `solutions` gives the conservative, parsimonious and intermediate solution, and
`sensitivity` says what these depend on. `inquiry` asks it all of a study.

What a careful reader would get wrong: none of it is about how often something was said. A membership is a judgement
about a case, made by people who know it, and everything after that is arithmetic.
"""
