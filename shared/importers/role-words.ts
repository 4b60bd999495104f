import type { SpeakerRole } from '../model/entities.ts'

/** What a label says about itself in words people use for roles; null where it is only a name or a code.
    Numbers, letters and brackets behind the word do not matter ("Participant 3", "Speaker_B"). */
export function roleWordOf(label: string): SpeakerRole | 'speaker' | null {
  const plain = label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[([].*$/, '')
    .replace(/[.,:*_#-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const whole = ROLES.get(plain)
  if (whole !== undefined) return whole
  const unnumbered = plain.replace(/\s*(?:\d{1,4}|\s\p{L})$/u, '').trim()
  const bare = ROLES.get(unnumbered)
  if (bare !== undefined && unnumbered.length > 1) return bare
  const words = plain.split(/\s+/)
  if (words.length > 3) return null
  const role = words
    .filter((word) => word.length > 2)
    .map((word) => ROLES.get(word))
    .find((each) => each !== undefined)
  return role ?? null
}

const INTERVIEWER = `
  interviewer int iv ivr interv interviewers moderator mod facilitator fac host researcher questioner examiner q question
  interviewerin interviewende befrager befragerin fragesteller forscher forscherin moderatorin frage
  chercheur chercheuse enquêteur enquêtrice enqueteur intervieweur intervieweuse animateur animatrice modérateur modératrice
  entrevistador entrevistadora investigador investigadora moderadora moderador facilitador facilitadora pregunta
  intervistatore intervistatrice ricercatore ricercatrice moderatore moderatrice domanda
  pesquisador pesquisadora pergunta onderzoeker gespreksleider vraag interviewster
  intervjuare intervjuer forskare forsker ordstyrer fråga spørsmål spørgsmål interviewaren
  ερευνητής ερευνήτρια συνεντευκτής συνεντεύκτρια pewawancara ผู้สัมภาษณ์ साक्षात्कारकर्ता مصاحبه‌گر
  badacz badaczka prowadzący prowadząca moderatorka pytanie ankieter ankieterka
  интервьюер модератор исследователь ведущий ведущая вопрос инт интервьюэр корреспондент інтервʼюер
  görüşmeci araştırmacı moderatör soru
  采访者 采访人 访谈者 访问者 主持人 研究者 提问 提问者 问 問 採訪者 訪談者 主持 インタビュアー 聞き手 司会 質問 質問者
  면담자 질문 질문자 진행자 연구자 문
  المحاور المحاورة الباحث الباحثة سؤال س מראיין מראיינת חוקר חוקרת שאלה ש מנחה`

const PARTICIPANT = `
  interviewee participant respondent informant answer subject patient client student teacher ie resp part guest narrator
  befragter befragte befragte/r teilnehmer teilnehmerin interviewpartner interviewpartnerin proband probandin antwort
  enquêté enquêtée participante répondant répondante interviewé interviewée réponse
  entrevistado entrevistada encuestado encuestada informante respuesta
  intervistato intervistata partecipante risposta resposta geïnterviewde deelnemer deelneemster antwoord
  deltagare deltager deltaker svar respondentka uczestnik uczestniczka odpowiedź badany badana
  συμμετέχων συμμετέχουσα narasumber informan ผู้ให้สัมภาษณ์ उत्तरदाता مصاحبه‌شونده befr rozmówca rozmówczyni respondentin
  респондент респондентка информант инф участник участница ответ рассказчик рассказчица
  katılımcı görüşülen cevap
  受访者 被访者 受訪者 参与者 參與者 嘉宾 嘉賓 答 回答 回答者 話し手 参加者 답변 답변자 참여자 참가자 구술자 답
  المشارك المشاركة المبحوث جواب ج מרואיין מרואיינת משתתף משתתפת תשובה ת`

const SPEAKER = `
  speaker spk voice sprecher sprecherin stimme locuteur locutrice intervenant intervenante orateur hablante orador oradora
  parlante relatore falante spreker talare taler mówca спикер голос говорящий konuşmacı 说话人 發言人 发言人 発言者 話者 화자 발화자
  المتحدث דובר דוברת man woman male female homme femme mann frau`

const UNKNOWN = `
  unknown unidentified all several group multiple everyone both various inaudible crosstalk audience unbekannt alle inconnu
  inconnue tous desconocido desconocida todos sconosciuto sconosciuta tutti onbekend iedereen okänd alla ukjent ukendt nieznany
  wszyscy неизвестный неизвестная все bilinmeyen 未知 所有人 不明 全員 미상 모두 مجهول קריאה קריאות לא_ידוע`

const ROLES: ReadonlyMap<string, SpeakerRole | 'speaker'> = new Map<string, SpeakerRole | 'speaker'>([
  ...entries(SPEAKER, 'speaker'),
  ...entries(PARTICIPANT, 'participant'),
  ...entries(INTERVIEWER, 'interviewer'),
  ...entries(UNKNOWN, 'unknown'),
])

function entries(
  words: string,
  role: SpeakerRole | 'speaker',
): readonly (readonly [string, SpeakerRole | 'speaker'])[] {
  return words
    .trim()
    .split(/\s+/)
    .map((word): readonly [string, SpeakerRole | 'speaker'] => [word, role])
}
