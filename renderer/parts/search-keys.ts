/** True for the keys that search everything from anywhere: Ctrl K and Ctrl Shift F, Command in their place on a Mac. */
export function isSearchKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): boolean {
  if (!(ctrlKey || metaKey) || altKey) return false
  const letter = key.toLowerCase()
  return letter === 'k' ? !shiftKey : letter === 'f' && shiftKey
}
