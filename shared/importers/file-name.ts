/** A file's name without its folders and its ending: the name suggested for the source. */
export function sourceNameOf(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? fileName
  const bare = base
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .replace(/[\p{Cc}]/gu, ' ')
    .toWellFormed()
    .trim()
  return bare === '' ? 'Untitled source' : bare
}

/** The ending of a file's name in small letters, without its dot; empty where there is none. */
export function endingOf(fileName: string): string {
  return /\.([\p{L}\p{N}]{1,8})$/u.exec(fileName)?.[1]?.toLowerCase() ?? ''
}
