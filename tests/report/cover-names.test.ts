import { expect, test } from 'vitest'
import { coverNames } from '../../shared/report/cover-names.ts'
import { buildProject } from '../support/build-project.ts'

const { project } = buildProject({
  participants: [
    { name: 'Noor', realName: 'Grietje van Bakstra' },
    { name: 'Ilse' },
    { name: 'Tomás', realName: 'Wold', consent: 'withdrawn' },
  ],
  sources: [
    {
      name: 'One',
      turns: [
        ['Speaker', 'Yes.'],
        ['MARIJKE', 'No.'],
      ],
      voices: { Speaker: 'Noor', MARIJKE: 'Ilse' },
      roles: { Speaker: 'participant', MARIJKE: 'participant' },
    },
  ],
})
const cover = coverNames(project)

test('real names and their parts give way to the pseudonym', () => {
  expect(cover('Grietje van Bakstra said so; Grietje’s sister too, and GRIETJE VAN BAKSTRA herself.')).toBe(
    '[Noor] said so; [Noor]’s sister too, and [Noor] herself.',
  )
})

test('labels that are not the pseudonym are covered, labels that name nobody are not', () => {
  expect(cover('Marijke and the Speaker of the house')).toBe('[Ilse] and the Speaker of the house')
})

test('somebody withdrawn is covered by name and by pseudonym', () => {
  expect(cover('Ask Tomás, I mean Wold.')).toBe('Ask [name left out], I mean [name left out].')
})

test('names inside other words, and small letters, stay as they are', () => {
  expect(cover('a Woldgate in the wold, Noor')).toBe('a Woldgate in the wold, Noor')
})
