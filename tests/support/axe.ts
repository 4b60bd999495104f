import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong on the page, each as rule and element. */
export async function problems(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const options = {
    runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: standards },
    resultTypes: ['violations'],
    rules: rules ? {} : asideFromRules,
  }
  // The page's policy forbids scripts of others; what a test evaluates is not under it.
  await page.evaluate(axe.source)
  return page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes
      .filter(({ html }) => !(id === 'scrollable-region-focusable' && html.includes('cm-scroller')))
      .map(({ html }) => id + ': ' + html.slice(0, 200))))`)
}

/** In the codebook a row's name is the code's alone; the counts beside it are further facts, not a label to say.
    (The transcript inside `cm-scroller` takes the keyboard, which axe does not see of an editable text.) */
const asideFromRules = { 'label-content-name-mismatch': { enabled: false } }

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
