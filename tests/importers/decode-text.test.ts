import { expect, test } from 'vitest'
import { draftOf, problemOf, report } from './read-file.ts'

const encodeIn = (encoding: string, text: string): Uint8Array => {
  const decoder = new TextDecoder(encoding)
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(text, (sign) => table.get(sign) ?? 63)
}

const utf16 = (text: string, littleEndian: boolean, mark: boolean): Uint8Array => {
  const units = mark ? `\uFEFF${text}` : text
  const view = new DataView(new ArrayBuffer(units.length * 2))
  for (let i = 0; i < units.length; i += 1) view.setUint16(i * 2, units.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}

const samples: readonly (readonly [string, string])[] = [
  ['windows-1252', 'Die Förderung läuft aus, für uns wäre das schön gewesen.\nÜberall hören wir: größer.'],
  ['windows-1252', 'Après l’été, nous étions très fatigués : ça ne marchait pas à l’école.'],
  ['windows-1252', 'El año pasado, ¿cómo empezó la organización? Fue difícil, señora.'],
  ['windows-1250', 'Příliš žluťoučký kůň úpěl ďábelské ódy, říkal bych vám že ještě něco.'],
  ['windows-1250', 'Zażółć gęślą jaźń, mówiła że nie ma już pieniędzy na następny rok.'],
  ['windows-1251', 'Мы начали работу в прошлом году, и денег сначала не было совсем.'],
  ['koi8-r', 'Мы начали работу в прошлом году, и денег сначала не было совсем.'],
  ['windows-1253', 'Ξεκινήσαμε πέρυσι και δεν υπήρχαν καθόλου χρήματα για το έργο.'],
  ['windows-1254', 'Geçen yıl başladık ve hiç paramız yoktu, çok güç oldu, şimdi değişti ışık.'],
  ['windows-1255', 'התחלנו לעבוד בשנה שעברה ולא היה לנו כסף בכלל'],
  ['windows-1256', 'بدأنا العمل في العام الماضي ولم يكن لدينا أي تمويل على الإطلاق'],
]

for (const [encoding, text] of samples) {
  test(`${encoding} is told by how it reads: ${text.slice(0, 20)}`, async () => {
    const draft = await draftOf('a.txt', encodeIn(encoding, text))
    expect([draft.encoding?.name, draft.text]).toEqual([encoding, text])
  })
}

for (const little of [true, false])
  for (const mark of [true, false]) {
    test(`UTF-16 ${little ? 'little' : 'big'} endian is read ${mark ? 'by its mark' : 'without a mark'}`, async () => {
      const draft = await draftOf('a.txt', utf16('Interviewer: Wie war’s?\r\nAna: Gut.', little, mark))
      expect(draft.text).toBe('Interviewer: Wie war’s?\nAna: Gut.')
      expect(draft.encoding?.name).toBe(little ? 'utf-16le' : 'utf-16be')
    })
  }

test('UTF-8 with a few broken bytes stays UTF-8, with the spots marked and shown', async () => {
  const good = new TextEncoder().encode('Мы начали работу в прошлом году. Денег не было.\n'.repeat(3))
  const broken = Uint8Array.from([...good.subarray(0, 4), 0xd0, 0x20, ...good.subarray(4)])
  const draft = await draftOf('a.txt', broken)
  expect(draft.encoding?.name).toBe('utf-8')
  expect(draft.text.match(/\uFFFD/g)).toHaveLength(1)
  expect(report(draft)).toContain('1 place that could not be read in this encoding, marked with �')
  expect(draft.notices[0]?.samples[0]).toContain('�')
})

test('line ends of every kind become LF; unusual ones are counted', async () => {
  const plain = await draftOf('a.txt', 'one\rtwo\r\nthree\n\rfour')
  expect([plain.text, report(plain)]).toEqual(['one\ntwo\nthree\n\nfour', []])
  const odd = await draftOf('a.txt', 'one\u2028two\u2029three\vfour\ffive')
  expect([odd.text, report(odd)]).toEqual([
    'one\ntwo\nthree\nfour\nfive',
    ['4 unusual line or paragraph separators read as line ends'],
  ])
})

test('letters are kept as they arrived: no composition, mark off, lone halves marked', async () => {
  expect((await draftOf('a.txt', '\uFEFFcafe\u0301')).text).toBe('cafe\u0301')
  const lone = await draftOf('a.txt', utf16('ab\ud800cd words', true, true))
  expect(lone.text).toBe('ab\uFFFDcd words')
})

test('a chosen encoding is followed, and an unknown one named', async () => {
  expect(
    (await draftOf('a.txt', encodeIn('windows-1251', 'Привет'), { encoding: 'windows-1251' })).text,
  ).toBe('Привет')
  expect(await problemOf('a.txt', 'text', { encoding: 'klingon' })).toBe(
    'Loam does not know the encoding “klingon”: choose another one.',
  )
})

test('each encoding on offer shows the same three lines with signs beyond ASCII, long ones first', async () => {
  const lines = [
    'Interview of a spring day, in plain letters only.',
    'Zoë',
    'Die Förderung läuft aus, und wir wissen noch nicht, wie es weitergeht.',
    'Nothing to see in this line either, it says little.',
    'Für uns wäre das schön gewesen, sagte sie am Ende.',
    'Überall hören wir: größer, schneller, höher und weiter.',
    'Später kam noch jemand dazu, der es auch nicht wusste.',
  ]
  const draft = await draftOf('a.txt', encodeIn('windows-1252', lines.join('\r\n')))
  const [best, ...others] = draft.encoding?.candidates ?? []
  expect(best).toEqual({ name: 'windows-1252', sample: [lines[2], lines[4], lines[5]].join('\n') })
  expect(others.length).toBeGreaterThan(1)
  for (const { sample } of others) expect(sample.split('\n')).toHaveLength(3)
})

test('a sample of one endless line begins at a word near its first telling sign', async () => {
  const long = `${'plain words only '.repeat(400)}and then für uns ${'so weiter '.repeat(400)}`
  const draft = await draftOf('a.txt', encodeIn('windows-1252', long))
  const sample = draft.encoding?.candidates[0]?.sample ?? ''
  expect(sample).toContain('für uns')
  expect(sample.length).toBeLessThanOrEqual(160)
  expect(sample).toMatch(/^(?:plain|words|only|and)/)
})
