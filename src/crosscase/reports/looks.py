"""How reports look in HTML and PDF, and what LaTeX and Markdown are given at their head.

Templates are pandoc's: `$body$` and the like are filled by it. The style sheet, the Typst template and the styles of
`styles` follow the same drawing: dark grey ink, one size of body type, rules only above, under the head of, and below
a table, a thin line beside quotations, a frame round a notice.
"""

from __future__ import annotations

from typing import Final

HTML: Final = """<!DOCTYPE html>
<html lang="$lang$">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="date" content="$date$">
<title>$pagetitle$</title>
$for(css)$
<link rel="stylesheet" href="$css$">
$endfor$
</head>
<body>
<header>
<h1 class="title">$title$</h1>
<p class="subtitle">$subtitle$</p>
<p class="date">$date$</p>
</header>
<nav aria-label="Contents">
$toc$
</nav>
<main>
$body$
</main>
<footer>$footer$</footer>
</body>
</html>
"""

CSS: Final = """
:root { color-scheme: light; }
body { color: #1f2933; background: #fff; font: 16px/1.55 Georgia, "Liberation Serif", serif;
  max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, h4, table, figcaption, caption, nav, .date, .subtitle, .table-note, .quotation-source, .quotation-context,
.notice, footer { font-family: Arial, "Liberation Sans", Helvetica, sans-serif; }
h1, h2, h3, h4 { line-height: 1.2; margin: 2.2em 0 .5em; }
h1 { font-size: 2rem; margin: 0 0 .2em; } h2 { font-size: 1.55rem; } h3 { font-size: 1.15rem; } h4 { font-size: 1rem; }
.subtitle { font-size: 1.15rem; color: #52606d; margin: 0; }
.date { color: #52606d; font-size: .9rem; margin: .3em 0 1.5em; }
nav { font-size: .9rem; } nav ul { list-style: none; padding-left: 1.2em; } nav > ul { padding-left: 0; }
nav a { color: inherit; }
.notice { border: 1px solid #9aa5b1; padding: .7em 1em; margin: 1em 0 1.5em; font-weight: bold; }
.notice p { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1.6em 0 .4em; font-size: .85rem; line-height: 1.35;
  border-top: 1.5px solid #1f2933; border-bottom: 1.5px solid #1f2933; }
caption { caption-side: top; text-align: left; padding: 0 0 .5em; font-size: .95rem; }
thead tr { border-bottom: 1px solid #1f2933; }
th, td { padding: .28em .6em; vertical-align: top; text-align: left; }
th { vertical-align: bottom; }
.table-note { font-size: .8rem; color: #52606d; margin: 0 0 1.8em; } .table-note p { margin: 0; }
figure { margin: 1.6em 0 .4em; } figure img, figure svg { max-width: 100%; height: auto; }
figcaption { font-size: .9rem; margin-top: .4em; }
blockquote { border-left: 3px solid #9aa5b1; margin: 1.1em 0; padding: 0 0 0 1em; }
blockquote p { margin: .15em 0; }
.quotation-source, .quotation-context { font-size: .8rem; color: #52606d; }
footer { border-top: 1px solid #9aa5b1; margin-top: 3rem; padding-top: .6rem; font-size: .8rem; color: #52606d; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; }
  thead { display: table-header-group; } tr, figure, blockquote { break-inside: avoid; } .wide { overflow: visible; } }
"""

TYPST: Final = """#set document(title: [$title$], date: auto)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 20mm, bottom: 20mm),
  footer: context align(center, text(size: 8pt, fill: rgb("#52606d"))[$footer$ · #counter(page).display()]),
)
#set text(font: "Libertinus Serif", size: 10.5pt, lang: "en", region: "GB", fill: rgb("#1f2933"))
#set par(leading: 0.66em, spacing: 0.95em, justify: false)
#set smartquote(enabled: false)
#set list(indent: 0.4em, spacing: 0.6em)
#show heading: set block(sticky: true)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): it => block(above: 2.2em, below: 0.9em, text(size: 16pt, it.body))
#show heading.where(level: 2): it => block(above: 1.8em, below: 0.8em, text(size: 12.5pt, it.body))
#show heading.where(level: 3): it => block(above: 1.5em, below: 0.7em, text(size: 10.5pt, it.body))
#set table(inset: (x: 2.6pt, y: 2.6pt), stroke: none)
#set table.cell(breakable: false)
#set table.hline(stroke: 0.5pt)
#show table: it => block(stroke: (top: 0.9pt, bottom: 0.9pt), inset: 0pt, outset: (y: 1pt), it)
#show table.cell: set par(leading: 0.5em, spacing: 0.6em)
#show table.cell: set text(hyphenate: false)
#show figure: set block(above: 1.6em, below: 0.7em)
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set align(left)
#show figure.caption: it => block(width: 100%, below: 0.8em, sticky: true, align(left, text(size: 9.5pt, it.body)))
#let small(body) = block(above: 0.7em, below: 0.9em, text(size: 8.2pt, fill: rgb("#52606d"), body))
#let aside(body) = block(above: 0.55em, below: 0.55em, text(size: 8.2pt, fill: rgb("#52606d"), body))
#let notice(body) = block(width: 100%, stroke: 0.6pt + rgb("#9aa5b1"), inset: 9pt, above: 1.2em, below: 1.4em, body)
#show quote.where(block: true): it => block(
  stroke: (left: 1.5pt + rgb("#9aa5b1")), inset: (left: 9pt, y: 1pt), above: 1.2em, below: 1.2em, breakable: false,
  { set block(spacing: 0.55em); set par(spacing: 0.55em); it.body },
)
#let horizontalrule = line(length: 100%)

#block(below: 0.9em, text(size: 22pt, weight: "bold", hyphenate: false)[$title$])
#block(below: 0.8em, text(size: 13pt, fill: rgb("#52606d"))[$subtitle$])
#block(below: 1.8em, text(size: 10pt, fill: rgb("#52606d"))[$date$])

$body$
"""

LATEX_HEADER: Final = r"""\usepackage{pdflscape}
\usepackage{caption}
\captionsetup{labelformat=empty,labelsep=none,justification=raggedright,singlelinecheck=false,font=small}
\setlength{\LTpre}{6pt}
\setlength{\LTpost}{2pt}
"""

MARKDOWN: Final = """# $title$

$subtitle$, $date$

$body$
"""
