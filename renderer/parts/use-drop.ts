import { type DragEvent, type HTMLAttributes, useRef, useState } from 'react'

/** Lets files be dropped anywhere on what gets `zone`: a second way beside a button, which the keyboard has too. */
export function useDrop(onDrop: (dropped: DataTransfer) => void): {
  /** True while files are held above it. */
  readonly isOver: boolean
  readonly zone: Pick<HTMLAttributes<HTMLElement>, 'onDragEnter' | 'onDragOver' | 'onDragLeave' | 'onDrop'>
} {
  const [isOver, setOver] = useState(false)
  // Entering and leaving what is inside is told too.
  const depth = useRef(0)
  const stand = (next: number) => {
    depth.current = Math.max(0, next)
    setOver(depth.current > 0)
  }
  const zone = {
    onDragEnter: (event: DragEvent) => {
      if (hasFiles(event)) stand(depth.current + 1)
    },
    onDragOver: (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault()
    },
    onDragLeave: () => stand(depth.current - 1),
    onDrop: (event: DragEvent) => {
      stand(0)
      if (!hasFiles(event)) return
      event.preventDefault()
      onDrop(event.dataTransfer)
    },
  }
  return { isOver, zone }
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}
