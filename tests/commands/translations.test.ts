import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../../shared/change/apply-change.ts'
import { create } from '../../shared/change/edit.ts'
import { addTranslation } from '../../shared/commands/add-translation.ts'
import {
  changeTranslation,
  changeTranslationText,
  rewordedTranslation,
} from '../../shared/commands/change-translation.ts'
import { moveTranslatedWords, shiftTranslation } from '../../shared/commands/move-translated-words.ts'
import { removeSources } from '../../shared/commands/remove-source.ts'
import { removeTranslation } from '../../shared/commands/remove-translation.ts'
import { brokenByEdits, brokenRules } from '../../shared/model/integrity.ts'
import type { Project } from '../../shared/model/project.ts'
import type { Translation } from '../../shared/model/source-entities.ts'
import { flatStretches, stretchesIn, translationsOf, unitsOf } from '../../shared/model/translations.ts'
import { buildTranslation, pairedTranslation } from '../../shared/text/build-translation.ts'
import { buildProject, standInHash } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const words = ['What stopped you?', 'Money, always money.', 'And then?', 'We carried on.']

function interview() {
  const built = buildProject({
    participants: ['Noor'],
    sources: [
      {
        name: 'Interview 3',
        turns: [
          ['I', '¿Qué los frenó?'],
          ['Noor', 'El dinero, siempre el dinero.'],
          ['I', '¿Y luego?'],
          ['Noor', 'Seguimos.'],
        ],
      },
    ],
  })
  const source = built.source('Interview 3')
  const text = built.texts(source.content) ?? ''
  const units = unitsOf(built.project, source.id, text)
  const translated = buildTranslation(words.map((each, i) => ({ at: units[i]?.start ?? 0, text: each })))
  const making = makingBy(built.coder('Ada').id)
  const content = standInHash('first')
  const wanted = { source: source.id, language: 'English', translator: 'R. Okafor', content, ...translated }
  return { ...built, source, units, translated, making, content, wanted }
}

function translatedInterview() {
  const start = interview()
  const project = expectChange(start.project, addTranslation(start.project, start.wanted, start.making))
  return { ...start, project, translation: only(project) }
}

function only(project: Project): Translation {
  const [translation] = project.tables.translation.values()
  if (!translation) throw new Error('No translation')
  return translation
}

/** The words beside each turn. */
function beside(project: Project, units: readonly { start: number }[], text: string): string[] {
  const stretches = stretchesIn(only(project))
  return units.map(({ start }) => {
    const found = stretches.find((stretch) => stretch.at === start)
    return found ? text.slice(found.start, found.end) : ''
  })
}

test('a translation stands beside its turns, and nothing that is counted changes', () => {
  const { project, source, units, translated, texts, content } = translatedInterview()
  expect(beside(project, units, translated.text)).toEqual(words)
  expect(project.tables.source.get(source.id)).toEqual(source)
  expect(translationsOf(project, source)).toHaveLength(1)
  const all = (hash: string) => (hash === content ? translated.text : texts(source.content))
  expect(brokenRules(project, all)).toEqual([])
})

test('a translation without a language, or without words, is not added', () => {
  const { project, wanted, making } = interview()
  expect(addTranslation(project, { ...wanted, language: ' ' }, making)).toBeNull()
  expect(addTranslation(project, { ...wanted, stretches: [] }, making)).toBeNull()
})

test('its language and translator can be said otherwise', () => {
  const { project, translation } = translatedInterview()
  const end = expectChange(project, changeTranslation(project, translation.id, { translator: ' M. Ito ' }))
  expect(only(end)).toMatchObject({ language: 'English', translator: 'M. Ito' })
  expect(changeTranslation(project, translation.id, { language: 'English' })).toBeNull()
})

test('a stretch in other words makes a new text in which all others stay', () => {
  const { project, units, translation, translated } = translatedInterview()
  const again = rewordedTranslation(
    translation,
    translated.text,
    units[1]?.start ?? 0,
    'Funds. It was always funds.\n',
  )
  if (!again) throw new Error('Nothing changed')
  const end = expectChange(
    project,
    changeTranslationText(project, translation.id, standInHash('second'), again.stretches),
  )
  expect(beside(end, units, again.text)).toEqual([
    words[0],
    'Funds. It was always funds.',
    words[2],
    words[3],
  ])
  expect(rewordedTranslation(translation, translated.text, units[1]?.start ?? 0, words[1] ?? '')).toBeNull()
})

test('a stretch without words goes, and a turn without one gets one, also the first', () => {
  const { units, translation, translated } = translatedInterview()
  for (const at of [0, 1, 3]) {
    const place = units[at]?.start ?? 0
    const gone = rewordedTranslation(translation, translated.text, place, ' ')
    expect(gone?.stretches.map((stretch) => stretch.at)).not.toContain(place)
    const back = rewordedTranslation(
      { stretches: flatStretches(gone?.stretches ?? []) },
      gone?.text ?? '',
      place,
      'Again',
    )
    const read = back?.stretches.map((each) => back.text.slice(each.start, each.end))
    expect(read).toEqual(words.with(at, 'Again'))
  }
})

