/** How long the rest will take, in words, judged by what is done; null while too little is done to be honest, and
    when it is over in a moment. */
export function timeLeft(done: number, total: number, milliseconds: number): string | null {
  if (done < 10 || milliseconds < 3000) return null
  const seconds = (milliseconds / done) * (total - done) * 0.001
  if (seconds < 5) return null
  if (seconds < 50) return `about ${Math.ceil(seconds / 10) * 10} seconds left`
  const minutes = Math.round(seconds / 60)
  return minutes <= 1 ? 'about a minute left' : `about ${minutes} minutes left`
}
