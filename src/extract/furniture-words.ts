/** How lines of furniture begin, folded to lower case, by language: offers, notices, links to other pages, credits. */

const BY_LANGUAGE: Readonly<Record<string, string>> = {
  en: `read more|read also|also read|read next|read the full|see also|more from|more on this|more stories|
    more news|related:|related stories|related articles|related topics|related news|related content|
    related posts|related coverage|recommended|you may also like|you might also like|you may like|up next|
    next article|previous article|don’t miss|don't miss:|trending|most read|most popular|top stories|
    our picks|editors’ picks|editor's picks|latest news|latest stories|advertisement|advertising|sponsored|
    story continues|article continues|continue reading|sign up|sign in|log in|subscribe|register|
    start reading|already a member|already a subscriber|already have an account|become a member|join our|
    join us|get our|get the latest|get all your news|follow us|follow @|for latest updates|for more news|
    share this|share on|share via|share:|share article|tweet this|print this|email this|click here|
    download the app|download our app|download the|view comments|comments are closed|leave a comment|
    leave a reply|post a comment|add a comment|show comments|join the conversation|join the discussion|
    copyright|all rights reserved|©|(c) 20|tags:|tagged|filed under|filed to|categories:|category:|topics:|
    posted in|posted by|published by|prev |next |previous|back to top|skip to|loading|
    please enable javascript|this article was originally published|this story was originally published|
    this article originally appeared|this story originally appeared|the post |source:|sources:|via:|watch:|
    listen:|listen to this|photo:|image:|image credit|photo credit|photo by|picture:|file photo|
    getty images|one app|one subscription|support our|support us|donate|buy now|shop now|
    this material may not be published|see more|show more|load more|view all|view more|view gallery|print|
    whatsapp|notice: |report a typo|report an error|send us|have a tip|have a story|contact us|
    about the author|about us|by clicking|your email|thank you for|thanks for reading|enter your email|
    newsletter|sign-up`,
  de: `lesen sie auch|lesen sie mehr|lesen sie hier|mehr zum thema|mehr dazu|mehr lesen|auch interessant|
    das könnte sie|weiterlesen|anzeige|werbung|jetzt abonnieren|kommentare|kommentar schreiben|
    zur startseite|teilen|drucken|quelle:|quellen:|foto:|bild:|bildquelle|schlagworte|schlagwörter|
    alle rechte vorbehalten|artikel teilen|siehe auch|zum thema|themen:|verwandte`,
  fr: `lire aussi|à lire aussi|lire la suite|lire également|voir aussi|sur le même sujet|publicité|
    abonnez-vous|s’abonner|s'abonner|partager|commentaires|tous droits réservés|suivez-nous|inscrivez-vous|
    crédit photo|newsletter`,
  'es pt it ca': `lea también|lee también|leer también|le puede interesar|te puede interesar|puede leer|leer más|lee más|
    ver más|más información|más noticias|noticias relacionadas|publicidad|suscríbete|suscríbase|comparte|
    compartir|síguenos|comentarios|todos los derechos|etiquetas|temas relacionados|fuente:|leia também|
    leia mais|veja também|saiba mais|mais notícias|publicidade|assine|compartilhe|siga-nos|
    todos os direitos|foto:|leggi anche|leggi tutto|potrebbe interessarti|condividi|pubblicità|iscriviti|
    tutti i diritti|seguici|riproduzione riservata|fonte:|comentários|commenti`,
  ru: `читайте также|читайте далее|смотрите также|реклама|подпишитесь|подписывайтесь|поделиться|источник:|
    фото:|читайте також|теги:`,
  nl: `lees ook|lees meer|lees verder|meer over|gerelateerd|advertentie|deel dit artikel|deel via|reageer|
    reacties|volg ons|abonneer|meld je aan|schrijf je in|nieuwsbrief|bron:|foto:|beeld:|tags:|onderwerpen:|
    meest gelezen|alle rechten voorbehouden|auteursrecht`,
  sv: `läs också|läs även|läs mer|annons|reklam|dela artikeln|dela på|kommentera|följ oss|prenumerera|
    nyhetsbrev|källa:|foto:|bild:|ämnen:|taggar:|mest läst|relaterat|tipsa oss`,
  'da no': `les også|læs også|les mer|læs mere|annonse|annonce|reklame|del artikkelen|del artiklen|del på|kommenter|
    følg oss|følg os|abonner|nyhedsbrev|nyhetsbrev|kilde:|foto:|emner:|mest læst|mest lest|relatert|
    relateret`,
  fi: `lue myös|lue lisää|mainos|jaa artikkeli|jaa|kommentoi|kommentit|seuraa meitä|tilaa|uutiskirje|lähde:|
    kuva:|aiheet:|luetuimmat`,
  pl: `czytaj też|czytaj także|czytaj więcej|czytaj również|zobacz też|zobacz także|zobacz również|
    przeczytaj także|przeczytaj też|polecamy|reklama|udostępnij|komentarze|skomentuj|obserwuj nas|
    zapisz się|newsletter|źródło:|fot.|foto:|zdjęcie:|tagi:|najczęściej czytane|wszelkie prawa zastrzeżone|
    powiązane`,
  'cs sk': `čtěte také|čtěte více|přečtěte si|mohlo by vás zajímat|související|čítajte aj|čítajte viac|
    prečítajte si|mohlo by vás zaujímať|súvisiace|reklama|inzerce|sdílet|zdieľať|komentáře|komentáre|
    diskuse|diskusia|odebírat|zdroj:|foto:|štítky:|tagy:|nejčtenější|najčítanejšie|všechna práva vyhrazena|
    všetky práva vyhradené`,
  hu: `olvassa el|olvasd el|olvass tovább|kapcsolódó|hirdetés|reklám|megosztás|hozzászólások|kommentek|
    iratkozz fel|iratkozzon fel|hírlevél|forrás:|fotó:|kép:|címkék:|legolvasottabb|minden jog fenntartva|
    kövess minket`,
  ro: `citește și|citește mai mult|citeşte şi|citiți și|vezi și|articole similare|articole recomandate|
    publicitate|distribuie|comentarii|abonează-te|abonați-vă|urmărește-ne|newsletter|sursa:|sursă:|foto:|
    etichete:|cele mai citite|toate drepturile rezervate`,
  'hr sr sl': `pročitajte i|pročitajte još|pročitajte više|vezane vijesti|povezane vesti|povezani članci|
    preberite tudi|sorodne novice|oglas|oglasi|podijeli|podeli|komentari|komentarji|pratite nas|
    pretplatite se|izvor:|vir:|foto:|oznake:|najčitanije|sva prava pridržana|sva prava zadržana|
    прочитајте и|повезане вести|извор:|фото:`,
  tr: `ilgili haber|ilgili haberler|haberin devamı|bunları da okuyun|ayrıca okuyun|devamını oku|reklam|paylaş|
    yorumlar|yorum yap|bizi takip edin|abone ol|bülten|kaynak:|fotoğraf:|etiketler|en çok okunan|
    tüm hakları saklıdır|önceki haber|sonraki haber`,
  el: `διαβάστε επίσης|διαβάστε ακόμα|διαβάστε περισσότερα|δείτε επίσης|δείτε ακόμα|σχετικά άρθρα|
    σχετικές ειδήσεις|διαφήμιση|κοινοποίηση|μοιραστείτε|σχόλια|ακολουθήστε|εγγραφείτε|πηγή:|φωτογραφία:|
    φωτ.:|ετικέτες|δημοφιλή|με πληροφορίες από`,
  'id ms': `baca juga|baca selengkapnya|lihat juga|simak juga|artikel terkait|berita terkait|iklan|bagikan|komentar|
    ikuti kami|berlangganan|sumber:|foto:|tag:|terpopuler|hak cipta|copyright|baca lagi|berita berkaitan|
    kongsi`,
  vi: `xem thêm|đọc thêm|tin liên quan|bài liên quan|tin cùng chuyên mục|quảng cáo|chia sẻ|bình luận|theo dõi|
    đăng ký nhận|nguồn:|ảnh:|từ khóa|tags:|đọc nhiều`,
  'uk bg': `читайте також|читайте ще|дивіться також|за темою|реклама|поділитися|коментарі|підписуйтесь|підпишіться|
    джерело:|фото:|теги:|найпопулярніше|прочетете още|вижте още|още по темата|сподели|коментари|
    абонирайте се|източник:|снимка:|тагове|най-четени`,
  'fa ur': `بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|تبلیغات|اشتراک گذاری|اشتراک‌گذاری|نظرات|منبع:|عکس:|
    برچسب‌ها|برچسب ها|پربازدیدترین|کلیه حقوق|یہ بھی پڑھیں|مزید پڑھیں|متعلقہ خبریں|اشتہار|شیئر کریں|تبصرے|
    ذرائع:`,
  ar: `اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|إقرأ أيضا|اقرأ المزيد|اقرئي أيضا|شاهد أيضا|شاهد أيضًا|طالع أيضا|قد يهمك|
    قد يعجبك|مواضيع ذات صلة|مواضيع متعلقة|أخبار ذات صلة|أخبار متعلقة|مقالات ذات صلة|إعلان|اعلان|شارك|مشاركة|
    تابعنا|تابعونا|اشترك|النشرة البريدية|التعليقات|أضف تعليق|المصدر:|الصورة:|تصوير:|كلمات مفتاحية|
    الكلمات المفتاحية|الوسوم|الأكثر قراءة|جميع الحقوق محفوظة|حقوق النشر|للمزيد`,
  he: `קראו גם|קראו עוד|עוד בנושא|כתבות נוספות|כתבות קשורות|כתבות שיכולות לעניין|אולי יעניין אותך|פרסומת|שתפו|
    שיתוף|תגובות|הגיבו|עקבו אחרינו|הירשמו|הרשמו לניוזלטר|מקור:|צילום:|תגיות|הנקראות ביותר|כל הזכויות שמורות`,
  'hi bn ta': `यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|संबंधित खबरें|विज्ञापन|शेयर करें|टिप्पणियां|स्रोत:|फोटो:|সম্পর্কিত খবর|
    আরও পড়ুন|বিজ্ঞাপন|শেয়ার করুন|மேலும் படிக்க|தொடர்புடைய செய்திகள்|விளம்பரம்`,
  zh: `相关阅读|相关新闻|相關新聞|相关文章|相關文章|延伸閱讀|延伸阅读|更多新聞|更多新闻|推荐阅读|推薦閱讀|猜你喜欢|热门文章|熱門文章|责任编辑|責任編輯|编辑：|編輯：|来源：|來源：|版权所有|
    版權所有|未经授权|未經授權|分享|扫码|扫一扫|廣告|广告|关注我们|追蹤我們|订阅|訂閱|评论|評論|標籤|标签`,
  ja: `関連記事|関連ニュース|関連リンク|関連キーワード|あわせて読みたい|こちらもおすすめ|おすすめ記事|この記事を|続きを読む|有料会員|会員登録|【関連|無断転載|無断複製|シェア|ツイート|コメントを|
    広告|写真：|（写真：|画像：|提供：|出典：|タグ：|人気記事|アクセスランキング|ランキング|メルマガ|フォローする|トップへ戻る|著作権`,
  ko: `관련기사|관련 기사|관련뉴스|많이 본|인기 기사|무단전재|무단 전재|저작권자|광고|공유하기|댓글|구독|기사제보|제보는|사진=|출처=|태그`,
  th: `อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|โฆษณา|แชร์|ความคิดเห็น|ติดตามเรา|ที่มา:|ภาพ:|แท็ก|
    ข่าวยอดนิยม`,
}

