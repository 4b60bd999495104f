import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Runs dependency-cruiser over the house, asserts that it really read files, and that the fixture of
    forbidden imports is refused rule by rule. Ends non-zero with the reasons otherwise. */

interface Cruise {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly {
      readonly rule: { readonly name: string }
      readonly from: string
      readonly to: string
    }[]
  }
}

const root = process.cwd()
const house = cruise(root, ['shared', 'renderer', 'electron', 'sample-data', 'tests'])
const problems = house.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
if (house.summary.totalCruised < 100) problems.push(`only ${house.summary.totalCruised} modules were read`)
problems.push(...rulesNotProved())

for (const problem of problems) console.error(problem)
console.log(`directions: ${house.summary.totalCruised} modules read, ${problems.length} problems`)
process.exitCode = problems.length > 0 ? 1 : 0

/** A small house that breaks rules on purpose: a rule that lets it pass proves nothing. */
function rulesNotProved(): string[] {
  const { summary } = cruise(join(root, 'tests/lint/fixtures'), ['shared', 'renderer'])
  const broken = new Set(summary.violations.map(({ rule }) => rule.name))
  const wanted = [
    'shared-touches-no-platform',
    'shared-knows-only-itself',
    'features-never-import-features',
    'no-circles',
    'ui-has-no-field-words',
  ]
  return wanted.filter((rule) => !broken.has(rule)).map((rule) => `the rule ${rule} lets its fixture pass`)
}

function cruise(folder: string, parts: readonly string[]): Cruise {
  const bin = join(root, 'node_modules/.bin/depcruise')
  const args = [bin, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...parts]
  return JSON.parse(output(args, folder))
}

/** Dependency-cruiser ends with the number of violations, which is not a failure to run. */
function output(args: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (trouble) {
    if (
      trouble instanceof Error &&
      'stdout' in trouble &&
      typeof trouble.stdout === 'string' &&
      trouble.stdout
    )
      return trouble.stdout
    throw trouble
  }
}
