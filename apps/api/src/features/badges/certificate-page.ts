/**
 * The page of a certificate, in Typst. Everything that people wrote comes as data from `data.json` and is never read as
 * program. Headings, lists and pictures are told apart for screen readers.
 */
export const CERTIFICATE_PAGE = `
#let d = json("data.json")
#let ink = rgb("#14221F")
#let quiet = rgb("#414D4A")
#let gilt = rgb(d.gilt)
#set document(title: d.words.TITLE + ": " + d.achievement + ", " + d.holder, author: d.issuer,
  date: datetime(year: d.made.at(0), month: d.made.at(1), day: d.made.at(2)))
#set text(font: d.fonts, size: 11pt, fill: ink, lang: d.language, region: d.region)
#set page(paper: d.paper, flipped: d.landscape, margin: (x: 27mm, y: 24mm),
  background: place(center + horizon, rect(width: 100% - 20mm, height: 100% - 20mm, stroke: 0.6pt + gilt,
    inset: 1.6mm, rect(width: 100%, height: 100%, stroke: 1.6pt + gilt))))
#set par(leading: 0.62em)
#show heading: set text(weight: 600)
#show heading: set block(above: 0pt, below: 0pt)
#let label(words) = text(font: d.labels, size: 8.5pt, fill: quiet, words)
// Whoever types an address from paper would leave out a hyphen at the end of a line: it may break at its slashes only.
#let unbroken(address) = address.split("/").map(part => if part == "" { "" } else { box(part) }).join("/")
#let compact = d.landscape
#pdf.attach("credential.json", relationship: "source", mime-type: "application/vc+ld+json",
  description: "The signed Open Badges 3.0 credential")

#align(center)[
  #if d.logo != none [ #image(d.logo, height: 13mm, fit: "contain", alt: d.issuer) #v(3mm) ]
  #label(d.issuer)
  #v(if compact { 4mm } else { 9mm })
  #show heading: set text(size: 25pt)
  #heading(level: 1, d.words.TITLE)
  #v(if compact { 4mm } else { 9mm })
  #text(fill: quiet, d.words.LEAD)
  #v(2.5mm)
  #par(text(size: 21pt, d.holder))
  #v(2.5mm)
  #text(fill: quiet, d.words.ACHIEVED)
  #v(6mm)
  #show heading: set text(size: 16pt)
  #heading(level: 2, d.achievement)
  #if d.level != none [ #v(3mm) #text(d.words.LEVEL + " " + d.level) ]
  #if d.route != none [ #v(2mm) #text(fill: quiet, d.route) ]
]
#v(if compact { 4mm } else { 8mm })
#let facts = [
  #label(d.words.AWARDED) #linebreak() #d.awarded
  #v(1.5mm)
  #if d.until != none [#label(d.words.VALID_UNTIL) #linebreak() #d.until] else [#d.words.NO_END]
  #v(1.5mm)
  #label(d.words.ISSUED_BY) #linebreak() #d.issuer
]
#grid(columns: if d.badge != none { (1fr, 42mm) } else { (1fr,) }, gutter: 8mm,
  [
    #if d.outcomes.len() > 0 [
      #show heading: set text(size: 10.5pt)
      #heading(level: 3, d.words.OUTCOMES)
      #v(3.2mm)
      #list(marker: text(fill: gilt)[–], spacing: 0.75em, ..d.outcomes)
    ]
  ],
  ..if d.badge != none { (align(center, image(d.badge, width: 42mm, alt: d.achievement + if d.level != none { ", " + d.level } else { "" })),) } else { () })
#v(1fr)
#if d.signatures.len() > 0 {
  grid(columns: (1fr, 1fr, 1fr), gutter: 8mm, ..d.signatures.map(each => [
    #v(10mm) #line(length: 100%, stroke: 0.5pt + quiet) #v(1mm) #each.name #if each.role != "" [#linebreak() #label(each.role)]
  ]))
  v(6mm)
}
#line(length: 100%, stroke: 0.4pt + gilt)
#v(2mm)
#grid(columns: if d.proof != none { (1fr, 24mm) } else { (1fr,) }, gutter: 8mm,
  grid(columns: (46mm, 1fr), gutter: 8mm, facts, [
    #if d.proof != none [#label(d.words.CHECK) #linebreak() #link(d.proof, text(font: d.labels, size: 8.5pt, unbroken(d.proof))) #v(1.5mm)]
    #label(d.words.CLOSING)
  ]),
  ..if d.proof != none { (image("qr.svg", width: 24mm, alt: d.words.CHECK + ": " + d.proof),) } else { () })
`;
