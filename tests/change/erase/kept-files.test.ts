import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { update } from '../../../shared/change/edit.ts'
import { erase, previewErasure } from '../../../shared/change/erase/erase.ts'
import type { ErasureWish } from '../../../shared/change/erase/erasure-wish.ts'
import { withoutErased } from '../../../shared/change/erase/without-erased.ts'
import { recordGesture } from '../../../shared/change/record-gesture.ts'
import { fingerprint } from '../../../shared/exchange/fingerprint.ts'
import type { Archive, OriginalFile } from '../../../shared/model/archive.ts'
import { brokenRules } from '../../../shared/model/integrity.ts'
import { makingAt, ravi, toldInquiry } from './told-inquiry.ts'

const told = toldInquiry()
const encoder = new TextEncoder()
const pdf = encoder.encode('%PDF-1.7\n% packed, so that nobody reads “Ravindra” in its header\n')
const docx = zipSync({ 'word/header1.xml': encoder.encode('<w:t>Ravin</w:t><w:t>dra</w:t>') })
const clean = zipSync({ 'word/document.xml': encoder.encode('<w:t>weather</w:t>') })
const sound = new Uint8Array([0x49, 0x44, 0x33, 4, 0, 0, 1, 2])
const oldWord = new Uint8Array([0xd0, 0xcf, ...utf16('\r So Ravindra said')])

function utf16(text: string): number[] {
  return [...text].flatMap((letter) => [letter.charCodeAt(0), 0])
}

/** The inquiry, in which a source came from this file. */
function cameFrom(source: 'Weekly notes' | 'Session at the weir', name: string, bytes: Uint8Array): Archive {
  const file: OriginalFile = { hash: fingerprint(bytes), name, bytes: new Uint8Array(bytes) }
  const known = [...told.archive.project.tables.source.values()].find((each) => each.name === source)
  if (!known) throw new Error('There is no such source')
  const original = { hash: file.hash, name, bytes: bytes.length }
  const gesture = { label: 'Bring in a file', edits: [update('source', known, { original })] }
  return {
    ...told.archive,
    ...recordGesture(gesture, told.archive, makingAt('files')),
    originals: new Map([...told.archive.originals, [file.hash, file]]),
  }
}

function filesAfter(archive: Archive, wish: ErasureWish): readonly string[] {
  const { archive: left } = erase(archive, wish, makingAt('erasing'))
  expect(brokenRules(left.project, (hash) => left.contents.get(hash)?.text)).toEqual([])
  const named = [...left.project.tables.source.values()].flatMap(({ original }) => original?.name ?? [])
  const kept = [...left.originals.values()].map(({ name }) => name)
  expect(named.filter((name) => !kept.includes(name))).toEqual([])
  return kept
}

const names = { names: ['Ravindra'] }

test('a kept file goes with every source out of whose text a participant’s words are taken, whatever its kind', () => {
  for (const [name, bytes] of [
    ['session.pdf', pdf],
    ['session.docx', clean],
    ['session.mp3', sound],
  ] as const) {
    const archive = cameFrom('Session at the weir', name, bytes)
    const wish: ErasureWish = { participants: [told.ravi], unreadFiles: 'stay' }
    expect(previewErasure(archive, wish).filesGone).toContain(name)
    expect(filesAfter(archive, wish)).not.toContain(name)
  }
})

test('a kept file goes with the source in which one passage is erased, and no other does', () => {
  const archive = cameFrom('Session at the weir', 'session.pdf', pdf)
  const source = archive.project.tables.source.get(told.session.id)
  const text = archive.contents.get(source?.content ?? told.session.content)?.text ?? ''
  const start = text.indexOf(ravi.session[1] ?? '')
  const end = start + (ravi.session[1] ?? '').length
  const wish: ErasureWish = { passages: [{ source: told.session.id, start, end }] }
  expect(previewErasure(archive, wish)).toMatchObject({ filesUnread: [] })
  const files = filesAfter(archive, wish)
  expect(files).not.toContain('session.pdf')
  expect(files).toContain('Weekly notes.txt')
})

test('a name that stands only in a kept Word file, cut up by its tags or written as old Word does, is found there', () => {
  for (const [name, bytes] of [
    ['notes.docx', docx],
    ['notes.doc', oldWord],
  ] as const) {
    const archive = cameFrom('Weekly notes', name, bytes)
    expect(previewErasure(archive, { ...names, unreadFiles: 'stay' }).filesGone).toContain(name)
    expect(filesAfter(archive, { ...names, unreadFiles: 'stay' })).not.toContain(name)
  }
  expect(filesAfter(cameFrom('Weekly notes', 'notes.docx', clean), names)).toContain('notes.docx')
})

test('a kept file that cannot be looked into is said and goes with a name, unless it is to stay', () => {
  for (const [name, bytes] of [
    ['notes.pdf', pdf],
    ['notes.mp3', sound],
  ] as const) {
    const archive = cameFrom('Weekly notes', name, bytes)
    const gone = previewErasure(archive, names)
    expect(gone.filesUnread).toEqual([name])
    expect(gone.filesGone).toContain(name)
    expect(filesAfter(archive, names)).not.toContain(name)
    const staying = previewErasure(archive, { ...names, unreadFiles: 'stay' })
    expect(staying.filesUnread).toEqual([name])
    expect(staying.filesGone).not.toContain(name)
    expect(filesAfter(archive, { ...names, unreadFiles: 'stay' })).toContain(name)
  }
})

test('a colleague’s copy does not bring back the PDF that went because a name may stand in it', () => {
  const archive = cameFrom('Weekly notes', 'notes.pdf', pdf)
  const erased = erase(archive, names, makingAt('erasing')).archive
  const theirs = withoutErased(archive, erased, makingAt('merging'))
  expect([...theirs.originals.values()].map(({ name }) => name)).not.toContain('notes.pdf')
})
