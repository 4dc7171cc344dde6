/** A coarse key of a name: spellings of one name share it in every script we read, so that they can be looked up. */

/** Letters that carry no difference between spellings (vowels, breathings) are left out; the rest fall in classes. */
const classes: Record<string, string> = {}
const group = (sound: string, letters: string) => {
  for (const letter of letters) classes[letter] = sound
}
// Arabic has no p and v; Hebrew writes b and v, p and f alike.
group('b', 'bpfvбпфвبفבפףו')
group('k', 'kqcgjxкгхжقكخغجקכךגח')
group('d', 'dtдтدتطضذظثדטת')
group('s', 'szсзшщцчسشصزשסצץז')
group('l', 'lлلל')
group('m', 'mмمמם')
group('n', 'nнنןנ')
group('r', 'rрرר')

const digraphs: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'b'],
  [/sch|sh|ch|tch|zh/g, 's'],
  [/th|dh/g, 'd'],
  [/kh|gh|ck/g, 'k'],
  [/\bdj|\bj|dj/g, 'k'],
]

/**
 * Words become the classes of their consonants, doubles once. "Ismail Haniyeh", "Ismaïl Haniya" and
 * "إسماعيل هنية" give "sml n". Names without any such letter give themselves in lower case.
 */
export function nameKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʿʾ`-]/gu, '')
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  const keys = words.map((word) => {
    let latin = word
    for (const [pattern, sound] of digraphs) latin = latin.replace(pattern, sound)
    let key = ''
    for (const letter of latin) {
      const sound = /\p{N}/u.test(letter) ? letter : classes[letter]
      if (sound !== undefined && !key.endsWith(sound)) key += sound
    }
    return key
  })
  const key = keys.filter(Boolean).join(' ')
  return key === '' ? plain.trim() : key
}
