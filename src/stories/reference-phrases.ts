/** How French, Spanish, German, Russian, Arabic and Hebrew point to another happening; English has a file of its own. */

import { english } from './reference-english.ts'
import { listed, type Phrases } from './reference-grammar.ts'
import { monthBack, weekBack, yearBack } from './reference-times.ts'

/** Languages without times of months: how far apart, the last week, month and year, and "in the wake of". */
type Small = {
  readonly units: string
  readonly many: string
  readonly numbers: string
  readonly apart: string
  readonly ahead: RegExp
  readonly sure: string
  readonly weak: string
  readonly week: string
  readonly month: string
  readonly year: string
  readonly doubt: RegExp
  readonly stops: RegExp
}

function small({
  units,
  many,
  numbers,
  apart,
  ahead,
  sure,
  weak,
  week,
  month,
  year,
  doubt,
  stops,
}: Small): Phrases {
  // What Unicode calls a word's edge is not what \b does.
  const word = (source: string, flags: string) =>
    new RegExp(`(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`, flags)
  return {
    hint: word(`${apart}|${sure}|${week}|${month}|${year}`, 'iu'),
    apart: word(apart, 'giu'),
    numbers: listed(numbers),
    units: listed(units),
    many: word(many, 'iu'),
    ahead,
    links: word(`(?<sure>${sure})|${weak}`, 'giu'),
    owned: [],
    spoken: [
      { pattern: word(week, 'giu'), days: (_, at) => weekBack(1, at) },
      { pattern: word(month, 'giu'), days: (_, at) => monthBack(1, at) },
      { pattern: word(year, 'giu'), days: (_, at) => yearBack(1, at) },
    ],
    doubt,
    doubtAround: doubt,
    elsewhen: /(?:19|20)\d\d/,
    starts: stops,
    stops,
    ends: /^[;:()—؛]$/,
  }
}

