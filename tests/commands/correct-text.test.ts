import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctText } from '../../shared/commands/correct-text.ts'
import type { Correction } from '../../shared/commands/correction.ts'
import { codingsInWords, outcomeInWords } from '../../shared/commands/correction-outcome.ts'
import { reanchorCoding } from '../../shared/commands/reanchor.ts'
import { contentHash } from '../../shared/exchange/fingerprint.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import { adjustDraft } from '../../shared/importers/adjust-draft.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import { orphansOf } from '../../shared/model/orphans.ts'
import { codingsOf, type Project, turnsOf } from '../../shared/model/project.ts'
import { alignTexts } from '../../shared/text/align-texts.ts'
import { quoteHash } from '../../shared/text/quote-hash.ts'
import { type BuiltProject, buildProject, countedId, standInHash } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const built = buildProject({
  coders: ['Ada'],
  participants: ['Noor'],
  questions: ['How did it begin?'],
  codes: ['Funding', 'Trust', 'Time', 'Care'],
  sources: [
    {
      name: 'Interview 1',
      turns: [
        ['I', 'How did it begin?'],
        ['Noor', 'The fundng is scarse and no grant covers the first year.'],
        ['I', 'And then?'],
        ['Noor', 'People trusted us because we stayed. Nobody asked for a number.'],
        ['Noor', 'We took the time that it needed.'],
      ],
    },
  ],
  codings: [
    { source: 'Interview 1', code: 'Funding', quote: 'fundng is scarse' },
    { source: 'Interview 1', code: 'Trust', quote: 'People trusted us because we stayed.' },
    { source: 'Interview 1', code: 'Care', quote: 'Nobody asked for a number.' },
    { source: 'Interview 1', code: 'Time', quote: 'We took the time that it needed.' },
  ],
  restrictions: [{ source: 'Interview 1', quote: 'no grant covers the first year', consent: 'paraphrase' }],
  reports: [{ title: 'Report' }],
  quoteChoices: [{ report: 'Report', coding: 1, use: 'show', cuts: [{ start: 112, end: 119 }] }],
})
const source = built.source('Interview 1')
const before = built.texts(source.content) ?? ''
const ada = makingBy(built.coder('Ada').id)

const better = [
  'I: How did it begin?',
  'Noor: The funding is very scarce and no grant covers the first year.',
  'I: And then?',
  'Noor: So people trusted us because we stayed. There were other things to talk about.',
  'I: Such as?',
  'Noor: We took the time that it needed.',
].join('\n')

function byHand(after: string, text = before): Correction {
  return { alignment: alignTexts(text, after), content: standInHash(after) }
}

async function asFile(text: string): Promise<Correction> {
  const bytes = new TextEncoder().encode(text)
  const read = await readSource({ name: 'Interview 1 (corrected).txt', bytes })
  if (!read.ok) throw new Error(read.problem)
  const draft = adjustDraft(read.draft, { notSpeakers: [], merges: {}, roles: {}, takeSuggested: true })
  return {
    ...byHand(draft.text),
    version: { draft, original: { hash: 'f'.repeat(64), name: 'Interview 1 (corrected).txt', bytes } },
  }
}

function quotesNow(project: Project, after: string): Record<string, string> {
  return Object.fromEntries(
    codingsOf(project, source.id).map((coding) => [
      project.tables.code.get(coding.code)?.name ?? '',
      (coding.content === source.content ? before : after).slice(coding.start, coding.end),
    ]),
  )
}

test('a corrected file keeps codings on their words, and one whose words are gone on the text it was made on', async () => {
  const done = correctText(built.project, source.id, await asFile(better), ada)
  expect(done?.outcome.codings).toEqual({ same: 1, changed: 2, gone: 1 })
  expect(done && codingsInWords(done.outcome)).toBe(
    '1 coding unchanged, 2 with changed words, 1 whose words are gone',
  )
  expectChange(built.project, done?.gesture ?? null, (end) => {
    expect(quotesNow(end, better)).toEqual({
      Funding: 'funding is very scarce',
      Trust: 'people trusted us because we stayed.',
      Care: 'Nobody asked for a number.',
      Time: 'We took the time that it needed.',
    })
    const { codings } = orphansOf(end, source.id)
    expect(codings.map((coding) => coding.content)).toEqual([source.content])
    for (const coding of codingsOf(end, source.id)) {
      const text = coding.content === source.content ? before : better
      expect(coding.quote).toBe(quoteHash(text, coding.start, coding.end))
    }
  })
})

test('turns that survive keep their identity and their speaker; new ones come, gone ones go', async () => {
  const done = correctText(built.project, source.id, await asFile(better), ada)
  expect(done?.outcome.turns).toEqual({ kept: 5, added: 1, removed: 0 })
  expect(done && outcomeInWords(done.outcome)).toContain('5 turns kept, 1 new, 0 gone')
  expectChange(built.project, done?.gesture ?? null, (end) => {
    const was = turnsOf(built.project, source.id)
    const now = turnsOf(end, source.id)
    expect(now.map((turn) => better.slice(turn.start, turn.end))[4]).toBe('Such as?')
    expect([0, 1, 2, 3, 5].map((i) => now[i]?.id)).toEqual(was.map((turn) => turn.id))
    expect(now[4]?.speaker).toBe(was[0]?.speaker)
    expect(end.tables.speaker).toEqual(built.project.tables.speaker)
    expect(end.tables.source.get(source.id)).toMatchObject({
      content: standInHash(better),
      firstContent: source.content,
      original: { name: 'Interview 1 (corrected).txt' },
    })
  })
})

