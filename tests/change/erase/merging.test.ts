import { expect, test } from 'vitest'
import { create, update } from '../../../shared/change/edit.ts'
import { erase } from '../../../shared/change/erase/erase.ts'
import { namesOf } from '../../../shared/change/erase/erasure-wish.ts'
import { withoutErased } from '../../../shared/change/erase/without-erased.ts'
import { type MergedCopies, mergeCopies } from '../../../shared/change/merge/merge-copies.ts'
import { recordMerge } from '../../../shared/change/merge/record-merge.ts'
import { recordGesture } from '../../../shared/change/record-gesture.ts'
import { replay } from '../../../shared/change/replay.ts'
import { undoStack } from '../../../shared/change/undo-stack.ts'
import { correctText } from '../../../shared/commands/correct-text.ts'
import { contentHash } from '../../../shared/exchange/fingerprint.ts'
import type { Archive } from '../../../shared/model/archive.ts'
import type { Coding } from '../../../shared/model/entities.ts'
import { brokenRules } from '../../../shared/model/integrity.ts'
import { alignTexts } from '../../../shared/text/align-texts.ts'
import { quoteHash } from '../../../shared/text/quote-hash.ts'
import { standingIn } from './every-string.ts'
import { makingAt, ravi, toldInquiry } from './told-inquiry.ts'

const told = toldInquiry()
const names = [...namesOf(told.archive, [told.ravi]), 'Ravindra']
const words = [...ravi.alone, ...ravi.session].flatMap((line) => [line.slice(0, 24), line.slice(-24, -2)])
const all = [...words, 'ravindra', 'menon', 'elephant under']
const erased = erase(told.archive, { participants: [told.ravi], names }, makingAt('erasing')).archive
const colleague = workedOn(told.archive)

/** A colleague's copy: new codings on others' words and on his, a memo that names him, and a note. */
function workedOn(archive: Archive): Archive {
  const making = makingAt('colleague')
  const session = archive.project.tables.source.get(told.session.id) ?? told.session
  const text = archive.contents.get(session.content)?.text ?? ''
  const [like] = [...archive.project.codings.values()].flat()
  if (!like) throw new Error('Nothing is coded')
  const codingOn = (quote: string): Coding => {
    const start = text.indexOf(quote)
    const end = start + quote.length
    const { note: _, ...rest } = like
    return {
      ...rest,
      id: making.newId(),
      source: session.id,
      content: session.content,
      start,
      end,
      quote: quoteHash(text, start, end),
    }
  }
  const memo = [...archive.project.tables.memo.values()].find(({ title }) => title === 'On hers')
  if (!memo) throw new Error('There is no memo')
  const edits = [
    create('coding', codingOn('when Ravindra came back')),
    create('coding', codingOn('borrowed sandals')),
    create('memo', {
      id: making.newId<'memo'>(),
      kind: 'analytic',
      title: 'New',
      text: `Ravindra again: ${ravi.alone[1]}`,
      about: { kind: 'project' },
      by: making.by,
      at: 9,
    }),
    update('memo', memo, { text: 'there, as she says to Ravindra' }),
  ]
  return { ...archive, ...recordGesture({ label: 'Think about Ravindra', edits }, archive, making) }
}

function after(mine: Archive, merged: MergedCopies, desk = 'merging'): Archive {
  const base = merged.rewritten ?? mine
  return {
    ...recordMerge(merged, base, makingAt(desk)),
    contents: new Map([...base.contents, ...merged.contents.map((each) => [each.hash, each] as const)]),
    originals: new Map([...base.originals, ...merged.originals.map((each) => [each.hash, each] as const)]),
  }
}

function merged(mine: Archive, theirs: Archive, desk = 'merging', base?: Archive): Archive {
  const copies = { mine, theirs, ...(base ? { base } : {}) }
  return after(mine, mergeCopies(copies, { prefer: 'theirs' }, makingAt(`${desk} at`)), desk)
}

function mustBeSound(archive: Archive): void {
  expect(brokenRules(archive.project, (hash) => archive.contents.get(hash)?.text)).toEqual([])
  expect(replay(archive.changes)).toEqual(archive.project)
}

function quotesIn(archive: Archive): readonly (string | undefined)[] {
  return (archive.project.codings.get(told.session.id) ?? []).map(({ content, start, end }) =>
    archive.contents.get(content)?.text.slice(start, end),
  )
}

test('a colleague’s copy that still has everything brings nothing back, and its own work comes in', async () => {
  for (const base of [undefined, told.archive]) {
    const end = merged(erased, colleague, 'merging', base)
    mustBeSound(end)
    expect(await standingIn(end, all)).toEqual([])
    expect(quotesIn(end)).toContain('when [name] came back')
    expect(quotesIn(end)).not.toContain('[erased]')
    const texts = [...end.project.tables.memo.values()].map(({ text }) => text)
    expect(texts).toContain('there, as she says to [name]')
    expect(texts).toContain('[name] again: [erased].')
  }
})

