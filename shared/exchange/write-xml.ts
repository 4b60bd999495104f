/** Attributes of an element; those undefined are left out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>

/** One element as text. Children are already XML: made by this function, `xmlText` or `xmlNote`. */
export function xmlElement(
  name: string,
  attributes: XmlAttributes,
  children: readonly string[] = [],
): string {
  let head = `<${name}`
  for (const attribute in attributes) {
    const value = attributes[attribute]
    if (value !== undefined) head += ` ${attribute}="${xmlAttribute(value)}"`
  }
  const inside = children.join('')
  return inside === '' ? `${head}/>` : `${head}>${inside}</${name}>`
}

/** An element that must not be empty: nothing at all when it has no children. */
export function xmlContainer(name: string, children: readonly string[]): string {
  return children.length === 0 ? '' : xmlElement(name, {}, children)
}

/** An element holding text only; nothing where there is none. */
export function xmlTextElement(name: string, text: string | undefined): string {
  return text === undefined ? '' : xmlElement(name, {}, [xmlText(text)])
}

/** Text as it stands between tags. Characters that XML forbids become U+FFFD. */
export function xmlText(text: string): string {
  return legal(text).replace(/[&<>\r]/g, escaped)
}

/** A processing instruction holding JSON: readers that do not know it pass over it. */
export function xmlNote(target: string, value: unknown): string {
  return `<?${target} ${legal(JSON.stringify(value)).replaceAll('>', '\\u003e')}?>`
}

function xmlAttribute(text: string): string {
  return plain.test(text) ? text : legal(text).replace(/[&<>"\t\n\r]/g, escaped)
}

function escaped(character: string): string {
  return escapes[character] ?? character
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

function legal(text: string): string {
  return text.toWellFormed().replace(illegal, '\uFFFD')
}

/** Identities, dates and numbers, which are most of what a large project writes. */
const plain = /^[\w.:-]*$/

const illegal = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
