/** The style of a report on screen and on paper: book width, a serif face, no colours that carry meaning alone. */
export const reportStyle = `
:root { color-scheme: light dark; --ink: #22221f; --soft: #62625b; --line: #d5d3cb; --paper: #fdfcf8; --against: #5b6f9a; --for: #a3643c }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6de; --soft: #a6a399; --line: #45443f; --paper: #1d1c1a; --against: #9fb3dd; --for: #d79a70 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 17px/1.6 'Source Serif 4', Charter, Georgia, serif }
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem 5rem }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .25rem }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 3rem 0 .75rem }
h3 { font-size: 1.2rem; margin: 2.25rem 0 .5rem }
h4, h5, h6 { font-size: 1.05rem; margin: 1.5rem 0 .4rem }
p { margin: 0 0 .8rem }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 3px }
.layer, .gap, nav, caption, cite, .label { font-family: Inter, system-ui, sans-serif; color: var(--soft) }
.layer, nav { font-size: .875rem }
nav h2 { font-size: .875rem; margin: 2rem 0 .5rem }
nav ul { list-style: none; margin: 0; padding: 0 }
nav .level-2 { padding-left: 1.25rem }
.gap { font-size: .9375rem; font-style: italic }
.parts, .items { margin: 0 0 .8rem; padding-left: 1.25rem }
.items li { margin-bottom: .6rem; padding-left: .25rem }
main > blockquote { margin: 1.4rem 0; padding: 0 0 0 1.1rem; border-left: 3px solid var(--for) }
main > blockquote.against { border-left: 3px dashed var(--against) }
main > blockquote p { margin: 0 0 .4rem }
blockquote .label { font-size: .75rem; font-weight: 600; color: var(--against) }
cite { font-size: .8125rem; font-style: normal }
.translation { margin: -.7rem 0 1.4rem; padding: 0 0 0 1.1rem; border-left: 3px dotted var(--line); font: 400 .9375rem/1.5 Inter, system-ui, sans-serif; color: var(--soft) }
.translation.instead { margin-top: 1.4rem; border-left: 3px dotted var(--for) }
.translation.instead.against { border-left-color: var(--against) }
.translation p { margin: 0 0 .3rem }
.translation .by { font-size: .75rem; font-weight: 600 }
.translation .by cite { font-weight: 400; font-size: .8125rem }
table { border-collapse: collapse; width: 100%; margin: 1.25rem 0; font: 400 .8125rem/1.4 Inter, system-ui, sans-serif }
caption { text-align: left; padding-bottom: .4rem; font-size: .8125rem }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums }
tbody th { font-weight: 400 }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --paper: #fff }
  @page { size: A4; margin: 22mm 20mm 20mm; @bottom-center { content: counter(page); font: 9pt Inter, system-ui, sans-serif; color: #444 } }
  body { font-size: 10.5pt }
  main { max-width: none; padding: 0 }
  h2, h3, h4, caption { break-after: avoid }
  p, li { orphans: 2; widows: 2 }
  blockquote, .translation, tr { break-inside: avoid }
  thead { display: table-header-group }
  nav { break-after: page }
  a { text-decoration: none }
}
`
