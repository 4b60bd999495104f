import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { erase } from '../../../shared/change/erase/erase.ts'
import { namesOf, wishProblem } from '../../../shared/change/erase/erasure-wish.ts'
import { refusedByErasure } from '../../../shared/change/erase/refused-by-erasure.ts'
import { replay } from '../../../shared/change/replay.ts'
import { fingerprint } from '../../../shared/exchange/fingerprint.ts'
import { readProjectFile } from '../../../shared/exchange/project-file.ts'
import { brokenRules } from '../../../shared/model/integrity.ts'
import { standingIn } from './every-string.ts'
import { makingAt, toldInquiry } from './told-inquiry.ts'

const told = toldInquiry()

test('what was erased is refused when it is brought in again; anything else is not', () => {
  const wish = { participants: [told.ravi], names: namesOf(told.archive, [told.ravi]) }
  const { archive } = erase(told.archive, wish, makingAt('erasing'))
  const refused = refusedByErasure(archive.project)
  const texts = [...told.archive.contents.values()]
  const file = fingerprint('some file')
  const session = texts.find(({ hash }) => hash === told.session.content)?.text ?? ''
  const interview = texts.find(({ hash }) => hash === told.interview.content)?.text ?? ''
  expect([session, interview].map((text) => refused({ text, file }))).toEqual([true, true])
  expect(refused({ text: interview.replace('mango', 'melon'), file })).toBe(false)
  expect(refused({ text: '', file: told.interview.original?.hash ?? '' })).toBe(true)
  expect(refusedByErasure(told.archive.project)({ text: session, file })).toBe(false)
})

test('a tombstone keeps no hash of what only lacks a name, as names could be guessed from it', () => {
  const { archive, erasure } = erase(
    told.archive,
    { names: ['Ravindra', 'Ravindra Menon', 'Ravi'] },
    makingAt('erasing'),
  )
  expect(erasure.hashes).toEqual([])
  const told64 =
    JSON.stringify([...archive.changes, ...archive.project.tables.source.values()]).match(
      /\b[0-9a-f]{64}\b/g,
    ) ?? []
  const before = new Set<string>(
    [...told.archive.contents.values()].filter(({ text }) => /Ravi/.test(text)).map(({ hash }) => hash),
  )
  expect(told64.filter((hash) => before.has(hash))).toEqual([])
})

test('a wish that makes no sense is told', () => {
  expect(wishProblem({})).toBe('Say what is to be erased.')
  expect(wishProblem({ names: ['Ravi'], put: 'ravi x' })).toContain('cannot stand in its place')
  expect(wishProblem({ names: ['Ravi'], put: ' ' })).toContain('in the place')
  expect(wishProblem({ names: ['Ravi'] })).toBeNull()
})

test('in the sample, a participant of an interview and one of the group session can be erased', async () => {
  const read = readProjectFile(readFileSync('sample-data/sample.qdpx'))
  if (!read.ok) throw new Error(read.problem)
  const { archive } = read
  const { participant, speaker, source } = archive.project.tables
  const group = [...source.values()].find(({ kind }) => kind === 'group')
  const inGroup = [...speaker.values()].find(
    (each) => each.source === group?.id && each.participant,
  )?.participant
  const alone = [...speaker.values()].find(
    (each) => each.source !== group?.id && each.participant && each.participant !== inGroup,
  )?.participant
  if (!inGroup || !alone) throw new Error('The sample has nobody to erase')
  const names = namesOf(archive, [inGroup, alone])
  const saidBy = (id: string) =>
    [...archive.project.turns].flatMap(([of, turns]) =>
      turns
        .filter((turn) => turn.speaker && speaker.get(turn.speaker)?.participant === id)
        .map(
          ({ start, end }) =>
            archive.contents
              .get(
                source.get(of)?.content ??
                  read.archive.project.tables.source.values().next().value?.content ??
                  ('' as never),
              )
              ?.text.slice(start, end) ?? '',
        ),
    )
  const said = [inGroup, alone].flatMap(saidBy).filter((words) => words.split(' ').length > 8)
  expect(said.length).toBeGreaterThan(10)
  const after = erase(archive, { participants: [inGroup, alone], names }, makingAt('erasing')).archive
  expect(await standingIn(after, [...said, ...names])).toEqual([])
  expect(brokenRules(after.project, (hash) => after.contents.get(hash)?.text)).toEqual([])
  expect(replay(after.changes)).toEqual(after.project)
  const people = [...after.project.tables.participant.values()]
  expect(people.map(({ order }) => order)).toEqual([...participant.values()].map(({ order }) => order))
  expect(people.filter(({ id }) => id === inGroup || id === alone)).toEqual(
    [...participant.values()]
      .filter(({ id }) => id === inGroup || id === alone)
      .map(({ id, order }) => ({ id, order, pseudonym: '[erased]', consent: 'withdrawn' })),
  )
})
