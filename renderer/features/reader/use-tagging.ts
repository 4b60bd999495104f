import { useRef } from 'react'
import { applyCode, fitPassage, type Passages } from '../../../shared/commands/apply-code.ts'
import { createCodeOnPassage } from '../../../shared/commands/create-code.ts'
import { decidesAboutCodes } from '../../../shared/model/decides-about-codes.ts'
import type { Source } from '../../../shared/model/entities.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { codingsOf, turnsOf } from '../../../shared/model/project.ts'
import type { Span } from '../../../shared/text/positions.ts'
import { mayMake } from '../../parts/code-rights.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { say } from '../../ui/messages.tsx'
import type { ReadingPlace } from './reading-place.ts'
import { turnSpan, type VoicePart, voicesIn } from './reading-targets.ts'

/** A question whose words a coding is on, before it is made. */
export interface VoicesQuestion {
  readonly voices: readonly VoicePart[]
  readonly all: Span
  readonly answer: (spans: readonly Span[]) => void
}

/** Putting codes on passages of one source. */
export interface Tagging {
  /** The passage meant now: the selection, or the turn at the caret. */
  readonly target: () => Span | null
  readonly apply: (codes: readonly CodeId[], span?: Span | null) => void
  readonly create: (name: string, besides: readonly CodeId[], span?: Span | null) => void
  /** Applies the last codes again. */
  readonly repeat: () => void
}

/** Tagging in one source; several voices in a passage are asked about first, since a coding counts for whom it is on. */
export function useTagging({
  source,
  text,
  place,
  onUsed,
  onAsk,
  onPropose,
}: {
  readonly source: Source
  readonly text: string
  readonly place: ReadingPlace
  readonly onUsed: (codes: readonly CodeId[]) => void
  readonly onAsk: (question: VoicesQuestion) => void
  /** A new code is named by somebody who does not decide about codes. */
  readonly onPropose: (name: string, passages: Passages) => void
}): Tagging {
  const open = useOpenProject()
  const commit = useCommit()
  const last = useRef<readonly CodeId[]>([])

  const target = () => {
    const { selection, caret } = place.now()
    const turns = turnsOf(open.project, source.id)
    const span = selection.start < selection.end ? selection : turnSpan(text, turns, caret)
    return span && fitPassage(text, turns, span)
  }
  const withVoices = (span: Span | null, go: (spans: readonly Span[]) => void) => {
    if (!span) return say({ kind: 'done', text: 'There are no words here to code.' })
    const voices = voicesIn(open.project, source.id, span)
    if (voices.length > 1) onAsk({ voices, all: span, answer: go })
    else go([span])
  }
  const used = (codes: readonly CodeId[]) => {
    last.current = codes
    onUsed(codes)
    // The coding just made is the one that the next key speaks about.
    const newest = codingsOf(open.project, source.id).findLast(
      (each) => each.coder === open.coder && each.code === codes.at(-1) && within(each, place.now()),
    )
    if (newest) place.set({ chosen: newest.id })
  }
  const apply: Tagging['apply'] = (codes, span = target()) =>
    withVoices(span, (spans) => {
      const gesture = applyCode(open.project, { source: source.id, text, spans }, codes, open.making)
      if (!gesture)
        return say({
          kind: 'done',
          text: alreadyThere(codes.map((code) => open.project.tables.code.get(code)?.name ?? '')),
        })
      void commit(gesture)
      used(codes)
    })
  const create: Tagging['create'] = (name, besides, span = target()) =>
    withVoices(span, (spans) => {
      if (!mayMake(name, decidesAboutCodes(open.project, open.coder))) {
        if (besides.length > 0) apply(besides, span)
        return onPropose(name, { source: source.id, text, spans })
      }
      const made = createCodeOnPassage(
        open.project,
        { name },
        { source: source.id, text, spans },
        besides,
        open.making,
      )
      if (!made) return
      void commit(made.gesture)
      used([...besides, made.code])
    })
  const repeat = () => {
    if (last.current.length > 0) apply(last.current)
    else say({ kind: 'done', text: 'No code was applied yet, so there is none to repeat.' })
  }
  return { target, apply, create, repeat }
}

function within(coding: Span, { selection, caret }: ReturnType<ReadingPlace['now']>): boolean {
  return selection.start < selection.end
    ? coding.start < selection.end && selection.start < coding.end
    : coding.start <= caret && caret <= coding.end
}

function alreadyThere(names: readonly string[]): string {
  return names.length === 1
    ? `You have put ${names[0] ?? ''} on this passage already.`
    : 'You have put these codes on this passage already.'
}
