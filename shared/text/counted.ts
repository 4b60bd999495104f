/** A whole number with its thousands apart: "2,550". */
export function number(count: number): string {
  return count.toLocaleString('en')
}

/** A number with its noun: "1 code", "2,550 codes"; a plural that takes more than an s is given. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`
}
