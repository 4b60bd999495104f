/** Formats of programs that transcribe speech with tiers, codes or XML. */
export type LinguisticFormat = 'eaf' | 'exb' | 'trs' | 'textgrid' | 'cha' | 'stm' | 'tei' | 'f4x'

/** Which linguistic format a text is in, by its first signs; null for any other text. */
export function linguisticFormat(text: string): LinguisticFormat | null {
  const head = text.slice(0, 20_000).trimStart()
  if (head.startsWith('<')) {
    const root = rootElement(text)
    return root === 'transcript' ? (/<content[\s>/]/.test(head) ? 'f4x' : null) : (ROOTS.get(root) ?? null)
  }
  if (TEXTGRID.test(head)) return 'textgrid'
  if (/^@(?:UTF8|Begin)\b/.test(head) || (head.startsWith('@') && /^@Begin[^\S\n]*$/m.test(head)))
    return 'cha'
  return isStm(head) ? 'stm' : null
}

const ROOTS: ReadonlyMap<string, LinguisticFormat> = new Map([
  ['ANNOTATION_DOCUMENT', 'eaf'],
  ['basic-transcription', 'exb'],
  ['Trans', 'trs'],
  ['TEI', 'tei'],
  ['TEI.2', 'tei'],
  ['teiCorpus', 'tei'],
])

const TEXTGRID = /^(?:File type = )?"ooTextFile(?: short)?"\s{1,40}(?:Object class = )?"TextGrid"/

/** The name of an XML text's first element without its prefix, past declarations, comments and DOCTYPE. */
function rootElement(text: string): string {
  let at = 0
  for (let pieces = 0; pieces < 200; pieces += 1) {
    SPACE.lastIndex = at
    SPACE.test(text)
    at = SPACE.lastIndex
    const end = text.startsWith('<?', at)
      ? after(text, '?>', at)
      : text.startsWith('<!--', at)
        ? after(text, '-->', at)
        : text.startsWith('<!', at)
          ? afterDoctype(text, at)
          : null
    if (end === null) break
    at = end
  }
  ROOT.lastIndex = at
  return ROOT.exec(text)?.[1] ?? ''
}

const SPACE = /\s*/y
const ROOT = /<(?:[\w.-]{1,40}:)?([\w.-]{1,60})(?=[\s/>])/y

function after(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from)
  return at === -1 ? text.length : at + sign.length
}

function afterDoctype(text: string, from: number): number {
  const close = text.indexOf('>', from)
  const subset = text.indexOf('[', from)
  return subset === -1 || close < subset
    ? after(text, '>', from)
    : after(text, '>', after(text, ']', from) - 1)
}

/** Rows of a segment time mark file: recording, channel, speaker, start, end, maybe a label, words. */
function isStm(head: string): boolean {
  const whole = head.length < 20_000 ? head : head.slice(0, head.lastIndexOf('\n') + 1)
  const rows = whole.split('\n').filter((line) => /\S/.test(line) && !line.startsWith(';;'))
  return rows.length > 0 && rows.every((line) => STM_ROW.test(line))
}

const STM_ROW =
  /^\S{1,200}[ \t]+\S{1,8}[ \t]+\S{1,200}[ \t]+\d{1,7}(?:\.\d+)?[ \t]+\d{1,7}(?:\.\d+)?(?:[ \t]|$)/
