import { expect, test } from 'vitest'
import { docx, paragraph } from '../support/docx-fixture.ts'
import { draftOf, report, roles, spoken } from './read-file.ts'

/** Layouts in which services that transcribe write their text exports, each with the same talk. */
const layouts: readonly (readonly [string, (name: string, clock: string, words: string) => string])[] = [
  ['Descript, time in brackets before the name', (name, clock, words) => `[${clock}] ${name}: ${words}\n\n`],
  ['Descript, bold name in Markdown', (name, clock, words) => `**${name}:** [${clock}] ${words}\n\n`],
  [
    'Trint, name with the time in round brackets above',
    (name, clock, words) => `${name} (${clock})\n${words}\n\n`,
  ],
  [
    'Trint, name and time in square brackets above',
    (name, clock, words) => `${name} [${clock}]\n${words}\n\n`,
  ],
  ['Trint, time above the name', (name, clock, words) => `[${clock}]\n${name}: ${words}\n\n`],
  ['Sonix, time behind the name’s colon', (name, clock, words) => `${name}: [${clock}] ${words}\n\n`],
  ['Sonix, name and time on one line', (name, clock, words) => `${name} [${clock}]: ${words}\n\n`],
  [
    'Happy Scribe, time, stroke and name above',
    (name, clock, words) => `[${clock}.450] - ${name}\n${words}\n\n`,
  ],
  ['Happy Scribe without fractions', (name, clock, words) => `[${clock}] - ${name}\n${words}\n\n`],
  ['Happy Scribe, name and bare time above', (name, clock, words) => `${name}  ${clock}\n${words}\n\n`],
]

const talk = [
  ['Speaker 1', '00:00:02', 'How did you find the place?'],
  ['Ana Silva', '00:00:07', 'By chance, really. I was looking for work.'],
  ['Speaker 1', '00:00:15', 'And then you stayed?'],
  ['Ana Silva', '00:00:18', 'I did, for six years.'],
  ['Speaker 1', '00:01:02', 'What made you stay?'],
  ['Ana Silva', '00:01:05', 'The people, mostly.'],
] as const

for (const [layout, write] of layouts) {
  test(`${layout}: voices, words and times are found`, async () => {
    const text = talk.map(([name, clock, words]) => write(name, clock, words)).join('')
    const draft = await draftOf(layout.includes('Markdown') ? 'a.md' : 'a.txt', text)
    expect(draft.turnsAre).toBe('recognised')
    expect(spoken(draft)).toEqual(talk.map(([name, , words]) => `${name}: ${words}`))
    expect(draft.turns.map((turn) => Math.floor((turn.time ?? -1000) / 1000))).toEqual([2, 7, 15, 18, 62, 65])
  })
}

test('a list of chapters with times is no talk', async () => {
  const list = ['Introduction', 'Funding', 'Staff', 'What Comes Next', 'Closing', 'Credits']
  const draft = await draftOf(
    'a.txt',
    `${list.map((each, i) => `[00:0${i}:00] - ${each}\n`).join('')}\nA talk about years of work.`,
  )
  expect(draft.turns).toEqual([])
})

test('Google Meet: the times that stand alone every few minutes are the next turn’s, its own lines are left out', async () => {
  const meet = `# Garden call - Transcript

### Attendees

Noor Haddad, Jonas Berg

### 00:00:00

**Noor Haddad:** Can you hear me?  
**Jonas Berg:** Yes.  
**Noor Haddad:** Good, so how did it  
**Jonas Berg:** Mhm.  

### 00:05:12

**Noor Haddad:** begin?  
**Jonas Berg:** In the old orchard.  

### Transcription ended after 00:07:43

*This editable transcript was computer generated and might contain errors.*
`
  const plain = meet.replace(/\*|#+ | {2}$/gm, '')
  const word = docx(
    plain
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => paragraph(line, /^\d\d:/.test(line) ? 'Heading3' : undefined))
      .join(''),
  )
  for (const [name, content] of [
    ['m.md', meet],
    ['m.txt', plain],
    ['m.docx', word],
  ] as const) {
    const draft = await draftOf(name, content)
    expect(roles(draft)).toEqual(['Noor Haddad interviewer 3', 'Jonas Berg participant 3'])
    expect(draft.turns.map((turn) => turn.time)).toEqual([0, null, null, null, 312_000, null])
    expect(spoken(draft)[5]).toBe('Jonas Berg: In the old orchard.')
    expect(report(draft)).toContain('2 lines of the transcription service left out')
  }
})
