/** Whether words before a colon are a heading, a fact or a phrase rather than a voice ("Note", "Date", "Figure 2"). */
export function isStopWord(label: string): boolean {
  if (/^\p{Lu}\.?$/u.test(label)) return false
  const plain = label
    .toLowerCase()
    .replace(/[.*_]+$/, '')
    .trim()
  return (
    STOP.has(plain) ||
    (STOP.has(
      plain
        .replace(/\s*[\d.]+$/, '')
        .replace(/\s+\p{L}$/u, '')
        .trim(),
    ) &&
      !/^[a-z]$/.test(plain))
  )
}

const STOP = new Set(
  `
note|notes|nb|n.b|p.s|ps|date|dates|time|times|start time|end time|name|names|full name|age|gender|sex|title|subtitle|summary
summary keywords|keywords|speakers|url|urls|http|https|www|page|pages|figure|fig|table|example|examples|e.g|i.e|for example
for instance|yes|no|so|but|and|or|because|well|also|however|therefore|thus|then|now|first|second|third|finally|next|later
added|changed|fixed|improved|removed|deprecated|okay|ok|yeah|yep|um|uh|hm|hmm|mhm|right|sure|oh|ah
break|music|jingle|laughter|laughs|silence|pause|sound|applause|presenter name|telephone|phone|tel|fax|mobile|email|e-mail|mail
address|website|web|link|links|source|sources|reference|references|author|authors|editor|edited by|copyright|license|licence
version|status|location|place|venue|city|country|region|language|duration|length|recorded|recording|recording date|transcript
transcription|transcribed by|transcriber|transcript by|file|filename|file name|audio|video|attendees|present|absent|participants
interviewees|interview|interview date|interview no|interview number|interview with|id|no|nr|number|code|codes|theme|themes|topic
topics|subject line|background|occupation|profession|job|job title|position|role|organisation|organization|company|department
education|school|university|marital status|ethnicity|nationality|experience|income|introduction|conclusion|abstract|discussion
results|method|methods|methodology|findings|context|purpose|aim|aims|objective|objectives|goal|goals|agenda|action|actions
problem|problems|solution|solutions|input|output|inputs|outputs|usage|warning|warnings|error|errors|info|tip|tips|important
caution|todo|fixme|description|parameters|returns|return|type|value|values|default|defaults|options|option|required|optional
step|steps|part|parts|chapter|section|sections|appendix|item|items|pros|cons|advantages|disadvantages|result|expected|actual
correct|incorrect|true|false|comment|comments|remark|remarks|observation|observations|quote|quotes|continued|continuation|end
start|begin|beginning|total|sum|price|cost|day|week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday
re|fw|fwd|cc|bcc|from|to|subject|sent|attachments|slide|slides|image|images|photo|picture|caption|credit|credits|see also|see
read more|more|other|others|misc|tl;dr|tldr|faq|questions|answers|key points|takeaways|overview|details|detail|contents|kind|mode
session|wave|consent|pseudonym|interviewer name|interviewed by|interviewed on|participant id|participant code|date of interview
place of interview|length of interview|project|study|study title|word count|words|tags|tag|category|categories|created|modified
anmerkung|anmerkungen|hinweis|datum|uhrzeit|zeit|ort|alter|geschlecht|titel|zusammenfassung|stichworte|seite|abbildung|abb|tabelle
beispiel|z.b|zum beispiel|ja|nein|aber|und|oder|also|dauer|sprache|adresse|telefon|beruf|quelle|thema|themen|teil|kapitel|name
datum des interviews|transkription|transkript|aufnahme|bemerkung|bemerkungen|teilnehmer|anwesend|nummer|pause|musik|lachen
date de l'entretien|heure|lieu|nom|prénom|âge|sexe|titre|résumé|mots-clés|exemple|par exemple|oui|non|mais|donc|durée|langue
adresse|téléphone|profession|métier|partie|chapitre|présents|absents|remarque|numéro|musique|rires|entretien|fiche|thème
fecha|hora|lugar|nombre|edad|sexo|título|resumen|palabras clave|página|ejemplo|por ejemplo|sí|pero|duración|idioma|dirección
teléfono|profesión|parte|capítulo|tema|observaciones|música|risas|nota|notas|fuente|número|ciudad|país
data|ora|luogo|nome|età|sesso|titolo|riassunto|parole chiave|pagina|esempio|per esempio|durata|lingua|indirizzo|telefono|professione
capitolo|local|idade|título|resumo|página|exemplo|por exemplo|sim|não|duração|língua|endereço|telefone|profissão|fonte|observação
datum|tijd|plaats|naam|leeftijd|geslacht|titel|samenvatting|pagina|voorbeeld|bijvoorbeeld|ja|nee|maar|duur|taal|adres|telefoon|beroep
opmerking|opmerkingen|tid|plats|sted|namn|navn|ålder|alder|kön|køn|kjønn|sammanfattning|sida|side|exempel|eksempel|nej|nei|språk|sprog
data wywiadu|godzina|miejsce|imię|imię i nazwisko|wiek|płeć|tytuł|streszczenie|strona|przykład|np|tak|nie|ale|czas|język|telefon|zawód
uwaga|uwagi|źródło|дата|время|место|имя|фио|возраст|пол|название|резюме|ключевые слова|страница|рисунок|таблица|пример|например|да
нет|но|и|длительность|язык|адрес|телефон|профессия|примечание|примечания|источник|тема|часть|глава|музыка|смех|пауза|аудио|запись
tarih|saat|yer|ad|isim|yaş|cinsiyet|başlık|özet|sayfa|örnek|örneğin|evet|hayır|ama|süre|dil|adres|telefon|meslek|not|kaynak|konu
日期|时间|時間|地点|地點|姓名|年龄|年齡|性别|性別|标题|標題|摘要|关键词|關鍵詞|页|图|表|例如|例|注|注意|备注|備註|来源|來源|主题|主題|作者|链接|鏈接
电话|電話|职业|職業|翻译|译者|原文|日付|場所|氏名|名前|年齢|職業|題名|要約|例えば|備考|出典|音楽|笑|날짜|시간|장소|이름|나이|성별|제목|요약|예|예를 들어|참고
비고|출처|주제|음악|웃음|التاريخ|الوقت|المكان|الاسم|العمر|الجنس|العنوان|ملخص|صفحة|مثال|مثلا|نعم|لا|ملاحظة|المصدر|المدة|اللغة
תאריך|שעה|מקום|שם|גיל|מין|כותרת|סיכום|עמוד|דוגמה|לדוגמה|כן|לא|הערה|מקור|משך|שפה|סדר היום|נכחו|מוזמנים|חברי הוועדה|רישום פרלמנטרי
ייעוץ משפטי|מנהל/ת הוועדה|מנהלת הוועדה|מנהל הוועדה|משתתפים`
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== ''),
)
