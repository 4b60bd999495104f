/** A colour as tools write it: #rgb, #rrggbb with or without transparency behind or before it, rgb(…), a signed number
    of alpha, red, green and blue, or .NET's "Color [A=255, R=1, G=2, B=3]". #RRGGBB, in the case it came in where it
    was one; undefined where it is no colour. */
export function readColour(stated: string | undefined): string | undefined {
  const text = stated?.trim() ?? ''
  if (/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text)) return text
  if (/^[0-9a-f]{6}$/i.test(text) && /[a-f]/i.test(text)) return `#${text}`
  // Eight digits: CSS puts transparency last, .NET first. A colour that can be seen ends or begins with ff.
  const eight = /^#([0-9a-f]{8})$/i.exec(text)?.[1]
  if (eight) return `#${/^ff/i.test(eight) && !/ff$/i.test(eight) ? eight.slice(2) : eight.slice(0, 6)}`
  const called = /^rgba?\(\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})/i.exec(text)
  const named = /\bR=(\d{1,3}),\s*G=(\d{1,3}),\s*B=(\d{1,3})/i.exec(text)
  const parts = called ?? named
  if (parts) return fromParts(parts.slice(1, 4).map(Number))
  if (/^-?\d{1,10}$/.test(text)) return `#${(Number(text) & 0xffffff).toString(16).padStart(6, '0')}`
  return undefined
}

function fromParts(parts: readonly number[]): string | undefined {
  if (parts.some((part) => part > 255)) return undefined
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
