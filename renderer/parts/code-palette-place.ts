/** A place on the screen that the palette opens near: the selection's edges in the window, in pixels. */
export interface NearPlace {
  readonly left: number
  readonly top: number
  readonly bottom: number
}

const width = 400
const tallest = 400
const least = 280

/** Where the palette stands: below the selection where there is room, else above it; there it keeps its height, so
    that the line people type in stays where it is. */
export function placeNear(near: NearPlace | null | undefined) {
  if (!near) return { left: `calc(50% - ${width / 2}px)`, top: '18vh' }
  const left = Math.max(12, Math.min(near.left, innerWidth - width - 12))
  const below = innerHeight - near.bottom - 20
  if (below >= least || below > near.top)
    return {
      left,
      top: Math.min(near.bottom + 8, innerHeight - 212),
      maxHeight: Math.max(200, Math.min(tallest, below)),
    }
  return { left, bottom: innerHeight - near.top + 8, height: Math.min(300, near.top - 20) }
}