test('words before the cut move to the turn before, those after it to the turn after', () => {
  const { project, units, translation, translated } = translatedInterview()
  const aligned = { units, text: translated.text }
  const at = units[1]?.start ?? 0
  const cut = translated.text.indexOf('always')
  const back = moveTranslatedWords(project, translation.id, aligned, { at, cut, to: 'before' })
  expect(beside(expectChange(project, back), units, translated.text)).toEqual([
    'What stopped you?\nMoney,',
    'always money.',
    words[2],
    words[3],
  ])
  const on = moveTranslatedWords(project, translation.id, aligned, { at, cut, to: 'after' })
  expect(beside(expectChange(project, on), units, translated.text)).toEqual([
    words[0],
    'Money,',
    'always money.\nAnd then?',
    words[3],
  ])
  const first = { at: units[0]?.start ?? 0, cut: 400, to: 'before' } as const
  expect(moveTranslatedWords(project, translation.id, aligned, first)).toBeNull()
})

test('a translation that lost step is shifted from one turn on', () => {
  const { project, units, translation, translated } = translatedInterview()
  const on = shiftTranslation(project, translation.id, units, { from: units[1]?.start ?? 0, by: 1 })
  expect(beside(expectChange(project, on), units, translated.text)).toEqual([
    words[0],
    '',
    words[1],
    `${words[2]}\n${words[3]}`,
  ])
  const back = shiftTranslation(project, translation.id, units, { from: units[2]?.start ?? 0, by: -1 })
  expect(beside(expectChange(project, back), units, translated.text)).toEqual([
    words[0],
    `${words[1]}\n${words[2]}`,
    words[3],
    '',
  ])
})

test('a translation is removed alone, or goes with its source', () => {
  const { project, source, translation } = translatedInterview()
  const end = expectChange(project, removeTranslation(project, translation.id))
  expect(end.tables.translation.size).toBe(0)
  expect(end.tables.source.size).toBe(1)
  expect(expectChange(project, removeSources(project, [source.id])).tables.translation.size).toBe(0)
})

test('stretches out of order, past their text or at no place are broken rules', () => {
  const { project, translation, translated, texts, source, content } = translatedInterview()
  const all = (hash: string) => (hash === content ? translated.text.slice(0, 20) : texts(source.content))
  expect(brokenRules(project, all).map((each) => each.rule)).toEqual(['reaches past the end of its text'])
  expect(brokenRules(project, texts).map((each) => each.rule)).toEqual(['its text is missing'])
  for (const stretches of [
    [9, 0, 4, 3, 5, 7],
    [0, 4, 4],
    [0, 1],
    [0, -1, 3],
    [0, 0.5, 3],
    ['0', 0, 3],
  ]) {
    const edit = create('translation', { ...translation, stretches: [] })
    const wrong = { ...edit, after: { ...edit.after, stretches } }
    const applied = applyEdits(project, [{ ...wrong, id: standInHash('another') }])
    expect(applied.ok && brokenByEdits(applied.project, [wrong]), JSON.stringify(stretches)).toHaveLength(1)
  }
})

const steps = fc.array(
  fc.record({
    act: fc.constantFrom('before', 'after', 'on', 'back'),
    unit: fc.nat(3),
    cut: fc.nat(90),
  }),
  { maxLength: 12 },
)

test('whatever is mended, no translated word is lost or doubled and the order stays', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { project, units, translated, translation } = translatedInterview()
      let now = project
      const text = translated.text
      for (const { act, unit, cut } of all) {
        const at = units[unit]?.start ?? 0
        const gesture =
          act === 'before' || act === 'after'
            ? moveTranslatedWords(now, translation.id, { units, text }, { at, cut, to: act })
            : shiftTranslation(now, translation.id, units, { from: at, by: act === 'on' ? 1 : -1 })
        if (gesture) now = expectChange(now, gesture)
        const read = stretchesIn(only(now))
          .map((each) => text.slice(each.start, each.end))
          .join(' ')
        expect(read.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''))
      }
    }),
    { numRuns: 60 },
  )
})

test('paired turns become stretches, each used once', () => {
  const { units } = interview()
  const text = 'a bb\nccc'
  const made = pairedTranslation(units, {
    text,
    turns: [
      { start: 0, end: 1 },
      { start: 2, end: 4 },
      { start: 5, end: 8 },
    ],
    to: [0, 0, 2],
  })
  expect(made.text).toBe('a\nbb\nccc')
  expect(made.stretches).toEqual([
    { at: units[0]?.start, start: 0, end: 4 },
    { at: units[2]?.start, start: 5, end: 8 },
  ])
})
