/** The key that opens what has the keyboard. */
export const enter = 'Enter'

/** The row that has the keyboard, by its key in the list. */
export function focusedRow(): string | undefined {
  const row = document.activeElement?.closest('[role="row"]')
  return row instanceof HTMLElement ? row.dataset.key : undefined
}

/** True while somebody writes in a field inside a list. */
export function isWriting(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

/** True on a link or button inside a row, which has a meaning of Enter of its own. */
export function isOnLink(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('a, button') !== null
}

/** Sends a list its own key: it knows how to move, letters only say the same. */
export function pressKey(key: string, shiftKey: boolean): void {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }),
  )
}

/** A set with one more, or with one less where it was in already. */
export function toggled<K>(set: ReadonlySet<K>, one: K): ReadonlySet<K> {
  return new Set(set.has(one) ? [...set].filter((each) => each !== one) : [...set, one])
}
