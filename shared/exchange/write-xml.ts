/** Attributes of an element; those undefined are left out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>

/** One element as text. Children are already XML: made by this function, `xmlText` or `xmlNote`. */
export function xmlElement(
  name: string,
  attributes: XmlAttributes,
  children: readonly string[] = [],
): string {
  const head = headOf(name, attributes)
  const inside = children.join('')
  return inside === '' ? `${head}/>` : `${head}>${inside}</${name}>`
}

/** An element in pieces, one after another as its children are made: a large one is never put together as one
    string. */
export function* xmlPieces(
  name: string,
  attributes: XmlAttributes,
  children: Iterable<string>,
): Generator<string> {
  const head = headOf(name, attributes)
  let isEmpty = true
  for (const child of children) {
    if (child === '') continue
    if (isEmpty) yield `${head}>`
    isEmpty = false
    yield child
  }
  yield isEmpty ? `${head}/>` : `</${name}>`
}

function headOf(name: string, attributes: XmlAttributes): string {
  let head = `<${name}`
  for (const attribute in attributes) {
    const value = attributes[attribute]
    if (value !== undefined) head += ` ${attribute}="${xmlAttribute(value)}"`
  }
  return head
}

/** An element holding text only; nothing where there is none. */
export function xmlTextElement(name: string, text: string | undefined): string {
  return text === undefined ? '' : xmlElement(name, {}, [xmlText(text)])
}

/** A container in pieces; none when it would be empty. */
export function* containerPieces(name: string, children: Iterable<string>): Generator<string> {
  let isEmpty = true
  for (const child of children) {
    if (isEmpty) yield `<${name}>`
    isEmpty = false
    yield child
  }
  if (!isEmpty) yield `</${name}>`
}

/** Text as it stands between tags. Characters that XML forbids become U+FFFD. */
export function xmlText(text: string): string {
  return legalXml(text).replace(/[&<>\r]/g, escaped)
}

/** A processing instruction holding JSON: readers that do not know it pass over it. */
export function xmlNote(target: string, value: unknown): string {
  const unseen = (sign: string) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
  return `<?${target} ${JSON.stringify(value).replace(illegal, unseen).replaceAll('>', '\\u003e')}?>`
}

/** Text as it stands between the quotes of an attribute. */
export function xmlAttribute(text: string): string {
  return plain.test(text) ? text : legalXml(text).replace(/[&<>"\t\n\r]/g, escaped)
}

/** Whether a text holds only what XML can say; where not, U+FFFD stands for what it cannot. */
export function isLegalXml(text: string): boolean {
  return plain.test(text) || legalXml(text) === text
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

/** A text as XML can say it: U+FFFD in the place of what it cannot. */
export function legalXml(text: string): string {
  return text.toWellFormed().replace(illegal, '\uFFFD')
}

/** What stands as it is: identities, dates and numbers, and most of what people say. */
const plain = /^[ !#-%'-;=?-\uD7FF\uE000-\uFFFD]*$/

const illegal = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