test('a label that is spelt otherwise is the same speaker, with role and participant', async () => {
  const done = correctText(built.project, source.id, await asFile(before.replaceAll('Noor:', 'P07:')), ada)
  expect(done?.outcome.newSpeakers).toEqual([])
  expectChange(built.project, done?.gesture ?? null, (end) => {
    const speakers = [...end.tables.speaker.values()].map(({ label, participant }) => [label, participant])
    expect(speakers).toContainEqual(['P07', built.participant('Noor').id])
    expect(end.tables.speaker.size).toBe(2)
  })
})

test('a voice that was not told apart before becomes a new speaker', async () => {
  const after = `${before.replace('Noor: We took', 'Sam: We took')}\nI: All of it?\nSam: All of it.`
  const done = correctText(built.project, source.id, await asFile(after), ada)
  expect(done?.outcome.newSpeakers).toEqual(['Sam'])
  expectChange(built.project, done?.gesture ?? null, (end) => {
    const last = turnsOf(end, source.id)[4]
    expect(last?.speaker && end.tables.speaker.get(last.speaker)?.label).toBe('Sam')
    expect(last?.id).toBe(turnsOf(built.project, source.id).at(-1)?.id)
  })
})

test('rules about passages cover what was put into them, and cuts of quotes move along', () => {
  const after = before
    .replace('no grant covers', 'no grant ever covers')
    .replace('People trusted', 'Well, people trusted')
  const done = correctText(built.project, source.id, byHand(after), ada)
  expectChange(built.project, done?.gesture ?? null, (end) => {
    const [rule] = [...end.tables.restriction.values()]
    expect(rule && after.slice(rule.start, rule.end)).toBe('no grant ever covers the first year')
    expect(rule?.content).toBe(standInHash(after))
    const [choice] = [...end.tables.quoteChoice.values()]
    const [was] = [...built.project.tables.quoteChoice.values()]
    const words = (text: string, of: typeof choice) =>
      (of?.cuts ?? []).map((cut) => text.slice(cut.start, cut.end))
    expect(words(after, choice)).toEqual(words(before, was))
  })
})

test('a turn corrected by hand changes its words only', () => {
  const after = before.replace('fundng is scarse', 'funding is scarce')
  const done = correctText(built.project, source.id, byHand(after), ada)
  expect(done?.gesture.label).toBe('Correct words in Interview 1')
  expect(done?.contents).toEqual([{ hash: standInHash(after), text: after }])
  expect(done?.outcome.codings).toEqual({ same: 3, changed: 1, gone: 0 })
  expectChange(built.project, done?.gesture ?? null, (end) => {
    const words = turnsOf(end, source.id).map((turn) => after.slice(turn.start, turn.end))
    expect(words[1]).toBe('The funding is scarce and no grant covers the first year.')
    expect(words[4]).toBe('We took the time that it needed.')
    expect(quotesNow(end, after)).toMatchObject({ Funding: 'funding is scarce' })
  })
})

test('the same text again is nothing to do', () => {
  expect(
    correctText(built.project, source.id, { ...byHand(before), content: source.content }, ada),
  ).toBeNull()
})

test('a paragraph that was moved takes its coding along', () => {
  const lines = before.split('\n')
  const after = [lines[4], ...lines.slice(0, 4)].join('\n')
  const done = correctText(built.project, source.id, byHand(after), ada)
  expect(done?.outcome.codings.gone).toBe(0)
  expectChange(built.project, done?.gesture ?? null, (end) =>
    expect(quotesNow(end, after)).toMatchObject({ Time: 'We took the time that it needed.' }),
  )
})

test('an orphan is placed at words that are read now, and undone it is an orphan again', () => {
  const after = before.replace('Nobody asked for a number.', 'There were other things.')
  const done = correctText(built.project, source.id, byHand(after), ada)
  const corrected = expectChange(built.project, done?.gesture ?? null)
  const [orphan] = orphansOf(corrected, source.id).codings
  if (!orphan) throw new Error('no orphan')
  const start = after.indexOf('There were')
  const place = { text: after, start, end: start + 'There were other things.'.length }
  const gesture = reanchorCoding(corrected, source.id, orphan.id, place)
  expect(gesture?.label).toBe('Place Care at its words again')
  expectChange(corrected, gesture, (end) => {
    expect(orphansOf(end, source.id).codings).toEqual([])
    expect(quotesNow(end, after)).toMatchObject({ Care: 'There were other things.' })
  })
})

