import { walkXml } from './walk-xml.ts'

/** What a style of an OpenDocument text means for reading. */
export interface OdtStyle {
  /** Null where the style does not say. */
  readonly bold: boolean | null
  readonly title: boolean
}

/** The styles of an OpenDocument text by name, from `styles.xml` and `content.xml`; the later win. */
export function odtStyles(...parts: readonly string[]): ReadonlyMap<string, OdtStyle> {
  const styles = new Map<string, OdtStyle>()
  for (const xml of parts) {
    let name = ''
    walkXml(xml, {
      open: (element, attributes) => {
        if (element === 'style:style') {
          name = attributes['style:name'] ?? ''
          const title = [name, attributes['style:parent-style-name'] ?? ''].some((each) => TITLE.test(each))
          styles.set(name, { bold: null, title })
        } else if (element === 'style:text-properties' && name !== '') {
          const weight = attributes['fo:font-weight']
          const bold = weight === undefined ? null : /^(?:bold|[6-9]00)$/.test(weight)
          styles.set(name, { title: styles.get(name)?.title ?? false, bold })
        }
      },
      close: (element) => {
        if (element === 'style:style') name = ''
      },
      text: () => {},
    })
  }
  return styles
}

/** Title, author, subject and day of making from `meta.xml`. */
export function odtFacts(meta: string): Readonly<Record<string, string>> {
  const facts: Record<string, string> = {}
  let key: string | undefined
  walkXml(meta, {
    open: (name) => {
      key = PROPERTIES[name]
    },
    close: () => {
      key = undefined
    },
    text: (text) => {
      if (key === undefined || text.trim() === '') return
      facts[key] = key === 'Created' ? text.slice(0, 10) : text.trim().slice(0, 500).toWellFormed()
    },
  })
  return facts
}

const TITLE = /^(?:Title|Subtitle)$/

const PROPERTIES: Readonly<Record<string, string>> = {
  'dc:title': 'Title',
  'meta:initial-creator': 'Author',
  'dc:subject': 'Subject',
  'meta:creation-date': 'Created',
}
