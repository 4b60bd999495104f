import { expect, test } from 'vitest'
import { correctText } from '../../shared/commands/correct-text.ts'
import { codingsInWords, outcomeInWords } from '../../shared/commands/correction-outcome.ts'
import { orphansOf } from '../../shared/model/orphans.ts'
import { codingsOf, turnsOf } from '../../shared/model/project.ts'
import { quoteHash } from '../../shared/text/quote-hash.ts'
import { standInHash } from '../support/build-project.ts'
import { expectChange } from '../support/expect-change.ts'
import { ada, asFile, before, better, built, byHand, quotesNow, source } from './correcting.ts'

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
