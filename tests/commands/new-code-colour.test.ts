import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../../shared/change/apply-change.ts'
import { createCode } from '../../shared/commands/create-code.ts'
import { farthestColour, hueDistance } from '../../shared/commands/new-code-colour.ts'
import { codeColours, hueOf, hueOfColour } from '../../shared/model/code-hue.ts'
import { buildProject } from '../support/build-project.ts'
import { makingBy } from '../support/expect-change.ts'

const hues = fc.array(fc.double({ min: 0, max: 360, noNaN: true }), { maxLength: 40 })
const hue = (colour: string) => hueOfColour(colour) ?? Number.NaN
const fromNearest = (colour: string, used: readonly number[]) =>
  Math.min(180, ...used.map((each) => hueDistance(hue(colour), each)))

test('no colour on offer is farther from those in use than the one chosen, as long as one is free', () => {
  fc.assert(
    fc.property(hues, (used) => {
      const chosen = fromNearest(farthestColour(used), used)
      const best = Math.max(...codeColours.map(([colour]) => fromNearest(colour, used)))
      if (best >= 8) expect(chosen).toBe(best)
    }),
  )
})

test('a new code never looks like one of the six made last', () => {
  fc.assert(
    fc.property(hues, (used) => {
      expect(fromNearest(farthestColour(used), used.slice(-6))).toBeGreaterThanOrEqual(8)
    }),
  )
})

test('twelve codes made one after another have twelve colours, and each differs plainly from the one before', () => {
  const colours: string[] = []
  for (let i = 0; i < codeColours.length; i++) colours.push(farthestColour(colours.map(hue)))
  expect(new Set(colours).size).toBe(codeColours.length)
  for (const [i, colour] of colours.slice(1, 6).entries())
    expect(hueDistance(hue(colour), hue(colours[i] ?? ''))).toBeGreaterThan(40)
})

test('hues are apart the shorter way round the circle', () => {
  expect(hueDistance(350, 20)).toBe(30)
  expect(hueDistance(20, 350)).toBe(30)
})

test('a code at the top gets a colour of its own, one below another keeps its parent’s', () => {
  const built = buildProject({ coders: ['Ada'], codes: [{ name: 'Barriers', colour: '#B5504F' }] })
  const making = makingBy(built.coder('Ada').id)
  const top = createCode(built.project, { name: 'Trust' }, making)
  const below = createCode(built.project, { name: 'Funding', parent: built.code('Barriers').id }, making)
  if (!top || !below) throw new Error('no code was made')
  const end = applyEdits(built.project, [...top.gesture.edits, ...below.gesture.edits])
  if (!end.ok) throw new Error('the codes were refused')
  const { code } = end.project.tables
  expect(hueDistance(hueOf(code, top.code), hueOf(code, built.code('Barriers').id))).toBeGreaterThan(60)
  expect(hueOf(code, below.code)).toBe(hueOf(code, built.code('Barriers').id))
})
