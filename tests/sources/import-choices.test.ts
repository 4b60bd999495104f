import { expect, test } from 'vitest'
import { bringIn, type ChosenFile } from '../../renderer/features/sources/bring-in.ts'
import {
  decide,
  type FileChoice,
  kindOf,
  markSpeaker,
  mergeLabel,
  newChoice,
  readAnew,
  setRole,
  toBringIn,
  twinOf,
  voiceOf,
} from '../../renderer/features/sources/import-choices.ts'
import { sampleLines } from '../../renderer/features/sources/sample-text.ts'
import { attributesOf } from '../../shared/commands/attributes.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import { turnsOf } from '../../shared/model/project.ts'
import { buildProject, countedId, standInHash } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const interview = `Date: 2025-03-12
Interviewed by: Hanneke Roos

Interviewer: What gets in the way?
Noor: Money. Mostly money, and then the forms that come with it.
Interviewer: Has any of that been overcome?
Noor: Once, by leaving the forms out.
Interviewer: How did that go?
Noor: It went well for a year.
`
const round = `Teo: Who would like to begin with what happened here?
Kamal: I will, since I was there. We had nothing to begin with.
Ilse: And then we had far too much of it, all at once.
Josefa: My father built boats, so we always had boats.
`
const group = round.repeat(4)

const { project } = buildProject({ participants: ['Noor'] })
const making = makingBy(countedId<'coder'>(2))

async function choose(name: string, text: string, before: readonly FileChoice[] = []): Promise<FileChoice> {
  const bytes = new TextEncoder().encode(text)
  const hash = standInHash(text)
  return newChoice({ name, bytes }, hash, await readSource({ name, bytes }), twinOf(project, before, hash))
}

function draftOf(choice: FileChoice) {
  if (!choice.draft) throw new Error('The file could not be read')
  return choice.draft
}

function kept(choices: readonly FileChoice[]): ChosenFile[] {
  return toBringIn(choices).map((choice) => ({ ...choice, content: standInHash(choice.draft.text) }))
}

test('two voices make an interview, three participants a group, none a document', async () => {
  expect(kindOf(await choose('a.txt', interview))).toBe('interview')
  expect(kindOf(await choose('b.txt', group))).toBe('group')
  expect(kindOf(await choose('c.txt', 'A letter about the river. It says little.'))).toBe('document')
  expect(kindOf({ ...(await choose('b.txt', group)), kind: 'survey' })).toBe('survey')
})

test('a label that is a pseudonym is that participant, another is somebody new', async () => {
  const noor = [...project.tables.participant.values()][0]
  expect(voiceOf(project, await choose('a.txt', interview), 'Noor')).toEqual({
    kind: 'known',
    participant: noor?.id,
  })
  expect(voiceOf(project, await choose('b.txt', group), 'Kamal')).toEqual({ kind: 'new', pseudonym: 'Kamal' })
})

test('a label that says only the role is another person in each file', async () => {
  const choice = await choose('Interview 03.txt', interview.replaceAll('Noor:', 'Participant:'))
  expect(voiceOf(project, choice, 'Participant')).toEqual({
    kind: 'new',
    pseudonym: 'Participant (Interview 03)',
  })
})

test('labels are merged, taken apart again, dropped and given roles', async () => {
  const choice = await choose('b.txt', group)
  const labels = (each: FileChoice) => draftOf(each).speakers.map((speaker) => speaker.label)
  const merged = mergeLabel(choice, 'Ilse', 'Kamal')
  expect(labels(merged)).not.toContain('Ilse')
  expect(kindOf(merged)).toBe('interview')
  expect(labels(mergeLabel(merged, 'Ilse', null))).toEqual(labels(choice))
  expect(labels(markSpeaker(choice, 'Josefa', false))).not.toContain('Josefa')
  expect(labels(markSpeaker(markSpeaker(choice, 'Josefa', false), 'Josefa', true))).toEqual(labels(choice))
  const heard = setRole(choice, 'Kamal', 'interviewer')
  expect(draftOf(heard).speakers.find((speaker) => speaker.label === 'Kamal')?.role).toBe('interviewer')
})

test('the same file twice is noticed and unticked with the reason', async () => {
  const first = await choose('a.txt', interview)
  const second = await choose('copy.txt', interview, [first])
  expect(second).toMatchObject({ ticked: false, twin: 'The same file as a.txt, above.' })
  const start = kept([first])
  const after = expectChange(project, bringIn(project, start, making).gesture)
  expect(twinOf(after, [], first.hash)).toBe('The same file is already in the project as “a”.')
})

