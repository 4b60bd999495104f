import fc from 'fast-check'
import { decidedPlaces } from '../../../shared/analysis/agreement/decided-places.ts'
import type { Gesture } from '../../../shared/change/change.ts'
import { create, invert, remove, update } from '../../../shared/change/edit.ts'
import { recordGesture } from '../../../shared/change/record-gesture.ts'
import { correctText } from '../../../shared/commands/correct-text.ts'
import { decideDisagreement, takeBackDecision } from '../../../shared/commands/decide-disagreement.ts'
import { deleteCode } from '../../../shared/commands/delete-code.ts'
import { decisionsWithout } from '../../../shared/commands/follow-decisions.ts'
import { joinTurns } from '../../../shared/commands/join-turns.ts'
import { mergeCodes } from '../../../shared/commands/merge-codes.ts'
import { moveCode } from '../../../shared/commands/move-code.ts'
import { removeSources } from '../../../shared/commands/remove-source.ts'
import { splitTurn } from '../../../shared/commands/split-turn.ts'
import { contentHash } from '../../../shared/exchange/fingerprint.ts'
import type { Archive, Content } from '../../../shared/model/archive.ts'
import type { Coding } from '../../../shared/model/entities.ts'
import { turnsOf } from '../../../shared/model/project.ts'
import { alignTexts } from '../../../shared/text/align-texts.ts'
import { quoteHash } from '../../../shared/text/quote-hash.ts'

import { codingOn, type Maker } from './begun-inquiry.ts'

/** One thing somebody does at their desk; numbers are taken modulo what is there. */
export interface Act {
  readonly act: keyof typeof acts
  readonly n: number
  readonly m: number
  readonly word: string
}

type Done = { readonly gesture: Gesture | null; readonly content?: Content }

interface Desk {
  readonly archive: Archive
  readonly making: Maker
}

