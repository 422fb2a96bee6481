/** The page of the report, in Typst. Everything that people wrote comes as data and is never read as program. */
export const QUALITY_REPORT_PAGE = `
#let d = json("data.json")
#let ink = rgb("#14221F")
#let quiet = rgb("#414D4A")
#set document(title: d.title, author: d.organisation, date: datetime(year: d.made.at(0), month: d.made.at(1), day: d.made.at(2)))
#set text(font: d.fonts, size: 8.5pt, fill: ink, lang: "en")
#set page(paper: "a4", flipped: true, margin: (x: 16mm, y: 16mm), numbering: "1 / 1")
#show heading.where(level: 1): set text(size: 18pt, weight: 600)
#show heading.where(level: 2): set text(size: 11pt, weight: 600)
#heading(level: 1, d.title)
#text(fill: quiet, d.lead)
#v(4mm)
#for section in d.sections {
  v(3mm)
  heading(level: 2, section.subject)
  v(1mm)
  table(
    columns: (3fr, 1.1fr, 1fr, 1fr, 0.8fr, 0.8fr, 1fr, 3fr), stroke: (x, y) => (bottom: 0.4pt + quiet), inset: (x: 3pt, y: 2.5pt),
    table.header(..d.headers.map(each => text(fill: quiet, size: 7.5pt, each))),
    ..section.lines.flatten().map(each => [#each]),
  )
}
#v(6mm)
#text(fill: quiet, size: 7.5pt, d.closing)
`;
