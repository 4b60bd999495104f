import { expect } from 'vitest'
import { tryReplay } from '../../shared/change/replay.ts'
import { brokenRules } from '../../shared/model/integrity.ts'
import { el, guid, type Opened, opened, text } from './refi-fixture.ts'

/** Two users, by the fixture words "ann" and "cas". */
export const twoUsers = el(
  'Users',
  {},
  el('User', { guid: guid('ann'), name: 'Ann Bee' }),
  el('User', { guid: guid('cas'), name: 'Cas Dee' }),
)

/** A text source with its text inside. */
export function inline(name: string, words: string, ...inside: readonly string[]): string {
  return el('TextSource', { guid: guid(name), name }, text('PlainTextContent', words), ...inside)
}

/** Opens a fixture and proves what holds for all: no broken rule, the log replays, and the receipt adds up. */
export function sound(bytes: Uint8Array): Opened {
  const read = opened(bytes)
  const { archive, receipt } = read
  expect(brokenRules(archive.project, (hash) => archive.contents.get(hash)?.text)).toEqual([])
  expect(tryReplay(archive.changes)).toEqual({ ok: true, project: archive.project })
  for (const { what, found, cameIn, reasons } of receipt.lines) {
    expect([what, reasons.reduce((sum, { count }) => sum + count, cameIn)]).toEqual([what, found])
    expect(cameIn).toBeGreaterThanOrEqual(0)
  }
  expect(read.codings.length).toBe(receipt.lines.find(({ what }) => what === 'coded segments')?.cameIn ?? 0)
  expect(read.sources.length).toBe(receipt.lines.find(({ what }) => what === 'documents')?.cameIn ?? 0)
  return read
}
