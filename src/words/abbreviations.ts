/** Words that a full stop follows without ending the sentence, and words that open sentences. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** Always followed by what they abbreviate for: titles, ranks, "vs". */
const NEVER_LAST = words(`
  mr mrs ms mx dr prof rev fr hon pres gov lt col gen maj capt cmdr cpl sgt pvt adm brig cdr supt insp det ofc
  sen sens rep reps gens drs profs messrs mme mlle mgr msgr st ste mt ft vs viz cf e.g i.e eg ie approx ca
  dipl ing mag hr fr. sra srta dña bzw z.b u.a d.h vgl sog ggf inkl amb asst atty dep dist ex
`)

/** Abbreviations that can also stand at the end of a sentence. */
const OFTEN_LAST = words(`
  inc corp ltd co cos bros jr sr esq ph.d m.d etc al dept univ assn ave blvd rd hwy bldg
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.h n.j n.m
  n.y n.c n.d okla ore pa r.i s.c s.d tenn tex vt va wash w.va wis wyo d.c a.m p.m u.s u.k u.n e.u est min max
  no nos mon tue tues wed thu thur thurs fri sat sun feat usw hrsg ltda s.a
`)

const STARTERS = words(`
  the a an this that these those he she it they we you i his her its their our my your there here in on at by for from
  with after before during when while where who what why how if as but and or so yet not no some many most several
  all both each another other one two three four five six since until although though because despite according
  however meanwhile also still now then last next earlier later today yesterday officials police
`)

export const MONTHS: { abbreviated: ReadonlySet<string>; named: ReadonlySet<string> } = {
  abbreviated: words('jan feb mar apr jun jul aug sep sept oct nov dec'),
  named: words(`
    januar jänner februar märz april mai juni juli august september oktober november dezember
    tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta
    marraskuuta joulukuuta maj června července srpna ledna února března dubna května září října listopadu prosince
    sausio mars
  `),
}

export const isNeverLast = (word: string): boolean => NEVER_LAST.has(word)
export const isOftenLast = (word: string): boolean => OFTEN_LAST.has(word)
export const isStarter = (word: string): boolean => STARTERS.has(word.toLowerCase()) && /^\p{Lu}/u.test(word)
