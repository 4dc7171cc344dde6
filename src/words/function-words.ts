/** The commonest small words of running text, by which languages of one script are told apart. */

const LISTS: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for it was on as with be by at this have from or are not but his they he she had an which you we been has were their will would there if can more when who so about said its after one out',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei',
  fr: 'de la le et les des en un du une que est pour qui dans par sur au plus ne pas se ce il sont avec son aux la cette ou mais été ont nous elle leur ses comme a deux même fait était être tout on ces',
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde',
  it: 'di che e la il un a per in una non sono si da come con del i le dei della al ha più nel ma su alla gli lo anche questo delle è dal se o nella ci degli dalla ed essere stato hanno suo tra cui loro dopo prima',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos são foi ser está',
  nl: 'de het een en van in is dat op te zijn met voor niet die aan er om ook als maar dan bij door naar heeft uit nog worden over wordt hij wel deze tot was ze meer of hebben kan werd zo dit had geen zich',
  sv: 'och att i det som en på är av för den med till inte om ett har de så men var jag från vi han kan sig eller när under man även efter vid där hade nu sin mot bara där blir över',
  da: 'og i at det er en til på som af for den de med der et har ikke om han var fra jeg men så sig ved også kan vil hun efter være blev når havde eller over mod skal nu dem op ud',
  no: 'og i det er på som en for at til av den med de har ikke et om han var fra jeg men så seg ved også kan vil hun etter være ble når hadde eller over mot skal nå dem opp ut å etter',
  fi: 'ja on ei että se oli hän mutta myös kun ovat tai niin kuin joka sen olla ole vain jo mukaan sekä nyt jos voi mitä hänen siitä ollut vielä kanssa jotka olisi tämä',
  pl: 'i w na z się nie do to że jest o po jak za od są co przez dla ale tak czy ma jego oraz już tym także przed pod może ich po będzie tego był było która który które być przy może',
  cs: 'a v se na je že to s z do o i za si k pro jako ale po jeho by od jsou ve už které však který při byl až podle bylo také jen ze která má mezi této před nebo být než',
  sk: 'a v sa na je že to s z do o aj za si k pre ako ale po jeho by od sú vo už ktoré však ktorý pri bol až podľa bolo tiež len zo ktorá má medzi pred alebo byť než sme bude',
  hu: 'a az és hogy nem is egy ez meg volt már csak el de ki mint azt még be szerint vagy kell sem lehet fel után van majd akkor aki ami ezt itt annak amely között lesz volna',
  ro: 'de și în a la cu care nu o din pe pentru că un este mai ca au fost se sunt sau au ce al dar lui prin după fi ai lor această acest într ne cei cele am va poate',
  tr: 've bir bu da de için ile olarak daha çok olan gibi ne en kadar sonra ama o değil ki mi her var ise bunu şu iki olduğunu etti ya dedi hem diye göre olduğu ancak',
  id: 'yang dan di ini dengan untuk dari itu dalam tidak pada akan ke juga adalah oleh sebagai bisa ada telah karena tersebut mereka saat atau kata lebih dia para saya bahwa sudah kami seperti menjadi',
  vi: 'và của là có cho được không trong một những các đã với này người khi đến từ cũng ông tại vào để về như ra năm trên theo sau nhiều đó phải sẽ còn làm',
  ca: 'de la que el i a en un del les per els una amb és no al es als més ha com dels ser seu són va aquest també han pel però aquesta sobre fins entre perquè',
  ru: 'и в не на что с по как его из к он а за от для это о у же но все был так мы они бы было до или также при после то только быть если который уже были со может',
  uk: 'і в не на що з у та до як за від для про це він його по а але був так ми вони би було або також при після то тільки бути якщо який вже були зі може є',
  bg: 'и на в да за от не се е с по че са като до той това а ще но има си към или при след тя при през бъде все само още му ги които който така може беше',
  ar: 'في من على إلى أن عن مع هذا هذه التي الذي كان ما لا كما بعد قال بين أو قد ولا لم وقد كانت خلال حيث إن وفي ومن ذلك كل غير أنه قبل منذ',
  fa: 'و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد می شده باید او ما وی اما یا اگر هر بود دو کند گفت آنها پس بین',
  ur: 'کے کی میں ہے اور سے کو کا اس نے پر کہ ہیں یہ ایک تھا بھی جو نہیں گیا کر کیا تھے وہ تو کہا ان تک گئی ساتھ ہو لیے',
}

const LANGUAGES = Object.keys(LISTS)
/** Each word to the places of its languages in `LANGUAGES`: a text is looked up once, not once a language. */
const SPEAKERS = new Map<string, number[]>()
for (const [at, language] of LANGUAGES.entries()) {
  for (const word of new Set(LISTS[language]!.split(' '))) {
    const speakers = SPEAKERS.get(word)
    if (speakers) speakers.push(at)
    else SPEAKERS.set(word, [at])
  }
}

/** Shares of `words` (lower case) that are small words of each language, greatest first. */
export function smallWordShares(
  words: readonly string[],
): readonly { readonly language: string; readonly part: number }[] {
  const counts = LANGUAGES.map(() => 0)
  for (const word of words) for (const at of SPEAKERS.get(word) ?? []) counts[at] = counts[at]! + 1
  const all = words.length || 1
  return LANGUAGES.map((language, at) => ({ language, part: counts[at]! / all })).sort(
    (a, b) => b.part - a.part,
  )
}
