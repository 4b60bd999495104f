import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** The buttons of a dialog that asks for one thing: leave everything as it is, or do it. `children` is its verb. */
export function CancelOr({
  onCancel,
  onDo,
  isDisabled = false,
  children,
}: {
  readonly onCancel: () => void
  readonly onDo: () => void
  readonly isDisabled?: boolean
  readonly children: ReactNode
}) {
  return (
    <>
      <Button look="quiet" onPress={onCancel}>
        Cancel
      </Button>
      <Button look="do" isDisabled={isDisabled} onPress={onDo}>
        {children}
      </Button>
    </>
  )
}
