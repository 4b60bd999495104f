import { expect, test } from 'vitest'
import { draftOf, problemOf, report, roles, spoken, unsound } from './read-file.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const rtf = (body: string, head = ''): Uint8Array => latin(`{\\rtf1\\ansi\\ansicpg1252\\deff0${head}${body}}`)

test('names before colons are turns, whatever the file is called; headings are blocks; facts are attributes', async () => {
  const draft = await draftOf(
    'Talk.doc',
    rtf(
      '{\\pard\\outlinelevel0 The beginning\\par}\\pard Interviewer: How\r\n was it?\\par\n{\\b P07:} Good \\{fine\\}.\\par\\par It ended.\\par Interviewer: Why?\\line Really?\\par P07:\\tab Money.',
      '{\\info{\\title Third talk}{\\author Noor}{\\creatim\\yr2024}}{\\stylesheet{\\s1 heading 1;}}{\\*\\generator Some}',
    ),
  )
  expect(draft.text).toBe(
    'The beginning\nInterviewer: How was it?\nP07: Good {fine}.\nIt ended.\nInterviewer: Why?\nReally?\nP07:\tMoney.',
  )
  expect(spoken(draft)[1]).toBe('P07: Good {fine}. / It ended.')
  expect(draft.blocks.map((block) => draft.text.slice(block.start, block.end))).toEqual(['The beginning'])
  expect(draft.attributes).toMatchObject({ Title: 'Third talk', Author: 'Noor' })
  expect(roles(draft)).toEqual(['Interviewer interviewer 2', 'P07 participant 2'])
  expect([draft.format, draft.layout, draft.units]).toEqual(['rtf', 'Transcript with names (RTF)', 6])
  expect(unsound(draft)).toEqual([])
})

test('bytes are read by the code page of their font, two-byte letters together', async () => {
  const fonts =
    '{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}{\\f1\\fswiss\\fcharset204{\\*\\panose 02}Arial Cyr;}{\\f2\\fcharset128 MS;}{\\f3\\fcharset2 Symbol;}{\\f4\\fcharset177 David;}}'
  const draft = await draftOf(
    'a.rtf',
    rtf(
      "caf\\'e9 {\\f1\\'cf\\'f0\\'e8\\'e2\\'e5\\'f2} \\'e9\\par{\\dbch\\f2 \\'93\\'fa\\'83A}\\par{\\f3\\'b7} {\\rtlch\\fcs1\\af4\\ltrch\\fcs0\\rtlch \\'f9\\'ec} end",
      fonts,
    ),
  )
  expect(draft.text).toBe('café Привет é\n日ア\n• של end')
  const russian = await draftOf('a.rtf', latin("{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0\\'e8}"))
  expect(russian.text).toBe('При')
  const raw = await draftOf('a.rtf', new TextEncoder().encode('{\\rtf1\\ansi naïve 日本}'))
  expect(raw.text).toBe('naïve 日本')
  const dos = await draftOf('a.rtf', latin("{\\rtf1\\pc caf\\'82}"))
  expect(report(dos)[0]).toMatch(/^1 code page Loam does not know/)
})

test('Unicode signs come with what stands in for them passed over', async () => {
  const draft = await draftOf(
    'a.rtf',
    rtf(
      "\\u233\\'e9t\\u233 ?{\\uc0\\u-10179\\u-9022}!\\uc2 \\u26085\\'93\\'fax {\\u8364 }y \\u8220 \\'93\\'93z\\u-10179 ??",
    ),
  )
  expect(draft.text).toBe('été📂!日x €y “z\uFFFD')
  expect(report(draft)).toEqual(['1 place that could not be read, marked with �'])
})

test('what is no text is counted: pictures, notes, comments, deletions, headers, text boxes, list numbers', async () => {
  const draft = await draftOf(
    'a.rtf',
    rtf(
      '{\\header Page {\\pict ff}}Kept{\\footnote {\\chftn} Look {\\i there}}{\\deleted gone {\\b too}} words{\\*\\atnid N}{\\*\\annotation Ask}{\\*\\shppict{\\pict\\pngblip 89504e47}}{\\nonshppict{\\pict\\wmetafile8 01}}{\\shp{\\*\\shpinst{\\shptxt Aside\\par}}}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt  linked}}\\par{\\listtext 1.\\tab}Item{\\*\\unheard of {\\it}}\\bin3 }}}\\par{\\pict\\bin4 {{{{}',
    ),
  )
  expect(draft.text).toBe('Kept words linked\nItem')
  expect(report(draft)).toEqual([
    '2 pictures left out',
    '1 footnote or endnote left out',
    '1 comment in the margin left out',
    '1 tracked deletion left out',
    '1 text box left out',
    '1 list number or bullet left out',
    '1 page header or footer left out',
  ])
})

test('bold labels, Otter’s layout and tables with a speaker column are recognised as in Word documents', async () => {
  const bold = '{\\b Noor} How was it?\\par \\b Ana\\b0  Fine, I think.\\par '
  expect(spoken(await draftOf('a.rtf', rtf(bold.repeat(3)))).slice(0, 2)).toEqual([
    'Noor: How was it?',
    'Ana: Fine, I think.',
  ])
  const otter = ['Noor  00:03', 'How?', 'Ana  00:05', 'So.', 'Noor  00:07', 'Why?', 'Ana  00:09', 'Because.']
  const heard = await draftOf('a.rtf', rtf(otter.map((line) => `\\pard ${line}\\par`).join('\n')))
  expect([heard.layout, heard.turns.length]).toEqual(['Otter transcript (RTF)', 4])
  const row = (...cells: readonly string[]): string =>
    `\\trowd\\cellx900\\cellx1800 \\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row\n`
  const table = await draftOf(
    'a.rtf',
    rtf(
      `Place: Lyon\\par ${row('Time', 'Speaker', 'Text')}${row('0:01', 'Noor', 'How was it?')}${row('0:05', 'Ana', 'Fine.\\par Really.')}${row('0:09', 'Noor', 'Why?')}\\pard After`,
    ),
  )
  expect(table.text).toBe('Place: Lyon\nHow was it?\nFine.\nReally.\nWhy?\nAfter')
  expect(spoken(table)).toEqual(['Noor: How was it?', 'Ana: Fine. / Really.', 'Noor: Why?'])
  expect([table.turnsAre, table.turns[1]?.time]).toEqual(['stated', 5000])
})

test('documents that are cut off, empty or nested too deeply end in a sentence', async () => {
  expect(await problemOf('a.rtf', latin('{\\rtf1\\ansi Hello {\\b there'))).toMatch(
    /^This RTF document is cut off or damaged/,
  )
  expect(await problemOf('a.rtf', latin('{\\rtf'))).toMatch(/^This RTF document is cut off/)
  expect(await problemOf('a.rtf', rtf(''))).toBe(
    'This RTF document holds no text: check that it is the right one.',
  )
  expect(await problemOf('a.rtf', rtf('{\\pict 00}'))).toMatch(/only pictures/)
  expect(await problemOf('a.rtf', latin(`{\\rtf1 ${'{'.repeat(500_000)}`))).toMatch(/nested too deeply/)
  expect(await problemOf('a.rtf', rtf('a\\bin99999999999 b'))).toMatch(/cut off/)
  expect((await draftOf('a.rtf', rtf(`x}}}}}${"\\'"}${'\\'}`))).text).toMatch(/^x/)
})
