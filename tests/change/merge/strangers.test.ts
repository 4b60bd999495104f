import { expect, test } from 'vitest'
import { create } from '../../../shared/change/edit.ts'
import { mergeCopies } from '../../../shared/change/merge/merge-copies.ts'
import { namesakesInWords } from '../../../shared/change/merge/namesakes.ts'
import { recordGesture } from '../../../shared/change/record-gesture.ts'
import { removeSources } from '../../../shared/commands/remove-source.ts'
import { beginning } from './begun-inquiry.ts'
import { after, base, merge, mineMaking, theirMaking } from './merging-copies.ts'

test('a base that never was one with both copies is none: nothing of mine counts as deleted', () => {
  const foreign = beginning('elsewhere')
  const [talk] = foreign.project.tables.source.values()
  if (!talk) throw new Error('There is no talk')
  const gone = removeSources(foreign.project, [talk.id])
  if (!gone) throw new Error('Nothing was deleted')
  const fewer = { ...foreign, ...recordGesture(gone, foreign, theirMaking) }
  for (const given of [base, foreign]) {
    const { project, numbers } = mergeCopies({ base: given, mine: base, theirs: fewer }, {}, mineMaking)
    expect({ numbers, sources: project.tables.source.size }).toEqual({ numbers: {}, sources: 3 })
  }
})

test('coders who were added in both copies under one name are told, as they come to one', () => {
  const ruth = (making: typeof mineMaking, name: string) =>
    create('coder', { id: making.newId<'coder'>(), name, initials: 'R' })
  const mine = after(base, [ruth(mineMaking, 'Ruth')])
  const theirs = after(base, [ruth(theirMaking, ' ruth')])
  expect(merge(mine, theirs).project.tables.coder.size).toBe(mine.project.tables.coder.size)
  expect(namesakesInWords(mine.project, theirs.project)).toEqual([
    expect.stringContaining('counts as one person'),
  ])
  expect(namesakesInWords(mine.project, mine.project)).toEqual([])
})
