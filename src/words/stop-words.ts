/** Words that say nothing about what a text is about, per language, as stems see them (folded). */

const lists: Readonly<Record<string, string>> = {
  en: `a an the and or but if then else when while of at by for with about against between into through during
    before after above below to from up down in out on off over under again further once here there where why how
    all any both each few more most other some such no nor not only own same so than too very s t can will just
    don should now i me my we our ours you your he him his she her hers it its they them their theirs what which
    who whom this that these those am is are was were be been being have has had having do does did doing would
    could may might must shall also as because until since per via yet ever never mr mrs ms dr sir said say says
    saying told tell tells according one two three first second last new year years month months week weeks day
    days today yesterday tomorrow time times people man men woman women made make makes making get gets got go
    goes going went come comes came take takes took taken like many much well back still even way us use used
    among around another whether however although though without within amid upon toward towards including
    include included says i'm it's don't didn't won't can't isn't wasn't that's he's she's they're we're i've
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat
    sun am pm gmt utc est edt et pst read more share click here photo image video reuters afp ap file getty images
    updated published advertisement subscribe newsletter copyright reserved rights`,
  fr: `le la les l un une des du de d et ou mais si que qui quoi dont ou ce cet cette ces il elle ils elles on nous
    vous je tu se s sa son ses leur leurs mon ma mes ton ta tes notre nos votre vos ne n pas plus moins tres au aux
    en dans sur sous par pour avec sans chez entre vers apres avant depuis pendant contre est sont etait etaient
    ete etre a ont avait avaient avoir fait faire dit aussi comme tout tous toute toutes meme y c qu j m t deux
    trois premier annee ans mois jour jours semaine selon ainsi alors encore deja lundi mardi mercredi jeudi
    vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    cela celui ceux celle peut ete sera seront lors afin car donc`,
  es: `el la los las un una unos unas de del al y e o u pero si que quien quienes cual cuales cuyo este esta estos
    estas ese esa esos esas aquel ello ellos ella ellas yo tu nos nosotros vosotros se su sus mi mis me te le les lo
    no ni mas menos muy en sobre por para con sin entre hasta desde hacia contra durante segun tras ante bajo es son
    era eran fue fueron ser sido estar esta estan estaba ha han habia habian hay haber hace hacer dijo tambien como
    todo todos toda todas mismo ya asi dos tres primer primera ano anos mes meses dia dias semana cuando donde
    lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto
    septiembre octubre noviembre diciembre otro otra otros otras sino aunque porque pues entonces aun solo`,
  de: `der die das den dem des ein eine einen einem eines einer und oder aber wenn dass als wie wo wer was ist sind
    war waren sein gewesen wird werden wurde wurden worden hat haben hatte hatten kann konnen konnte soll sollen
    muss mussen nicht kein keine mehr auch noch nur schon sehr so da hier dort dann denn doch im in an am auf aus
    bei beim mit nach von vom vor zu zum zur uber unter zwischen durch fur gegen ohne um bis seit wahrend ich du er
    sie es wir ihr ihm ihn ihnen uns euch sich mein dein seine seiner seinen ihre ihrer ihren dieser diese dieses
    diesem diesen jahr jahre jahren tag tage woche monat sagte zwei drei erste montag dienstag mittwoch donnerstag
    freitag samstag sonntag januar februar marz april mai juni juli august september oktober november dezember`,
  ru: `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от
    меня еще нет о из ему теперь когда даже ну ли если уже или ни быть был него до вас опять уж вам ведь там потом
    себя ничего ей они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под
    будет кто этот того потому этого какой ним здесь этом один мой тем чтобы нее были куда при над об это эта эти
    также года году год лет день дня сказал заявил сообщил после между который которая которые которых более может
    понедельник вторник среда четверг пятница суббота воскресенье января февраля марта апреля мая июня июля августа
    сентября октября ноября декабря`,
  ar: `في من على الى عن مع هذا هذه ذلك تلك التي الذي الذين ان انه انها كان كانت يكون قد لقد لم لن لا ما هو هي هم
    هن نحن انا انت كل بعض غير بين بعد قبل عند منذ حتى اذا او ثم اي كما لكن بل ايضا حيث خلال حول دون ضد تم قال قالت
    واضاف اضاف يوم امس اليوم عام سنه شهر اسبوع به بها له لها فيه فيها منه منها عليه عليها الاثنين الثلاثاء
    الاربعاء الخميس الجمعه السبت الاحد يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر`,
  he: `של את על עם הוא היא הם הן אני אתה אנחנו זה זו זאת אלה אלו כי לא כן גם או אבל אם כל מה מי איך למה מתי איפה
    היה היתה הייתה היו יהיה להיות יש אין רק עוד כבר מאוד יותר פחות אחרי לפני בין תחת מול נגד בלי עד מן אל אשר לפי
    כך כדי אך אמר אמרה יום שנה חודש שבוע היום אתמול מחר שלו שלה שלהם אותו אותה אותם ראשון שני שלישי רביעי חמישי
    שישי שבת ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר`,
}

const sets = new Map<string, ReadonlySet<string>>()
for (const [language, words] of Object.entries(lists)) sets.set(language, new Set(words.split(/\s+/)))
const none: ReadonlySet<string> = new Set()

/** Whether a folded word carries no meaning of its own in a language. Single letters never do. */
export function isStopWord(word: string, language: string): boolean {
  if (word.length === 1 && word.charCodeAt(0) < 0x3000) return true
  return (sets.get(language) ?? (language === 'und' ? sets.get('en')! : none)).has(word)
}