test('a file that cannot be read is never ticked and keeps its sentence', async () => {
  const bad = await choose('scan.pdf', '%PDF-1.7 and so on')
  expect(bad).toMatchObject({ ticked: false, draft: null, outcome: { ok: false } })
  expect(toBringIn([bad, await choose('a.txt', interview)])).toHaveLength(1)
  expect(decide(bad, { name: 'x' })).toBe(bad)
})

test('reading in another encoding starts decisions about labels over and keeps the name', async () => {
  const choice = decide(mergeLabel(await choose('b.txt', group), 'Ilse', 'Kamal'), { name: 'Boathouse' })
  const again = readAnew(choice, choice.outcome)
  expect(draftOf(again).name).toBe('Boathouse')
  expect(draftOf(again).speakers.map((speaker) => speaker.label)).toContain('Ilse')
})

test('files come in as one change: sources, turns, new people once, known people linked, facts as attributes', async () => {
  const choices = [
    await choose('Interview 1.txt', interview),
    await choose('Session.txt', group),
    await choose(
      'Interview 2.txt',
      interview.replaceAll('Noor', 'Kamal').replace('2025-03-12', '14 March 2025'),
    ),
  ]
  const { gesture, contents, originals } = bringIn(project, kept(choices), makingBy(countedId<'coder'>(2)))
  expect(gesture.label).toBe('Import 3 sources')
  expect(contents).toHaveLength(3)
  expect(originals.map((file) => file.name)).toEqual(['Interview 1.txt', 'Session.txt', 'Interview 2.txt'])
  const after = expectChange(project, gesture)
  const people = [...after.tables.participant.values()].map((person) => person.pseudonym)
  expect(people.sort()).toEqual(['Ilse', 'Josefa', 'Kamal', 'Noor'])
  const [date, interviewer] = attributesOf(after, 'source')
  expect([date?.name, interviewer?.name]).toEqual(['Date', 'Interviewer'])
  const sources = [...after.tables.source.values()]
  expect(sources.map((source) => source.attributes?.[date?.id ?? ''])).toEqual([
    '2025-03-12',
    undefined,
    '2025-03-14',
  ])
  expect(sources.every((source) => turnsOf(after, source.id).length > 0)).toBe(true)
})

test('a new pseudonym chosen in the preview is the one that comes in', async () => {
  const choice = await choose('b.txt', group)
  const named = { ...choice, voices: { Kamal: { kind: 'new', pseudonym: 'P05' } } } as const
  const after = expectChange(
    project,
    bringIn(project, kept([named]), makingBy(countedId<'coder'>(2))).gesture,
  )
  const kamal = [...after.tables.speaker.values()].find((speaker) => speaker.label === 'Kamal')
  expect(after.tables.participant.get(kamal?.participant ?? '')?.pseudonym).toBe('P05')
})

test('the sample shows the text before the first turn and then the turns with their labels', async () => {
  const lines = sampleLines(draftOf(await choose('a.txt', interview)))
  expect(lines.slice(0, 4).map(({ kind, speaker, words }) => [kind, speaker, words])).toEqual([
    ['text', null, 'Date: 2025-03-12'],
    ['text', null, 'Interviewed by: Hanneke Roos'],
    ['turn', 'Interviewer', 'What gets in the way?'],
    ['turn', 'Noor', 'Money. Mostly money, and then the forms that come with it.'],
  ])
  expect(sampleLines(draftOf(await choose('a.txt', interview)), 3)).toHaveLength(3)
})

test('a sample of a long text without turns ends soon', async () => {
  const lines = sampleLines(draftOf(await choose('c.txt', 'One line of a long letter.\n'.repeat(4000))))
  expect(lines.length).toBeLessThanOrEqual(40)
})

test('an encoding that was left can be chosen again', async () => {
  const bytes = Uint8Array.from(
    [...'Noor: K', 0xf6, ...'ln und ', 0xfc, ...'berall.'].map((each) =>
      typeof each === 'number' ? each : each.charCodeAt(0),
    ),
  )
  const choice = newChoice(
    { name: 'a.txt', bytes },
    standInHash('a'),
    await readSource({ name: 'a.txt', bytes }),
    null,
  )
  const first = draftOf(choice).encoding
  const other = first?.candidates.find((each) => each.name !== first.name)?.name ?? ''
  const again = readAnew(choice, await readSource({ name: 'a.txt', bytes }, { encoding: other }))
  expect(draftOf(again).encoding?.name).toBe(other)
  expect(draftOf(again).encoding?.candidates.map((each) => each.name)).toContain(first?.name)
})
