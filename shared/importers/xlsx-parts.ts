import type { ImportProblem } from './source-draft.ts'
import { walkTranscriptXml } from './walk-transcript-xml.ts'
import { type NumberLook, numberLook } from './xlsx-numbers.ts'

/** The sheets of a workbook in their order, with the key of the part each is kept in. */
export interface WorkbookFacts {
  readonly sheets: readonly { readonly name: string; readonly key: string; readonly hidden: boolean }[]
  /** Days are counted from 1904, as old Macs did. */
  readonly from1904: boolean
}

/** What `workbook.xml` says of its sheets. */
export function workbookFacts(xml: string): WorkbookFacts | ImportProblem {
  const sheets: WorkbookFacts['sheets'][number][] = []
  let from1904 = false
  const trouble = walkTranscriptXml(xml, 'Excel', {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet' || sheets.length >= MOST_SHEETS) return
      const key = Object.entries(attributes).find(([each]) => /:id$/.test(each))?.[1] ?? ''
      sheets.push({ name: attributes.name ?? '', key, hidden: /hidden/i.test(attributes.state ?? '') })
    },
    close: ignore,
    text: ignore,
  })
  return trouble ?? { sheets, from1904 }
}

/** The parts a workbook's keys stand for (`rId1` for `xl/worksheets/sheet1.xml`). */
export function partNames(xml: string): ReadonlyMap<string, string> | ImportProblem {
  const names = new Map<string, string>()
  const trouble = walkTranscriptXml(xml, 'Excel', {
    open: (name, { Id, Target = '' }) => {
      if (name === 'Relationship' && Id !== undefined)
        names.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`)
    },
    close: ignore,
    text: ignore,
  })
  return trouble ?? names
}

/** The texts that cells of a workbook share, in order; readings of signs (furigana) are left out. */
export function sharedTexts(xml: string): readonly string[] | ImportProblem {
  const texts: string[] = []
  let pieces: string[] = []
  let inText = false
  let inReading = false
  const trouble = walkTranscriptXml(xml, 'Excel', {
    open: (name) => {
      if (name === 'si') pieces = []
      if (name === 'rPh') inReading = true
      inText = name === 't' && !inReading
    },
    close: (name) => {
      if (name === 'rPh') inReading = false
      if (name === 't') inText = false
      if (name === 'si') texts.push(unescaped(pieces.join('')))
    },
    text: (text) => {
      if (inText) pieces.push(text)
    },
  })
  return trouble ?? texts
}

/** How each cell style of a workbook shows its numbers. */
export function numberLooks(xml: string): readonly NumberLook[] | ImportProblem {
  const codes = new Map<number, string>()
  const looks: NumberLook[] = []
  let inCells = false
  const trouble = walkTranscriptXml(xml, 'Excel', {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCells = true
      const id = Number(attributes.numFmtId ?? 0)
      if (name === 'xf' && inCells) looks.push(numberLook(id, codes.get(id)))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
    text: ignore,
  })
  return trouble ?? looks
}

/** Workbooks write control signs as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

const MOST_SHEETS = 1000

function ignore(): void {}
