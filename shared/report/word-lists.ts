import { wordPart } from './word-xml.ts'

const depths = [0, 1, 2, 3, 4]

/** The deepest level a list has. */
export const deepestLevel = 4

/** Lists of a Word document: bullets by id 1, and as many numbered lists, each counting from 1, by ids from 2 on. */
export function wordNumbering(numbered: number): string {
  const lists = Array.from({ length: numbered }, (_, i) => {
    const anew = depths.map(
      (level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`,
    )
    return `<w:num w:numId="${i + 2}"><w:abstractNumId w:val="1"/>${anew.join('')}</w:num>`
  })
  const kinds = [
    abstract(0, () => ['bullet', '•']),
    abstract(1, (level) => ['decimal', `%${level + 1}.`]),
  ].join('')
  return wordPart(
    'numbering',
    `${kinds}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${lists.join('')}`,
  )
}

function abstract(id: number, look: (level: number) => readonly [format: string, text: string]): string {
  const levels = depths.map((level) => {
    const [format, text] = look(level)
    return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${420 + level * 360}" w:hanging="340"/></w:pPr></w:lvl>`
  })
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="hybridMultilevel"/>${levels.join('')}</w:abstractNum>`
}
