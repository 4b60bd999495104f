import { expect, test } from 'vitest'
import { readSource } from '../../shared/importers/read-source.ts'
import { bytesOf } from './read-file.ts'

test('nasty texts of any kind come in within seconds', async () => {
  const nasty = [
    ':',
    '[',
    '<v ',
    '*a ',
    '&amp',
    '{\\',
    ' ',
    '00:00 ',
    'A: \n',
    '-->',
    '(0:01',
    '_a',
    '\u200b',
  ].map((each) => each.repeat(Math.ceil(400_000 / each.length)))
  for (const text of nasty)
    for (const head of ['', 'WEBVTT\n\n00:01.000 --> 00:02.000\n', '# a\n\n# b\n\n**c** [d](http://e)\n']) {
      await readSource({ name: 'a.md', bytes: bytesOf(head + text) })
    }
}, 30_000)

test('eight megabytes of interviews come in with every turn', async () => {
  const turn =
    'Interviewer: So when the grant ended, what did you do with the people you had?\n\nMaria Lopez: We let them go, and it was hard, honestly, for everyone in the team.\n\n'
  const bytes = bytesOf(turn.repeat(Math.ceil(8_000_000 / turn.length)))
  const outcome = await readSource({ name: 'a.txt', bytes })
  expect(outcome.ok && outcome.draft.turns.length).toBe(Math.ceil(8_000_000 / turn.length) * 2)
})

const ROOTS = ['ANNOTATION_DOCUMENT', 'basic-transcription', 'Trans', 'TEI']

