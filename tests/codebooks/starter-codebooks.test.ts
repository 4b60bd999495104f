import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { StarterCode } from '../../shared/codebooks/starter-codebook.ts'
import { starterCodebook, starterCodebooks } from '../../shared/codebooks/starter-codebooks.ts'

const reference = new URL('../../../shared/', import.meta.url)
const withoutReference = !existsSync(new URL('codebooks/CODEBOOK.json', reference))
const whenPresent = '(skipped where the reference material does not lie beside the repository)'
const texts = ['name', 'definition', 'include', 'exclude', 'example', 'from'] as const

test('five codebooks are offered, each found by its key', () => {
  expect(starterCodebooks.map((codebook) => codebook.name)).toEqual([
    'Scaling Deep',
    'Up, Out and Deep',
    'SCALE+ barriers and leverage',
    'Networks of networks',
    'Systems Changers',
  ])
  for (const codebook of starterCodebooks) expect(starterCodebook(codebook.key)).toBe(codebook)
  expect(starterCodebook('no such book')).toBeUndefined()
})

test.each(starterCodebooks)('$name: ids, keys, aliases and names are unique', ({ codes }) => {
  expectUnique(codes.map((code) => code.id))
  expectUnique(codes.flatMap((code) => [code.key, ...code.aliases]))
  expectUnique(codes.map((code) => code.name))
})

test('a code that serves two codebooks has one identity and one wording', () => {
  const byId = Map.groupBy(allCodes(), (code) => code.id)
  for (const same of byId.values()) {
    const wordings = same.map((code) => JSON.stringify([code.key, ...texts.map((text) => code[text])]))
    expect(new Set(wordings).size, wordings[0]).toBe(1)
  }
  expect(new Set(allCodes().map((code) => code.key)).size).toBe(byId.size)
})

test('every id is a random UUID in lower case', () => {
  for (const { id } of allCodes()) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
})

test.each(starterCodebooks)('$name: parents precede their children', ({ codes }) => {
  const seen = new Set<string>()
  for (const { key, parent } of codes) {
    if (parent !== null) expect(seen, `parent of ${key}`).toContain(parent)
    seen.add(key)
  }
})

test.each(starterCodebooks)('$name: every code is written out', ({ codes, description }) => {
  expect(description.length).toBeGreaterThan(80)
  for (const code of codes) {
    for (const text of texts) expect(code[text].trim(), `${text} of ${code.key}`).not.toBe('')
    for (const text of ['definition', 'include', 'exclude', 'example'] as const) {
      expect(code[text], `${text} of ${code.key}`).toMatch(/^.{15,}[.?!]$/)
    }
  }
})

test.each(starterCodebooks)('$name: a neighbour named in “when not” is a code of the book', ({ codes }) => {
  const names = codes.map((code) => code.name)
  for (const { key, name, include, exclude } of codes) {
    for (const [, neighbour] of `${include} ${exclude}`.matchAll(/“([^”]+)”/g)) {
      if (neighbour === 'Complex' || neighbour === 'Creative') continue // everyday words, quoted as such
      expect(names, `neighbour of ${key}`).toContain(neighbour)
      expect(neighbour).not.toBe(name)
    }
  }
})

test('each codebook has the same place for what does not fit', () => {
  const places = starterCodebooks.map(({ codes }) => codes.find((code) => code.key === 'does-not-fit'))
  expect(new Set(places).size).toBe(1)
  expect(places[0]).toMatchObject({ tier: 'open', parent: null, section: 'does-not-fit' })
})

test('Scaling Deep opens with what people can work with', () => {
  expect(tiers('scaling-deep')).toEqual({ branch: 9, open: 58, optional: 30, 'second-cycle': 9 })
})

test.each(['up-out-deep', 'scale-plus', 'networks', 'systems-changers'])('%s has 12 to 25 codes', (key) => {
  const { branch = 0, ...codes } = tiers(key)
  const count = Object.values(codes).reduce((sum, n) => sum + n, 0)
  expect(count).toBeGreaterThanOrEqual(12)
  expect(count + branch).toBeLessThanOrEqual(25)
})

test.each(starterCodebooks)('$name: branches only group, and only the top has a colour', ({ codes }) => {
  const parents = new Set(codes.map((code) => code.parent))
  for (const { key, parent, tier, colour } of codes) {
    expect(tier === 'branch', key).toBe(parent === null && key !== 'does-not-fit')
    if (tier === 'branch') expect(parents, `children of ${key}`).toContain(key)
    expect(colour !== undefined, `colour of ${key}`).toBe(parent === null)
  }
})

