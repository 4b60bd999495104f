import { availableParallelism, cpus, loadavg } from 'node:os'
import { calibration, type Figure, print } from './measure.ts'

/** `npm run bench [PART…]`: prints every figure beside its goal. A benchmark, not a test: it never fails because
    something is slow. */

const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  core: async () => (await import('./core.ts')).coreFigures(),
  analysis: async () => (await import('./analysis.ts')).analysisFigures(),
  import: async () => (await import('./import.ts')).importFigures(),
  'project-file': async () => (await import('./project-file.ts')).projectFileFigures(),
  merge: async () => (await import('./merge.ts')).mergeFigures(),
  merging: async () => (await import('./merging.ts')).mergingFigures(),
  'foreign-project': async () => (await import('./foreign-project.ts')).foreignProjectFigures(),
  browser: async () => (await import('./browser.ts')).browserFigures(),
  codebook: async () => (await import('./codebook.ts')).codebookFigures(),
  locked: async () => (await import('./locked.ts')).lockedFigures(),
  'many-files': async () => (await import('./many-files.ts')).manyFilesFigures(),
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  console.error(`There is no part “${unknown.join('”, “')}”. There are: ${Object.keys(parts).join(', ')}.`)
  process.exitCode = 2
} else await bench(wanted.length > 0 ? wanted : Object.keys(parts))

async function bench(names: readonly string[]): Promise<void> {
  console.log(
    `${cpus()[0]?.model ?? 'Unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}`,
  )
  for (const name of names) {
    const start = performance.now()
    const before = busy()
    try {
      print(name, (await parts[name]?.()) ?? [])
    } catch (trouble) {
      console.error(`\n${name}: ${trouble instanceof Error ? trouble.message : String(trouble)}`)
      process.exitCode = 1
    }
    console.log(
      `  took ${Math.round((performance.now() - start) / 1000)} s; before: ${before}; after: ${busy()}`,
    )
  }
}

/** An idle machine of two cores gives about 55 ms. */
function busy(): string {
  return `fixed loop ${calibration()} ms, load ${(loadavg()[0] ?? 0).toFixed(1)}`
}