test('100,000 elements deep, or entities that multiply, end in a sentence at once', async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 90 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('\n')}]>`
  for (const root of ROOTS) {
    const deep = await readSource({ name: 'a', bytes: bytesOf(`<${root}>${'<u>'.repeat(100_000)}`) })
    expect(deep.ok ? '' : deep.problem).toContain('nested too deeply')
    const entities = await readSource({ name: 'a', bytes: bytesOf(`${bomb}<${root}><u>&a90;</u></${root}>`) })
    expect(entities.ok ? '' : entities.problem).toContain('defines entities of its own')
  }
})

test('large and nasty files come in or are turned away within seconds', async () => {
  const many = (text: string, size = 1_000_000): string => text.repeat(Math.ceil(size / text.length))
  const grid = 'File type = "ooTextFile"\n"TextGrid"\n0\n9\n<exists>\n'
  const chat = '@UTF8\n@Begin\n*A:\t'
  const cases = [
    ...[
      '[',
      '<',
      '&',
      '&-a',
      '+',
      '+<',
      'a:',
      '(a',
      '\u00151_2',
      '[=! ',
      '0a ',
      ' ‡',
      'a@',
      '&=',
      '_a',
      '\n\t',
      '\n*A:\ta',
    ].map((each) => chat + many(each)),
    ...['"', '""', '"a" ', '1 ', '! ', '<a> ', '"IntervalTier" "x" 0 9 1 0 9 "so it is" '].map(
      (each) => `${grid}999999\n${many(each)}`,
    ),
    `${grid}1\n"IntervalTier"\n"x"\n0\n9\n1e9\n${many('0 1 "a b" ')}`,
    `<TEI><timeline>${Array.from({ length: 30_000 }, (_, i) => `<when xml:id="T${i}" interval="1" since="#T${i + 1}"/>`).join('')}</timeline><u>so</u></TEI>`,
    `<TEI><u>${many('<w>a</w><pc>.</pc><pause/><anchor synch="#T1"/>')}</u></TEI>`,
    `<Trans><Turn speaker="${many('a ', 100_000)}">${many('<Who nb="3"/>a<Sync time="1"/>')}</Turn></Trans>`,
    `<basic-transcription>${many('<tli id="a" time="1"/><tier id="b" type="t"><event start="a" end="a">x </event></tier>')}</basic-transcription>`,
    `<ANNOTATION_DOCUMENT>${many('<TIER TIER_ID="a"><ALIGNABLE_ANNOTATION ANNOTATION_ID="a"><ANNOTATION_VALUE>1</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></TIER>')}</ANNOTATION_DOCUMENT>`,
    `<TEI a="${many('&lt;')}"><u who="${many('#a ')}">${many('&amp;')}</u></TEI>`,
    `<!--${many('-')}`,
    many('<!---->'),
    many('<?x?>'),
    many('a 1 b 1 2 c\n'),
    `<transcript><content content="${many('#00:00:01-1# ')}"/></transcript>`,
    `<transcript><content>&lt;p${many('&lt;')}</content></transcript>`,
  ]
  for (const text of cases) {
    const outcome = await readSource({ name: 'a', bytes: bytesOf(text) })
    if (outcome.ok) expect(unsoundQuick(outcome.draft.text)).toBe(false)
  }
}, 120_000)

function unsoundQuick(text: string): boolean {
  return !text.isWellFormed() || /[\r\u2028\u2029]/.test(text)
}

const json = (value: unknown): string => JSON.stringify(value)
const FIVE_MEGABYTES = 5_000_000
const repeated = (piece: string): string => piece.repeat(Math.ceil(FIVE_MEGABYTES / piece.length))

const nasty: readonly (readonly [string, string])[] = [
  ['deep lists', `${'['.repeat(FIVE_MEGABYTES / 2)}${']'.repeat(FIVE_MEGABYTES / 2)}`],
  ['deep objects', `{"segments":${'{"a":'.repeat(700_000)}1${'}'.repeat(700_000)}}`],
  ['deep and cut off', `{"segments":${'[{"words":'.repeat(500_000)}`],
  [
    'many segments',
    `{"segments":[${repeated('{"start":NaN,"end":-Infinity,"text":" a b"},')}{"start":1e999,"text":"x"}]}`,
  ],
  [
    'a speaker each',
    `{"utterances":[${Array.from({ length: 90_000 }, (_, i) => `{"speaker":"P ${i}","text":"a","start":${i}}`).join()}]}`,
  ],
  [
    'endless words',
    `{"results":{"items":[${repeated('{"type":"punctuation","alternatives":[{"content":"."}]},')}1],"transcripts":[]}}`,
  ],
  ['one endless text', json({ segments: [{ start: 0, end: 1, text: repeated('a: ') }] })],
  ['one endless label', json({ utterances: [{ speaker: repeated('a :'), text: 'x', start: 0 }] })],
  ['quotes never closed', json({ text: repeated('<a ">"'), media: 'x' })],
  ['tags never closed', json({ text: repeated('<p '), media: 'x' })],
  ['marks without end', json({ text: repeated('<span data-timestamp="1">'), media: 'x' })],
  ['anchors without end', `<html><body><p>${repeated('<a name="ts_1_2_S0">S0: //')}`],
  ['scripts without end', `<html><body><p><a name="ts_1_2_S0">${repeated('<script>')}`],
  ['one line of times', `[00:01.00]a\n[00:02.00]${repeated('[00:03.00]')}b`],
  ['InqScribe marks', `app=InqScribe\ntext=${repeated('[00:00:01.00]')}a`],
  ['InqScribe brackets', `app=InqScribe\ntext=a${repeated('[(')}`],
  ['quoted chat', `00:00:01\tA:\t${repeated('Replying to "')}\n`],
  ['chat of names', repeated('00:00:01 From a to b to \n')],
  ['rows without cells', `start\tend\ttext\n${repeated('\t')}`],
]

for (const [what, content] of nasty) {
  // What does not come to an end runs into the limit on tests.
  test(`five megabytes of ${what} come in or are turned away with a sentence`, async () => {
    const outcome = await readSource({ name: 'a', bytes: bytesOf(content) })
    if (outcome.ok) expect(unsoundQuick(outcome.draft.text)).toBe(false)
    else expect(outcome.problem).toMatch(/^\P{Ll}.{15,420}\.$/su)
  })
}
