/** Who may read a page: free, after signing up, or for payment, by what the page states and says. */

import type { Access } from '../model/article.ts'
import type { Stated } from './json-ld.ts'
import type { Tree } from './tree.ts'

const PAID =
  /\b(subscribe to (continue|read|keep)|subscribers? only|for subscribers|to continue reading,? (please )?subscribe|already a subscriber|become a (subscriber|member) to|this (article|content|story) is (reserved )?for (our )?(subscribers|members|paying)|premium (article|content)|abonnez-vous pour|r\u00e9serv\u00e9 (aux|\u00e0 nos) abonn\u00e9s|nur f\u00fcr abonnenten|jetzt weiterlesen mit|exclusivo para (suscriptores|assinantes)|contenuto riservato agli abbonati)\b|\u6709\u6599\u4f1a\u54e1\u9650\u5b9a/i
const SIGN_UP =
  /\b(sign up to (read|continue|keep reading)|register (for free )?to (continue|read|keep reading)|log ?in to (continue|read)|create a free account|sign in to (read|continue)|kostenlos registrieren)\b/i

export function accessOf(tree: Tree, stated: Stated, text: string): Access {
  const tier = tree.meta.get('article:content_tier')?.[0]?.toLowerCase()
  if (stated.free === false || tier === 'locked') return 'paid'
  if (tier === 'metered') return 'sign-up'
  if (stated.free === true || tier === 'free') return 'free'
  // Asked to pay on every page of a site, an ordinary page shows its whole text all the same.
  if (text.length > 3500) return 'free'
  for (const unit of tree.units) {
    if (unit.text.length > 300) continue
    if (PAID.test(unit.text)) return 'paid'
    if (SIGN_UP.test(unit.text)) return 'sign-up'
  }
  return 'free'
}