/** Only short lines are judged by these. */
export const FURNITURE_STARTS: readonly string[] = [
  ...new Set(Object.values(BY_LANGUAGE).flatMap((words) => words.split(/\|\s*/))),
]

/** Whole lines over lists of other articles, by language; English ones and their many forms are a pattern beside this. */
const SECTIONS: Readonly<Record<string, string>> = {
  de: `mehr nachrichten|weitere meldungen|das könnte ihnen auch gefallen|passend dazu|mehr zum thema|zum thema|
    lesen sie auch|auch interessant|empfohlen|empfehlungen|neueste artikel|newsticker|über den autor|
    über die autorin`,
  fr: `à lire également|à ne pas manquer|les plus lus|les plus lues|dans la même rubrique|sur le même thème|
    articles recommandés|plus d'articles|en savoir plus|à propos de l'auteur|réagissez à cet article`,
  'es pt it ca': `lo más leído|lo más visto|también te puede interesar|más sobre este tema|sobre el autor|
    últimas noticias|mais sobre o tema|últimas notícias|veja mais|continua a leggere|ultime notizie|
    i più letti|articoli consigliati|també et pot interessar|més llegits|notícies relacionades`,
  nl: `meer nieuws|lees meer|ook interessant|aanbevolen|laatste nieuws|meest gelezen|over de auteur`,
  'sv da no fi': `läs mer|läs också|mer om ämnet|relaterade artiklar|mest läst|senaste nytt|kommentarer|les mer|les også|
    læs også|læs mere|relaterte saker|relaterede artikler|siste nytt|seneste nyt|mest læst|mest lest|
    lue myös|lisää aiheesta|luetuimmat|uusimmat|suosituimmat|kommentit`,
  'pl cs sk': `polecane|polecamy|zobacz także|przeczytaj także|najnowsze|najpopularniejsze|powiązane artykuły|
    související články|čtěte také|mohlo by vás zajímat|nejčtenější|doporučujeme|diskuse|súvisiace články|
    čítajte tiež|najčítanejšie|odporúčame|diskusia`,
  'hu ro': `kapcsolódó cikkek|ajánlott cikkek|ajánljuk|legolvasottabb|legfrissebb|hozzászólások|articole similare|
    articole recomandate|citește și|te-ar putea interesa|cele mai citite|ultimele știri|comentarii`,
  'hr sr sl': `povezani članci|povezane vijesti|povezane vesti|vezane vijesti|najčitanije|najnovije|komentari|
    preporučujemo|sorodne novice|preberite tudi|najbolj brano|повезане вести|најчитаније|коментари`,
  'tr el': `benzer haberler|önerilen haberler|çok okunanlar|en çok okunanlar|son dakika|diğer haberler|yorum yap|
    σχετικά άρθρα|σχετικές ειδήσεις|δείτε επίσης|διαβάστε επίσης|δημοφιλή|τελευταία νέα|σχόλια|προτεινόμενα`,
  'id ms vi': `berita terkait|artikel terkait|baca juga|terpopuler|berita lainnya|rekomendasi untuk anda|komentar|
    berita berkaitan|tin liên quan|bài viết liên quan|có thể bạn quan tâm|tin cùng chuyên mục|
    đọc nhiều nhất|xem nhiều|bình luận`,
  'ru uk bg': `читайте также|читайте по теме|смотрите также|материалы по теме|другие новости|популярное|самое читаемое|
    последние новости|рекомендуем|читайте також|за темою|схожі новини|популярні новини|останні новини|
    прочетете още|още по темата|свързани новини|най-четени|последни новини`,
  ar: `مواضيع ذات صلة|مواضيع متعلقة|مقالات ذات صلة|أخبار ذات صلة|أخبار متعلقة|اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|
    قد يهمك أيضا|قد يهمك أيضًا|قد يعجبك أيضا|الأكثر قراءة|الأكثر مشاهدة|آخر الأخبار|أحدث الأخبار|
    المزيد من الأخبار|التعليقات|كلمات مفتاحية|الكلمات الدالة|الوسوم`,
  he: `כתבות נוספות|כתבות קשורות|עוד בנושא|עוד כתבות|אולי יעניין אותך|הנקראות ביותר|הכי נקראות|תגובות|תגיות|
    מומלצים|כתבות מומלצות`,
  'fa ur': `مطالب مرتبط|اخبار مرتبط|خبرهای مرتبط|پربازدیدترین‌ها|پربازدیدها|آخرین اخبار|نظرات|بیشتر بخوانید|
    متعلقہ خبریں|یہ بھی پڑھیں|تازہ ترین|تبصرے`,
  'hi bn': `संबंधित खबरें|यह भी पढ़ें|ये भी पढ़ें|ट्रेंडिंग|ताजा खबरें|सबसे ज्यादा पढ़ी गई|সম্পর্কিত খবর|আরও পড়ুন|
    সর্বশেষ|সর্বাধিক পঠিত`,
  zh: `相关阅读|相关新闻|相关推荐|相关文章|推荐阅读|热门推荐|热门文章|最新文章|猜你喜欢|更多新闻|網友評論|网友评论|相關新聞|相關文章|延伸閱讀|推薦閱讀|熱門新聞|最新消息|留言`,
  ja: `関連記事|関連ニュース|関連リンク|関連トピックス|関連キーワード|あわせて読みたい|こんな記事も読まれています|おすすめ記事|人気記事|人気記事ランキング|アクセスランキング|新着記事|最新記事|
    最新ニュース|この記事を書いた人|この記事の著者|プロフィール|タグ|コメント|シェアする|前の記事|次の記事|ピックアップ|特集`,
  'ko th': `관련기사|관련 기사|관련뉴스|많이 본 뉴스|많이 본 기사|인기기사|인기 기사|최신기사|최신 뉴스|추천기사|추천 기사|댓글|태그|ข่าวที่เกี่ยวข้อง|
    บทความที่เกี่ยวข้อง|ข่าวล่าสุด|ข่าวยอดนิยม|อ่านเพิ่มเติม|แท็ก`,
}

export const SECTION_LINES: ReadonlySet<string> = new Set(
  Object.values(SECTIONS).flatMap((words) => words.split(/\|\s*/)),
)
