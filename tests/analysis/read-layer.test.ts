import { expect, test } from 'vitest'
import { commonStance, readLayer } from '../../shared/analysis/read-layer.ts'
import type { Stance } from '../../shared/model/entities.ts'
import { buildProject, type CodingSpec } from '../support/build-project.ts'

const spoken = 'Nobody asked the village before the money came.'
const inquiry = (codings: readonly CodingSpec[]) =>
  buildProject({
    coders: ['Ada', 'Ben'],
    participants: ['Noor'],
    sources: [{ name: 'One', turns: [['Noor', spoken]] }],
    codes: ['Funding', 'Trust'],
    codings,
  })
const coding = (more: Partial<CodingSpec> = {}): CodingSpec => ({
  source: 'One',
  code: 'Funding',
  quote: 'Nobody asked',
  ...more,
})
const read = (codings: readonly CodingSpec[], ...choice: readonly ('agreed' | 'all')[]) => {
  const { project } = inquiry(codings)
  const layer = readLayer(project, choice[0])
  return { ...layer, codings: [...layer.bySource.values()].flat() }
}

test('the same passage and code by two coders is one coding, starred when one of them starred it', () => {
  const { codings, name } = read([coding(), coding({ coder: 'Ben', star: true })])
  expect(codings).toHaveLength(1)
  expect(codings[0]?.star).toBe(true)
  expect(name).toBe('all coders’ coding together')
})

test('another code or another passage stays a coding of its own', () => {
  expect(
    read([coding(), coding({ code: 'Trust' }), coding({ quote: 'Nobody asked the village' })]).codings,
  ).toHaveLength(3)
})

test('what is agreed is read where anything is agreed, and nothing else then', () => {
  const { codings, name } = read([coding(), coding({ code: 'Trust', layer: 'agreed' })])
  expect(codings).toHaveLength(1)
  expect(codings[0]?.layer).toBe('agreed')
  expect(name).toBe('the agreed coding')
})

test('all coders’ coding leaves the agreed layer out', () => {
  expect(read([coding(), coding({ code: 'Trust', layer: 'agreed' })], 'all').codings).toHaveLength(1)
})

test('one coder’s own coding is read and named when that coder is chosen', () => {
  const built = inquiry([coding(), coding({ code: 'Trust', coder: 'Ben' })])
  const layer = readLayer(built.project, built.coder('Ben').id)
  expect([...layer.bySource.values()].flat().map((each) => each.code)).toEqual([built.code('Trust').id])
  expect(layer.name).toBe('the coding of Ben')
})

test('stances come to the same in whatever order coders are read', () => {
  const stances: (Stance | undefined)[] = [undefined, 'affirms', 'denies', 'overcome', 'mixed', 'reports']
  for (const a of stances) {
    for (const b of stances) {
      expect(commonStance(a, b)).toBe(commonStance(b, a))
      for (const c of stances)
        expect(commonStance(commonStance(a, b), c)).toBe(commonStance(a, commonStance(b, c)))
    }
  }
  expect(commonStance('affirms', 'denies')).toBe('mixed')
})
