import type { KeyboardEvent } from 'react'
import type { CodeId } from '../../shared/model/ids.ts'
import type { PaletteOption } from './code-palette-options.ts'

/** What keys in the palette can reach. */
export interface PaletteKeys {
  readonly options: readonly PaletteOption[]
  readonly at: number
  readonly query: string
  readonly chosen: readonly CodeId[]
  readonly setCurrent: (at: number) => void
  readonly setChosen: (chosen: readonly CodeId[]) => void
  readonly take: (option: PaletteOption | undefined) => void
  readonly gather: (option: PaletteOption | undefined) => void
  readonly onClose: () => void
}

/** Does what a key in the palette asks for; true when it did something. */
export function paletteKey(
  event: KeyboardEvent,
  { options, at, query, chosen, ...act }: PaletteKeys,
): boolean {
  const move = (to: number) => act.setCurrent((to + options.length) % Math.max(1, options.length))
  switch (event.key) {
    case 'Escape':
      act.onClose()
      return true
    case 'ArrowDown':
      move(at + 1)
      return true
    case 'ArrowUp':
      move(at - 1)
      return true
    case 'PageDown':
      act.setCurrent(Math.min(at + 8, options.length - 1))
      return true
    case 'PageUp':
      act.setCurrent(Math.max(at - 8, 0))
      return true
    case 'Enter':
      if (event.ctrlKey || event.metaKey) act.take(options.find((option) => option.kind === 'create'))
      else act.take(options[at])
      return true
    case 'Tab':
      if (event.shiftKey) act.setChosen(chosen.slice(0, -1))
      else act.gather(options[at])
      return true
    case 'Backspace':
      if (query !== '' || chosen.length === 0) return false
      act.setChosen(chosen.slice(0, -1))
      return true
    default:
      return digitKey(event, options, query, act.take)
  }
}

/** A digit chooses while nothing is typed; after that it is part of a name, unless Alt or Ctrl is held. */
function digitKey(
  event: KeyboardEvent,
  options: readonly PaletteOption[],
  query: string,
  take: PaletteKeys['take'],
): boolean {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? event.key
  const held = event.altKey || event.ctrlKey || event.metaKey
  if (!/^[1-9]$/.test(digit) || event.shiftKey || (query !== '' && !held)) return false
  const option = options.find((each) => each.kind === 'code' && each.digit === Number(digit))
  if (option) take(option)
  return option !== undefined
}
