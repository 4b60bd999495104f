/** What a language adds to ASCII: all its letters (small; capitals follow), and for whole scripts the letters
    that make up at least 45 % of running text, which must stand in small letters. */
export interface Alphabet {
  readonly letters: string
  readonly common: string
}

/** The encodings weighed for files that are not Unicode, the more frequent first (WHATWG labels). */
export const LEGACY_ENCODINGS: readonly string[] = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
  'euc-jp',
  'windows-1254',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'koi8-r',
  'koi8-u',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'ibm866',
  'macintosh',
  'x-mac-cyrillic',
  'windows-874',
]

/** The alphabets of the languages written in an encoding. */
export function alphabetsOf(encoding: string): readonly Alphabet[] {
  return ALPHABETS[encoding] ?? WESTERN
}

/** Characters that make up an eighth of any Chinese text, in both ways of writing. */
export const COMMON_HAN =
  '的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没于起还发成事只作当想看文无开手用主行方又如前所本见经头面' +
  '這來國個說們為時會過學對裡後麼還發當無開見經頭問'

const alphabet = (letters: string, common = ''): Alphabet => ({ letters, common })

const WESTERN: readonly Alphabet[] = [
  alphabet('àâæçéèêëîïôœùûüÿ'),
  alphabet('äöüß'),
  alphabet('áéíñóúüªº'),
  alphabet('áâãàçéêíóôõúüªº'),
  alphabet('àèéìíîòóù'),
  alphabet('æøåéóôü'),
  alphabet('åäöéü'),
  alphabet('ëïéèöüáó'),
  alphabet('áðéíóúýþæö'),
  alphabet('àçèéíïòóúü'),
  alphabet('áéíóú'),
]

const CENTRAL: readonly Alphabet[] = [
  alphabet('ąćęłńóśźż'),
  alphabet('áčďéěíňóřšťúůýž'),
  alphabet('áäčďéíĺľňóôŕšťúýž'),
  alphabet('áéíóöőúüű'),
  alphabet('čćđšž'),
  alphabet('ăâîşţșț'),
  alphabet('čšž'),
  alphabet('çë'),
  alphabet('äöüß'),
]

const RUSSIAN = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'
const CYRILLIC: readonly Alphabet[] = [
  alphabet(RUSSIAN, 'оеаинтсрвл'),
  alphabet('абвгґдеєжзиіїйклмнопрстуфхцчшщьюя', 'оаніитвеср'),
  alphabet('абвгдежзийклмнопрстуфхцчшщъьюя', 'аоеинтрсвл'),
  alphabet('абвгдђежзијклљмнњопрстћуфхцчџшѓќѕ', 'аиоентрсвј'),
  alphabet('абвгдеёжзійклмнопрстуўфхцчшыьэюя', 'анеіыорслт'),
]
const RUSSIAN_ONLY: readonly Alphabet[] = [alphabet(RUSSIAN, 'оеаинтсрвл')]
const GREEK: readonly Alphabet[] = [alphabet('αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ', 'αοιετσνηυρ')]

const ALPHABETS: Readonly<Record<string, readonly Alphabet[]>> = {
  'windows-1250': CENTRAL,
  'iso-8859-2': CENTRAL,
  'windows-1251': CYRILLIC,
  'x-mac-cyrillic': CYRILLIC,
  'iso-8859-5': CYRILLIC,
  ibm866: RUSSIAN_ONLY,
  'koi8-r': RUSSIAN_ONLY,
  'koi8-u': CYRILLIC,
  'windows-1253': GREEK,
  'iso-8859-7': GREEK,
  'windows-1254': [alphabet('çğıöşüâîûi̇')],
  'windows-1255': [alphabet('אבגדהוזחטיכךלמםנןסעפףצץקרשתְֱֲֳִֵֶַָֹֻּ', 'יולהאמתרבש')],
  'windows-1256': [alphabet('ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکیًٌٍَُِّْ', 'اليمنورتبه')],
  'windows-1257': [alphabet('ąčęėįšųūž'), alphabet('āčēģīķļņšūž'), alphabet('äöõüšž')],
  'windows-1258': [alphabet('àáâãèéêìíòóôõùúýăđĩũơư\u0300\u0301\u0303\u0309\u0323₫')],
  'windows-874': [alphabet('กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮะัาำิีึืฺุูเแโใไๅๆ็่้๊๋์ํ', 'านรกอเงมยว่้ี')],
}
