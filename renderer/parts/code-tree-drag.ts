import { useMemo, useRef } from 'react'
import { type DragAndDropHooks, type DragAndDropOptions, useDragAndDrop } from 'react-aria-components'
import { type CodeTree, childrenOf, descendantsOf } from '../../shared/analysis/code-tree.ts'
import type { Code } from '../../shared/model/entities.ts'
import type { CodeId } from '../../shared/model/ids.ts'

/** Where a code was put: below `parent` (null: at the top), in front of `before` (null: at the end). */
export interface CodeMove {
  readonly code: CodeId
  readonly parent: CodeId | null
  readonly before: CodeId | null
}

/** The kind of thing a dragged code is to whoever it is dropped on; what is carried is the code's id. */
export const draggedCode = 'application/x-loam-code'

/** Lets codes be dragged out of the tree, and with `onMove` within it. The same from one drawing to the next. */
export function useCodeDrag(
  tree: CodeTree,
  onMove: ((move: CodeMove) => void) | undefined,
): DragAndDropHooks {
  const latest = useRef({ tree, onMove })
  latest.current = { tree, onMove }
  const canMove = onMove !== undefined
  const options = useMemo((): DragAndDropOptions => {
    const items = (keys: ReadonlySet<unknown>) =>
      [...keys].map((key) => ({
        [draggedCode]: String(key),
        'text/plain': latest.current.tree.byId.get(String(key))?.name ?? '',
      }))
    if (!canMove) return { getItems: items }
    return {
      getItems: items,
      onMove: ({ keys, target }) => {
        for (const key of keys) {
          const move = moved(latest.current.tree, String(key), String(target.key), target.dropPosition)
          if (move) latest.current.onMove?.(move)
        }
      },
    }
  }, [canMove])
  return useDragAndDrop(options).dragAndDropHooks
}

/** Null where a code was put on itself or below itself. */
function moved(tree: CodeTree, key: string, place: string, position: Position): CodeMove | null {
  const [code, at] = [tree.byId.get(key), tree.byId.get(place)]
  return code && at && !isWithin(tree, code.id, at.id) ? moveTo(tree, code.id, at, position) : null
}

type Position = 'before' | 'on' | 'after'

function isWithin(tree: CodeTree, code: CodeId, place: CodeId): boolean {
  return code === place || descendantsOf(tree, code).some((below) => below.id === place)
}

function moveTo(tree: CodeTree, code: CodeId, at: Code, position: Position): CodeMove {
  if (position === 'on') return { code, parent: at.id, before: null }
  const parent = at.parent !== undefined && tree.byId.has(at.parent) ? at.parent : null
  if (position === 'before') return { code, parent, before: at.id }
  const siblings = parent === null ? tree.roots : childrenOf(tree, parent)
  const next = siblings[siblings.findIndex((each) => each.id === at.id) + 1]
  return { code, parent, before: next?.id ?? null }
}
