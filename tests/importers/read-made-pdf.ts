import { expect } from 'vitest'
import { readPdf } from '../../electron/cli/pdf-reader.ts'
import type { ImportNotice, SourceDraft } from '../../shared/importers/source-draft.ts'
import { type MadePage, type MadePdf, pdf, type Words } from '../support/pdf-fixture.ts'
import { draftOf, unsound } from './read-file.ts'

/** The draft of a made PDF. */
export async function read(made: MadePdf | readonly MadePage[]): Promise<SourceDraft> {
  const bytes = pdf('pages' in made ? made : { pages: made })
  const draft = await draftOf('Talk.pdf', bytes, { pdf: readPdf })
  expect(unsound(draft)).toEqual([])
  return draft
}

/** The lines of a draft's text. */
export function lines(draft: SourceDraft): readonly string[] {
  return draft.text.split('\n')
}

/** Voices with their turns: "Ada 3". */
export function voices(draft: SourceDraft): readonly string[] {
  return draft.speakers.map(({ label, turns }) => `${label} ${turns}`)
}

/** The first notice that says these words. */
export function noticeOf(draft: SourceDraft, words: RegExp): ImportNotice | undefined {
  return draft.notices.find(({ what }) => words.test(what))
}

/** A page of words. */
export const page = (...words: readonly (readonly Words[])[]): MadePage => ({ words: words.flat() })

/** The same lines with a word of their own on each page, as no two pages of a talk are alike. */
export function onPage(lines: readonly string[], number: number): readonly string[] {
  const season = ['spring', 'summer', 'autumn', 'winter', 'harvest', 'sowing'][number % 6] ?? 'always'
  return lines.map((line) => line.replace(/ (?=[^ ]+$)/, ` ${season} `))
}

/** A talk of two voices, line by line. */
export const TALK = [
  'Interviewer: What brought you back to the valley?',
  'Ada: It was the water, and the people who have kept it all these',
  'years, although nobody thanked them for it.',
  'Interviewer: And who paid?',
  'Ada: Nobody did, for the first four years, and then a fund which',
  'wanted a report every month.',
]
