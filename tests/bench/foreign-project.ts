import { readProjectFile } from '../../shared/exchange/project-file.ts'
import { guid, qdpx } from '../support/refi-fixture.ts'
import { type Figure, figureOf } from './measure.ts'

const sources = 1000
const passages = 150

/** Another tool's project read at full scale: a project.qde of 50 MB with 150,000 codings, and a text for each of 1,000
    sources. */
export async function foreignProjectFigures(): Promise<Figure[]> {
  const { bytes, megabytes } = bigForeignProject()
  const seconds: number[] = []
  const processor: number[] = []
  const held: number[] = []
  let highest = 0
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.()
    const kept = heldNow()
    const start = performance.now()
    const spent = process.cpuUsage()
    const reading = readProjectFile(bytes)
    seconds.push((performance.now() - start) / 1000)
    held.push(heldNow() - kept)
    const { user, system } = process.cpuUsage(spent)
    processor.push((user + system) / 1e6)
    highest = Math.max(highest, process.memoryUsage().rss - before)
    const codings = reading.ok ? [...reading.archive.project.codings.values()].flat().length : 0
    if (codings !== sources * passages) throw new Error(`Only ${codings} codings came in`)
  }
  return [
    figureOf(
      `another tool’s project of ${megabytes} MB with ${sources * passages} codings read`,
      5,
      seconds,
      's',
    ),
    figureOf('  processor time, garbage collection beside it included', null, processor, 's'),
    figureOf('  memory more than before, result included', 500, held, 'MB'),
    figureOf('  the whole process more than before, at its highest', null, [highest / 1e6], 'MB'),
  ]
}

function heldNow(): number {
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}

function bigForeignProject(): { readonly bytes: Uint8Array; readonly megabytes: number } {
  const words = Array.from({ length: 900 }, (_, i) => `word${i} 🌱 and more of it\r\n`).join('')
  const codes = Array.from(
    { length: 60 },
    (_, i) => `<Code guid="${guid(`code ${i}`)}" name="Code ${i}" isCodable="true"/>`,
  )
  const files: Record<string, string> = {}
  const elements = Array.from({ length: sources }, (_, s) => {
    const text = `Interview ${s}\r\n${words}`
    files[`sources/${s}.txt`] = text
    const inside = Array.from({ length: passages }, (_, p) => {
      const start = text.indexOf(`word${p * 5} `)
      const own = identity(s * 1000 + p, 'a')
      const made = `creatingUser="${guid('ann')}" creationDateTime="2024-02-01T10:00:00Z"`
      return `<PlainTextSelection guid="${own}" name="word" startPosition="${start}" endPosition="${start + 12}" ${made}><Coding guid="${identity(s * 1000 + p, 'b')}"><CodeRef targetGUID="${guid(`code ${p % 60}`)}"/></Coding></PlainTextSelection>\n`
    })
    return `<TextSource guid="${identity(s, 'c')}" name="Interview ${s}" plainTextPath="internal://${s}.txt">${inside.join('')}</TextSource>`
  })
  const qde = `<Project xmlns="urn:QDA-XML:project:1.0" name="Big" origin="NVivo 14"><Users><User guid="${guid('ann')}" name="Ann"/></Users><CodeBook><Codes>${codes.join('')}</Codes></CodeBook><Sources>${elements.join('')}</Sources></Project>`
  return { bytes: qdpx(qde, files), megabytes: Math.round(qde.length / 1e6) }
}

function identity(number: number, kind: string): string {
  return `${number.toString(16).padStart(8, '0')}-000${kind}-4000-8000-000000000000`.toUpperCase()
}
