"""The workbench's server: one open study, over HTTP, for browsers on this machine.

`app` puts the parts together: `desk` holds the study, `routes/` ask it and act through it, `live` tells windows what
others did, `safety` keeps other programs' pages out, `pages` serves the built client. Nothing here decides anything
about a study: every route is a verb, a read or an analysis, handed over.

What a careful reader would get wrong: the server never opens a connection to anywhere. It answers on 127.0.0.1, and
what it sends lies in the study's file or in this package.
"""
