import { turnsIn } from '../analysis/who-speaks.ts'
import type { Coding, Turn } from '../model/entities.ts'
import { type Project, type Texts, turnsOf } from '../model/project.ts'

/** A turn beside a passage, with its speaker's label as it is in the source; for the lead, never for a report. */
export interface TurnBeside {
  readonly label: string
  readonly text: string
}

/** The turns before and after a passage; null where there is none, or no text. */
export interface QuoteContext {
  readonly before: TurnBeside | null
  readonly after: TurnBeside | null
}

/** What was said just before and just after a coded passage. */
export function quoteContext(project: Project, texts: Texts, coding: Coding): QuoteContext {
  const turns = turnsOf(project, coding.source)
  const content = texts(coding.content)
  const current = project.tables.source.get(coding.source)?.content === coding.content
  const inside = turnsIn(turns, coding)
  const first = inside[0]
  const last = inside.at(-1)
  if (content === undefined || !current || !first || !last) return { before: null, after: null }
  const beside = (turn: Turn | undefined) => (turn ? turnBeside(project, content, turn) : null)
  return { before: beside(turns[turns.indexOf(first) - 1]), after: beside(turns[turns.indexOf(last) + 1]) }
}

function turnBeside(project: Project, content: string, turn: Turn): TurnBeside {
  const speaker = turn.speaker === undefined ? undefined : project.tables.speaker.get(turn.speaker)
  return { label: speaker?.label ?? '', text: content.slice(turn.start, turn.end) }
}
