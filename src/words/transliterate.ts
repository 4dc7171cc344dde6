/** Writes names of other scripts in plain Latin letters, as English-language news roughly would. */

const table = (pairs: string): ReadonlyMap<string, string> =>
  new Map(
    pairs
      .trim()
      .split(/\s+/u)
      .map((pair): [string, string] => [pair[0]!, pair.slice(2)]),
  )

const CYRILLIC = table(`
  а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch
  ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=w ј=j љ=lj њ=nj ћ=c ђ=dj џ=dz ѓ=gj ќ=kj ѕ=dz қ=k ғ=gh ң=ng ө=o ұ=u ү=u һ=h ә=a
`)
const GREEK = table(`
  α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o
`)
/** Short vowels are not written: what comes out is bare consonants and long vowels. */
const ARABIC = table(`
  ا=a أ=a إ=i آ=a ٱ=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع= غ=gh ف=f ق=q ك=k ک=k ل=l م=m
  ن=n ه=h ة=a و=w ي=y ی=y ى=a ئ=i ؤ=u ء= پ=p چ=ch ژ=zh گ=g ۀ=a ہ=h ھ=h ے=e ں=n ڈ=d ٹ=t ڑ=r ـ=
`)
const HEBREW = table(`
  א=a ב=b ג=g ד=d ה=h ו=v ז=z ח=h ט=t י=y כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע= פ=p ף=f צ=tz ץ=tz ק=k ר=r ש=sh ת=t
`)
const GEORGIAN = table(`
  ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz
  წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h
`)
const ARMENIAN = table(`
  ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=e թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=j
  ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=u փ=p ք=k օ=o ֆ=f և=ev
`)
const KANA = table(`
  ア=a イ=i ウ=u エ=e オ=o カ=ka キ=ki ク=ku ケ=ke コ=ko サ=sa シ=shi ス=su セ=se ソ=so タ=ta チ=chi ツ=tsu テ=te ト=to ナ=na
  ニ=ni ヌ=nu ネ=ne ノ=no ハ=ha ヒ=hi フ=fu ヘ=he ホ=ho マ=ma ミ=mi ム=mu メ=me モ=mo ヤ=ya ユ=yu ヨ=yo ラ=ra リ=ri ル=ru
  レ=re ロ=ro ワ=wa ヲ=o ン=n ガ=ga ギ=gi グ=gu ゲ=ge ゴ=go ザ=za ジ=ji ズ=zu ゼ=ze ゾ=zo ダ=da デ=de ド=do バ=ba ビ=bi
  ブ=bu ベ=be ボ=bo パ=pa ピ=pi プ=pu ペ=pe ポ=po ャ=ya ュ=yu ョ=yo ァ=a ィ=i ゥ=u ェ=e ォ=o ー= ッ= ヴ=vu
`)
const DEVANAGARI = table(`
  अ=a आ=a इ=i ई=i उ=u ऊ=u ए=e ऐ=ai ओ=o औ=au क=k ख=kh ग=g घ=gh च=ch छ=chh ज=j झ=jh ट=t ठ=th ड=d ढ=dh ण=n त=t थ=th द=d
  ध=dh न=n प=p फ=ph ब=b भ=bh म=m य=y र=r ल=l व=v श=sh ष=sh स=s ह=h ा=a ि=i ी=i ु=u ू=u े=e ै=ai ो=o ौ=au ं=n ृ=ri ्= ़= ँ=n
`)
const LATIN = table("ø=o đ=d ł=l ß=ss æ=ae œ=oe ı=i þ=th ð=d ħ=h ŋ=ng ə=a ʻ= ʼ= ʿ= ʾ= ’= ‘= `= '=")

// Revised Romanisation of Korean: a syllable block is lead, vowel, tail.
const LEADS = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ')
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const TAILS = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p h'.split(' ')

function hangul(code: number): string {
  const i = code - 0xac00
  const part = (list: readonly string[], at: number): string => (list[at] === '-' ? '' : (list[at] ?? ''))
  return part(LEADS, Math.floor(i / 588)) + part(VOWELS, Math.floor((i % 588) / 28)) + part(TAILS, i % 28)
}

const ALL: ReadonlyMap<string, string> = new Map([
  ...CYRILLIC,
  ...GREEK,
  ...ARABIC,
  ...HEBREW,
  ...GEORGIAN,
  ...ARMENIAN,
  ...KANA,
  ...DEVANAGARI,
  ...LATIN,
])

/** Lower-case Latin without marks over letters; what has no table (Han, Thai) stays as it is. */
export function transliterate(text: string): string {
  const lower = text.toLowerCase()
  if (/^[\x00-\x26\x28-\x5f\x61-\x7f]*$/u.test(lower)) return lower
  let out = ''
  for (const c of lower.normalize('NFC')) {
    const known = ALL.get(c)
    const code = c.codePointAt(0)!
    if (known !== undefined) out += known
    else if (code >= 0xac00 && code <= 0xd7a3) out += hangul(code)
    else if (code >= 0x3041 && code <= 0x3096) out += ALL.get(String.fromCodePoint(code + 0x60)) ?? c
    else out += c.normalize('NFD').replace(/\p{M}/gu, '')
  }
  return out
}

/** Scripts that leave short vowels unwritten: only consonants can be compared. */
export const isVowelless = (text: string): boolean => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)
