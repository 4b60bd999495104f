import { expect, test } from 'vitest'
import { create, update } from '../../../shared/change/edit.ts'
import { correctText } from '../../../shared/commands/correct-text.ts'
import { splitTurn } from '../../../shared/commands/split-turn.ts'
import { contentHash } from '../../../shared/exchange/fingerprint.ts'
import type { Archive } from '../../../shared/model/archive.ts'
import type { Source } from '../../../shared/model/entities.ts'
import { turnsOf } from '../../../shared/model/project.ts'
import { alignTexts } from '../../../shared/text/align-texts.ts'
import {
  after,
  base,
  code,
  codings,
  merge,
  mineMaking,
  passage,
  source,
  textOf,
  theirMaking,
} from './merging-copies.ts'

test('codings made while the other corrected the text move along with it; what lost its words is an orphan', () => {
  const theirs = corrected(base, (text) => text.replace('Nobody asked', 'I think nobody ever asked'))
  const gone = 'It began to work when the neighbours came in the evening.'
  const theirsToo = corrected(theirs, (text) => text.replace(gone, 'Inaudible!'))
  const mine = after(base, [
    create('coding', passage('asked the elders', code('Trust'), mineMaking)),
    create('coding', passage('when the neighbours came', code('Trust'), mineMaking)),
  ])
  const { project, conflicts, contents } = merge(mine, theirsToo)
  expect(conflicts).toEqual([])
  expect(contents).toHaveLength(2)
  const quotes = codings(project).map(({ content, start, end }) =>
    quoted([theirsToo, mine], content, start, end),
  )
  expect(quotes).toContain('asked the elders')
  expect(quotes).toContain('when the neighbours came')
  const current = project.tables.source.get(source().id)?.content
  const orphans = codings(project).filter((each) => each.source === source().id && each.content !== current)
  expect(orphans.map(({ content, start, end }) => quoted([base], content, start, end))).toContain(
    'when the neighbours came',
  )
})

test('two corrections of one text are a conflict, and the codings of both stand on the text that was chosen', () => {
  const [mine, theirs] = [
    corrected(base, (text) => text.replace('elders', 'old people')),
    corrected(base, (text) => text.replace('neighbours', 'people next door')),
  ]
  const { project, conflicts } = merge(mine, theirs, { prefer: 'theirs' })
  expect(conflicts).toMatchObject([{ kind: 'source', field: 'content' }])
  expect(project).toEqual(theirs.project)
  expect(merge(mine, theirs, { prefer: 'mine' }).project).toEqual(mine.project)
})

test('both split the same turn: one conflict, and turns never overlap', () => {
  const [mine, theirs] = [split(base, 'for the', mineMaking), split(base, 'and then', theirMaking)]
  const { project, conflicts } = merge(mine, theirs, { prefer: 'theirs' })
  expect(conflicts).toMatchObject([{ kind: 'turn', field: 'turns' }])
  expect(turnsOf(project, source().id)).toEqual(turnsOf(theirs.project, source().id))
  const same = merge(mine, split(base, 'for the', theirMaking))
  expect(same).toMatchObject({ conflicts: [], gesture: { edits: [] } })
  const elsewhere = merge(mine, split(base, 'before the', theirMaking))
  expect(elsewhere.conflicts).toEqual([])
  expect(turnsOf(elsewhere.project, source().id)).toHaveLength(7)
})

test('codes moved below each other are a conflict, and no code ends up below itself', () => {
  const [a, b] = [code('Trust'), code('Waiting')]
  const mine = after(base, [update('code', a, { parent: b.id })])
  const theirs = after(base, [update('code', b, { parent: a.id })])
  const { project, undecided } = merge(mine, theirs)
  expect(undecided).toMatchObject([{ kind: 'code', field: 'parent' }])
  expect(project.tables.code.get(a.id)?.parent).toBe(b.id)
  expect(project.tables.code.get(b.id)?.parent).toBeUndefined()
})

function quoted(
  archives: readonly Archive[],
  content: Source['content'],
  start: number,
  end: number,
): string {
  const text = archives
    .map((archive) => archive.contents.get(content)?.text)
    .find((each) => each !== undefined)
  return text?.slice(start, end) ?? ''
}

function corrected(archive: Archive, correct: (text: string) => string): Archive {
  const [before, now] = [textOf(archive), correct(textOf(archive))]
  const content = contentHash(now)
  const correction = { alignment: alignTexts(before, now), content }
  const gesture = correctText(archive.project, source().id, correction, mineMaking)?.gesture
  const contents = new Map([...archive.contents, [content, { hash: content, text: now }] as const])
  return { ...after(archive, gesture?.edits ?? []), contents }
}

function split(archive: Archive, words: string, making: typeof mineMaking): Archive {
  const text = textOf(archive)
  const at = text.indexOf(words)
  const turn = turnsOf(archive.project, source().id).find((each) => each.start <= at && at < each.end)
  const gesture = turn && splitTurn(archive.project, source().id, turn.id, at, text, making)
  return after(archive, gesture?.edits ?? [])
}