const acts = {
  rename: ({ archive }: Desk, { n, word }: Act): Done => {
    const code = nth(archive.project.tables.code, n)
    return done(code && { label: 'Rename', edits: [update('code', code, { name: word })] })
  },
  define: ({ archive }: Desk, { n, word }: Act): Done => {
    const code = nth(archive.project.tables.code, n)
    return done(code && { label: 'Define', edits: [update('code', code, { definition: word })] })
  },
  newCode: ({ archive, making }: Desk, { n, word }: Act): Done => {
    const parent = n % 3 === 0 ? undefined : nth(archive.project.tables.code, n)?.id
    const code = { id: making.newId<'code'>(), name: word, ...(parent ? { parent } : {}), order: `W${n % 4}` }
    return done({ label: 'New code', edits: [create('code', code)] })
  },
  moveCode: ({ archive: { project } }: Desk, { n, m }: Act): Done => {
    const [code, parent] = [nth(project.tables.code, n), nth(project.tables.code, m)]
    return done(
      code && parent && moveCode(project, code.id, { parent: m % 4 ? parent.id : null, before: null }),
    )
  },
  deleteCode: ({ archive: { project } }: Desk, { n, m }: Act): Done => {
    const code = nth(project.tables.code, n)
    return done(code && deleteCode(project, code.id, m % 2 ? 'go' : 'move up'))
  },
  mergeCodes: ({ archive: { project } }: Desk, { n, m }: Act): Done => {
    const [from, into] = [nth(project.tables.code, n), nth(project.tables.code, m)]
    return done(from && into && mergeCodes(project, from.id, into.id))
  },
  apply: ({ archive, making }: Desk, { n, m, word }: Act): Done => {
    const source = nth(archive.project.tables.source, n)
    const code = nth(archive.project.tables.code, m)
    const text = source && archive.contents.get(source.content)?.text
    if (!source || !code || !text) return done(null)
    const start = (m * 17) % Math.max(1, text.length - 30)
    const coding = codingOn(text, source, start, start + 10 + word.length, code.id, making)
    return done({ label: 'Apply', edits: [create('coding', coding)] })
  },
  note: ({ archive }: Desk, { n, m, word }: Act): Done => {
    const coding = nthCoding(archive, n)
    const change = m % 3 === 0 ? { note: word } : m % 3 === 1 ? { stance: 'denies' as const } : { star: true }
    return done(coding && { label: 'Note', edits: [update('coding', coding, change)] })
  },
  bound: ({ archive }: Desk, { n, m }: Act): Done => {
    const coding = nthCoding(archive, n)
    const text = coding && archive.contents.get(coding.content)?.text
    if (!coding || !text) return done(null)
    const end = Math.min(text.length, coding.end + (m % 5))
    const quote = quoteHash(text, coding.start, end)
    return done({ label: 'Bound', edits: [update('coding', coding, { end, quote })] })
  },
  uncode: ({ archive }: Desk, { n }: Act): Done => {
    const coding = nthCoding(archive, n)
    if (!coding) return done(null)
    const choices = [...archive.project.tables.quoteChoice.values()].filter(
      (each) => each.coding === coding.id,
    )
    return done({
      label: 'Uncode',
      edits: [
        ...choices.map((each) => remove('quoteChoice', each)),
        ...decisionsWithout(archive.project, [coding]),
        remove('coding', coding),
      ],
    })
  },
  decide: ({ archive, making }: Desk, { n, m, word }: Act): Done => {
    const coding = nthCoding(archive, n)
    const source = coding && archive.project.tables.source.get(coding.source)
    const text = source && archive.contents.get(source.content)?.text
    if (!coding || !text || coding.content !== source.content) return done(null)
    const { start, end, code } = coding
    const decision =
      m % 3 === 0
        ? ({ decided: 'does not apply', reason: word } as const)
        : ({ decided: 'applies', reason: word, span: { start, end } } as const)
    const place = { source: source.id, start, end, code, text }
    const earlier = m % 2 === 0 ? decidedPlaces(archive.project)(place)?.id : undefined
    return done(decideDisagreement(archive.project, place, decision, making, earlier))
  },
  takeBack: ({ archive: { project } }: Desk, { n }: Act): Done => {
    const decision = nth(project.tables.adjudication, n)
    return done(decision ? takeBackDecision(project, decision.id) : null)
  },
  source: ({ archive }: Desk, { n, m, word }: Act): Done => {
    const source = nth(archive.project.tables.source, n)
    const person = nth(archive.project.tables.participant, m)
    const question = nth(archive.project.tables.question, m)
    if (!source || !person || !question) return done(null)
    const changes = [
      { name: word },
      { status: 'done' as const },
      { participants: [...new Set([...(source.participants ?? []), person.id])] },
      { asked: { ...source.asked, [question.id]: m % 2 ? ('asked' as const) : ('not asked' as const) } },
    ][m % 4]
    return done({ label: 'Source', edits: [update('source', source, changes ?? {})] })
  },
  deleteSource: ({ archive: { project } }: Desk, { n, m }: Act): Done => {
    const source = nth(project.tables.source, n)
    return done(source && m % 3 === 0 ? removeSources(project, [source.id]) : null)
  },
  correct: ({ archive, making }: Desk, { n, m, word }: Act): Done => {
    const source = nth(archive.project.tables.source, n)
    const before = source && archive.contents.get(source.content)?.text
    if (!source || !before) return done(null)
    const at = before.indexOf(' ', (m * 13) % before.length) + 1
    const after = `${before.slice(0, at)}${word} ${before.slice(m % 3 ? at : at + 6)}`
    const content = contentHash(after)
    const correction = { alignment: alignTexts(before, after), content }
    const corrected = correctText(archive.project, source.id, correction, making)
    return corrected ? { gesture: corrected.gesture, content: { hash: content, text: after } } : done(null)
  },
  split: ({ archive, making }: Desk, { n, m }: Act): Done => {
    const source = nth(archive.project.tables.source, n)
    const text = source && archive.contents.get(source.content)?.text
    const turns = source ? turnsOf(archive.project, source.id) : []
    const turn = turns[m % Math.max(1, turns.length)]
    if (!source || !text || !turn) return done(null)
    const at = text.indexOf(' ', turn.start + (n % 9)) + 1
    return done(splitTurn(archive.project, source.id, turn.id, at, text, making))
  },
  join: ({ archive }: Desk, { n, m }: Act): Done => {
    const source = nth(archive.project.tables.source, n)
    const turns = source ? turnsOf(archive.project, source.id) : []
    const turn = turns[m % Math.max(1, turns.length)]
    const joined = source && turn && joinTurns(archive.project, source.id, turn.id)
    return done(joined?.ok ? joined.gesture : null)
  },
  time: ({ archive }: Desk, { n, m }: Act): Done => {
    const source = nth(archive.project.tables.source, n)
    const turns = source ? turnsOf(archive.project, source.id) : []
    const turn = turns[m % Math.max(1, turns.length)]
    return done(turn && { label: 'Time', edits: [update('turn', turn, { time: m * 1000 })] })
  },
  person: ({ archive, making }: Desk, { n, m, word }: Act): Done => {
    const { participant, attribute } = archive.project.tables
    const person = nth(participant, n)
    const column = nth(attribute, m)
    if (m % 3 === 0 || !person)
      return done({
        label: 'Person',
        edits: [
          create('participant', {
            id: making.newId<'participant'>(),
            pseudonym: word,
            consent: 'quote',
            order: 'W',
          }),
        ],
      })
    const attributes = column ? { ...person.attributes, [column.id]: word } : person.attributes
    const changes = m % 3 === 1 ? { attributes } : { consent: 'paraphrase' as const }
    return done({ label: 'Person', edits: [update('participant', person, changes)] })
  },
  coder: ({ making }: Desk, { word }: Act): Done =>
    done({
      label: 'Coder',
      edits: [create('coder', { id: making.newId<'coder'>(), name: word, initials: 'X' })],
    }),
  memo: ({ archive, making }: Desk, { n, m, word }: Act): Done => {
    const { memo, code, source } = archive.project.tables
    const one = nth(memo, n)
    if (one && m % 3 === 0) return done({ label: 'Memo', edits: [remove('memo', one)] })
    if (one && m % 3 === 1) return done({ label: 'Memo', edits: [update('memo', one, { text: word })] })
    const [about, place] = [nth(code, n), nth(source, m)]
    const base = { id: making.newId<'memo'>(), kind: 'analytic' as const, title: word, text: word }
    if (n % 2 && place) {
      const passage = {
        kind: 'passage' as const,
        source: place.id,
        content: place.content,
        start: 1,
        end: 9 + m,
      }
      return done({
        label: 'Memo',
        edits: [create('memo', { ...base, about: passage, by: making.by, at: m })],
      })
    }
    if (!about) return done(null)
    const subject = { kind: 'code' as const, code: about.id }
    return done({ label: 'Memo', edits: [create('memo', { ...base, about: subject, by: making.by, at: m })] })
  },
  choose: ({ archive, making }: Desk, { n, m, word }: Act): Done => {
    const { report, quoteChoice } = archive.project.tables
    const first = nth(report, n)
    const made = { id: making.newId<'report'>(), template: 'research', title: word, madeAt: 0, order: 'V' }
    if (!first) return done({ label: 'Report', edits: [create('report', made)] })
    const coding = nthCoding(archive, m)
    if (!coding || [...quoteChoice.values()].some((each) => each.coding === coding.id)) return done(null)
    const { id, code, source } = coding
    const choice = { id: making.newId<'quoteChoice'>(), report: first.id, code, source, coding: id }
    return done({ label: 'Choose', edits: [create('quoteChoice', { ...choice, use: 'show' })] })
  },
  undo: ({ archive }: Desk): Done => {
    const last = archive.changes.at(-1)
    if (!last || last.parents.length === 0) return done(null)
    return done({ label: 'Undo', edits: last.edits.toReversed().map(invert) })
  },
}

