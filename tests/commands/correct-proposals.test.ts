import { expect, test } from 'vitest'
import { applyEdits } from '../../shared/change/apply-change.ts'
import { correctText } from '../../shared/commands/correct-text.ts'
import { acceptProposal, proposeCode } from '../../shared/commands/proposals.ts'
import { codingsOf, entity, type Project } from '../../shared/model/project.ts'
import type { CodeProposal } from '../../shared/model/team-entities.ts'
import { alignTexts } from '../../shared/text/align-texts.ts'
import { quoteHash } from '../../shared/text/quote-hash.ts'
import { buildProject, standInHash } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const first = 'We waited long. The grnt came late. Nobody asked.'
const second = 'Here the grnt came in time.'
const built = buildProject({
  coders: ['Ada'],
  sources: [
    { name: 'One', text: first },
    { name: 'Two', text: second },
  ],
})
const ada = makingBy(built.coder('Ada').id)

/** A code that was noticed in both sources. */
function proposed(): { readonly project: Project; readonly proposal: CodeProposal } {
  const passages = (name: string, text: string, quotes: readonly string[]) => ({
    source: built.source(name).id,
    text,
    spans: quotes.map((quote) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })),
  })
  const one = passages('One', first, ['The grnt came late.', 'Nobody asked.'])
  const project = applied(built.project, proposeCode(built.project, { name: 'Money', passages: one }, ada))
  const two = proposeCode(
    built.project,
    { name: 'x', passages: passages('Two', second, ['the grnt came in time']) },
    ada,
  )
  const [proposal] = project.tables.proposal.values()
  const [other] = applied(built.project, two).tables.proposal.values()
  if (!proposal || !other) throw new Error('Nothing was proposed')
  const whole = { ...proposal, passages: [...(proposal.passages ?? []), ...(other.passages ?? [])] }
  const proposals = new Map([[whole.id, whole]])
  return { project: { ...project, tables: { ...project.tables, proposal: proposals } }, proposal: whole }
}

function applied(project: Project, gesture: ReturnType<typeof proposeCode>): Project {
  const outcome = applyEdits(project, gesture?.edits ?? [])
  if (!outcome.ok) throw new Error(outcome.problem)
  return outcome.project
}

function corrected(project: Project, name: string, before: string, after: string) {
  const correction = { alignment: alignTexts(before, after), content: standInHash(after) }
  return correctText(project, built.source(name).id, correction, ada)?.gesture ?? null
}

test('where a proposed code was noticed moves with the words, in each source by itself', () => {
  const { project, proposal } = proposed()
  const firstBetter = first.replace('grnt', 'grant')
  const secondBetter = second.replace('grnt', 'grant')
  const texts = new Map<string, string>([firstBetter, secondBetter].map((text) => [standInHash(text), text]))
  const words = (at: Project) =>
    entity(at, 'proposal', proposal.id).passages?.map(({ content, start, end, quote }) => {
      const text = texts.get(content) ?? built.texts(content) ?? ''
      expect(quote).toBe(quoteHash(text, start, end))
      return text.slice(start, end)
    })
  const once = expectChange(project, corrected(project, 'One', first, firstBetter))
  expect(words(once)).toEqual(['The grant came late.', 'Nobody asked.', 'the grnt came in time'])
  const twice = expectChange(once, corrected(once, 'Two', second, secondBetter))
  expect(words(twice)).toEqual(['The grant came late.', 'Nobody asked.', 'the grant came in time'])
  const end = expectChange(twice, acceptProposal(twice, proposal.id, ada))
  expect(codingsOf(end, built.source('One').id).map(({ content }) => content)).toEqual([
    standInHash(firstBetter),
    standInHash(firstBetter),
  ])
})

test('a passage whose words are gone stays on the text it was noticed in', () => {
  const { project, proposal } = proposed()
  const after = first.replace(' Nobody asked.', '')
  const end = expectChange(project, corrected(project, 'One', first, after))
  const passages = entity(end, 'proposal', proposal.id).passages ?? []
  expect(passages.map(({ content }) => content)).toEqual([
    standInHash(after),
    ...['One', 'Two'].map((name) => built.source(name).content),
  ])
  expect(passages[1]).toEqual(proposal.passages?.[1])
})
