/** Every format that comes in: as sentences name it, and the endings its files usually have (content decides, endings
    only say what to take from a folder). One line a format. */
const FORMATS: readonly (readonly [string, readonly string[]])[] = [
  ['plain text', ['txt']],
  ['Markdown', ['md', 'markdown']],
  ['Word (DOCX, DOC)', ['docx', 'doc']],
  ['PDF', ['pdf']],
  ['VTT', ['vtt']],
  ['SRT', ['srt']],
  ['SBV', ['sbv']],
  ['SSA and ASS', ['ass', 'ssa']],
  ['TTML', ['ttml', 'dfxp', 'xml']],
  ['tables (CSV, TSV, XLSX, ODS)', ['csv', 'tsv', 'xlsx', 'xlsm', 'ods', 'fods']],
  ['LRC', ['lrc']],
  ['JSON and TSV of speech recognition', ['json', 'tsv']],
  ['RTF', ['rtf']],
  ['ODT', ['odt', 'ott', 'fodt']],
  ['HTML', ['html', 'htm', 'xhtml']],
  ['noScribe', ['html', 'htm']],
  ['oTranscribe', ['otr']],
  ['InqScribe', ['inqscr', 'xml']],
  ['ELAN', ['eaf']],
  ['EXMARaLDA', ['exb']],
  ['Transcriber', ['trs']],
  ['Praat', ['textgrid']],
  ['CHAT', ['cha']],
  ['STM', ['stm']],
  ['TEI', ['tei', 'xml']],
  ['f4', ['f4x']],
]

/** Endings of files that may be transcripts, in small letters, without a dot. */
export const importEndings: readonly string[] = [...new Set(FORMATS.flatMap(([, endings]) => endings))]

/** What comes in, in words, for sentences: in kinds, for the formats are too many to name. */
export const formatsThatComeIn =
  'text, Word, PDF, web pages, tables, captions and the files of transcription programs'

/** Every format by name, for a list: "plain text, Markdown, … and f4". */
export const everyFormat: string = inWords(FORMATS.map(([name]) => name))

function inWords(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
