import { create } from '../../../shared/change/edit.ts'
import { recordGesture } from '../../../shared/change/record-gesture.ts'
import type { Making } from '../../../shared/commands/making.ts'
import { contentHash, derivedId } from '../../../shared/exchange/fingerprint.ts'
import type { Archive, Content } from '../../../shared/model/archive.ts'
import type { Coding, Source } from '../../../shared/model/entities.ts'
import type { CopyId, Id } from '../../../shared/model/ids.ts'
import { emptyProject } from '../../../shared/model/project.ts'
import { trimSpan } from '../../../shared/text/positions.ts'
import { quoteHash } from '../../../shared/text/quote-hash.ts'

/** Who works at one desk. */
export type Maker = Making & { readonly copy: CopyId }

/** Identities of one desk, counted up. */
export function makingAt(desk: string): Maker {
  let count = 0
  const newId = <K extends string>(): Id<K> => derivedId<K>(desk, String(++count))
  return {
    newId,
    at: 1_700_000_000_000 + desk.length,
    by: derivedId('coder', 'first'),
    copy: newId<'copy'>(),
  }
}

const said = [
  'We waited a long time for the money and then the season was gone.',
  'Nobody asked the elders before the forms were printed.',
  'It began to work when the neighbours came in the evening.',
  'They count visits, they do not count trust, and so trust does not count.',
]

/** An inquiry with three sources in two voices, three codes and some codings: what everybody begins from. */
export function beginning(desk = 'base'): Archive {
  const making = makingAt(desk)
  const { newId, by } = making
  const contents = new Map<Content['hash'], Content>()
  const person = newId<'participant'>()
  const region = newId<'attribute'>()
  const question = newId<'question'>()
  const codes = ['Waiting', 'Trust', 'Evenings'].map((name, i) => ({
    id: newId<'code'>(),
    name,
    order: `V${i}`,
  }))
  const edits = [
    create('inquiry', { id: newId<'project'>(), name: 'Seeds', approach: 'codebook', madeAt: 0 }),
    create('coder', { id: by, name: 'Ada', initials: 'A' }),
    create('attribute', { id: region, of: 'participant', name: 'Region', kind: 'text', order: 'V' }),
    create('question', { id: question, text: 'How did it begin?', version: 1, order: 'V' }),
    create('participant', {
      id: person,
      pseudonym: 'Noor',
      consent: 'quote',
      attributes: { [region]: 'north' },
      order: 'V',
    }),
    ...codes.map((code) => create('code', code)),
  ]
  for (let s = 0; s < 3; s++) {
    const source = newId<'source'>()
    const [asks, tells] = [newId<'speaker'>(), newId<'speaker'>()]
    const lines = [`How was talk ${s}?`, ...said]
    const text = lines.join('\n')
    const content = contentHash(text)
    contents.set(content, { hash: content, text })
    edits.push(
      create('source', {
        id: source,
        name: `Talk ${s}`,
        kind: 'interview',
        status: 'not started',
        content,
        firstContent: content,
        words: text.split(/\s+/).length,
        format: 'Test',
        importedAt: s,
        order: `V${s}`,
      }),
      create('speaker', { id: asks, source, label: 'I', role: 'interviewer' }),
      create('speaker', { id: tells, source, label: 'Noor', role: 'participant', participant: person }),
    )
    let at = 0
    for (const [i, line] of lines.entries()) {
      const place = { label: at, start: at, end: at + line.length }
      edits.push(create('turn', { id: newId<'turn'>(), source, ...place, speaker: i === 0 ? asks : tells }))
      if (i > 0) {
        const code = codes[(i + s) % 3]?.id
        if (code)
          edits.push(create('coding', codingOn(text, { id: source, content }, at, at + 20, code, making)))
      }
      at += line.length + 1
    }
  }
  const recorded = recordGesture({ label: 'Begin', edits }, { project: emptyProject, changes: [] }, making)
  return { ...recorded, contents, originals: new Map() }
}

/** A coding of a stretch of a source's text. */
export function codingOn(
  text: string,
  source: Pick<Source, 'id' | 'content'>,
  from: number,
  to: number,
  code: Coding['code'],
  making: Making,
): Coding {
  const { start, end } = trimSpan(text, { start: from, end: to }) ?? { start: 0, end: 1 }
  return {
    id: making.newId(),
    source: source.id,
    content: source.content,
    start,
    end,
    code,
    coder: making.by,
    layer: 'own',
    at: making.at,
    quote: quoteHash(text, start, end),
  }
}
