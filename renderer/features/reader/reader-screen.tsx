import type { Source } from '../../../shared/model/entities.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject, useSelected, useText } from '../../project/project-context.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ReaderDesk } from './reader-desk.tsx'

/** Reads one source: its transcript with everything tagged in it, and the codebook beside it.
    `at` marks a stretch of the text and brings it on the screen; `original` opens the file it came from. */
export function ReaderScreen({
  source: id,
  at,
  original = false,
}: {
  readonly source: SourceId
  readonly at?: readonly [number, number] | undefined
  readonly original?: boolean | undefined
}) {
  const open = useOpenProject()
  const source = useSelected(({ project }) => project.tables.source.get(id))
  if (!source) {
    return (
      <EmptyState
        isScreen
        title="This source is not here"
        action={<a href={hrefTo(open.id, { kind: 'sources' })}>Show all sources</a>}
      >
        It was removed, or belongs to another project.
      </EmptyState>
    )
  }
  return <WithText source={source} at={at} original={original} />
}

function WithText({
  source,
  at,
  original,
}: {
  readonly source: Source
  readonly at: readonly [number, number] | undefined
  readonly original: boolean
}) {
  const text = useText(source.content)
  if (text === null)
    return (
      <p role="status" className="visually-hidden">
        Loading the text
      </p>
    )
  return <ReaderDesk source={source} text={text} at={at} original={original} />
}
