import type { Approach, Code } from '../model/entities.ts'
import type { ProseNode } from '../model/report-entities.ts'
import type { ReportBlock, ReportDocument } from '../report/report-document.ts'
import { counted } from '../text/counted.ts'
import type { Codebook } from './codebook-table.ts'
import { codesInTree } from './write-codes.ts'

/** A codebook as a document to read and print: every code with its definition, when to use it and an example. */
export function codebookDocument(codebook: Codebook, approach: Approach = 'codebook'): ReportDocument {
  const codable = codebook.codes.filter((code) => code.codable !== false).length
  const groups = codebook.codes.length - codable
  return {
    template: 'codebook',
    title: `Codebook: ${codebook.name}`,
    layer: `${counted(codable, 'code')}${groups > 0 ? ` in ${counted(groups, 'group')}` : ''}`,
    approach,
    blocks: [
      ...(codebook.description ? [prose('about', [[codebook.description]])] : []),
      ...codesInTree(codebook.codes).flatMap(({ code, path }) =>
        codeBlocks(code, path.length, codebook.counts?.get(code.id)),
      ),
    ],
  }
}

function codeBlocks(code: Code, depth: number, used: string | undefined): ReportBlock[] {
  const level = depth === 1 ? 1 : depth === 2 ? 2 : 3
  const lines = [
    code.definition ? [code.definition] : null,
    code.include ? [code.include, 'Include: '] : null,
    code.exclude ? [code.exclude, 'Exclude: '] : null,
    code.example ? [`“${code.example}”`, 'Example: '] : null,
    code.from ? [code.from, 'From: '] : null,
    used ? [used, 'Used: '] : null,
  ].filter((line) => line !== null)
  const heading = {
    kind: 'heading' as const,
    level,
    text: code.name,
    anchor: `code-${code.id}`,
  } satisfies ReportBlock
  return lines.length > 0 ? [heading, prose(`code/${code.id}`, lines)] : [heading]
}

/** Paragraphs, each a text and optionally a bold word before it. */
function prose(place: string, lines: readonly (readonly string[])[]): ReportBlock {
  const content = lines.map(([text = '', label]): ProseNode => {
    const words: ProseNode = { type: 'text', text }
    const bold: ProseNode[] =
      label === undefined ? [] : [{ type: 'text', text: label, marks: [{ type: 'bold' }] }]
    return { type: 'paragraph', content: [...bold, words] }
  })
  const text = lines.map(([words = '', label = '']) => `${label}${words}`).join('\n\n')
  return { kind: 'prose', by: 'loam', place, doc: { type: 'doc', content }, text }
}
