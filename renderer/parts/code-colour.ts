import type { CSSProperties } from 'react'

/** The hue as the variable `--h`, for an element and all inside it. */
export function hueStyle(hue: number): CSSProperties {
  const style: CSSProperties & { readonly '--h': number } = { '--h': Math.round(hue * 10) / 10 }
  return style
}
