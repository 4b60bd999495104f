/** True where the browser's own pickers would be cancelled before anybody saw them: where a program drives it, or the
    address says so. Files then go through inputs and downloads. */
export function arePickersOff(): boolean {
  return navigator.webdriver || new URLSearchParams(location.search).get('pickers') === 'off'
}
