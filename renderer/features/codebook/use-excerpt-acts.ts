import { type KeyboardEvent, useState } from 'react'
import type { Gesture } from '../../../shared/change/change.ts'
import type { CodingRemarks } from '../../../shared/commands/change-coding.ts'
import { markCodings, removeExcerpts } from '../../../shared/commands/mark-codings.ts'
import { alsoCode, recode } from '../../../shared/commands/recode.ts'
import { splitCode } from '../../../shared/commands/split-code.ts'
import type { Code, Coding } from '../../../shared/model/entities.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { useCommit, useOpenProject, useSelected } from '../../project/project-context.tsx'
import { sayDone } from './say-done.ts'
import { useRecentCodes } from './use-recent-codes.ts'

/** Which palette is up: to replace the code of excerpts, or to add another. */
export type ExcerptPalette = 'recode' | 'also' | null

/** What can be done with excerpts, by button and by key. */
export interface ExcerptActs {
  readonly palette: ExcerptPalette
  readonly setPalette: (palette: ExcerptPalette) => void
  /** Codes for the digits, the code itself left out. */
  readonly recent: readonly CodeId[]
  readonly recodeTo: (code: CodeId) => void
  readonly alsoWith: (codes: readonly CodeId[]) => void
  readonly splitInto: (name: string) => void
  readonly mark: (remarks: CodingRemarks) => void
  readonly toggleStar: () => void
  readonly toggleFlag: () => void
  readonly remove: () => void
  /** Counts up each time the keyboard should go back to the excerpts. */
  readonly refocus: number
  /** Carries out a key; true when it was one of these. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

/** Acts on some codings: each act is one change with one undo. Digits recode with recent codes, r and a open the
    palette, s stars, f flags, Delete removes, Escape clears the selection. */
export function useExcerptActs({
  project,
  code,
  targets,
  clear,
}: {
  readonly project: Project
  readonly code: Code
  readonly targets: readonly Coding[]
  readonly clear: () => void
}): ExcerptActs {
  const open = useOpenProject()
  const commit = useCommit()
  const coder = useSelected((each) => each.coder)
  const [palette, showPalette] = useState<ExcerptPalette>(null)
  const [refocus, setRefocus] = useState(0)
  const [actedOn, setActedOn] = useState(code.id)
  if (actedOn !== code.id) {
    setActedOn(code.id)
    showPalette(null)
    setRefocus(0)
  }
  const setPalette = (next: ExcerptPalette) => {
    showPalette(next)
    if (next === null) setRefocus((count) => count + 1)
  }
  const [recent, use] = useRecentCodes(project, coder)
  const others = recent.filter((id) => id !== code.id)
  const act = (gesture: Gesture | null, says = true) => {
    setPalette(null)
    const kept = commit(gesture)
    if (says) void sayDone(open, kept, gesture)
  }
  const recodeTo = (to: CodeId) => {
    use(to)
    act(recode(open.project, targets, to))
    clear()
  }
  const alsoWith = (codes: readonly CodeId[]) => {
    for (const each of codes) use(each)
    const gestures = codes.flatMap((each) => alsoCode(open.project, targets, each, open.making) ?? [])
    const [first] = gestures
    if (!first) return setPalette(null)
    const label =
      gestures.length === 1
        ? first.label
        : `Code ${targets.length} passages with ${gestures.length} more codes`
    act({ label, edits: gestures.flatMap((gesture) => gesture.edits) })
  }
  const toggleStar = () =>
    act(
      markCodings(open.project, targets, { star: targets.some((coding) => !coding.star) }),
      targets.length > 1,
    )
  const toggleFlag = () =>
    act(
      markCodings(open.project, targets, { flag: targets.some((coding) => !coding.flag) }),
      targets.length > 1,
    )
  const remove = () => {
    act(removeExcerpts(open.project, targets))
    clear()
  }
  const keys: Readonly<Record<string, () => void>> = {
    r: () => setPalette('recode'),
    a: () => setPalette('also'),
    s: toggleStar,
    f: toggleFlag,
    Delete: remove,
  }
  return {
    palette,
    setPalette,
    recent: others,
    recodeTo,
    alsoWith,
    splitInto: (name) => {
      act(splitCode(open.project, code.id, { name, codings: targets }, open.making))
      clear()
    },
    mark: (remarks) => act(markCodings(open.project, targets, remarks), targets.length > 1),
    toggleStar,
    toggleFlag,
    remove,
    refocus,
    onKey: (event) => {
      if (event.key === 'Escape') {
        clear()
        return true
      }
      const to = /^[1-9]$/.test(event.key) ? others[Number(event.key) - 1] : undefined
      const run = to ? () => recodeTo(to) : keys[event.key]
      if (!run || targets.length === 0) return false
      run()
      return true
    },
  }
}