test('going back to the first text puts every coding where it was', async () => {
  const there = correctText(built.project, source.id, byHand(better), ada)
  const end = expectChange(built.project, there?.gesture ?? null)
  const back = correctText(
    end,
    source.id,
    { alignment: alignTexts(better, before), content: source.content },
    ada,
  )
  expectChange(end, back?.gesture ?? null, (again) => {
    expect(orphansOf(again, source.id).codings).toEqual([])
    expect(quotesNow(again, '').Care).toBe('Nobody asked for a number.')
  })
})

test('a translation stays beside its turns', async () => {
  const turns = turnsOf(built.project, source.id)
  const translation = {
    id: countedId<'translation'>(77),
    source: source.id,
    language: 'German',
    translator: 'Ada',
    content: standInHash('Wie begann es?'),
    of: source.content,
    stretches: turns.flatMap((turn, i) => [turn.start, i, i + 1]),
    order: 'V',
  }
  const project = {
    ...built.project,
    tables: { ...built.project.tables, translation: new Map([[translation.id, translation]]) },
  }
  const done = correctText(project, source.id, await asFile(better), ada)
  expectChange(project, done?.gesture ?? null, (end) => {
    const [moved] = end.tables.translation.values()
    const now = turnsOf(end, source.id)
    expect(moved?.of).toBe(standInHash(better))
    expect(moved?.stretches.filter((_, i) => i % 3 === 0)).toEqual([0, 1, 2, 3, 5].map((i) => now[i]?.start))
  })
})

test('a project file of the standard alone keeps what stands on an earlier text', () => {
  const after = before.replace('Nobody asked for a number.', 'There were other things.')
  const hash = contentHash(after)
  const first = contentHash(before)
  const own = JSON.parse(
    JSON.stringify([...codingsOf(built.project, source.id)]).replaceAll(source.content, first),
  )
  const start: Project = {
    ...built.project,
    tables: {
      ...built.project.tables,
      source: new Map([[source.id, { ...source, content: first, firstContent: first }]]),
      restriction: new Map(),
      quoteChoice: new Map(),
      report: new Map(),
    },
    codings: new Map([[source.id, own]]),
  }
  const done = correctText(start, source.id, { alignment: alignTexts(before, after), content: hash }, ada)
  const project = expectChange(start, done?.gesture ?? null)
  const contents = new Map(
    [before, after].map((text) => [contentHash(text), { hash: contentHash(text), text }]),
  )
  const bytes = writeProjectFile(
    { project, contents, originals: new Map(), changes: [] },
    { at: 0, standardOnly: true },
  )
  const read = readProjectFile(bytes)
  if (!read.ok) throw new Error(read.problem)
  const again = [...read.archive.project.tables.source.values()][0]?.id
  if (!again) throw new Error('no source')
  const { codings } = orphansOf(read.archive.project, again)
  expect(
    codings.map(({ content, start: from, end }) => read.archive.contents.get(content)?.text.slice(from, end)),
  ).toEqual(['Nobody asked for a number.'])
})

/** A text of words that each stand in it once, and edits of single words or runs of them. */
const edited = fc.record({
  size: fc.integer({ min: 1, max: 60 }),
  edits: fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 4 })), {
    maxLength: 8,
  }),
  passages: fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 8 }),
})

test('no coding moves off its words and none is lost, whatever is edited', () => {
  fc.assert(
    fc.property(edited, ({ size, edits, passages }) => {
      const words = Array.from({ length: size }, (_, i) => `kept${i}q`)
      const text = words.join(' ')
      const changed = edits.reduce<string[]>(
        (now, [at, out, put], n) =>
          now.toSpliced(
            at % (now.length + 1),
            out,
            ...Array.from({ length: put }, (_, i) => `0new${n}x${i}`),
          ),
        words,
      )
      const after = changed.join(' ')
      const project = codedProject(
        text,
        passages.map(([from, length]) => words.slice(from % size, (from % size) + length).join(' ')),
      )
      const of = project.source('Interview')
      const done = correctText(project.project, of.id, byHand(after, text), makingBy(project.coder('Ada').id))
      if (!done) return
      const left = new Set(changed)
      const end = expectChange(project.project, done.gesture)
      expect(codingsOf(end, of.id)).toHaveLength(project.codings.length)
      for (const coding of codingsOf(end, of.id)) {
        const was = project.codings.find((each) => each.id === coding.id)
        const own = text.slice(was?.start, was?.end).split(' ')
        const orphan = coding.content === of.content && standInHash(after) !== of.content
        if (orphan) {
          expect(coding).toEqual(was)
          expect(own.filter((word) => left.has(word)).length).toBeLessThan(own.length)
        } else {
          const now = after.slice(coding.start, coding.end).split(' ')
          expect(now.filter((word) => word.startsWith('kept'))).toEqual(own.filter((word) => left.has(word)))
          expect(coding.quote).toBe(quoteHash(now.join(' ')))
        }
      }
    }),
    { numRuns: 300 },
  )
})

function codedProject(text: string, quotes: readonly string[]): BuiltProject {
  return buildProject({
    coders: ['Ada'],
    codes: ['Idea'],
    sources: [{ name: 'Interview', text }],
    codings: quotes.map((quote) => ({ source: 'Interview', code: 'Idea', quote })),
  })
}
