import { expect, test } from 'vitest'
import { adjustDraft } from '../../shared/importers/adjust-draft.ts'
import { draftOf, report, spoken } from './read-file.ts'

const hebrew = `start,stop,speaker,טקסט,English Translation
0,2100,1,מה עוצר אתכם באמת בעבודה הזאת?,What really stops you in this work?
2100,9000,2,אף אחד לא משלם על השנה הראשונה.,Nobody pays for the first year.
9000,12000,2,וזה הכול בעצם.,"And that is all, really."
12000,13000,1,ואז מה קורה?,
`

test('a column of translations stands at the turns of its rows, and is no longer left out', async () => {
  const draft = await draftOf('talk.csv', hebrew)
  expect(spoken(draft)).toEqual([
    'Speaker 1: מה עוצר אתכם באמת בעבודה הזאת?',
    'Speaker 2: אף אחד לא משלם על השנה הראשונה. וזה הכול בעצם.',
    'Speaker 1: ואז מה קורה?',
  ])
  expect(draft.translations).toEqual([
    {
      name: 'English',
      stretches: [
        { at: 0, text: 'What really stops you in this work?' },
        { at: draft.turns[1]?.start, text: 'Nobody pays for the first year. And that is all, really.' },
      ],
    },
  ])
  expect(report(draft)).toEqual([])
})

test('of columns named after languages the first is the text, the others translate it; words count once', async () => {
  const two =
    'speaker,Deutsch,English\nA,Das ist alles was ich weiß,That is all I know about it here\nB,Mehr weiß auch ich nicht,I know no more than that myself\nA,Dann ist es so und bleibt,Then it is so and stays that way\nB,Ja so ist es wohl,Yes so it seems to be after all\n'
  const draft = await draftOf('talk.csv', two)
  expect(spoken(draft)[0]).toBe('Speaker A: Das ist alles was ich weiß')
  expect(draft.words).toBe(22)
  expect(draft.translations?.map(({ name, stretches }) => [name, stretches.length])).toEqual([['English', 4]])
})

test('a column of notes, or of a single language, is no translation', async () => {
  const notes =
    'speaker,text,comment\nA,Das ist alles,He looks away\nB,Mehr weiß ich nicht,She laughs\nA,Gut,Pause\n'
  expect((await draftOf('talk.csv', notes)).translations).toBeUndefined()
  const one =
    'speaker,start,English\nA,0:01,That is all I know\nB,0:05,I know no more\nA,0:09,Then it is so\n'
  const draft = await draftOf('talk.csv', one)
  expect([draft.translations, draft.turns.length]).toEqual([undefined, 3])
})

test('translations move along when a label becomes text again', async () => {
  const draft = await draftOf('talk.csv', hebrew)
  const decided = adjustDraft(draft, {
    notSpeakers: ['Speaker 1'],
    merges: {},
    roles: {},
    takeSuggested: false,
  })
  const [first, second] = decided.translations?.[0]?.stretches ?? []
  expect(first?.at).toBe(0)
  expect(decided.text.slice(second?.at)).toMatch(/^אף אחד/)
})
