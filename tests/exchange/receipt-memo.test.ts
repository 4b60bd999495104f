import { expect, test } from 'vitest'
import { replay } from '../../shared/change/replay.ts'
import { fileReceipt, fileReceiptText, withReceiptMemo } from '../../shared/exchange/receipt-memo.ts'
import { brokenRules } from '../../shared/model/integrity.ts'
import { countedId } from '../support/counted-ids.ts'
import { codebook, el, guid, opened, passage, project, qdpx, text } from '../support/refi-fixture.ts'

function foreign() {
  const source = (name: string) =>
    el(
      'TextSource',
      { guid: guid(name), name },
      text('PlainTextContent', 'We had no money'),
      passage(7, 15, ['Funding'], { guid: guid(`${name} money`) }),
      passage(9, 9, ['Funding'], { guid: guid(`${name} nothing`) }),
    )
  const cases = el('Cases', {}, el('Case', { guid: guid('c'), name: 'Noor' }))
  const sources = el('Sources', {}, source('One'), source('Two'))
  return opened(qdpx(project('MAXQDA 24', [codebook('Funding'), cases, sources])))
}

test('a receipt is kept as a memo in a change of its own, so that the beginning is the same everywhere', () => {
  const { archive, receipt, notes } = foreign()
  const making = { at: 7, copy: countedId<'copy'>(1) }
  const kept = withReceiptMemo(archive, fileReceipt('river.qdpx', receipt, notes), making)
  expect(kept.archive.changes).toHaveLength(2)
  expect(kept.archive.changes[0]).toEqual(archive.changes[0])
  expect(kept.archive.project.tables.memo.get(kept.memo ?? '')).toMatchObject({
    kind: 'methodological',
    title: 'Receipt of river.qdpx',
    about: { kind: 'project' },
  })
  expect(replay(kept.archive.changes)).toEqual(kept.archive.project)
  expect(brokenRules(kept.archive.project)).toEqual([])
  const again = withReceiptMemo(archive, fileReceipt('other name.qdpx', receipt, notes), { ...making, at: 8 })
  expect(again.memo).toBe(kept.memo)
})

test('its words name every loss with its number, and what to do before anybody is quoted', () => {
  const { receipt, notes } = foreign()
  const said = fileReceiptText(fileReceipt('river.qdpx', receipt, notes))
  expect(said).toContain('Written by MAXQDA 24.')
  expect(said).toContain('• Coded segments: 2 of 4 (2: they cover no text)')
  expect(said).toContain('• “One”, “Two”: code points')
  expect(said).toMatch(/Before you quote anybody\n• This file does not say what 1 of 1 participant allow/)
  expect(said).not.toContain('Read from MAXQDA')
})
