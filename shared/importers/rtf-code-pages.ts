/** The WHATWG label of a Windows code page (`\ansicpg1251`); null for one that cannot be read. */
export function labelOfCodePage(page: number): string | null {
  if (page >= 1250 && page <= 1258) return `windows-${page}`
  return OTHERS[page] ?? null
}

/** The WHATWG label of a font's character set (`\fcharset204`); null where it states none of its own. */
export function labelOfCharset(charset: number): string | null {
  return CHARSETS[charset] ?? null
}

const OTHERS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  28591: 'windows-1252',
  28592: 'iso-8859-2',
  54936: 'gb18030',
  65001: 'utf-8',
}

const CHARSETS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}
