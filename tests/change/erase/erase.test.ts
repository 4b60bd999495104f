import { expect, test } from 'vitest'
import { erase, previewErasure } from '../../../shared/change/erase/erase.ts'
import { namesOf } from '../../../shared/change/erase/erasure-wish.ts'
import { replay } from '../../../shared/change/replay.ts'
import { undoStack } from '../../../shared/change/undo-stack.ts'
import { readProjectFile, writeProjectFile } from '../../../shared/exchange/project-file.ts'
import { brokenRules } from '../../../shared/model/integrity.ts'
import { standingIn } from './every-string.ts'
import { makingAt, ravi, toldInquiry } from './told-inquiry.ts'

const told = toldInquiry()
const words = [...ravi.alone, ...ravi.session].flatMap((line) => [line.slice(0, 24), line.slice(-24, -2)])
const wish = { participants: [told.ravi], names: namesOf(told.archive, [told.ravi]) }

test('a participant is found under every name they ever bore', () => {
  expect(namesOf(told.archive, [told.ravi])).toEqual(['Ravindra Menon', 'Ravi'])
})

test('before erasing, the words stand in what is written, so that the tests can fail', async () => {
  const found = await standingIn(told.archive, [...words, 'ravindra', 'elephant under'])
  expect(found.length).toBeGreaterThan(50)
})

test('after erasing a participant nothing of their words or names stands anywhere', async () => {
  const { archive } = erase(
    told.archive,
    { ...wish, names: [...wish.names, 'Ravindra'] },
    makingAt('erasing'),
  )
  expect(await standingIn(archive, [...words, 'ravindra', 'menon', 'elephant under'])).toEqual([])
})

test('what is left keeps every rule, is what its log comes to, and can be read again', () => {
  const { archive } = erase(told.archive, wish, makingAt('erasing'))
  expect(brokenRules(archive.project, (hash) => archive.contents.get(hash)?.text)).toEqual([])
  expect(replay(archive.changes)).toEqual(archive.project)
  const reading = readProjectFile(writeProjectFile(archive, { at: 0 }))
  expect(reading.ok && reading.notes).toEqual([])
  expect(reading.ok && reading.archive.project).toEqual(archive.project)
})

test('others’ words, codings and memos stay on the words they stand on', () => {
  const { archive } = erase(told.archive, wish, makingAt('erasing'))
  const { project, contents } = archive
  const source = project.tables.source.get(told.session.id)
  const text = contents.get(source?.content ?? told.session.content)?.text ?? ''
  expect(text).toBe(
    [
      'I: How was it?',
      'Noor: We waited a long time for the money.',
      '[erased]: [erased]',
      'Noor: The season was gone when Ravindra came back.',
      '[erased]: [erased]',
      'Noor: ',
    ].join('\n'),
  )
  const quotes = (project.codings.get(told.session.id) ?? []).map(({ content, start, end }) =>
    contents.get(content)?.text.slice(start, end),
  )
  expect(quotes).toEqual(
    expect.arrayContaining([
      'The season was gone',
      'Ravindra',
      'Trust does not count',
      expect.stringContaining('came back.\n[erased]: [erased]'),
    ]),
  )
  expect(quotes).toHaveLength(4)
  const spoken = (project.turns.get(told.session.id) ?? []).map(({ label, start, end }) => [
    text.slice(label, start),
    text.slice(start, end),
  ])
  expect(spoken[2]).toEqual(['[erased]: ', '[erased]'])
  expect(spoken[5]).toEqual(['Noor: ', ''])
})

test('undo does not go behind an erasure', () => {
  const { archive } = erase(told.archive, wish, makingAt('erasing'))
  expect(undoStack(told.archive.changes).undoable.length).toBeGreaterThan(5)
  expect(undoStack(archive.changes)).toEqual({ undoable: [], redoable: [] })
})

test('what goes is told beforehand, and nothing is changed by asking', () => {
  const account = previewErasure(told.archive, wish)
  expect(account).toMatchObject({
    sourcesGone: ['Ravindra Menon 2024'],
    sourcesTouched: [{ name: 'Session at the weir', places: 4 }],
    participants: { gone: 1, of: 2 },
  })
  expect(account).toEqual(erase(told.archive, wish, makingAt('erasing')).account)
})
