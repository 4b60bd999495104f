import type { ShownStretch, ShownTranslation } from './shown-translation.ts'

/** What can be asked of a translated stretch: to code the turn it belongs to, or to mend it. `at` is where that turn
    begins in the transcript. */
export interface TranslationActs {
  readonly onTranslation: (act: 'code' | 'mend', at: number) => void
}

/** A translated stretch as an element: labelled for assistive technology, in its own language and direction. It is no
    part of the transcript: nothing in it can be selected for coding. */
export function translationWords(
  { label, tag }: ShownTranslation,
  { start, words }: ShownStretch,
  acts: TranslationActs,
): HTMLElement {
  const box = document.createElement('div')
  // A group, not a region: one for every turn would bury the page's landmarks.
  box.role = 'group'
  box.className = 'translated'
  box.setAttribute('aria-label', label)
  box.title = label
  const said = document.createElement('p')
  said.dir = 'auto'
  if (tag) said.lang = tag
  said.append(words)
  const buttons = document.createElement('span')
  buttons.className = 'translated-acts'
  buttons.append(
    button('Code this turn', () => acts.onTranslation('code', start)),
    button('Correct…', () => acts.onTranslation('mend', start)),
  )
  box.append(said, buttons)
  return box
}

/** By keyboard the same is in the menu of the passage, so that Tab need not pass every turn. */
function button(name: string, run: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.tabIndex = -1
  made.textContent = name
  made.addEventListener('click', run)
  return made
}
