import fc from 'fast-check'
import type { Code } from '../../shared/model/entities.ts'
import { countedId } from '../support/build-project.ts'

/** Words that tables, formulas, paths and markup stumble over. */
const words = fc.oneof(
  fc.constantFrom(
    '=SUM(A1)',
    '+more',
    '-less',
    '@home',
    "'=quoted",
    '\t=tab',
    ' = spaced',
    'a "quoted", b',
    'one\ntwo',
    'Include: it',
    'a\n\nExclude: b',
    'A › B',
    'A / B',
    'a::b',
    'x\\y',
    '<b>&amp;</b>',
    ']]>',
    'Grüße 🌊',
    '1.5',
    '00123',
    'TRUE',
    '_x0041_',
    'no',
  ),
  fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/[^ -~]/g, 'é')),
)

const called = fc.oneof(words, fc.constantFrom('Counting', 'Heads', 'Funding', 'Time'))
const name = called.map((text) => text.replace(/\s+/g, ' ').trim() || 'Code')
const text = fc.option(
  words.map((each) => each.trim() || 'Text'),
  { nil: undefined },
)

/** One code without its place. */
export const codeFacts = fc.record({
  name,
  definition: text,
  include: text,
  exclude: text,
  example: text,
  from: text,
  section: fc.constantFrom(undefined, 'barrier', 'meaning'),
  key: fc.constantFrom(undefined, undefined, undefined, 'k.one', 'k.two', 'k.three'),
  colour: fc.constantFrom(undefined, '#B5504F', '#336699'),
  codable: fc.constantFrom(undefined, undefined, false as const),
  aliases: fc.constantFrom(undefined, ['Counting'], ['Heads', 'Tallies; sums']),
})

/** Which of a dozen identities the codes of a codebook have: another one has them in another order. */
const identities = fc.shuffledSubarray(
  Array.from({ length: 12 }, (_, i) => countedId<'code'>(100 + i)),
  { minLength: 9 },
)

/** A codebook of some codes in a tree; names and keys may repeat anywhere, and two codebooks share identities. */
export const codebooks: fc.Arbitrary<readonly Code[]> = fc
  .tuple(fc.array(fc.tuple(codeFacts, fc.nat({ max: 8 })), { minLength: 1, maxLength: 9 }), identities)
  .map(([list, ids]) =>
    list.map(([facts, below], i): Code => {
      const { name: words, codable, ...rest } = facts
      const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
      const parent = below < i ? ids[below] : undefined
      return {
        id: ids[i] ?? countedId<'code'>(99),
        name: words,
        ...said,
        ...(codable === false ? { codable } : {}),
        ...(parent ? { parent } : {}),
        order: `a${String.fromCharCode(98 + ((i * 7) % 20))}`,
      }
    }),
  )
