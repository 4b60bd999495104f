import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { codeTree } from '../../../shared/analysis/code-tree.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject, useProject, useSelected } from '../../project/project-context.tsx'
import { CodePane } from './code-pane.tsx'
import { CodebookOverview } from './codebook-overview.tsx'
import styles from './codebook-screen.module.css'
import type { CodebookSheet } from './codebook-sheet.ts'
import { DeleteCodeDialog } from './delete-code-dialog.tsx'
import { ExcerptsPane } from './excerpts-pane.tsx'
import { ExportCodebookDialog } from './export-codebook-dialog.tsx'
import { ImportCodebookDialog } from './import-codebook-dialog.tsx'
import { MergeCodesDialog } from './merge-codes-dialog.tsx'
import { MoveCodeDialog } from './move-code-dialog.tsx'
import { StarterDialog } from './starter-dialog.tsx'
import { TreePane } from './tree-pane.tsx'
import { useCodeCounts } from './use-code-counts.ts'
import { useFocusAfterSheet } from './use-focus-after-sheet.ts'
import { VersionsDialog } from './versions-dialog.tsx'

/** The codebook: its tree at the left, the chosen code's excerpts in the middle, what the code means at the right. */
export function CodebookScreen({ code: chosen }: { readonly code: CodeId | undefined }) {
  const open = useOpenProject()
  const project = useProject()
  const codes = useSelected((each) => each.project.tables.code)
  const tree = useMemo(() => codeTree({ tables: { code: codes } }), [codes])
  const { counts, isShown, show } = useCodeCounts()
  const [sheet, setSheet] = useState<CodebookSheet>(null)
  const screen = useFocusAfterSheet<HTMLDivElement>(sheet)
  // The code whose name is to be written, until the cursor is there.
  const [naming, setNaming] = useState<CodeId | null>(null)
  const code = chosen === undefined ? undefined : codes.get(chosen)
  // These stay the same, so that what a change does not concern is left as it stands.
  const choose = useCallback(
    (id: CodeId | undefined) =>
      location.replace(hrefTo(open.id, { kind: 'codebook', ...(id ? { code: id } : {}) })),
    [open],
  )
  const named = useCallback(() => setNaming(null), [])
  const close = () => setSheet(null)
  const count = code ? counts?.byCode.get(code.id) : undefined
  const layer = counts?.layer ?? null
  // The excerpts come first, what the code means a moment later.
  const about = useDeferredValue(
    useMemo(
      () => (code ? { tree, code, count, layer, isNaming: naming === code.id } : null),
      [tree, code, count, layer, naming],
    ),
  )
  return (
    <div ref={screen} className={`${styles.screen} ${code ? styles.withCode : ''}`}>
      <TreePane
        tree={tree}
        code={code}
        counts={counts}
        countsAreShown={isShown}
        onShowCounts={show}
        onChoose={choose}
        onName={setNaming}
        onSheet={setSheet}
      />
      {code ? (
        <>
          <ExcerptsPane project={project} tree={tree} code={code} counts={counts} onChoose={choose} />
          {about ? (
            <CodePane key={`about ${about.code.id}`} {...about} onNaming={named} onSheet={setSheet} />
          ) : null}
        </>
      ) : (
        <CodebookOverview
          tree={tree}
          counts={counts}
          onChoose={choose}
          onName={setNaming}
          onSheet={setSheet}
        />
      )}
      {sheet === 'move' && code ? <MoveCodeDialog code={code} tree={tree} onClose={close} /> : null}
      {sheet === 'merge' && code ? (
        <MergeCodesDialog code={code} tree={tree} onClose={close} onMerged={choose} />
      ) : null}
      {sheet === 'delete' && code ? (
        <DeleteCodeDialog code={code} tree={tree} onClose={close} onDeleted={() => choose(code.parent)} />
      ) : null}
      {sheet === 'starter' ? <StarterDialog onClose={close} /> : null}
      {sheet === 'import' ? <ImportCodebookDialog onClose={close} /> : null}
      {sheet === 'versions' ? <VersionsDialog onClose={close} /> : null}
      {sheet === 'export' ? <ExportCodebookDialog onClose={close} /> : null}
    </div>
  )
}
