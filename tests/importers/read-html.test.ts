import { expect, test } from 'vitest'
import { draftOf, problemOf, report, roles, spoken, unsound } from './read-file.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const page = (body: string, head = ''): string =>
  `<!DOCTYPE html>\n<html><head><title>A talk</title>${head}</head>\n<body>\n${body}\n</body></html>`

test('names before colons are turns; headings are blocks; scripts, styles and forms are never read', async () => {
  const draft = await draftOf(
    'Talk.txt',
    page(
      '<h1>The beginning</h1><script>document.write("Ana: no")</script><p>Interviewer: How\n   was it?<p><b>P07:</b> Good &amp; fine&hellip;<br>It ended.<div>Interviewer: Why?</div><select><option>x</select><p>P07: <i>Caf&eacute;</i> &Eacute;tat &#8364;3.</p><img src=x onerror="alert(1)">',
      '<style>p { color: red }</style>',
    ),
  )
  expect(draft.text).toBe(
    'The beginning\nInterviewer: How was it?\nP07: Good & fine…\nIt ended.\nInterviewer: Why?\nP07: Café État €3.',
  )
  expect(spoken(draft)[1]).toBe('P07: Good & fine… / It ended.')
  expect(draft.blocks.map((block) => draft.text.slice(block.start, block.end))).toEqual(['The beginning'])
  expect(roles(draft)).toEqual(['Interviewer interviewer 2', 'P07 participant 2'])
  expect([draft.format, draft.layout, draft.attributes.Title]).toEqual([
    'html',
    'Transcript with names (HTML)',
    'A talk',
  ])
  expect(report(draft)).toEqual(['1 picture left out'])
  expect(unsound(draft)).toEqual([])
})

test('a page saved from Word, in an encoding it does not state', async () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office">\r\n<head><!--[if gte mso 9]><xml><o:Author>N</o:Author></xml><![endif]--></head><body>${'<p class=MsoNormal><b><span lang=FR>Noor</span></b><span> C\x92\xe9tait\r\ncomment, l\x92\xe9t\xe9\xa0?<o:p></o:p></span></p><p class=MsoNormal><span style=\'font-weight:bold\'>Ana</span> Tr\xe8s bien \x96 d\xe9j\xe0.<del cite="x">non</del><o:p>&nbsp;</o:p></p><p><o:p>&nbsp;</o:p></p>'.repeat(3)}<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Fin</p></body></html>`
  const draft = await draftOf('a.htm', latin(word))
  expect(draft.encoding?.name).toBe('windows-1252')
  expect(spoken(draft).slice(0, 2)).toEqual(['Noor: C’était comment, l’été\u00a0?', 'Ana: Très bien – déjà.'])
  expect(draft.text.endsWith('\nFin')).toBe(true)
  expect(report(draft)).toEqual(['3 tracked deletions left out', '1 list number or bullet left out'])
})

test('the encoding a page states is followed where its bytes are no UTF-8', async () => {
  const draft = await draftOf(
    'a.html',
    latin(
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><p>\xcf\xf0`,
    ),
  )
  expect([draft.text, draft.encoding?.name]).toEqual(['Пр', 'windows-1251'])
})

test('a table with speakers gives turns; a table that only lays the page out gives paragraphs', async () => {
  const row = (...cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<td><p>${cell}`).join('')}</tr>`
  const turns = `<table><tr><th>Time<th>Speaker<th>Text</tr>${row('0:01', 'Noor', 'How was it?')}${row('0:05', 'Ana', 'Fine.<br>Really.')}${row('0:09', 'Noor', 'Why?')}</table>`
  const draft = await draftOf('a.html', page(`<p>Place: Lyon</p>${turns}<p>After`))
  expect(draft.text).toBe('Place: Lyon\nHow was it?\nFine.\nReally.\nWhy?\nAfter')
  expect(spoken(draft)).toEqual(['Noor: How was it?', 'Ana: Fine. / Really.', 'Noor: Why?'])
  expect([draft.turnsAre, draft.turns[1]?.time]).toEqual(['stated', 5000])
  const frame = await draftOf(
    'a.html',
    page(`<table><tr><td><p>One</p>${turns}</td><td><p>Two</td></tr></table>`),
  )
  expect([frame.text, frame.turns.length]).toEqual(['One\nHow was it?\nFine.\nReally.\nWhy?\nTwo', 3])
  const other = await draftOf('a.html', page(`<table>${row('Year', 'Sum')}${row('2021', '4000')}</table>`))
  expect(other.text).toBe('Year\tSum\n2021\t4000')
})

test('Otter’s layout is recognised; lines of preformatted text stay lines', async () => {
  const otter = [
    'Noor &nbsp;00:03',
    'How?',
    'Ana &nbsp;00:05',
    'So.',
    'Noor &nbsp;00:07',
    'Why?',
    'Ana &nbsp;00:09',
    'Yes.',
  ]
  const draft = await draftOf('a.html', page(otter.map((line) => `<p>${line}</p>`).join('')))
  expect(draft.turns.map((turn) => turn.time)).toEqual([3000, 5000, 7000, 9000])
  const typed = await draftOf('a.html', page('<pre>I: How?\nP: So.\nI: Why?\nP: Yes.</pre>'))
  expect(spoken(typed)).toEqual(['I: How?', 'P: So.', 'I: Why?', 'P: Yes.'])
})

test('pieces of pages are read where the name says so; prose that opens with a tag is not', async () => {
  expect((await draftOf('a.html', '<p>One<p>Two')).text).toBe('One\nTwo')
  expect((await draftOf('a.txt', '<p>One<p>Two')).format).toBe('txt')
  expect((await draftOf('a.xhtml', `<?xml version="1.0"?><!-- x -->${page('<p>One</p>')}`)).text).toBe('One')
})

test('pages cut off, empty or nested without end come in or end in a sentence, and do not hang', async () => {
  expect(await problemOf('a.html', page('<script>Ana: hello</script>'))).toBe(
    'This web page holds no text: check that it is the right one.',
  )
  expect((await draftOf('a.html', '<html><body><p>Hello <b')).text).toBe('Hello')
  for (const sign of ['<div>', '<b><span>', '<table><tr><td>', '<table>', '<!--', '<svg>', '&', '<p "']) {
    const outcome = await problemOf('a.html', `<html><body>Hello${sign.repeat(100_000)}`)
    expect(outcome).toMatch(/^came in$/)
  }
})
