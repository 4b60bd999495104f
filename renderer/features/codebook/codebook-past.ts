import { useEffect, useState } from 'react'
import type { CodebookFile } from '../../../shared/exchange/codebook-reading.ts'
import { codeHistory, type KnownChange, sharedCodebook } from '../../../shared/exchange/codebook-state.ts'
import type { CompareWith } from '../../../shared/exchange/compare-codebooks.ts'
import { inquiryOf, type Project } from '../../../shared/model/project.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { dayAndTime } from './words.ts'

/** A change with what it did to codes. */
export type CodeChange = KnownChange

/** What the project's log says of codes; null while it is read. */
export function useCodePast(): readonly CodeChange[] | null {
  const open = useOpenProject()
  const [past, setPast] = useState<readonly CodeChange[] | null>(null)
  useEffect(() => {
    const wanted = new AbortController()
    void codeChanges(open, wanted.signal).then((changes) => {
      if (!wanted.signal.aborted) setPast(changes)
    })
    return () => wanted.abort()
  }, [open])
  return past
}

/** Read in stretches, as a log can be long. */
async function codeChanges(open: OpenProject, signal: AbortSignal): Promise<readonly CodeChange[]> {
  const { log } = open
  const changes: CodeChange[] = []
  for (let from = 0; from < log.length && !signal.aborted; from += stretch) {
    const read = log.slice(from, from + stretch).map(async (header): Promise<CodeChange> => {
      const edits = onlyPassages.test(header.label) ? [] : await open.editsOf(header)
      const { id, parents, cause } = header
      return { id, parents, cause, edits: edits.filter(({ kind }) => kind === 'code') }
    })
    changes.push(...(await Promise.all(read)))
  }
  return changes
}

const stretch = 200

/** Coding with codes that are there is most of what a log holds, and touches no code. */
const onlyPassages = /^Code passage with (?!new code )/

/** One way to compare: with the state the file says it is of, with a kept version, or without any. */
export interface BaseOption {
  readonly key: string
  readonly label: string
  readonly hint?: string
  readonly base: CompareWith
}

/** What a file can be compared from, what it says itself first. */
export function baseOptions(
  project: Project,
  file: Pick<CodebookFile, 'state'>,
  past: readonly CodeChange[],
): readonly BaseOption[] {
  const stated = statedBase(project, file, past)
  const versions = [...project.tables.codebookVersion.values()].toSorted((a, b) => b.at - a.at)
  const unknown = {
    key: 'none',
    label: 'not known',
    hint: 'The file does not say; the history here tells what was changed since',
    base: { history: codeHistory(past) },
  }
  // A version is never assumed: what it has and the file does not would look deleted there.
  return [
    ...(stated ? [stated] : []),
    unknown,
    ...versions.map(({ id, name, at, codes }) => ({
      key: id,
      label: `the version ${name}`,
      hint: `Kept ${dayAndTime(at)}`,
      base: { base: codes },
    })),
  ]
}

function statedBase(
  project: Project,
  { state }: Pick<CodebookFile, 'state'>,
  past: readonly CodeChange[],
): BaseOption | null {
  if (!state || state.project !== inquiryOf(project).id) return null
  const kept = state.version && project.tables.codebookVersion.get(state.version)
  const base = kept ? kept.codes : sharedCodebook(state, past)
  if (!base) return null
  const label = kept
    ? `the version ${kept.name}, exported ${dayAndTime(state.at)}`
    : `exported ${dayAndTime(state.at)}`
  return { key: 'stated', label, hint: 'As the file says', base: { base } }
}