function done(gesture: Gesture | null | undefined): Done {
  return { gesture: gesture ?? null }
}

function nth<E>(table: ReadonlyMap<string, E>, n: number): E | undefined {
  return [...table.values()][n % Math.max(1, table.size)]
}

function nthCoding({ project }: Archive, n: number): Coding | undefined {
  const all = [...project.codings.values()].flat()
  return all[n % Math.max(1, all.length)]
}

const names = Object.keys(acts).filter((name): name is keyof typeof acts => name in acts)

/** What somebody does over a while, short enough that two people meet at the same things. */
export const work: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    act: fc.constantFrom(...names),
    n: fc.nat(12),
    m: fc.nat(12),
    word: fc.constantFrom('Trust', 'Slow', 'Nights', 'Bread and salt'),
  }),
  { maxLength: 8 },
)

/** A copy after somebody worked on it; each act is one change. */
export function workedOn(start: Archive, doing: readonly Act[], making: Maker): Archive {
  let archive = start
  for (const act of doing) {
    const { gesture, content } = acts[act.act]({ archive, making }, act)
    if (!gesture || gesture.edits.length === 0) continue
    const contents = content ? new Map([...archive.contents, [content.hash, content]]) : archive.contents
    archive = { ...archive, ...recordGesture(gesture, archive, making), contents }
  }
  return archive
}