test('what a colleague erased is erased here too, out of the history and the files', async () => {
  const end = merged(colleague, erased)
  mustBeSound(end)
  expect(await standingIn(end, all)).toEqual([])
  expect(quotesIn(end)).toContain('when [name] came back')
  expect(undoStack(end.changes).undoable).toHaveLength(1)
  expect(end.project.tables.source.has(told.interview.id)).toBe(false)
})

test('merging the same copy twice changes nothing', () => {
  for (const [mine, theirs] of [
    [erased, colleague],
    [colleague, erased],
  ] as const) {
    const once = merged(mine, theirs)
    const again = mergeCopies({ mine: once, theirs }, { prefer: 'theirs' }, makingAt('again'))
    expect(again.gesture.edits).toEqual([])
    expect(again.rewritten).toBeUndefined()
    expect(after(once, again, 'again')).toEqual(once)
  }
})

test('whichever way two copies are merged, they come to the same texts and things', () => {
  const [one, other] = [merged(erased, colleague), merged(colleague, erased)]
  const things = ({ project }: Archive) =>
    Object.entries(project.tables)
      .flatMap(([kind, table]) => (kind === 'erasure' ? [] : [...table.keys()]))
      .sort()
  expect(things(one)).toEqual(things(other))
  expect([...one.contents.keys()].sort()).toEqual([...other.contents.keys()].sort())
})

test('a correction that a colleague made to a text with erased words is not taken over, their codings are', async () => {
  const making = makingAt('corrector')
  const session = colleague.project.tables.source.get(told.session.id) ?? told.session
  const text = colleague.contents.get(session.content)?.text ?? ''
  const better = text
    .replace('Quietly I sold', 'Quite quietly I have sold')
    .replace('The season', 'That season')
  const content = { hash: contentHash(better), text: better }
  const correction = correctText(
    colleague.project,
    session.id,
    { alignment: alignTexts(text, better), content: content.hash },
    making,
  )
  if (!correction) throw new Error('There was nothing to correct')
  const corrected = {
    ...colleague,
    ...recordGesture(correction.gesture, colleague, making),
    contents: new Map([...colleague.contents, [content.hash, content]]),
  }
  for (const end of [merged(erased, corrected), merged(corrected, erased)]) {
    mustBeSound(end)
    expect(await standingIn(end, [...all, 'quite quietly'])).toEqual([])
    expect(quotesIn(end)).toContain('when [name] came back')
  }
})

test('a new interview that a colleague brought in of somebody who was erased goes too', async () => {
  const making = makingAt('bringing')
  const text = 'Ravi: Kites taught us more than the ministry ever dared.'
  const content = { hash: contentHash(text), text }
  const { original: _, ...like } = told.interview
  const source = {
    ...like,
    id: making.newId<'source'>(),
    name: 'Second',
    content: content.hash,
    firstContent: content.hash,
  }
  const voice = making.newId<'speaker'>()
  const edits = [
    create('source', source),
    create('speaker', {
      id: voice,
      source: source.id,
      label: 'Ravi',
      role: 'participant',
      participant: told.ravi,
    }),
    create('turn', {
      id: making.newId<'turn'>(),
      source: source.id,
      label: 0,
      start: 6,
      end: text.length,
      speaker: voice,
    }),
  ]
  const theirs = {
    ...colleague,
    ...recordGesture({ label: 'Import Second', edits }, colleague, making),
    contents: new Map([...colleague.contents, [content.hash, content]]),
  }
  for (const end of [merged(erased, theirs), merged(theirs, erased)]) {
    mustBeSound(end)
    expect(await standingIn(end, [...all, 'kites'])).toEqual([])
  }
})

test('an older file or backup put in the place of the project comes without what was erased', async () => {
  const clean = withoutErased(told.archive, erased, makingAt('restoring'))
  mustBeSound(clean)
  expect(await standingIn(clean, all)).toEqual([])
  expect(withoutErased(clean, erased, makingAt('restoring'))).toBe(clean)
  expect(clean.project.tables.participant).toEqual(erased.project.tables.participant)
  expect(clean.project.codings).toEqual(erased.project.codings)
})

test('a second erasure leaves the first one’s tombstone without a trace of it', async () => {
  const twice = erase(erased, { names: ['Noor'] }, makingAt('second')).archive
  mustBeSound(twice)
  expect(await standingIn(twice, [...all, 'noor'])).toEqual([])
  for (const end of [
    merged(twice, colleague),
    merged(colleague, twice),
    merged(erased, twice),
    merged(twice, erased),
  ]) {
    mustBeSound(end)
    expect(await standingIn(end, [...all, 'noor'])).toEqual([])
  }
})
