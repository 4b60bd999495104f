import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSource } from '../../shared/importers/read-source.ts'
import { bytesOf, unsound } from './read-file.ts'

const fixtures: Readonly<Record<string, string>> = {
  'a.eaf': `<?xml version="1.0" encoding="UTF-8"?><ANNOTATION_DOCUMENT AUTHOR="N"><HEADER TIME_UNITS="milliseconds"/><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="t1" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="t2"/><TIME_SLOT TIME_SLOT_ID="t3" TIME_VALUE="900"/></TIME_ORDER><TIER TIER_ID="A" PARTICIPANT="Ana"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="t1" TIME_SLOT_REF2="t2"><ANNOTATION_VALUE>Wie wár’s?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER><TIER TIER_ID="B" PARENT_REF="A"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a2" ANNOTATION_REF="a1"><ANNOTATION_VALUE>How?</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>`,
  'a.exb': `<?xml version="1.0"?><basic-transcription><head><meta-information><transcription-convention>HIAT</transcription-convention></meta-information><speakertable><speaker id="S"><abbreviation>AN</abbreviation></speaker></speakertable></head><basic-body><common-timeline><tli id="T0" time="0"/><tli id="T1"/><tli id="T2" time="2.5"/></common-timeline><tier id="x" speaker="S" category="v" type="t"><event start="T0" end="T1">Sö wa</event><event start="T1" end="T2">s es. </event></tier><tier id="y" type="a"><event start="T0" end="T1">a</event></tier></basic-body></basic-transcription>`,
  'a.trs': `<?xml version="1.0"?><!DOCTYPE Trans SYSTEM "trans-14.dtd"><Trans scribe="N"><Topics><Topic id="t" desc="One"/></Topics><Speakers><Speaker id="s1" name="Ana"/></Speakers><Episode><Section topic="t"><Turn speaker="s1 s2" startTime="0" endTime="3"><Sync time="0"/>Sö <Event desc="laugh" type="noise" extent="begin"/><Who nb="1"/>ja<Sync time="2"/><Who nb="2"/>nein</Turn></Section></Episode></Trans>`,
  'a.TextGrid': `File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0 \nxmax = 9 \ntiers? <exists> \nsize = 2 \nitem []: \n    item [1]:\n class = "IntervalTier" \n name = "Ana" \n xmin = 0 \n xmax = 9 \n intervals: size = 2 \n intervals [1]:\n xmin = 0 \n xmax = 4 \n text = "sö ""war"" es" \n intervals [2]:\n xmin = 4 \n xmax = 9 \n text = "" \n item [2]:\n class = "TextTier" \n name = "p" \n xmin = 0 \n xmax = 9 \n points: size = 1 \n points [1]:\n number = 1 \n mark = "x" \n`,
  'a.cha': `@UTF8\n@Begin\n@Participants:\tPAR Ana Participant, INV Investigator\n*INV:\thow <is> [//] was (i)t &-uh &=laughs ? \u00151_200\u0015\n%mor:\tx\n*PAR:\tsö [=! low] 0it\n\tgo:od +... \u0015300_900\u0015\n@End\n`,
  'a.stm': ';; c\nday 1 Noor 0 1.5 <o,f0,female> wie wár es\nday 1 Ana 2 3.25 so\ntwo 1 Ana 0 1 inter\n',
  'a.xml': `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><person xml:id="A"><persName>Ana</persName></person></teiHeader><text><timeline unit="s"><when xml:id="T0"/><when xml:id="T1" interval="1.5" since="#T0"/></timeline><body><head>One</head><u who="#A" start="#T0" end="#T1"><w>sö</w><pc>,</pc> <anchor synch="#T1"/>ja<pause dur="PT1S"/></u><incident><desc>door</desc></incident><note>n</note></body></text></TEI>`,
  'a.f4x':
    '<transcript><content content="I: Wie wár es? #00:00:05-3#&#10;B: Gut. #00:00:09-0#&#10;I: Und? #00:00:11-0#&#10;B: So. #00:00:12-0#"/></transcript>',
}

for (const [name, content] of Object.entries(fixtures)) {
  const bytes = bytesOf(content)
  test(`${name} comes in sound as it stands, and its format is told by content alone`, async () => {
    const formats = await Promise.all(
      [name, 'a.txt', 'a.docx', 'a'].map((each) => readSource({ name: each, bytes })),
    )
    for (const outcome of formats) {
      if (!outcome.ok) throw new Error(outcome.problem)
      expect(unsound(outcome.draft)).toEqual([])
      expect(outcome.draft.turns.length).toBeGreaterThan(0)
      expect(outcome.draft.format).toBe(name === 'a.xml' ? 'tei' : name.slice(2).toLowerCase())
    }
  })

  test(`however ${name} is cut or its bits turned, it comes in sound or with a sentence`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length),
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(7)), { maxLength: 12 }),
        fc.boolean(),
        async (cut, flips, whole) => {
          const changed = bytes.slice(0, whole ? bytes.length : cut)
          for (const [at, bit] of flips)
            if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << bit)
          const outcome = await readSource({ name, bytes: changed })
          if (outcome.ok) expect(unsound(outcome.draft)).toEqual([])
          else expect(outcome.problem).toMatch(/^\P{Ll}.{15,420}\.$/su)
        },
      ),
      { numRuns: 150 },
    )
  })
}

test('codes, tags and marks in any order come in sound or with a sentence', async () => {
  const piece = fc.constantFrom(
    ...Object.values(fixtures).flatMap((content) =>
      content.split(/(?<=[>\n])|(?= )/).filter((part) => part !== ''),
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('', ...Object.values(fixtures).map((content) => content.slice(0, 60))),
      fc.array(piece, { maxLength: 80 }),
      async (head, pieces) => {
        const outcome = await readSource({ name: 'a', bytes: bytesOf(head + pieces.join('')) })
        if (outcome.ok) expect(unsound(outcome.draft)).toEqual([])
        else expect(outcome.problem).toMatch(/^\P{Ll}.{15,420}\.$/su)
      },
    ),
    { numRuns: 500 },
  )
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
    const started = performance.now()
    const outcome = await readSource({ name: 'a', bytes: bytesOf(text) })
    if (outcome.ok) expect(unsoundQuick(outcome.draft.text)).toBe(false)
    // A shared machine may be some times slower than a free one.
    expect([text.slice(0, 80), performance.now() - started < 6000]).toEqual([text.slice(0, 80), true])
  }
}, 120_000)

function unsoundQuick(text: string): boolean {
  return !text.isWellFormed() || /[\r\u2028\u2029]/.test(text)
}
