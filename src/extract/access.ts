/** Who may read a page: free, after signing up, or for payment, by what the page states and says. */

import type { Access } from '../model/article.ts'
import type { Stated } from './json-ld.ts'
import type { Tree } from './tree.ts'

/** How outlets ask for payment before they show the rest; a line per language or two. */
const PAID_WORDS = [
  'subscribe to (?:continue|read|keep|unlock)|subscribers? only|for subscribers|only for (?:our )?(?:subscribers|members)|to continue reading,? (?:please )?subscribe|become a (?:subscriber|member) to|this (?:article|content|story) is (?:reserved )?(?:only )?for (?:our )?(?:subscribers|members|paying)|premium (?:article|content)|unlock this article',
  'abonnez-vous pour|r\u00e9serv\u00e9e? (?:aux|\u00e0 nos) abonn\u00e9e?s|il vous reste \\S+ ?% (?:de cet article )?\u00e0 lire',
  'nur f\u00fcr abonnent|jetzt weiterlesen mit|weiterlesen mit|mit .{2,20} ?plus weiterlesen|als abonnent(?:in)? weiterlesen|exklusiv f\u00fcr abonnent',
  'exclusiv[oa] para (?:suscriptores|assinantes)|s[o\u00f3]lo para suscriptores|suscr\u00edb(?:ete|ase) para (?:leer|seguir|continuar)|assine para (?:ler|continuar)',
  'contenuto riservato agli abbonati|riservato agli abbonati|abbonati per (?:leggere|continuare)',
  'alleen voor abonnees|lees verder met een abonnement|word abonnee om',
  'endast f\u00f6r prenumeranter|bli prenumerant f\u00f6r att l\u00e4sa|kun for abonnenter|for at l\u00e6se videre.{0,30}abonn',
  'dost\u0119pne tylko dla (?:prenumerator\u00f3w|subskrybent\u00f3w)|artyku\u0142 tylko dla|pouze pro p\u0159edplatitele',
  '\u0442\u043e\u043b\u044c\u043a\u043e \u0434\u043b\u044f \u043f\u043e\u0434\u043f\u0438\u0441\u0447\u0438\u043a\u043e\u0432|\u043b\u0438\u0448\u0435 \u0434\u043b\u044f \u043f\u0435\u0440\u0435\u0434\u043f\u043b\u0430\u0442\u043d\u0438\u043a\u0456\u0432',
  '\u0644\u0644\u0645\u0634\u062a\u0631\u0643\u064a\u0646 \u0641\u0642\u0637|\u0627\u0634\u062a\u0631\u0643 (?:\u0644\u0645\u062a\u0627\u0628\u0639\u0629|\u0644\u0642\u0631\u0627\u0621\u0629|\u0644\u0625\u0643\u0645\u0627\u0644)',
  '\u05dc\u05de\u05e0\u05d5\u05d9\u05d9\u05dd \u05d1\u05dc\u05d1\u05d3|\u05db\u05ea\u05d1\u05d4 \u05d6\u05d5 \u05d6\u05de\u05d9\u05e0\u05d4 \u05dc\u05de\u05e0\u05d5\u05d9\u05d9\u05dd',
  '\u6709\u6599\u4f1a\u54e1(?:\u9650\u5b9a|\u8a18\u4e8b|\u767b\u9332\u3067\u7d9a\u304d)|\u6b8b\u308a ?[\\d,]+ ?\u6587\u5b57|(?:\u4ed8\u8d39|\u4ed8\u8cbb)(?:\u9605\u8bfb|\u95b1\u8b80)|(?:\u8ba2\u9605|\u8a02\u95b1)\u540e?\u5f8c?(?:\u9605\u8bfb|\u95b1\u8b80)|\uc720\ub8cc ?(?:\ud68c\uc6d0|\uae30\uc0ac)',
]
const SIGN_UP_WORDS = [
  'sign up to (?:read|continue|keep reading)|register (?:for free )?to (?:continue|read|keep reading)|log ?in to (?:continue|read)|create a free account|sign in to (?:read|continue)',
  'kostenlos registrieren|melden sie sich an, um weiter|inscrivez-vous (?:gratuitement )?pour (?:lire|continuer)|connectez-vous pour lire',
  'reg\u00edstr(?:ate|ese) (?:gratis )?para (?:leer|seguir|continuar)|cadastre-se (?:gratuitamente )?para (?:ler|continuar)|registrati per (?:leggere|continuare)',
  'maak een gratis account|logga in f\u00f6r att l\u00e4sa|zaloguj si\u0119, aby (?:czyta\u0107|przeczyta\u0107)',
  '\u0437\u0430\u0440\u0435\u0433\u0438\u0441\u0442\u0440\u0438\u0440\u0443\u0439\u0442\u0435\u0441\u044c, \u0447\u0442\u043e\u0431\u044b (?:\u0447\u0438\u0442\u0430\u0442\u044c|\u043f\u0440\u043e\u0434\u043e\u043b\u0436\u0438\u0442\u044c)',
  '\u0633\u062c\u0644 (?:\u0627\u0644\u062f\u062e\u0648\u0644 )?(?:\u0644\u0645\u062a\u0627\u0628\u0639\u0629|\u0644\u0642\u0631\u0627\u0621\u0629)|\u05d4\u05d9\u05e8\u05e9\u05de\u05d5 \u05db\u05d3\u05d9 \u05dc\u05d4\u05de\u05e9\u05d9\u05da',
  '\u7121\u6599\u4f1a\u54e1\u767b\u9332(?:\u3067|\u3059\u308b)|\u4f1a\u54e1\u767b\u9332\u3059\u308b\u3068\u7d9a\u304d|(?:\u767b\u5f55|\u767b\u5165)\u540e?\u5f8c?(?:\u9605\u8bfb|\u95b1\u8b80)|\ub85c\uadf8\uc778 \ud6c4',
]

/** A word of the list, not within a longer one; scripts without spaces have no such borders. */
const saying = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{Script=Latin}])(?:${words.join('|')})`, 'iu')
const PAID = saying(PAID_WORDS)
const SIGN_UP = saying(SIGN_UP_WORDS)

/** What a page says of itself to machines comes first; then its words, where it shows little. */
export function accessOf(tree: Tree, stated: Stated, text: string): Access {
  const tier = tree.meta.get('article:content_tier')?.[0]?.toLowerCase()
  if (stated.free === false || tier === 'locked') return 'paid'
  if (tier === 'metered') return 'sign-up'
  if (stated.free === true || tier === 'free') return 'free'
  // Asked to pay on every page of a site, an ordinary page shows its whole text all the same.
  if (text.length > 3500) return 'free'
  let access: Access = 'free'
  for (const unit of tree.units) {
    if (unit.text.length > 300 || unit.text.length < 4) continue
    if (PAID.test(unit.text)) return 'paid'
    if (SIGN_UP.test(unit.text)) access = 'sign-up'
  }
  return access
}
