import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPdf } from '../../electron/cli/pdf-reader.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { docx, paragraph } from '../support/docx-fixture.ts'
import { bigArchive } from './big-archive.ts'
import { longPdf } from './long-pdf.ts'
import { type Figure, figureOf, measure } from './measure.ts'

/** What the command line needs to bring in a thousand interviews, a hundred Word files, and one very long text. */
export async function importFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'loam-bench-'))
  try {
    const archive = bigArchive({ sources: 1000, words: 8000, codings: 0, codes: 1 })
    const interviews = [...transcripts(archive)]
    const texts = inFolder(folder, 'texts', interviews, 'txt', (lines) => lines.join('\n'))
    const word = inFolder(folder, 'word', interviews.slice(0, 100), 'docx', (lines) =>
      docx(lines.map((line) => paragraph(line)).join('')),
    )
    const long = new TextEncoder().encode(interviews.flat().join('\n').repeat(2).slice(0, 50_000_000))
    const printed = longPdf()
    const [thousand, hundred] = [await imported(texts, folder), await imported(word, folder)]
    return [
      figureOf('loam import of 1,000 text interviews (8 million words)', 30, [thousand.seconds], 's'),
      figureOf('  largest memory of its process', 1500, [thousand.megabytes], 'MB'),
      figureOf('loam import of 100 Word files (800,000 words)', null, [hundred.seconds], 's'),
      figureOf('  largest memory of its process', 1500, [hundred.megabytes], 'MB'),
      await measure('one text of 50 MB read into turns', null, 1, async () => {
        const outcome = await readSource({ name: 'Long.txt', bytes: long })
        if (!outcome.ok) throw new Error(outcome.problem)
      }),
      await measure('a PDF of 100 pages read into turns', 1200, 3, async () => {
        const outcome = await readSource({ name: 'Long.pdf', bytes: printed }, { pdf: readPdf })
        if (!outcome.ok) throw new Error(outcome.problem)
      }),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each interview as lines "Interviewer: …". */
function* transcripts({ project, contents }: Archive): Generator<readonly string[]> {
  for (const [source, turns] of project.turns) {
    const content = project.tables.source.get(source)?.content
    const text = (content && contents.get(content)?.text) ?? ''
    yield turns.map(({ start, end, speaker }) => {
      const label = (speaker && project.tables.speaker.get(speaker)?.label) ?? 'Someone'
      return `${label}: ${text.slice(start, end)}`
    })
  }
}

function inFolder(
  folder: string,
  name: string,
  interviews: readonly (readonly string[])[],
  ending: string,
  make: (lines: readonly string[]) => string | Uint8Array,
): string {
  const place = join(folder, name)
  mkdirSync(place)
  for (const [i, lines] of interviews.entries())
    writeFileSync(join(place, `Interview ${String(i + 1).padStart(4, '0')}.${ending}`), make(lines))
  return place
}

/** Wall time and largest memory of the command line in a process of its own. */
async function imported(files: string, folder: string): Promise<{ seconds: number; megabytes: number }> {
  const memory = join(folder, 'memory.txt')
  const watch = `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(process.env.LOAM_BENCH_MEMORY, String(process.resourceUsage().maxRSS)))`
  const start = performance.now()
  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(watch)}`,
      'electron/cli.ts',
      'import',
      files,
      '--out',
      `${files}.qdpx`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LOAM_BENCH_MEMORY: memory } },
  )
  let said = ''
  child.stderr.on('data', (words) => {
    said += String(words)
  })
  const code = await new Promise((done) => child.on('close', done))
  const seconds = (performance.now() - start) / 1000
  if (code !== 0) throw new Error(`loam import ended with ${code}: ${said.slice(0, 300)}`)
  return { seconds, megabytes: Number(readFileSync(memory, 'utf8')) / 1000 }
}
