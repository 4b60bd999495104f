import { expect, test } from 'vitest'
import { namesOf, versionRecogniser } from '../../shared/commands/recognise-version.ts'
import { sketchText } from '../../shared/text/text-sketch.ts'
import { type BuiltProject, buildProject } from '../support/build-project.ts'

/** Words drawn from a vocabulary as people use it: few often, many seldom. */
function speech(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
  const words = (count: number) =>
    Array.from({ length: count }, () => `w${Math.floor(next() ** 3 * 4000).toString(36)}`).join(' ')
  return { next, words }
}

const guide = Array.from({ length: 12 }, (_, i) => speech(900 + i).words(40))

function interview(seed: number, wordsInAnswer = 140): string {
  const { words } = speech(seed)
  return guide.map((question) => `I: ${question}?\nNoor: ${words(wordsInAnswer)}.`).join('\n')
}

function recognised(
  known: ReturnType<typeof sketches>,
  { name, text }: { readonly name: string; readonly text: string },
) {
  return known({ name, sketch: sketchText(text) })
}

function corrected(text: string, share: number): string {
  const { next } = speech(5)
  return text
    .split(' ')
    .map((word) => (next() < share ? `${word}zz` : word))
    .join(' ')
}

function sketches(built: BuiltProject) {
  return versionRecogniser(
    [...built.project.tables.source.values()].map((source) => ({
      id: source.id,
      names: namesOf(source),
      sketch: sketchText(built.texts(source.content) ?? ''),
    })),
  )
}

const many = buildProject({
  sources: Array.from({ length: 1000 }, (_, i) => ({ name: `Interview ${i}`, text: interview(i + 1) })),
})
const manySketches = sketches(many)

test('among 1,000 interviews of one guide, a corrected one is found whatever it is called now', () => {
  for (const share of [0, 0.02, 0.08]) {
    const file = { name: 'from the typist.txt', text: corrected(interview(500), share) }
    const found = recognised(manySketches, file)
    expect(found).toMatchObject({ source: many.source('Interview 499').id, sure: true })
  }
})

test('another interview of the same guide is nobody’s better version, not even under a name that is there', () => {
  for (let seed = 5001; seed < 5041; seed++) {
    const file = { name: `Interview ${seed - 5000}.docx`, text: interview(seed) }
    expect(recognised(manySketches, file)).toBeNull()
  }
})

test('where one interview is all there is, the questions of the guide do not make the next one its version', () => {
  const one = buildProject({ sources: [{ name: 'Interview 1', text: interview(1, 60) }] })
  const file = { name: 'Interview 2.docx', text: interview(2, 60) }
  expect(recognised(sketches(one), file)).toBeNull()
})

test('a heavily corrected file is known by its name, and then somebody is asked', () => {
  const text = corrected(interview(7), 0.3)
  const named = recognised(manySketches, {
    name: 'Interview_6 (corrected) v2.docx',
    text,
  })
  expect(named).toMatchObject({ source: many.source('Interview 6').id, sure: false })
  expect(recognised(manySketches, { name: 'other.docx', text })).toBeNull()
})

test('half a transcript that is now whole is found, and somebody is asked', () => {
  const half = interview(3).slice(0, 3000)
  const built = buildProject({
    sources: [
      { name: 'Draft', text: half },
      { name: 'Other', text: interview(4) },
    ],
  })
  const found = recognised(sketches(built), { name: 'whole.txt', text: interview(3) })
  expect(found).toMatchObject({ source: built.source('Draft').id, sure: false })
})

test('of two copies of one source nobody could say which is meant', () => {
  const text = interview(9)
  const built = buildProject({
    sources: [
      { name: 'A', text },
      { name: 'B', text: `${text} ` },
    ],
  })
  expect(recognised(sketches(built), { name: 'C.txt', text })).toBeNull()
})

test('texts in scripts without spaces are recognised too', () => {
  const text =
    '我们从社区开始，没有资金，也没有人相信。后来人们看到我们留下来了，他们开始信任我们，这需要时间。'.repeat(
      1,
    )
  const built = buildProject({ sources: [{ name: '访谈', text }] })
  const found = recognised(sketches(built), {
    name: 'x.txt',
    text: text.replace('没有资金', '没有钱'),
  })
  expect(found?.source).toBe(built.source('访谈').id)
})
