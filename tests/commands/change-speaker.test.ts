import { expect, test } from 'vitest'
import {
  changeSpeakerRole,
  setSpeakerParticipant,
  speakerIsNew,
} from '../../shared/commands/change-speaker.ts'
import { joinLabels } from '../../shared/commands/join-labels.ts'
import { turnsOf } from '../../shared/model/project.ts'
import { buildProject, countedId } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const making = () => makingBy(countedId<'coder'>(2))

const built = buildProject({
  participants: ['Noor', 'Ilse'],
  sources: [
    {
      name: 'One',
      turns: [
        ['Int', 'Why?'],
        ['Noor', 'Because.'],
        ['Noor.', 'And so on.'],
        ['Speaker 3', 'Hm.'],
      ],
    },
    { name: 'Two', turns: [['Ilse', 'Yes.']] },
  ],
})
const { project } = built

function speaker(label: string) {
  const found = [...project.tables.speaker.values()].find((each) => each.label === label)
  if (!found) throw new Error(`Nobody is labelled ${label}`)
  return found
}

test('an unknown voice that turns out to take part becomes a new participant', () => {
  const { id } = speaker('Speaker 3')
  const after = expectChange(project, changeSpeakerRole(project, id, 'participant', making()))
  const person = after.tables.participant.get(after.tables.speaker.get(id)?.participant ?? '')
  expect(person).toMatchObject({ pseudonym: 'Speaker 3', consent: 'quote' })
})

test('a label that is a pseudonym becomes that participant again', () => {
  const { id } = speaker('Noor')
  const asked = expectChange(project, changeSpeakerRole(project, id, 'interviewer', making()))
  expect(asked.tables.speaker.get(id)).not.toHaveProperty('participant')
  const back = expectChange(asked, changeSpeakerRole(asked, id, 'participant', making()))
  expect(back.tables.speaker.get(id)?.participant).toBe(built.participant('Noor').id)
  expect(back.tables.participant.size).toBe(2)
})

test('a speaker is said to be a participant who is there', () => {
  const { id } = speaker('Speaker 3')
  const ilse = built.participant('Ilse').id
  const after = expectChange(project, setSpeakerParticipant(project, id, ilse))
  expect(after.tables.speaker.get(id)).toMatchObject({ role: 'participant', participant: ilse })
  expect(setSpeakerParticipant(after, id, ilse)).toBeNull()
})

test('a speaker is somebody new, but not with a pseudonym that is taken', () => {
  const { id } = speaker('Speaker 3')
  const after = expectChange(project, speakerIsNew(project, id, 'Tove', making()))
  expect([...after.tables.participant.values()].map((each) => each.pseudonym)).toContain('Tove')
  expect(speakerIsNew(project, id, 'Ilse', making())).toBeNull()
})

test('two labels of one voice become one, and no turn is lost', () => {
  const after = expectChange(project, joinLabels(project, speaker('Noor').id, speaker('Noor.').id))
  const turns = turnsOf(after, built.source('One').id)
  expect(turns).toHaveLength(4)
  expect(turns.filter((turn) => turn.speaker === speaker('Noor').id)).toHaveLength(2)
  expect(after.tables.speaker.get(speaker('Noor.').id)).toBeUndefined()
})

test('labels of two sources are not joined', () => {
  expect(joinLabels(project, speaker('Noor').id, speaker('Ilse').id)).toBeNull()
  expect(joinLabels(project, speaker('Noor').id, speaker('Noor').id)).toBeNull()
})
