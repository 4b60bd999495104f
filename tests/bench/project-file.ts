import { packProject } from '../../electron/cli/pack-project.ts'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import { bigArchive, fullScale } from './big-archive.ts'
import { type Figure, figureOf } from './measure.ts'

const runs = 3

/** A project file written and read at full scale, as the command line does it: packing on threads beside. The window
    uses a worker and a second one that packs. */
export async function projectFileFigures(): Promise<Figure[]> {
  const archive = bigArchive(fullScale)
  const written: Measured[] = []
  const read: Measured[] = []
  let bytes = await packProject(archive)
  for (let i = 0; i < runs; i++) {
    written.push(
      await cost(async () => {
        bytes = await packProject(archive)
      }),
    )
    read.push(
      await cost(() => {
        const reading = readProjectFile(bytes)
        if (!reading.ok || reading.notes.length > 0) throw new Error('The file was not read whole')
        return reading
      }),
    )
  }
  return [
    ...figures('written', written),
    ...figures('read', read),
    figureOf('its size', null, [bytes.length / 1e6], 'MB'),
  ]
}

interface Measured {
  readonly seconds: number
  readonly processorSeconds: number
  readonly megabytes: number
}

function figures(what: string, measured: readonly Measured[]): Figure[] {
  const file = 'a project file of 8 million words and 150,000 codings'
  return [
    figureOf(
      `${file} ${what}`,
      5,
      measured.map((each) => each.seconds),
      's',
    ),
    figureOf(
      '  processor time, garbage collection beside it included',
      null,
      measured.map((each) => each.processorSeconds),
      's',
    ),
    figureOf(
      '  memory more than before, result included',
      500,
      measured.map((each) => each.megabytes),
      'MB',
    ),
  ]
}

/** Wall and processor time of one run, and how much larger the process is after it than before. */
async function cost(run: () => unknown): Promise<Measured> {
  const held = () => {
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1e6
  }
  globalThis.gc?.()
  const before = held()
  const start = performance.now()
  const processor = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(processor)
  return {
    seconds: (performance.now() - start) / 1000,
    processorSeconds: (user + system) / 1e6,
    megabytes: Math.max(0, held() - before),
  }
}
