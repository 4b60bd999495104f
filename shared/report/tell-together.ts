import type { Code } from '../model/entities.ts'
import { type Desk, writtenProse } from './desk.ts'
import { type DraftBlock, quoteSlot } from './draft.ts'
import { inOneList } from './prevalence-sentence.ts'
import type { PrevalenceBlock } from './report-document.ts'
import type { Form } from './report-sections.ts'
import { codesOf, finerKinds, type Theme } from './themes.ts'
import { prevalenceBlock } from './told-blocks.ts'

/** Codes told one after the other without headings: as a numbered list or one paragraph with its few quotes after it,
    or as paragraphs with a quote here and there. What the lead wrote about one of them follows. */
export function tellTogether(
  desk: Desk,
  themes: readonly Theme[],
  section: string,
  form: Exclude<Form, 'headings'>,
): readonly DraftBlock[] {
  const codes = themes.map((theme) => theme.code)
  if (form === 'paragraphs') return codes.flatMap((code, i) => paragraphOf(desk, code, section, i))
  const told = codes.map((code, i) => (form === 'list' ? item(desk, code, i) : sentence(desk, code, i)))
  return [
    ...told,
    ...codes.flatMap((code) => writtenOn(desk, code, section)),
    ...codes.map((code) => quoteSlot(section, codesOf(desk, code))),
  ]
}

/** From here on a running paragraph gives only names and numbers. */
const toldInFull = 5

function item(desk: Desk, code: Code, turn: number): PrevalenceBlock {
  return prevalenceBlock(desk, code, {
    turn,
    underName: true,
    layout: 'item',
    around: (sentences) => joined(named(desk, code), ...sentences, finerSentence(desk, code)),
  })
}

function paragraphOf(desk: Desk, code: Code, section: string, turn: number): readonly DraftBlock[] {
  return [
    prevalenceBlock(desk, code, {
      turn,
      underName: true,
      layout: 'paragraph',
      around: (sentences) => joined(named(desk, code), ...sentences),
    }),
    ...finerKinds(desk, code).map((each, i) => prevalenceBlock(desk, each, { turn: i, under: code.id })),
    ...writtenOn(desk, code, section),
    quoteSlot(section, codesOf(desk, code)),
  ]
}

function sentence(desk: Desk, code: Code, turn: number): PrevalenceBlock {
  const meaning = turn < toldInFull ? meaningOf(desk, code) : ''
  return prevalenceBlock(desk, code, {
    turn,
    layout: 'sentence',
    around: ([first, ...further]) => joined(first, meaning, ...further, finerSentence(desk, code)),
  })
}

function joined(...parts: readonly string[]): string {
  return parts.filter((each) => each !== '').join(' ')
}

/** "Crises that compound. Several emergencies feed one another." */
function named(desk: Desk, code: Code): string {
  return joined(`${desk.cover(code.name).replace(/[.\s]+$/, '')}.`, meaningOf(desk, code))
}

function meaningOf(desk: Desk, code: Code): string {
  const text = desk.cover(code.definition?.trim() ?? '')
  return text === '' || /[.!?…]["'”’)]*$/.test(text) ? text : `${text}.`
}

/** Finer kinds in a sentence: "Named were Embodiment (1 of 8) and Indigenous worldviews (in 1 of 1 group sessions)." */
function finerSentence(desk: Desk, code: Code): string {
  const kinds = finerKinds(desk, code)
  if (!desk.counted)
    return kindsSentence(
      'Named were',
      kinds.map((each) => desk.cover(each.name)),
    )
  const own = kinds.filter(
    (each) => desk.prevalence(each.id).n > 0 || desk.prevalence(each.id).inSessions > 0,
  )
  const others = kinds.filter((each) => !own.includes(each))
  return joined(
    kindsSentence(
      'Named were',
      own.map((each) => countedName(desk, each)),
    ),
    kindsSentence(
      'Only of others or in denial people spoke of',
      others.map((each) => desk.cover(each.name)),
    ),
  )
}

function kindsSentence(opening: string, names: readonly string[]): string {
  return names.length > 0 ? `${opening} ${inOneList(names)}.` : ''
}

function countedName(desk: Desk, code: Code): string {
  const { n, of, inSessions, sessions } = desk.prevalence(code.id)
  return `${desk.cover(code.name)} (${n > 0 ? `${n} of ${of}` : `in ${inSessions} of ${sessions} group sessions`})`
}

function writtenOn(desk: Desk, code: Code, section: string): readonly DraftBlock[] {
  const place = `${section}/${code.id}`
  return [...writtenProse(desk, place), ...writtenProse(desk, `${place}/after`)]
}
