import type { Edit, Gesture } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import type { QuestionId, SourceId, TurnId } from '../model/ids.ts'
import { entity, type Project, turnIn } from '../model/project.ts'
import { askedEdit } from './questions.ts'

/** One turn that puts one question of the guide. */
export interface QuestionLink {
  readonly source: SourceId
  readonly turn: TurnId
  readonly question: QuestionId
}

/** Links turns to the questions they put, and marks those as asked in their sources, as one change.
    Null when all of that stands already. */
export function linkQuestions(project: Project, links: readonly QuestionLink[]): Gesture | null {
  const sources = [...new Set(links.map((link) => link.source))]
  const edits = [
    ...links.flatMap((link) => turnEdit(project, link.source, link.turn, link.question)),
    ...sources.map((source) => {
      const questions = links.filter((link) => link.source === source).map((link) => link.question)
      return askedEdit(entity(project, 'source', source), questions, 'asked')
    }),
  ].filter((edit) => !isIdle(edit))
  return edits.length > 0 ? { label: labelOf(project, links, sources), edits } : null
}

/** Takes the link between a turn and its question away; whether it was asked stays as it is. */
export function unlinkQuestion(project: Project, source: SourceId, turn: TurnId): Gesture | null {
  const edits = turnEdit(project, source, turn, undefined).filter((edit) => !isIdle(edit))
  return edits.length > 0
    ? { label: `Unlink a turn of ${entity(project, 'source', source).name} from its question`, edits }
    : null
}

function turnEdit(project: Project, source: SourceId, id: TurnId, question: QuestionId | undefined): Edit[] {
  const turn = turnIn(project, source, id)
  return turn ? [update('turn', turn, { question })] : []
}

function labelOf(project: Project, links: readonly QuestionLink[], sources: readonly SourceId[]): string {
  const [source] = sources
  const where =
    source !== undefined && sources.length === 1
      ? entity(project, 'source', source).name
      : `${sources.length} sources`
  return links.length === 1
    ? `Link a turn of ${where} to its question`
    : `Link ${links.length} turns of ${where} to their questions`
}
