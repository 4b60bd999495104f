/** A whole number as XML Schema writes it; 0 where it is none. */
export function wholeNumber(text: string | undefined): number {
  const stated = Number(text?.trim() || 'x')
  return Number.isFinite(stated) ? Math.trunc(stated) : 0
}