test.each(starterCodebooks)('$name: branch hues lie well apart', ({ codes }) => {
  const hues = codes.flatMap(({ tier, colour }) => (tier === 'branch' && colour ? [hue(colour)] : []))
  for (const [i, a] of hues.entries()) {
    for (const b of hues.slice(i + 1)) {
      expect(Math.min(Math.abs(a - b), 360 - Math.abs(a - b))).toBeGreaterThanOrEqual(25)
    }
  }
})

test('barriers feed the barrier section, and only scaling up and out feed none', () => {
  for (const { key, section } of allCodes()) if (/(^|\.)bar\./.test(key)) expect(section, key).toBe('barrier')
  const none = starterCodebooks.map(({ codes }) =>
    codes.filter((code) => !code.section).map((code) => code.key),
  )
  expect(none).toEqual([['scales', 'tri.up', 'tri.out'], ['tri.choosing'], [], [], []])
})

test.skipIf(withoutReference)(`every idea of the frameworks is findable, and no other ${whenPresent}`, () => {
  for (const codebook of starterCodebooks) {
    const findable = codebook.codes.flatMap((code) => [code.key, ...code.aliases])
    const wanted = referenceCodes()
      .filter((code) => belongsTo(code, codebook.key))
      .map((code) => code.id)
    expect(wanted.length).toBeGreaterThan(9)
    expect(
      wanted.filter((id) => !findable.includes(id)),
      codebook.name,
    ).toEqual([])
  }
  const known = referenceCodes().map((code) => code.id)
  expect(
    allCodes()
      .flatMap((code) => code.aliases)
      .filter((alias) => !known.includes(alias)),
  ).toEqual([])
})

test.skipIf(withoutReference)(`the wording is our own ${whenPresent}`, () => {
  const theirs = referenceCodes().flatMap((code) => [code.definition, code.apply, code.notWhen].map(plain))
  for (const code of allCodes()) {
    for (const text of ['definition', 'include', 'exclude'] as const) {
      expect(theirs, `${text} of ${code.key}`).not.toContain(plain(code[text]))
    }
  }
})

test.skipIf(withoutReference)(`no text repeats seven words in a row from the sources ${whenPresent}`, () => {
  const sources = readdirSync(new URL('seeds/', reference)).map(
    (file) => ` ${plain(readFileSync(new URL(`seeds/${file}`, reference), 'utf8'))} `,
  )
  expect(sources.length).toBeGreaterThan(0)
  for (const code of allCodes()) {
    for (const text of ['definition', 'include', 'exclude', 'example'] as const) {
      for (const run of runs(plain(code[text]), 7)) {
        expect(
          sources.some((source) => source.includes(` ${run} `)),
          `“${run}” in ${code.key}`,
        ).toBe(false)
      }
    }
  }
})

interface ReferenceCode {
  readonly id: string
  readonly group: string
  readonly definition: string
  readonly apply: string
  readonly notWhen: string
}

function allCodes(): StarterCode[] {
  return starterCodebooks.flatMap((codebook) => codebook.codes)
}

function tiers(key: string): Partial<Record<StarterCode['tier'], number>> {
  const byTier = Map.groupBy(starterCodebook(key)?.codes ?? [], (code) => code.tier)
  return Object.fromEntries([...byTier].map(([tier, codes]) => [tier, codes.length]))
}

function expectUnique(values: readonly string[]) {
  expect(values.filter((value, i) => values.indexOf(value) !== i)).toEqual([])
}

/** Hue of #RRGGBB in degrees. */
function hue(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  const max = Math.max(r, g, b)
  const span = max - Math.min(r, g, b)
  const sixth = max === r ? (g - b) / span : max === g ? 2 + (b - r) / span : 4 + (r - g) / span
  return (sixth * 60 + 360) % 360
}

function referenceCodes(): readonly ReferenceCode[] {
  return JSON.parse(readFileSync(new URL('codebooks/CODEBOOK.json', reference), 'utf8')).codes
}

/** The reference numbers its groups A to E; the thirteen aims describe the project and are no codes. */
function belongsTo({ id, group }: ReferenceCode, key: string): boolean {
  const letter = 'ABCDE'[starterCodebooks.findIndex((codebook) => codebook.key === key)]
  return letter !== undefined && group.startsWith(letter) && !id.startsWith('aim.')
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function runs(text: string, length: number): string[] {
  const words = text.split(' ')
  return words.flatMap((_, i) => (i + length <= words.length ? [words.slice(i, i + length).join(' ')] : []))
}
