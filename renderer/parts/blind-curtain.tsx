import type { ReactNode } from 'react'
import { setBlind } from '../project/blind.ts'
import { useBlind, useOpenProject } from '../project/project-context.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** Hides a place that shows what others coded, or counts it, while somebody codes blind, and says so. */
export function BlindCurtain({
  title,
  isScreen = false,
  children,
}: {
  /** "Findings are hidden in blind mode". */
  readonly title: string
  readonly isScreen?: boolean
  readonly children: ReactNode
}) {
  const { isBlind, isFixed } = useBlind()
  if (!isBlind) return children
  return (
    <EmptyState title={title} isScreen={isScreen} action={isFixed ? null : <LeaveBlindMode />}>
      {isFixed
        ? 'This packet is coded blind, so that what others did cannot lead you. When you are done, save it as a file and give that back: it is merged into the team’s copy, where everything stands.'
        : 'You see only your own codings and memos, and no counts, so that what others did cannot lead you.'}
    </EmptyState>
  )
}

/** Hides numbers of everything that a project holds, others' work too, while somebody codes blind at home. In a packet
    everything is the coder's own, and is told. */
export function BlindNumbers({
  title,
  children,
}: {
  /** "What goes out is not counted in blind mode". */
  readonly title: string
  readonly children: ReactNode
}) {
  const { isFixed } = useBlind()
  return isFixed ? children : <BlindCurtain title={title}>{children}</BlindCurtain>
}

function LeaveBlindMode() {
  const open = useOpenProject()
  return <Button onPress={() => setBlind(open, false)}>Leave blind mode</Button>
}
