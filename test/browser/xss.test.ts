/** Hostile HTML through both makers of safe HTML, in a real browser without a policy: nothing of it runs. */

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { extractPage } from '../../src/extract/page.ts'
import { renderArticle } from '../../src/extract/render.ts'
import { sanitise } from '../../src/extract/safe.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { provoke } from './provoke.ts'

const hostile = [
  '<script>alert(1)</script>',
  '<SCRIPT src="https://evil.example/a.js"></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script/x>alert(1)</script\t>',
  '<img src=x onerror=alert(1)>',
  '<img src=x onerror=alert(1)//',
  '<img/src=x/onerror=alert(1)>',
  '<img src="x" OnErRoR="alert(1)" alt="a">',
  '<img src=`x`onerror=alert(1)>',
  '<img srcset="x 1x" onerror=alert(1)>',
  '<img src="https://a.example/b.png" alt="&quot; onerror=&quot;alert(1)">',
  '<img src="https://a.example/&quot;onerror=alert(1) x=&quot;">',
  '<img alt="\'"><img src=x alt="\'onerror=alert(1)">',
  '<a href="javascript:alert(1)">a</a>',
  '<a href=" \u0001javascript:alert(1)">a</a>',
  '<a href="java\nscript:alert(1)">a</a>',
  '<a href="java&Tab;script&colon;alert(1)">a</a>',
  '<a href="&#106;avascript:alert(1)">a</a>',
  '<a href="JaVaScRiPt:alert(1)">a</a>',
  '<a href="data:text/html,<script>alert(1)</script>">a</a>',
  '<a href="vbscript:msgbox(1)">a</a>',
  '<a href="//a.example/" onmouseover="alert(1)">a</a>',
  '<a href="https://a.example/" onfocus=alert(1) autofocus tabindex=1>a</a>',
  '<a href="https://a.example/\'"><b onclick=alert(1)>a</b></a>',
  '<a xlink:href="javascript:alert(1)">a</a>',
  '<a href="mailto:a@b.example&quot; onclick=&quot;alert(1)">a</a>',
  '<p onclick="alert(1)" onpointerover=alert(1)>a</p>',
  '<p style="background:url(javascript:alert(1))">a</p>',
  '<p title="</p><img src=x onerror=alert(1)>">a</p>',
  '<p dir="ltr&quot; onclick=&quot;alert(1)">a</p>',
  '<p lang="en onclick=alert(1)">a</p>',
  '<td colspan="2 onclick=alert(1)">a</td>',
  '<ol start="1&quot; onclick=&quot;alert(1)"><li>a</ol>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><script href="data:,alert(1)"/></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<svg></p><style><a id="</style><img src=x onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<math href="javascript:alert(1)">a</math>',
  '<math><mi xlink:href="javascript:alert(1)">a</mi></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<video><source onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)></audio>',
  '<details open ontoggle=alert(1)><summary>a</summary>b</details>',
  '<input autofocus onfocus=alert(1)>',
  '<select autofocus onfocus=alert(1)><option>a</select>',
  '<textarea></textarea><img src=x onerror=alert(1)></textarea>',
  '<form action="javascript:alert(1)"><button>a</button></form>',
  '<button formaction="javascript:alert(1)">a</button>',
  '<base href="javascript:alert(1)//"><a href="x">a</a>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<link rel="stylesheet" href="data:text/css,*{x:y}" onload=alert(1)>',
  '<style>@import "javascript:alert(1)";</style>',
  '<style><!--</style><img src=x onerror=alert(1)>--></style>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<noembed><img title="</noembed><img src=x onerror=alert(1)>"></noembed>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
  '<template><script>alert(1)</script></template>',
  '<title><img src=x onerror=alert(1)></title>',
  '<plaintext><img src=x onerror=alert(1)>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!-- --!><img src=x onerror=alert(1)> -->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml ><img src=x onerror=alert(1)>?>',
  '</p/x><img src=x onerror=alert(1)>',
  '&lt;img src=x onerror=alert(1)&gt;',
  '&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;',
  '<custom-part onclick=alert(1)>a</custom-part>',
  '<body onload=alert(1) onpageshow=alert(1)>',
  '<marquee onstart=alert(1)>a</marquee>',
  '<isindex action="javascript:alert(1)" type=image>',
  '<img name="body"><form name="cookie"><input name="getElementById"></form>',
]

const sentence =
  'The pilots of the quay met again, and agreed that the toll on the ferry stays as it was before. '
const pageWith = (piece: string) =>
  `<html><head><title>Quay</title></head><body><article><h1>Quay ${piece}</h1><p>${sentence.repeat(4)}</p><p>${sentence}${piece}</p>${piece}<figure><img src="https://a.example/b.png" alt="c"><figcaption>The quay. ${piece}</figcaption></figure><p>${sentence.repeat(3)}</p></article></body></html>`

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await openChromium()
})
afterAll(() => browser?.close())

describe.skipIf(!hasChromium)('Hostile HTML in Chromium, with no policy to stop it', () => {
  const base = 'https://reader.example/'

  test('runs where nothing cleans it: the watch sees what it must', async () => {
    const pieces = [hostile[0]!, hostile[4]!, hostile[13]!, hostile[21]!, hostile[33]!, '<p>still</p>']
    const ran = await provoke(browser, pieces)
    expect(ran.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4])
  })

  test('does nothing once sanitised', async () => {
    expect(
      await provoke(
        browser,
        hostile.map((piece) => sanitise(piece, base)),
      ),
    ).toEqual([])
  })

  test('does nothing in an article rendered from its page', async () => {
    const articles = hostile.map((piece) =>
      renderArticle(extractPage(pageWith(piece), { url: `${base}quay` })),
    )
    // Some pieces rightly take the rest of a page with them.
    const whole = articles.filter((article) => article.includes('The pilots of the quay'))
    expect(whole.length).toBeGreaterThan(hostile.length * 0.7)
    expect(await provoke(browser, articles)).toEqual([])
  })
})