const others: Readonly<Record<string, Phrases>> = {
  fr: small({
    many: 'heures|jours|semaines|mois|ans|années',
    units:
      'heures=0.0417 jour=1 jours=1 semaine=7 semaines=7 mois=30.4 an=365 ans=365 année=365 années=365 lendemain=1',
    numbers:
      'un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 quelques=0 plusieurs=0',
    apart:
      '(?:(?<count>une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quelques|plusieurs|\\d{1,3}) )?(?<unit>heures|jours?|semaines?|mois|ans?|années?|(?<=[Aa]u )lendemain) (?<way>après|avant|(?<=lendemain )(?:de|du|des))',
    ahead: /^avant$/i,
    sure: 'à la suite de|à la suite du|à la suite des|dans le sillage de|dans le sillage du|en réponse à|en représailles à|fait suite à|fait suite au|intervient après',
    weak: 'après|depuis|lors de|lors du|lors des|lorsque|quand|qui|suivant',
    week: 'la semaine dernière|la semaine passée',
    month: 'le mois dernier|le mois passé',
    year: "l[’']an dernier|l[’']année dernière|l[’']an passé",
    doubt:
      /(?<!\p{L})(?:si|\p{L}+[ei]raient|\p{L}*[euad]rait|peut|doit|pas|jamais|aucune?|chaque|prochaine?|prévue?|éventuelle?|naissance|sera|seront)(?!\p{L})/iu,
    stops: /[,;:()]|—| (?:et|mais|tandis|alors|qui|que|où|dont) /g,
  }),
  es: small({
    many: 'horas|días|semanas|meses|años',
    units: 'horas=0.0417 día=1 días=1 semana=7 semanas=7 mes=30.4 meses=30.4 año=365 años=365',
    numbers:
      'un=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 doce=12 unos=0 pocos=0 varias=0 varios=0',
    apart:
      '(?:(?<count>una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|unos|pocos|varios|varias|\\d{1,3}) )?(?<unit>horas|días?|semanas?|mes|meses|años?) (?<way>después del?|después de que|tras|antes del?)',
    ahead: /^antes/i,
    sure: 'a raíz del?|a raíz de|en respuesta al?|en represalia por|se produce tras|llega tras|se produce después del?',
    weak: 'tras|después del?|desde|durante|cuando|en|que|quien',
    week: 'la semana pasada',
    month: 'el mes pasado|del mes pasado',
    year: 'el año pasado|del año pasado',
    doubt:
      /(?<!\p{L})(?:si|sería|podría|podrían|debería|habría|puede|debe|no|nunca|ningún|ninguna|cada|próxim[oa]|prevista|previsto|posible|será|nacimiento)(?!\p{L})/iu,
    stops: /[,;:()]|—| (?:y|pero|mientras|que|quien|donde) /g,
  }),
  de: small({
    many: 'stunden|tagen?|wochen|monaten?|jahren?',
    units:
      'stunden=0.0417 tag=1 tage=1 tagen=1 woche=7 wochen=7 monat=30.4 monate=30.4 monaten=30.4 jahr=365 jahre=365 jahren=365',
    numbers:
      'ein=1 eine=1 einen=1 einem=1 einer=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 zwölf=12 wenige=0 einige=0 mehrere=0',
    apart:
      '(?:(?<count>eine?[nmr]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|wenige|einige|mehrere|\\d{1,3}) )?(?<unit>Stunden|Tage?|Wochen?|Monate?|Jahre?) (?<way>nach|nachdem|vor)',
    ahead: /^vor$/i,
    sure: 'in der Folge de[sr]|als Reaktion auf|als Vergeltung für|im Gefolge de[sr]|folgt auf',
    weak: 'nach|nachdem|seit|bei|beim|während|als|der|die|auf',
    week: 'vergangene Woche|letzte Woche|in der vergangenen Woche|in der letzten Woche|vor einer Woche|vorige Woche',
    month: 'vergangenen Monat|letzten Monat|im vergangenen Monat|im letzten Monat|vor einem Monat',
    year: 'vergangenen Jahr|letzten Jahr|im vergangenen Jahr|im letzten Jahr|vor einem Jahr',
    doubt:
      /(?<!\p{L})(?:wenn|falls|würde|würden|könnte|könnten|sollte|soll|muss|kann|nicht|nie|kein|keine|keinen|jede[nrsm]?|nächste[nrsm]?|geplante[nrsm]?|mögliche[nrsm]?|wird|werden|Geburt)(?!\p{L})/iu,
    stops: /[,;:()]|—| (?:und|aber|während|als|sowie) /g,
  }),
  ru: small({
    many: 'часов|дней|недель|месяцев|лет',
    units:
      'часов=0.0417 день=1 дня=1 дней=1 неделю=7 недели=7 недель=7 месяц=30.4 месяца=30.4 месяцев=30.4 год=365 года=365 лет=365',
    numbers:
      'один=1 одну=1 два=2 две=2 три=3 четыре=4 пять=5 шесть=6 семь=7 восемь=8 девять=9 десять=10 несколько=0',
    apart:
      '(?:через|спустя) (?:(?<count>один|одну|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|несколько|\\d{1,3}) )?(?<unit>часов|день|дня|дней|неделю|недели|недель|месяц|месяца|месяцев|год|года|лет) (?<way>после)(?: того,? как)?',
    ahead: /^до$/i,
    sure: 'вслед за|в ответ на|последовал за|последовала за|последовало за',
    weak: 'после|во время|когда|на|с',
    week: 'на прошлой неделе|неделю назад',
    month: 'в прошлом месяце|месяц назад',
    year: 'в прошлом году|год назад',
    doubt:
      /(?<!\p{L})(?:если|бы|может|могут|должен|должна|должны|не|никогда|каждый|каждая|каждые|следующ\p{L}+|возможн\p{L}+|планируем\p{L}+|будет|будут|рождения)(?!\p{L})/iu,
    stops: /[,;:()]|—| (?:и|но|а|где|пока) /g,
  }),
  ar: small({
    many: 'ساعات|أيام|ايام|أسابيع|أشهر|أعوام|سنوات',
    units:
      'ساعات=0.0417 يوم=1 يومين=2 أيام=1 ايام=1 أسبوع=7 اسبوع=7 أسبوعين=14 اسبوعين=14 أسابيع=7 شهر=30.4 شهرين=60.8 أشهر=30.4 عام=365 سنة=365 عامين=730 سنتين=730 أعوام=365 سنوات=365',
    numbers:
      'ثلاثة=3 ثلاث=3 أربعة=4 أربع=4 خمسة=5 خمس=5 ستة=6 ست=6 سبعة=7 سبع=7 ثمانية=8 تسعة=9 عشرة=10 عدة=0 بضعة=0',
    apart:
      'بعد (?:(?<count>ثلاثة|ثلاث|أربعة|أربع|خمسة|خمس|ستة|ست|سبعة|سبع|ثمانية|تسعة|عشرة|عدة|بضعة|\\d{1,3}) )?(?<unit>ساعات|يوم|يومين|أيام|ايام|أسبوع|اسبوع|أسبوعين|اسبوعين|أسابيع|شهر|شهرين|أشهر|عام|عامين|سنة|سنتين|أعوام|سنوات)(?: واحد| واحدة)? (?<way>من|على)',
    ahead: /^قبل$/,
    sure: 'في أعقاب|في اعقاب|على خلفية|ردا على|ردًا على|رداً على|عقب',
    weak: 'بعد|منذ|خلال|أثناء|عندما|حين|الذي|التي',
    week: 'الأسبوع الماضي|الاسبوع الماضي',
    month: 'الشهر الماضي',
    year: 'العام الماضي|السنة الماضية',
    doubt:
      /(?<!\p{L})(?:إذا|اذا|لو|قد|ربما|سوف|لن|لم|لا|المقبل|المقبلة|القادم|القادمة|المتوقع|المتوقعة|كل|المحتمل|المحتملة|نفى|ولادة)(?!\p{L})/u,
    stops: /[،,;؛:()]|—| (?:فيما|بينما|لكن|حيث|الذي|التي) /g,
  }),
  he: small({
    many: 'שעות|ימים|שבועות|חודשים|שנים',
    units:
      'שעות=0.0417 יום=1 יומיים=2 ימים=1 שבוע=7 שבועיים=14 שבועות=7 חודש=30.4 חודשיים=60.8 חודשים=30.4 שנה=365 שנתיים=730 שנים=365',
    numbers:
      'שלושה=3 שלוש=3 שלושת=3 ארבעה=4 ארבע=4 חמישה=5 חמש=5 שישה=6 שש=6 שבעה=7 שבע=7 שמונה=8 תשעה=9 עשרה=10 כמה=0 מספר=0',
    apart:
      '(?:(?<count>שלושה|שלושת|שלוש|ארבעה|ארבע|חמישה|חמש|שישה|שש|שבעה|שבע|שמונה|תשעה|עשרה|כמה|מספר|\\d{1,3}) )?(?<unit>שעות|יום|יומיים|ימים|שבוע|שבועיים|שבועות|חודש|חודשיים|חודשים|שנה|שנתיים|שנים) (?<way>אחרי ש?|לאחר ש?|אחרי|לאחר|לפני)',
    ahead: /^לפני/,
    sure: 'בעקבות|בתגובה ל|בתגובה על',
    weak: 'אחרי|לאחר|מאז|במהלך|כאשר|כש\\p{L}+|אשר|בעת',
    week: 'בשבוע שעבר|שבוע שעבר',
    month: 'בחודש שעבר|חודש שעבר',
    year: 'בשנה שעברה|אשתקד',
    doubt:
      /(?<!\p{L})(?:אם|אילו|לו|ייתכן|עשוי|עשויה|עלול|יהיה|תהיה|לא|אין|מעולם|כל|הבא|הבאה|הצפוי|הצפויה|המתוכנן|המתוכננת|לידה)(?!\p{L})/u,
    stops: /[,;:()]|—| (?:אך|אבל|בעוד|שבה|שבו|אשר) /g,
  }),
}

/** How a language (ISO 639-1) points to other happenings; undefined where nobody has told it. */
export const phrasesOf = (language: string): Phrases | undefined =>
  language === 'en' ? english : Object.hasOwn(others, language) ? others[language] : undefined
