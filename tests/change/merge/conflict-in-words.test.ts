import { expect, test } from 'vitest'
import type { Edit } from '../../../shared/change/change.ts'
import { remove, update } from '../../../shared/change/edit.ts'
import { conflictInWords, type ToldConflict } from '../../../shared/change/merge/conflict-in-words.ts'
import { lookUpCopies } from '../../../shared/change/merge/look-up.ts'
import { mergeCopies } from '../../../shared/change/merge/merge-copies.ts'
import { recordGesture } from '../../../shared/change/record-gesture.ts'
import { correctText } from '../../../shared/commands/correct-text.ts'
import { deleteCode } from '../../../shared/commands/delete-code.ts'
import { contentHash } from '../../../shared/exchange/fingerprint.ts'
import type { Archive } from '../../../shared/model/archive.ts'
import { turnsOf } from '../../../shared/model/project.ts'
import { alignTexts } from '../../../shared/text/align-texts.ts'
import { quoteHash } from '../../../shared/text/quote-hash.ts'
import { beginning, makingAt } from './begun-inquiry.ts'

const base = beginning()
const [source] = base.project.tables.source.values()
const [coding] = source ? (base.project.codings.get(source.id) ?? []) : []
const codeOf = (name: string) => [...base.project.tables.code.values()].find((each) => each.name === name)
const [person] = base.project.tables.participant.values()
const [region] = base.project.tables.attribute.values()
const [question] = base.project.tables.question.values()
const trust = codeOf('Trust')
const waiting = codeOf('Waiting')
if (!source || !coding || !trust || !waiting || !person || !region || !question)
  throw new Error('The beginning is not what it was')
const text = base.contents.get(source.content)?.text ?? ''

function after(start: Archive, edits: readonly Edit[], desk: string): Archive {
  return { ...start, ...recordGesture({ label: desk, edits }, start, makingAt(desk)) }
}

function told(mine: readonly Edit[], theirs: readonly Edit[]): readonly ToldConflict[] {
  return toldOf(after(base, mine, 'mine'), after(base, theirs, 'theirs'))
}

function toldOf(mine: Archive, theirs: Archive): readonly ToldConflict[] {
  const merged = mergeCopies({ mine, theirs }, {}, makingAt('merge'))
  const look = lookUpCopies(merged.project, { mine, theirs })
  return merged.conflicts.map((each) => conflictInWords(each, look))
}

test('a definition that both wrote is told as it was, is here and is in the copy', () => {
  const given = { definition: 'To rely on somebody' }
  expect(
    told([update('code', trust, given)], [update('code', trust, { definition: 'To count on somebody' })]),
  ).toMatchObject([
    {
      group: 'codebook',
      thing: 'Code “Trust”',
      field: 'Definition',
      base: null,
      mine: 'To rely on somebody',
      theirs: 'To count on somebody',
    },
  ])
})

test('a code moved to two places is told by the names of the codes above it', () => {
  const evenings = codeOf('Evenings')
  if (!evenings) throw new Error('There is no such code')
  expect(
    told([update('code', trust, { parent: waiting.id })], [update('code', trust, { parent: evenings.id })]),
  ).toMatchObject([
    {
      field: 'Place in the codebook',
      base: 'At the top of the codebook',
      mine: 'Below “Waiting”',
      theirs: 'Below “Evenings”',
    },
  ])
})

test('a code that one deleted and the other defined is told as deleted, and as kept with what changed', () => {
  const gesture = deleteCode(base.project, trust.id, 'go')
  const conflicts = told(gesture?.edits ?? [], [
    update('code', trust, { definition: 'To count on somebody' }),
  ])
  expect(conflicts).toContainEqual(
    expect.objectContaining({
      thing: 'Code “Trust”',
      field: 'Deleted or kept',
      mine: 'Deleted',
      theirs: 'Kept, with another definition',
    }),
  )
})

test('a coding that both drew otherwise is told by its words', () => {
  const moved = (end: number) => update('coding', coding, { end, quote: quoteHash(text, coding.start, end) })
  const [conflict] = told([moved(coding.end + 4)], [moved(coding.end + 9)])
  expect(conflict).toMatchObject({
    group: 'codings',
    field: 'Which words',
    base: text.slice(coding.start, coding.end),
    mine: text.slice(coding.start, coding.end + 4),
    theirs: text.slice(coding.start, coding.end + 9),
  })
  expect(conflict?.thing).toMatch(/^Coding with “\w+” in “Talk 0” by “Ada”$/)
})

test('attributes, consent and what was asked are told by their own names', () => {
  const mine = [
    update('participant', person, { attributes: { [region.id]: 'south' }, consentFor: { funder: 'count' } }),
    update('source', source, { asked: { [question.id]: 'asked' } }),
  ]
  const theirs = [
    update('participant', person, { attributes: { [region.id]: 'east' }, consentFor: { funder: 'quote' } }),
    update('source', source, { asked: { [question.id]: 'not asked' } }),
  ]
  expect(told(mine, theirs).map(({ group, thing, field }) => [group, thing, field])).toEqual([
    ['participants', 'Participant “Noor”', 'Region'],
    ['participants', 'Participant “Noor”', 'Consent for “funder”'],
    ['sources', 'Source “Talk 0”', 'Asked or not: “How did it begin?”'],
  ])
})

test('of a text that both corrected, only what differs is told, with words around it', () => {
  const corrected = (desk: string, words: string) => {
    const better = text.replace('the season was gone', words)
    const correction = { alignment: alignTexts(text, better), content: contentHash(better) }
    const done = correctText(base.project, source.id, correction, makingAt(desk))
    const contents = new Map([
      ...base.contents,
      [correction.content, { hash: correction.content, text: better }] as const,
    ])
    return { ...after(base, done?.gesture.edits ?? [], desk), contents }
  }
  const conflicts = toldOf(
    corrected('mine', 'the summer was gone'),
    corrected('theirs', 'the winter was gone'),
  )
  const conflict = conflicts.find(({ field }) => field === 'Corrected text')
  expect(conflict?.mine).toContain('summer was gone')
  expect(conflict?.theirs).toContain('winter was gone')
  expect(conflict?.mine?.length).toBeLessThan(text.length)
})

test('turns that both cut otherwise are told line by line', () => {
  const [, turn] = turnsOf(base.project, source.id)
  if (!turn) throw new Error('There is no turn')
  const cut = (end: number) => update('turn', turn, { end })
  const [conflict] = told([cut(turn.end - 4)], [cut(turn.end - 9)])
  expect(conflict).toMatchObject({
    field: 'Where turns begin and end',
    thing: 'Turn in “Talk 0”',
    mine: `– ${text.slice(turn.start, turn.end - 4).trim()}`,
    theirs: `– ${text.slice(turn.start, turn.end - 9).trim()}`,
  })
})

test('a thing that no copy has any more is still told', () => {
  const conflict = { kind: 'code', id: 'gone', field: 'name', base: null, mine: 'A', theirs: 'B' } as const
  const look = lookUpCopies(base.project, {
    mine: base,
    theirs: after(base, [remove('coding', coding)], 'x'),
  })
  expect(conflictInWords(conflict, look)).toMatchObject({
    thing: 'Code',
    field: 'Name',
    mine: 'A',
    theirs: 'B',
  })
})
