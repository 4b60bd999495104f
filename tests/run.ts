import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `npm test`: sees to it that a browser is there, builds Loam, runs every test, and says last how many
    passed and failed. What did not run is counted and named. */

interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly string[]
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

const folder = mkdtempSync(join(tmpdir(), 'loam-tests-'))
const outcomes = [unit(), journeys()]
rmSync(folder, { recursive: true })

const skipped = outcomes.flatMap((outcome) => outcome.skipped)
if (skipped.length > 0)
  console.log(`\nnot run (${skipped.length}):\n${skipped.map((name) => `  ${name}`).join('\n')}`)
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
console.log(
  `\ntests: ${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

function unit(): Outcome {
  return vitest('unit tests', 'vitest.config.ts')
}

/** Journeys need a browser and the built Loam; without either they have failed, not been left out. */
function journeys(): Outcome {
  if (!run(process.execPath, ['tests/support/install-chromium.ts']))
    return lost('There is no browser to run journeys in')
  if (!run(process.execPath, [bin('electron-vite'), 'build'])) return lost('Loam could not be built')
  return vitest('journeys', 'vitest.journeys.config.ts')
}

function vitest(name: string, config: string): Outcome {
  const file = join(folder, `${config}.json`)
  console.log(`\n== ${name}`)
  const ended = run(process.execPath, [
    bin('vitest'),
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  return outcomeOf(name, file, ended)
}

function outcomeOf(name: string, file: string, ended: boolean): Outcome {
  const report = readReport(file)
  if (!report) return lost(`The ${name} did not come to an end`)
  const unread = report.testResults.filter(
    (each) => each.status === 'failed' && each.assertionResults.length === 0,
  )
  const failed = report.numFailedTests + unread.length
  const skipped = report.testResults.flatMap((each) =>
    each.assertionResults
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName),
  )
  return { passed: report.numPassedTests, failed: failed === 0 && !ended ? 1 : failed, skipped }
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

function lost(why: string): Outcome {
  console.error(why)
  return { passed: 0, failed: 1, skipped: [] }
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0
}

function bin(name: 'vitest' | 'electron-vite'): string {
  return join(process.cwd(), 'node_modules', name, name === 'vitest' ? 'vitest.mjs' : 'bin/electron-vite.js')
}
