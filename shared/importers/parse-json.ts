/** A JSON text as its value; numbers that JSON has no sign for (NaN, Infinity), which some programs write, become null.
    Null where the text is damaged or cut off. */
export function parseJson(text: string): { readonly value: unknown } | null {
  return parsed(text) ?? (/\b(?:NaN|Infinity)\b/.test(text) ? parsed(text.replace(NO_NUMBERS, asNull)) : null)
}

const NO_NUMBERS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/gs

function asNull(found: string): string {
  return found.startsWith('"') ? found : 'null'
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text)
    return { value }
  } catch {
    return null
  }
}
