import type { ProseDoc, ProseNode } from '../model/report-entities.ts'
import type { CoverNames } from './cover-names.ts'

/** A stretch of text in one face. */
export interface ProseRun {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
}

/** One line of prose with where it stands: lists and block quotes flattened. */
export interface ProseLine {
  readonly kind: 'paragraph' | 'heading' | 'bullet' | 'numbered' | 'quoted' | 'continued'
  /** For headings 1 to 3; for list lines how deep, from 0. */
  readonly level: number
  /** The number of a numbered line, from 1. */
  readonly number: number
  readonly runs: readonly ProseRun[]
}

/** A doc of plain paragraphs, one for each stretch between empty lines. */
export function proseFromText(text: string): ProseDoc {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  return {
    type: 'doc',
    content: paragraphs.map((each) => ({ type: 'paragraph', content: [{ type: 'text', text: each }] })),
  }
}

/** The plain text of a doc: paragraphs with an empty line between, list lines with their mark. */
export function proseToText(doc: ProseDoc): string {
  return proseLines(doc)
    .map((line) => `${mark(line)}${plain(line.runs)}`)
    .join('\n\n')
}

/** True when a doc says nothing. */
export function isEmptyProse(doc: ProseDoc): boolean {
  return proseLines(doc).every((line) => plain(line.runs).trim() === '')
}

/** The lines of a doc in reading order, for formats without nesting. */
export function proseLines(doc: ProseDoc): readonly ProseLine[] {
  return doc.content.flatMap((node) => linesOf(node, { kind: 'paragraph', level: 0, number: 0 }))
}

/** The same doc with names covered in every text. */
export function coverProse(doc: ProseDoc, cover: CoverNames): ProseDoc {
  return { ...doc, content: doc.content.map((node) => coverNode(node, cover)) }
}

/** The text of some runs, faces left out. */
export function plain(runs: readonly ProseRun[]): string {
  return runs.map((run) => run.text).join('')
}

type Standing = Omit<ProseLine, 'runs'>

function linesOf(node: ProseNode, standing: Standing): readonly ProseLine[] {
  const inside = node.content ?? []
  switch (node.type) {
    case 'heading':
      return [{ ...standing, kind: 'heading', level: headingLevel(node), runs: runsOf(inside) }]
    case 'blockquote':
      return inside.flatMap((each) => linesOf(each, { ...standing, kind: 'quoted' }))
    case 'bulletList':
    case 'orderedList':
      return inside.flatMap((item, i) => itemLines(node, item, i, standing))
    case 'text':
      return [{ ...standing, runs: runsOf([node]) }]
    default:
      return isBlock(inside)
        ? inside.flatMap((each) => linesOf(each, standing))
        : [{ ...standing, runs: runsOf(inside) }]
  }
}

function itemLines(
  list: ProseNode,
  item: ProseNode,
  index: number,
  standing: Standing,
): readonly ProseLine[] {
  const inList = standing.kind === 'bullet' || standing.kind === 'numbered' || standing.kind === 'continued'
  const level = inList ? standing.level + 1 : 0
  const start = Number(list.attrs?.start ?? 1)
  const kind = list.type === 'bulletList' ? 'bullet' : 'numbered'
  return (item.content ?? []).flatMap((each, i) =>
    linesOf(each, { kind: i === 0 ? kind : 'continued', level, number: start + index }),
  )
}

function headingLevel(node: ProseNode): number {
  return Math.min(3, Math.max(1, Number(node.attrs?.level ?? 1)))
}

function isBlock(nodes: readonly ProseNode[]): boolean {
  return nodes.some((node) => node.type !== 'text' && node.type !== 'hardBreak')
}

function runsOf(nodes: readonly ProseNode[]): readonly ProseRun[] {
  return nodes.map((node) => ({
    text: node.type === 'hardBreak' ? '\n' : (node.text ?? ''),
    bold: (node.marks ?? []).some((each) => each.type === 'bold'),
    italic: (node.marks ?? []).some((each) => each.type === 'italic'),
  }))
}

function mark(line: ProseLine): string {
  const indent = '  '.repeat(line.level)
  if (line.kind === 'bullet') return `${indent}– `
  return line.kind === 'numbered' ? `${indent}${line.number}. ` : ''
}

function coverNode(node: ProseNode, cover: CoverNames): ProseNode {
  return {
    ...node,
    ...(node.text === undefined ? {} : { text: cover(node.text) }),
    ...(node.content ? { content: node.content.map((each) => coverNode(each, cover)) } : {}),
  }
}
