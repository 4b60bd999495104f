import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** Catches what a view could not draw, says so, and offers a way on. Nothing saved is touched by it. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly problem: string | null }
> {
  override state = { problem: null }

  static getDerivedStateFromError(trouble: unknown): { problem: string } {
    return { problem: trouble instanceof Error ? trouble.message : String(trouble) }
  }

  override render(): ReactNode {
    if (this.state.problem === null) return this.props.children
    return (
      <EmptyState
        title="This view could not be shown"
        action={
          <Button look="do" onPress={() => location.reload()}>
            Start again
          </Button>
        }
      >
        Everything marked “Saved” is safe. What went wrong: {this.state.problem}
      </EmptyState>
    )
  }
}
