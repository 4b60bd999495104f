import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { MergingDesk } from '../../renderer/features/team/merging-desk.ts'
import { goesInWords } from '../../renderer/features/team/merging-words.ts'
import { adoptArchive, openProject } from '../../renderer/project/open-projects.ts'
import { answerErase } from '../../renderer/workers/answer-erase.ts'
import { update } from '../../shared/change/edit.ts'
import { erase } from '../../shared/change/erase/erase.ts'
import { namesOf } from '../../shared/change/erase/erasure-wish.ts'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { makingAt, toldInquiry } from '../change/erase/told-inquiry.ts'
import { mergingHere } from './merging-here.ts'

const told = toldInquiry()
const making = makingAt('desk')
const surroundings = { newId: making.newId, now: () => making.at }
const { id } = inquiryOf(told.archive.project)

async function opened() {
  const result = await openProject(id, surroundings)
  if (!result.ok) throw new Error(result.problem)
  return result
}

/** A colleague's copy in which Ravi was erased, and then some more was done. */
function theirCopy() {
  const wish = { participants: [told.ravi], names: [...namesOf(told.archive, [told.ravi]), 'Ravindra'] }
  const done = erase(told.archive, wish, makingAt('their desk'))
  const [code] = done.archive.project.tables.code.values()
  if (!code) throw new Error('There is no code')
  const gesture = { label: 'Define', edits: [update('code', code, { definition: 'As they see it' })] }
  const worked = { ...done.archive, ...recordGesture(gesture, done.archive, makingAt('their desk, later')) }
  return { archive: worked, code: code.id }
}

test('a copy in which something was erased asks for that first; erased here too, it can be merged', async () => {
  await adoptArchive(told.archive, surroundings)
  const theirs = theirCopy()
  const copy = () => ({
    name: 'ben.qdpx',
    bytes: writeProjectFile(theirs.archive, { at: 0 }),
    handle: null,
  })
  const before = await opened()
  const desk = new MergingDesk(before.open, mergingHere(surroundings))
  await desk.choose(copy())
  const { state } = desk
  if (state.kind !== 'to erase') throw new Error(`It is ${JSON.stringify(state)}`)
  expect(state.told).toMatchObject({ erasures: [{ participants: 1 }], sources: { gone: 1, of: 3 } })
  expect(goesInWords(state.told)).toContain('1 of 3 sources')
  expect(before.open.log.length).toBe(told.archive.changes.length)

  await before.open.close()
  await before.release()
  const request = { project: id, length: told.archive.changes.length, keys: undefined, by: making.by }
  const answer = await answerErase({ ...request, kind: 'take over', bytes: state.bytes }, surroundings)
  expect(answer).toMatchObject({ kind: 'erased' })

  const after = await opened()
  const again = new MergingDesk(after.open, mergingHere(surroundings))
  await again.choose(copy())
  expect(again.state).toMatchObject({ kind: 'compared', comparison: { brings: 'something' } })
  await again.merge()
  expect(again.state.kind).toBe('merged')
  expect(after.open.project.tables.code.get(theirs.code)?.definition).toBe('As they see it')
  expect(JSON.stringify([...after.open.project.tables.source.values()])).not.toContain('Ravindra')
  await after.open.close()
  await after.release()
})
