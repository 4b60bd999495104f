import { expect, test } from 'vitest'
import { changeInquiry } from '../../shared/commands/change-inquiry.ts'
import { removeCoder } from '../../shared/commands/coders.ts'
import { deleteCode } from '../../shared/commands/delete-code.ts'
import { mergeCodes } from '../../shared/commands/merge-codes.ts'
import {
  acceptProposal,
  declineProposal,
  proposeChange,
  proposeCode,
  rewordProposal,
  withdrawProposal,
} from '../../shared/commands/proposals.ts'
import { removeSources } from '../../shared/commands/remove-source.ts'
import { decidesAboutCodes } from '../../shared/model/decides-about-codes.ts'
import type { Project } from '../../shared/model/project.ts'
import { buildProject } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const { project, coder, code, source, span, contents } = buildProject({
  coders: ['Ada', 'Ben'],
  participants: ['Noor'],
  sources: [{ name: 'Talk', turns: [['Noor', 'We waited for the money and then the season was gone.']] }],
  codes: [{ name: 'Waiting', definition: 'Time goes by' }, { name: 'Seasons' }],
})
const [ada, ben] = [makingBy(coder('Ada').id), makingBy(coder('Ben').id, 2_000_000)]
const talk = source('Talk')
const passages = {
  source: talk.id,
  text: contents.get(talk.content) ?? '',
  spans: [span('Talk', 'waited for the money')],
}

function only(now: Project) {
  const [proposal] = now.tables.proposal.values()
  if (!proposal) throw new Error('Nothing is proposed')
  return proposal
}

test('whoever leads decides about codes; without a lead everybody does, and a lead who is gone binds nobody', () => {
  expect(decidesAboutCodes(project, ben.by)).toBe(true)
  const led = expectChange(project, changeInquiry(project, { lead: ada.by }))
  expect([ada.by, ben.by].map((each) => decidesAboutCodes(led, each))).toEqual([true, false])
  expectChange(led, removeCoder(led, ada.by), (end) => expect(decidesAboutCodes(end, ben.by)).toBe(true))
})

test('an accepted proposal makes the code and the proposer’s coding in one change', () => {
  const draft = { name: ' Late  money ', definition: 'It comes after it was needed', reason: 'Seen twice' }
  const proposed = expectChange(
    project,
    proposeCode(project, { ...draft, parent: code('Waiting').id, passages }, ben),
  )
  expect(only(proposed)).toMatchObject({ name: 'Late money', status: 'open', by: ben.by })
  expectChange(proposed, acceptProposal(proposed, only(proposed).id, ada), (end) => {
    const made = [...end.tables.code.values()].find((each) => each.name === 'Late money')
    expect(made).toMatchObject({ parent: code('Waiting').id, definition: 'It comes after it was needed' })
    expect(only(end)).toMatchObject({ status: 'accepted', became: made?.id, decidedBy: ada.by })
    expect(end.codings.get(talk.id)).toMatchObject([{ code: made?.id, coder: ben.by, layer: 'own' }])
    expect(acceptProposal(end, only(end).id, ada)).toBeNull()
    expect(withdrawProposal(end, only(end).id)).toBeNull()
  })
})

test('an accepted change of a code words it as proposed, and as the lead worded it first', () => {
  const proposed = expectChange(
    project,
    proposeChange(project, code('Waiting').id, { name: 'Waiting', definition: 'Time lost' }, ben),
  )
  const { id } = only(proposed)
  const worded = expectChange(
    proposed,
    rewordProposal(proposed, id, { name: 'Waiting', definition: 'Time lost by waiting' }),
  )
  expectChange(worded, acceptProposal(worded, id, ada), (end) =>
    expect(end.tables.code.get(code('Waiting').id)?.definition).toBe('Time lost by waiting'),
  )
  expect(
    proposeChange(project, code('Waiting').id, { name: 'Waiting', definition: 'Time goes by' }, ben),
  ).toBeNull()
})

test('declining needs a reason, which stays', () => {
  const proposed = expectChange(project, proposeCode(project, { name: 'Money' }, ben))
  expect(declineProposal(proposed, only(proposed).id, ' ', ada)).toBeNull()
  expectChange(proposed, declineProposal(proposed, only(proposed).id, 'Too wide', ada), (end) =>
    expect(only(end)).toMatchObject({ status: 'declined', decisionReason: 'Too wide' }),
  )
  expectChange(proposed, withdrawProposal(proposed, only(proposed).id), (end) =>
    expect(end.tables.proposal.size).toBe(0),
  )
})

test('proposals stay sound when codes are deleted or merged, and when sources go', () => {
  const below = expectChange(
    project,
    proposeCode(project, { name: 'Late money', parent: code('Waiting').id, passages }, ben),
  )
  expectChange(below, deleteCode(below, code('Waiting').id), (end) =>
    expect(only(end).parent).toBeUndefined(),
  )
  expectChange(below, mergeCodes(below, code('Waiting').id, code('Seasons').id), (end) =>
    expect(only(end).parent).toBe(code('Seasons').id),
  )
  expectChange(below, removeSources(below, [talk.id]), (end) => expect(only(end).passages).toBeUndefined())
  const change = expectChange(project, proposeChange(project, code('Waiting').id, { name: 'Delay' }, ben))
  const gone = expectChange(change, deleteCode(change, code('Waiting').id))
  expectChange(gone, acceptProposal(gone, only(gone).id, ada), (end) =>
    expect([...end.tables.code.values()].map((each) => each.name)).toContain('Delay'),
  )
})
