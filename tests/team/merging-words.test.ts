import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aroundDifferences, markedWords } from '../../renderer/features/team/marked-words.ts'
import {
  baseInWords,
  conflictGroups,
  decidedInWords,
  lineName,
  nothingInWords,
  toDecideInWords,
  whoseInWords,
} from '../../renderer/features/team/merging-words.ts'
import type { ToldConflict } from '../../shared/change/merge/conflict-in-words.ts'

const shown = (pieces: readonly { readonly text: string; readonly differs: boolean }[]) =>
  pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')

test('of two definitions, each is marked where the other reads otherwise', () => {
  const { mine, theirs } = markedWords(
    'Waiting for money from outside.',
    'Waiting for a decision from outside.',
  )
  expect(shown(mine)).toBe('Waiting for [money] from outside.')
  expect(shown(theirs)).toBe('Waiting for [a decision] from outside.')
})

test('texts with nothing in common are not marked', () => {
  const { mine, theirs } = markedWords('Money', 'A long way')
  expect([...mine, ...theirs].some(({ differs }) => differs)).toBe(false)
})

test('marking never changes a text', () => {
  const words = fc.array(fc.constantFrom('water', 'trust', 'the', 'a', 'grew', '.', '\n'), { maxLength: 30 })
  fc.assert(
    fc.property(words, words, (a, b) => {
      const { mine, theirs } = markedWords(a.join(' '), b.join(' '))
      expect(mine.map(({ text }) => text).join('')).toBe(a.join(' '))
      expect(theirs.map(({ text }) => text).join('')).toBe(b.join(' '))
    }),
  )
})

test('long texts are shown around what differs', () => {
  const filler = 'Nothing is otherwise in these words. '.repeat(20)
  const { mine } = markedWords(`${filler}It is money. ${filler}`, `${filler}It is trust. ${filler}`)
  const around = aroundDifferences(mine)
  expect(shown(around)).toContain('[money]')
  expect(shown(around).length).toBeLessThan(700)
  expect(around.filter(({ cut }) => cut)).toHaveLength(2)
})

test('conflicts stand under what they concern, each once', () => {
  const told = (group: ToldConflict['group'], key: string): ToldConflict => ({
    key,
    group,
    thing: key,
    field: 'Name',
    base: null,
    mine: 'A',
    theirs: 'B',
  })
  const groups = conflictGroups([told('memos', 'm'), told('codebook', 'c'), told('memos', 'n')])
  expect(groups.map(({ name, conflicts }) => [name, conflicts.map(({ key }) => key)])).toEqual([
    ['Codebook', ['c']],
    ['Memos', ['m', 'n']],
  ])
})

test('numbers come with their denominators, and copies with whose they are', () => {
  expect(decidedInWords(3, 1200)).toBe('3 of 1,200 decided')
  const [handed, coders, last] = whoseInWords({
    coders: ['Ada', 'Ben', 'Cleo'],
    last: { at: Date.UTC(2025, 4, 3, 12), by: 'Ben' },
    madeFor: { name: 'Ben', at: Date.UTC(2025, 4, 1, 12) },
  })
  expect(handed).toBe('Made for Ben on 1 May 2025')
  expect(coders).toBe('In it: Ada, Ben and Cleo')
  expect(last).toMatch(/^Last change: 3 May 2025, \d\d:\d\d by Ben$/)
  expect(baseInWords({ kind: 'none' })).toContain('share no history')
  expect(baseInWords({ kind: 'handed out', at: Date.UTC(2025, 4, 1, 12) })).toContain('on 1 May 2025')
  const counts = { added: 1, changed: 0, removed: 0, here: 0, there: 1, after: 1 }
  const names = { added: [], changed: [], removed: [] }
  expect(lineName({ kind: 'coding', by: 'Ben', ...counts, names })).toBe('by Ben')
  expect(lineName({ kind: 'code', ...counts, names })).toBe('Codes')
})

test('a copy is told to hold nothing new only where nothing in it waits for a decision', () => {
  const [none, why] = nothingInWords('only what is here already', 0)
  expect([none, why]).toEqual([
    'Nothing new in it',
    expect.stringContaining('All of its work is here already'),
  ])
  expect(nothingInWords('nothing', 0)[0]).toBe('Nothing new in it')
  const [waiting, what] = nothingInWords('only what is here already', 41)
  expect(waiting).toBe('Nothing new but what differs below')
  expect(what).not.toContain('All of its work')
  expect(what).toContain('only taking theirs brings anything in')
})

test('things to decide were changed by both only where it is known what both began from', () => {
  expect(toDecideInWords(41, 'found')).toBe('41 things you both changed, each in another way')
  expect(toDecideInWords(1, 'none')).toBe('1 thing that differs between the two copies')
  expect(toDecideInWords(2, 'none')).toBe('2 things that differ between the two copies')
})
