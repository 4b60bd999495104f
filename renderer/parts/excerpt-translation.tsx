import type { Coding } from '../../shared/model/entities.ts'
import type { ContentHash } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { translationsOf } from '../../shared/model/translations.ts'
import { translatedPassage } from '../../shared/report/translated-passage.ts'
import { useOpenProject, useText } from '../project/project-context.tsx'
import { Translated } from './translated.tsx'

/** The translation of a coded passage, where its source has one; whole turns, labelled. */
export function ExcerptTranslation({
  project,
  coding,
}: {
  readonly project: Project
  readonly coding: Coding
}) {
  const source = project.tables.source.get(coding.source)
  const [first] = source ? translationsOf(project, source) : []
  return first ? (
    <OfText key={first.content} content={first.content} project={project} coding={coding} />
  ) : null
}

function OfText({
  content,
  project,
  coding,
}: {
  readonly content: ContentHash
  readonly project: Project
  readonly coding: Coding
}) {
  const open = useOpenProject()
  if (useText(content) === null) return null
  const found = translatedPassage(project, open.text, coding, [coding])
  return found ? <Translated translation={found} /> : null
}
