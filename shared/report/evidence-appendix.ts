import { pathOf } from '../analysis/code-tree.ts'
import { consentOf } from '../model/consent.ts'
import type { Attribute } from '../model/entities.ts'
import { inOrder } from '../model/project.ts'
import { counted } from '../text/counted.ts'
import { attributeText } from './attribute-text.ts'
import { participantNumbers } from './citation.ts'
import { type Desk, leadsProse, loamsProse } from './desk.ts'
import { howCounted } from './how-counted.ts'
import { howQuoted } from './how-quoted.ts'
import { inOneList } from './prevalence-sentence.ts'
import type { ReportBlock } from './report-document.ts'
import { heading } from './told-blocks.ts'

/** The appendix that lets a reader check the report: every code's evidence, who took part, how it was counted. */
export function composeEvidence(desk: Desk, shown: readonly ReportBlock[]): readonly ReportBlock[] {
  return [
    heading(desk, 1, 'Evidence', 'evidence'),
    leadsProse(desk, 'evidence'),
    heading(desk, 2, 'Codes', 'evidence-codes'),
    ...codeTable(desk),
    heading(desk, 2, 'Participants', 'evidence-participants'),
    ...participantTable(desk, shown),
    ...(desk.isPublic ? attributeTable(desk) : []),
    heading(desk, 2, 'How it was counted', 'evidence-counted'),
    ...howCounted(desk).map((text) => loamsProse(desk, 'evidence/counted', text)),
    heading(desk, 2, 'How the quotes were chosen', 'evidence-quotes'),
    ...howQuoted(desk, shown).map((text) => loamsProse(desk, 'evidence/quotes', text)),
    leadsProse(desk, 'evidence/after'),
  ]
}

function codeTable(desk: Desk): readonly ReportBlock[] {
  const coded = desk.tree.inOrder.filter((code) => desk.prevalence(code.id).passages > 0)
  if (coded.length === 0) return [{ kind: 'gap', text: 'Nothing is coded in this layer yet.' }]
  const sessions = desk.tally.denominator.sessions.length
  const rows = coded.map((code) => {
    const { n, of, passages, denies, overcome, inSessions } = desk.prevalence(code.id)
    const name = desk.cover(
      pathOf(desk.tree, code.id)
        .map((each) => each.name)
        .join(' › '),
    )
    const numbers = [`${n} of ${of}`, String(passages), String(denies), String(overcome)]
    return [
      name,
      ...(desk.counted ? [...numbers, ...(sessions > 0 ? [`${inSessions} of ${sessions}`] : [])] : []),
    ]
  })
  const counts = [
    'Participants',
    'Passages',
    'Deny',
    'Tell how overcome',
    ...(sessions > 0 ? ['Group sessions'] : []),
  ]
  const caption = desk.counted
    ? 'Codes by participants and passages; codes below a code count along'
    : 'Codes with passages'
  return [{ kind: 'table', caption, columns: ['Code', ...(desk.counted ? counts : [])], rows }]
}

function participantTable(desk: Desk, shown: readonly ReportBlock[]): readonly ReportBlock[] {
  const numbers = participantNumbers(desk.project)
  const listed = desk.tally.denominator.tookPart.filter(
    (each) => consentOf(each, desk.request.audience) !== 'count',
  )
  const hidden = desk.tally.denominator.tookPart.length - listed.length
  const attributes = desk.isPublic ? [] : participantAttributes(desk)
  const quotes = quotesByVoice(shown)
  const rows = listed.map((each) => [
    numbers.get(each.id) ?? '',
    each.pseudonym,
    ...attributes.map((attribute) => attributeText(desk, each, attribute) ?? '–'),
    String(quotes.get(each.pseudonym) ?? 0),
  ])
  const columns = ['No.', 'Participant', ...attributes.map((each) => each.name), 'Quotes here']
  if (listed.length + hidden === 0)
    return [{ kind: 'gap', text: 'No participant is linked to a speaker or a source yet.' }]
  return [
    ...(listed.length > 0 ? [{ kind: 'table', caption: 'Participants', columns, rows } as const] : []),
    ...(hidden > 0
      ? [
          loamsProse(
            desk,
            'evidence/participants',
            `${counted(hidden, 'participant is', 'participants are')} counted without being listed, as agreed with them.`,
          ),
        ]
      : []),
  ]
}

function quotesByVoice(shown: readonly ReportBlock[]): ReadonlyMap<string, number> {
  const quotes = new Map<string, number>()
  for (const block of shown)
    if (block.kind === 'quote') quotes.set(block.participant, (quotes.get(block.participant) ?? 0) + 1)
  return quotes
}

function participantAttributes(desk: Desk): readonly Attribute[] {
  return inOrder(desk.project.tables.attribute).filter((each) => each.of === 'participant')
}

/** For the public, attributes one by one and never by person; values of fewer than three people are not told apart. */
function attributeTable(desk: Desk): readonly ReportBlock[] {
  const rows = participantAttributes(desk)
    .filter((attribute) => attribute.kind === 'choice' || attribute.kind === 'yes-no')
    .flatMap((attribute) => {
      const counts = new Map<string, number>()
      for (const each of desk.tally.denominator.tookPart) {
        const value = attributeText(desk, each, attribute)
        if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      const values = [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1)).filter(([, count]) => count >= 3)
      const told = values.map(([value, count]) => `${value} (${count})`)
      return told.length > 0 ? [[attribute.name, inOneList(told)]] : []
    })
  return rows.length > 0
    ? [
        {
          kind: 'table',
          caption: 'Participants by attribute; values of fewer than three people are left out',
          columns: ['Attribute', 'Values'],
          rows,
        },
      ]
    : []
}
