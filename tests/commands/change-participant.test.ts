import { expect, test } from 'vitest'
import { whoSpeaks } from '../../shared/analysis/who-speaks.ts'
import {
  addParticipant,
  changeParticipant,
  mergeParticipants,
  removeParticipant,
  setConsentFor,
} from '../../shared/commands/change-participant.ts'
import { buildProject, countedId } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const making = () => makingBy(countedId<'coder'>(2))

const built = buildProject({
  audiences: ['public', 'funder'],
  participants: [
    { name: 'Noor', attributes: { region: 'Delta' }, consentFor: { public: 'paraphrase' } },
    {
      name: 'Noor B.',
      realName: 'N. Benali',
      consent: 'count',
      attributes: { region: 'Coast', role: 'Teacher' },
    },
  ],
  sources: [
    { name: 'Interview', turns: [['Noor', 'It slowed us.']] },
    { name: 'Session', turns: [['Noor B.', 'It slowed all of us.']] },
    { name: 'Letter', text: 'Dear all', participants: ['Noor', 'Noor B.'] },
  ],
})
const { project } = built
const noor = built.participant('Noor')
const other = built.participant('Noor B.')

function gestureOf(change: ReturnType<typeof addParticipant>) {
  if (!change.ok) throw new Error(change.problem)
  return change.gesture
}

test('a participant is added at the end and may be quoted', () => {
  const after = expectChange(project, gestureOf(addParticipant(project, ' Tove ', making())))
  const [added] = [...after.tables.participant.values()].filter((each) => each.pseudonym === 'Tove')
  expect(added).toMatchObject({ consent: 'quote' })
  expect((added?.order ?? '') > other.order).toBe(true)
})

test('a pseudonym names one person only', () => {
  expect(addParticipant(project, 'Noor', making())).toMatchObject({
    ok: false,
    problem: expect.stringContaining('merge them'),
  })
  expect(addParticipant(project, ' ', making()).ok).toBe(false)
  expect(changeParticipant(project, noor.id, { pseudonym: 'Noor B.' }).ok).toBe(false)
})

test('the name behind a pseudonym is set and taken away again', () => {
  const named = expectChange(project, gestureOf(changeParticipant(project, noor.id, { name: 'Noor Aziz' })))
  expect(named.tables.participant.get(noor.id)?.name).toBe('Noor Aziz')
  const bare = expectChange(named, gestureOf(changeParticipant(named, noor.id, { name: '' })))
  expect(bare.tables.participant.get(noor.id)).not.toHaveProperty('name')
})

test('saying what stands already is nothing to do', () => {
  expect(changeParticipant(project, noor.id, { consent: 'quote' })).toEqual({ ok: true, gesture: null })
  expect(setConsentFor(project, noor.id, 'public', 'paraphrase')).toBeNull()
})

test('consent differs for one audience and no longer', () => {
  const after = expectChange(project, setConsentFor(project, noor.id, 'funder', 'withdrawn'))
  expect(after.tables.participant.get(noor.id)?.consentFor).toEqual({
    public: 'paraphrase',
    funder: 'withdrawn',
  })
  const bare = expectChange(project, setConsentFor(project, noor.id, 'public', null))
  expect(bare.tables.participant.get(noor.id)).not.toHaveProperty('consentFor')
})

test('two participants who are one person keep all voices and the stricter consent', () => {
  const after = expectChange(project, mergeParticipants(project, noor.id, other.id))
  expect(after.tables.participant.get(other.id)).toBeUndefined()
  expect(after.tables.participant.get(noor.id)).toMatchObject({
    name: 'N. Benali',
    consent: 'count',
    consentFor: { public: 'count' },
    attributes: { region: 'Delta', role: 'Teacher' },
  })
  const session = built.source('Session')
  const passage = { source: session.id, content: session.content, ...built.span('Session', 'slowed all') }
  expect(whoSpeaks(after, passage).participants.map((each) => each.pseudonym)).toEqual(['Noor'])
  expect(after.tables.source.get(built.source('Letter').id)?.participants).toEqual([noor.id])
})

test('nobody is merged with themselves', () => {
  expect(mergeParticipants(project, noor.id, noor.id)).toBeNull()
})

test('a deleted participant leaves their voice to nobody', () => {
  const after = expectChange(project, removeParticipant(project, other.id))
  const [voice] = [...after.tables.speaker.values()].filter((each) => each.label === 'Noor B.')
  expect(voice).not.toHaveProperty('participant')
  expect(after.tables.source.get(built.source('Letter').id)?.participants).toEqual([noor.id])
})
