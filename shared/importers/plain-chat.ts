/** CHAT-coded words as plain text, and the codes that were left out. */
export interface PlainChat {
  readonly text: string
  /** Codes about the words: `[//]`, `[*]`, `+/.`, `@s`. */
  readonly codes: readonly string[]
  /** Fillers and pieces of words: `&-uh`, `&+wh`. */
  readonly fillers: readonly string[]
}

/** Reads coded words as plain text: every whole word that was said stays, also the retraced ones; codes, brackets
    around them, fillers and pieces of words go; what was heard besides (`&=laughs`) stands in square brackets. */
export function plainChat(coded: string): PlainChat {
  const codes: string[] = []
  const fillers: string[] = []
  const leaveCode = (code: string): string => {
    codes.push(code)
    return ' '
  }
  const text = coded
    .replace(IN_BRACKETS, (code) =>
      /^\[=! /.test(code) ? ` [${code.slice(3, -1).trim()}] ` : leaveCode(code),
    )
    .replace(HEARD, (_, what: string) => ` [${what.replace(/[_:]/g, ' ').trim()}] `)
    .replace(INTERPOSED, (_, who: string, what: string) => ` [${who}: ${what}] `)
    .replace(LONG, leaveCode)
    .replace(FILLER, (filler) => {
      fillers.push(filler)
      return ' '
    })
    .replace(TERMINATOR, (sign) => ENDS[leaveCode(sign) && sign] ?? '')
    .replace(LINKER, leaveCode)
    .replace(/[<>‹›⌈⌉⌊⌋]/g, '')
    .replace(/(?<=^|\s)0(?:\p{L}[\p{L}\p{M}'-]{0,60})?(?=\s|$)/gu, leaveCode)
    .replace(/\(([\p{L}\p{M}'’]+)\)/gu, '$1')
    .replace(/(?<=[\p{L}\p{M}])@[a-z$][\w:$&+-]{0,40}/gu, (mark) => leaveCode(mark).trim())
    .replace(/(?<=[\p{L}\p{M}])(?<!\[[\p{L}\p{N}]{1,8})[:^]+(?=[\p{L}\p{M}\s.?!,]|$)/gu, '')
    .replace(/(?<=[\p{L}\p{M}])_(?=\p{L})/gu, ' ')
    .replace(/\s?[‡„]/g, ',')
    .replace(/[\t\n ]+/g, ' ')
    .replace(/ (?=[.?!,;:…](?:[ .?!…]|$))/g, '')
  return { text, codes, fillers }
}

const IN_BRACKETS = /\[[^[\]\n]{0,400}\]/g
const HEARD = /&=([^\s[\]<>]{1,80})/g
const LONG = /&[{}][ln]=[^\s[\]<>]{1,80}/g
const INTERPOSED = /&\*([\p{L}\p{N}]{1,8}):([^\s[\]<>]{1,80})/gu
const FILLER = /&[-+~]?[\p{L}\p{M}][\p{L}\p{M}\p{N}:ʔ@'-]{0,60}/gu

/** `+...` trails off, `+/?` is a question cut short: what they end with in plain text. */
const TERMINATOR = /\+(?:\.\.\.|\.\.\?|\/\/\?|\/\?|!\?|\/\/\.|\/\.|"\/\.|"\.|\.)/g
const ENDS: Readonly<Record<string, string>> = {
  '+...': '…',
  '+..?': '…?',
  '+//?': '?',
  '+/?': '?',
  '+!?': '?!',
}
const LINKER = /(?<=^|\s)\+(?:\^|<|"|,|\+|≋|≈)(?=\s|$)/g
