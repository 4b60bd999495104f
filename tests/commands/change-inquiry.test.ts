import { expect, test } from 'vitest'
import { changeApproach, changeInquiry } from '../../shared/commands/change-inquiry.ts'
import {
  addAudience,
  removeAudience,
  renameAudience,
  usesOfAudience,
} from '../../shared/commands/change-inquiry-audiences.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { buildProject } from '../support/build-project.ts'
import { expectChange } from '../support/expect-change.ts'

const { project, participant } = buildProject({
  name: 'Slow water',
  approach: 'codebook',
  audiences: ['public', 'funders'],
  participants: [{ name: 'Noor', consentFor: { funders: 'paraphrase' } }, 'Ilse'],
  sources: [{ name: 'One', turns: [['Noor', 'The well is ours.']] }],
  restrictions: [{ source: 'One', quote: 'The well', consent: 'count', audience: 'funders' }],
  reports: [{ title: 'For funders', audience: 'funders' }],
})

test('facts about the inquiry are changed and taken away', () => {
  const end = expectChange(
    project,
    changeInquiry(project, { name: ' Slower water ', aims: ['Listen'], period: '2025' }),
    (now) => expect(inquiryOf(now)).toMatchObject({ name: 'Slower water', aims: ['Listen'], period: '2025' }),
  )
  expectChange(end, changeInquiry(end, { aims: undefined }), (now) =>
    expect(inquiryOf(now).aims).toBeUndefined(),
  )
})

test('an inquiry keeps its name when the new one is empty or the same', () => {
  expect(changeInquiry(project, { name: ' ' })).toBeNull()
  expect(changeInquiry(project, { name: 'Slow water' })).toBeNull()
})

test('the approach changes only with a reason, which is kept', () => {
  expect(changeApproach(project, 'reflexive', '  ')).toBeNull()
  expect(changeApproach(project, 'codebook', 'No other')).toBeNull()
  expectChange(project, changeApproach(project, 'reflexive', ' Themes are read, not counted. '), (end) =>
    expect(inquiryOf(end)).toMatchObject({
      approach: 'reflexive',
      approachReason: 'Themes are read, not counted.',
    }),
  )
})

test('an audience is renamed wherever it is named, so that nobody’s consent is lost', () => {
  expectChange(project, renameAudience(project, 'funders', 'donors'), (end) => {
    expect(inquiryOf(end).audiences).toEqual(['public', 'donors'])
    expect(end.tables.participant.get(participant('Noor').id)?.consentFor).toEqual({ donors: 'paraphrase' })
    expect([...end.tables.restriction.values()][0]?.audience).toBe('donors')
    expect([...end.tables.report.values()][0]?.audience).toBe('donors')
  })
  expect(renameAudience(project, 'funders', 'public')).toBeNull()
})

test('an audience is added once, and goes only while nothing speaks of it', () => {
  expectChange(project, addAudience(project, 'community'), (end) =>
    expect(inquiryOf(end).audiences).toEqual(['public', 'funders', 'community']),
  )
  expect(addAudience(project, ' funders ')).toBeNull()
  expect(usesOfAudience(project, 'funders')).toBe(3)
  expect(removeAudience(project, 'funders')).toBeNull()
  expectChange(project, removeAudience(project, 'public'), (end) =>
    expect(inquiryOf(end).audiences).toEqual(['funders']),
  )
})
