/** How Loam looks: as the system does, or as chosen. */
export type Theme = 'system' | 'light' | 'dark' | 'paper'

const key = 'loam-theme'
const themes: readonly Theme[] = ['system', 'light', 'dark', 'paper']

/** The theme chosen on this machine. */
export function chosenTheme(): Theme {
  const stored = localStorage.getItem(key)
  return themes.find((theme) => theme === stored) ?? 'system'
}

/** Chooses a theme and shows it. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(key, theme)
  applyTheme()
}

/** Shows the chosen theme, following the system while none is chosen. */
export function applyTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const show = () => {
    const theme = chosenTheme()
    document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
  }
  dark.onchange = show
  show()
}
