/** Words of the news that mean the same in seven languages, so that articles can be compared across them. */

import { stem } from './stems.ts'
import { foldWord } from './tokens.ts'

/** A line is one meaning, named by its first word: English | French | Spanish | German | Russian | Arabic | Hebrew. */
const table = `
president presidency|président présidence présidentielle|presidente presidencia|Präsident Präsidentschaft|президент|رئيس رئاسة|נשיא נשיאות
minister ministry ministerial|ministre ministère|ministro ministerio|Minister Ministerium|министр министерство министерства|وزير وزيرة وزارة وزراء|שר שרה משרד שרים
premier prime|premier première|primer primera|Premier Ministerpräsident|премьер|أول اولى|ראש
deputy vice|adjoint vice|vice adjunto|Vize Stellvertreter stellvertretende|заместитель зам вице|نائب|סגן סגנית
foreign abroad external|étranger étrangère extérieur|exterior extranjero|Ausland ausländisch Außenminister|иностранный внешний рубеж|خارجية خارج أجنبي|חוץ זר
government cabinet|gouvernement cabinet|gobierno gabinete|Regierung Kabinett|правительство кабинет|حكومة|ממשלה
parliament assembly legislature lawmaker|parlement assemblée député|parlamento asamblea diputado|Parlament Bundestag Abgeordnete|парламент дума депутат|برلمان مجلس نائب|פרלמנט כנסת
law bill legislation|loi projet|ley proyecto|Gesetz|закон законопроект|قانون تشريع|חוק חקיקה
vote ballot|vote scrutin voter|voto votación votar|Abstimmung Stimme abstimmen|голосование голос проголосовать|تصويت صوت اقتراع|הצבעה הצביע
election electoral|élection électoral|elección electoral elecciones|Wahl Wahlen|выборы избирательный|انتخاب انتخابات|בחירות
party|parti|partido|Partei|партия|حزب|מפלגה
opposition|opposition|oposición|Opposition|оппозиция|معارضة|אופוזיציה
mayor|maire|alcalde|Bürgermeister|мэр|عمدة|
city town|ville|ciudad|Stadt|город городской|مدينة بلدة|עיר עירוני עירונית
village|village|pueblo aldea|Dorf|деревня село|قرية|כפר
capital|capitale|capital|Hauptstadt|столица|عاصمة|בירה
border frontier|frontière|frontera|Grenze|граница пограничный|حدود|גבול
crossing passage|passage|paso cruce|Übergang|пункт переход пропуск|معبر معابر|מעבר
war conflict|guerre conflit|guerra conflicto|Krieg Konflikt|война конфликт|حرب صراع|מלחמה סכסוך
army military troops soldier|armée militaire soldat troupe|ejército militar soldado tropa|Armee Militär Soldat Truppe|армия военный солдат войска|جيش عسكري جندي جنود قوات|צבא חייל חיילים צבאי
truce ceasefire armistice|trêve cessez|tregua|Waffenruhe Waffenstillstand|перемирие прекращение|هدنة وقف|הפסקת שביתת הפוגה
peace|paix|paz|Frieden|мир мирный|سلام|שלום
talks negotiation negotiate conversation|négociation pourparlers discussion négocier entretien|negociación conversaciones diálogo negociar|Verhandlung Gespräche verhandeln Gespräch|переговоры беседа|محادثات مباحثات مفاوضات تفاوض|שיחות מגעים משא דיונים
meeting met meet|réunion rencontre rencontrer réunir|reunión encuentro reunir|Treffen treffen Sitzung traf|встреча встретиться заседание|لقاء اجتماع التقى اجتمع|פגישה נפגש ישיבה
visit|visite visiter|visita visitar|Besuch besuchen|визит посещение посетить|زيارة زار|ביקור ביקר
delegation delegate|délégation délégué|delegación delegado|Delegation Abordnung|делегация|وفد وفود|משלחת משלחות
envoy emissary mediator|émissaire envoyé médiateur|enviado mediador|Gesandte Vermittler Sondergesandte|посланник посредник спецпредставитель|مبعوث وسيط|שליח מתווך שליחה
mediation mediate|médiation|mediación|Vermittlung|посредничество|وساطة|תיווך
ambassador embassy|ambassadeur ambassade|embajador embajada|Botschafter Botschaft|посол посольство|سفير سفارة|שגריר שגרירות
agreement deal accord treaty pact|accord traité pacte|acuerdo tratado pacto|Abkommen Vertrag Vereinbarung Einigung|соглашение договор пакт договоренность|اتفاق اتفاقية معاهدة صفقة|הסכם אמנה עסקה הסכמה
sign signed signature|signer signature|firmar firma|unterzeichnen unterschreiben Unterschrift|подписать подпись подписан подписание|وقع توقيع موقعة|חתם חתימה נחתם
conference summit|conférence sommet|conferencia cumbre|Konferenz Gipfel|конференция саммит|مؤتمر قمة|ועידה פסגה כנס
neutral|neutre|neutral|neutral|нейтральный|محايد محايدة|ניטרלי ניטרליות
invitation invite|invitation inviter|invitación invitar|Einladung einladen|приглашение пригласить|دعوة دعا|הזמנה הזמין
sanction|sanction|sanción|Sanktion|санкция санкции|عقوبة عقوبات|סנקציות עיצומים
prisoner captive detainee inmate|prisonnier détenu captif|prisionero preso detenido|Gefangene Häftling|пленный заключенный узник|أسير أسرى سجين سجناء معتقل|אסיר אסירים שבוי שבויים עציר
prison jail|prison|prisión cárcel|Gefängnis Haft|тюрьма колония|سجن|כלא
hostage|otage|rehén|Geisel|заложник|رهينة رهائن|חטוף חטופים
exchange swap|échange échanger|intercambio canje|Austausch|обмен|تبادل مبادلة|חילופי חילופים החלפה
release freed free|libération libérer libre|liberación liberar libre|Freilassung freilassen frei|освобождение освободить свобода|إفراج إطلاق أفرج حر|שחרור שוחרר חופשי
arrest detain detained|arrestation arrêter interpeller|arresto detención detener|Festnahme Verhaftung festnehmen|арест задержание задержать арестовать арестован|اعتقال توقيف اعتقل أوقف|מעצר נעצר עצר
police policeman officer|police policier|policía|Polizei Polizist|полиция полицейский|شرطة شرطي|משטרה שוטר שוטרים
court tribunal|tribunal cour|tribunal corte|Gericht|суд трибунал|محكمة|משפט
judge justice|juge justice|juez jueza justicia|Richter Justiz|судья юстиция|قاض قاضي قاضية عدل|שופט שופטת צדק
trial process|procès|juicio proceso|Prozess Verfahren|процесс судебный|محاكمة|משפט
lawyer advocate attorney|avocat avocate|abogado|Anwalt Rechtsanwalt|адвокат|محام محامي محامية|פרקליט
prosecutor prosecution|procureur parquet accusation|fiscal fiscalía|Staatsanwalt Anklage|прокурор прокуратура обвинение|ادعاء نيابة|תביעה תובע פרקליטות
charge accuse accused|accuser accusé inculpation|acusar cargo|anklagen vorwerfen|обвинить обвинять|اتهم اتهام تهمة|האשים אישום נאשם
guilty culpable|coupable|culpable|schuldig|виновен виновный|مذنب مدان|אשם הורשע
sentence sentenced verdict convicted|condamner condamnation verdict peine|sentencia condena condenar|Urteil verurteilen Strafe|приговор осужден приговорить|حكم إدانة|גזר הרשעה פסק
pardon amnesty|grâce amnistie gracier|indulto amnistía|Begnadigung Amnestie|помилование амнистия помилован|عفو|חנינה
extradition|extradition|extradición|Auslieferung|экстрадиция выдача|تسليم|הסגרה
appeal|appel|apelación recurso|Berufung|апелляция обжалование|استئناف|ערעור
crime criminal|crime criminel|crimen criminal delito|Verbrechen Kriminelle|преступление уголовный|جريمة جنائي|פשע פלילי
murder homicide|meurtre homicide assassinat|asesinato homicidio|Mord|убийство|قتل اغتيال|רצח הריגה
kill killed dead death die died|mort tuer tué décès mourir|muerte muerto matar fallecido|tot Tote Tod getötet sterben|погибнуть убитый смерть мертвый погибший умереть|قتيل قتلى مقتل موت وفاة|הרוג הרוגים מת מוות נהרג
wounded injured injury|blessé blesser blessure|herido herida|verletzt Verletzte|раненый ранение пострадать|جريح جرحى إصابة|פצוע פצועים נפצע
victim|victime|víctima|Opfer|жертва|ضحية ضحايا|קורבן קורבנות
attack|attaque attentat|ataque atentado|Angriff Anschlag|атака нападение теракт|هجوم|התקפה פיגוע תקיפה
strike raid bombing|frappe raid bombardement|bombardeo|Schlag Luftangriff|удар налет бомбардировка|غارة قصف ضربة|תקיפה הפצצה
rocket missile|roquette missile fusée|cohete misil|Rakete|ракета|صاروخ صواريخ|רקטה טיל טילים
drone|drone|dron|Drohne|беспилотник дрон|مسيرة|כטב רחפן
bomb explosion blast|bombe explosion|bomba explosión|Bombe Explosion|бомба взрыв|قنبلة انفجار تفجير|פצצה פיצוץ
weapon arms|arme|arma|Waffe|оружие|سلاح أسلحة|נשק
fighting battle|combat bataille|combate batalla|Kampf Kämpfe Schlacht|бой сражение битва|قتال معركة|קרב לחימה
terror terrorist|terrorisme terroriste|terrorismo terrorista|Terror Terrorist|террор террорист|إرهاب إرهابي|טרור מחבל
refugee displaced|réfugié déplacé|refugiado desplazado|Flüchtling|беженец|لاجئ لاجئين نازح|פליט פליטים
migrant immigration|migrant immigration|migrante inmigración|Migrant Einwanderung|мигрант миграция|مهاجر هجرة|מהגר הגירה
aid relief humanitarian|aide secours humanitaire|ayuda humanitario|Hilfe humanitär|помощь гуманитарный|مساعدة إغاثة إنساني|סיוע הומניטרי
protest demonstration protester|manifestation protestation manifestant|protesta manifestación|Protest Demonstration|протест демонстрация митинг|احتجاج مظاهرة تظاهر|מחאה הפגנה
strikes walkout|grève|huelga|Streik|забастовка|إضراب|שביתה
union|syndicat|sindicato|Gewerkschaft|профсоюз|نقابة|איגוד
hunger|faim|hambre|Hunger|голодовка голод|جوع|רעב
reporter journalist correspondent|journaliste reporter correspondant|periodista reportero corresponsal|Journalist Reporter Korrespondent|журналист корреспондент репортер|صحفي صحافي صحفيين مراسل|עיתונאי עיתונאית כתב עיתונאים
newspaper press|journal presse|periódico diario prensa|Zeitung Presse|газета пресса|صحيفة صحافة جريدة|עיתון עיתונות
spokesman spokeswoman spokesperson||portavoz|Sprecher Sprecherin|представитель спикер|ناطق متحدث|דובר דוברת
source|source|fuente|Quelle|источник|مصدر مصادر|מקור מקורות
statement announce announcement|communiqué déclaration annoncer annonce déclarer|comunicado declaración anunciar anuncio|Erklärung ankündigen mitteilen|заявление заявить объявить сообщить|بيان إعلان أعلن أعلنت تصريح|הודעה הודיע הודיעה הצהרה
deny denied denial|démentir démenti nier|negar desmentir|dementieren bestreiten|опровергнуть отрицать опровержение|نفى نفي نفت|הכחיש הכחשה
refuse reject rejected|refuser rejeter refus|rechazar negarse|ablehnen verweigern|отказаться отклонить отказ|رفض|סירב דחה
confirm|confirmer|confirmar|bestätigen|подтвердить|أكد|אישר
warn warning|avertir avertissement|advertir advertencia|warnen Warnung|предупредить предупреждение|حذر تحذير|הזהיר אזהרה
demand request|exiger demander demande|exigir pedir demanda|fordern Forderung|требовать требование просьба|طالب طلب|דרש דרישה ביקש
promise|promettre promesse|prometer promesa|versprechen|обещать пообещать обещание|وعد تعهد|הבטיח הבטחה
report|rapport|informe|Bericht|доклад отчет|تقرير|דוח דיווח
inquiry investigation investigator|enquête enquêteur|investigación investigador|Untersuchung Ermittlung Ermittler|расследование следствие следователь|تحقيق محقق|חקירה חוקר חוקרים
commission committee|commission comité|comisión comité|Kommission Ausschuss|комиссия комитет|لجنة مفوضية|ועדה נציבות
witness|témoin|testigo|Zeuge|свидетель|شاهد شهود|עד עדים
evidence testify testimony|preuve témoigner témoignage|prueba testificar|Beweis aussagen|доказательство показания|دليل شهادة|ראיה עדות
letter|lettre|carta|Brief|письмо|رسالة|מכתב
document paper|document papier|documento papel|Dokument Papier|документ бумага|وثيقة ورقة|מסמך נייר
page|page|página|Seite|страница|صفحة صفحتين|עמוד
word|mot parole|palabra|Wort|слово|كلمة كلام|מילה מילים
question|question|pregunta|Frage|вопрос|سؤال|שאלה
answer reply|réponse répondre|respuesta responder|Antwort antworten|ответ ответить|جواب أجوبة رد|תשובה השיב ענה
speech discourse address|discours|discurso|Rede|речь выступление|خطاب|נאום
voice|voix|voz|Stimme|голос|صوت|קול
name|nom|nombre|Name|имя название|اسم|שם
list|liste|lista|Liste|список|قائمة|רשימה
plan|plan|plan|Plan|план|خطة|תוכנית
proposal propose|proposition proposer|propuesta proponer|Vorschlag vorschlagen|предложение предложить|اقتراح اقترح تقترح|הצעה הציע
decision decide|décision décider|decisión decidir|Entscheidung entscheiden|решение решить|قرار قرر|החלטה החליט
dispute quarrel row|dispute différend querelle|disputa|Streit|спор ссора|نزاع خلاف|סכסוך מחלוקת
crisis|crise|crisis|Krise|кризис|أزمة|משבר
end ended ending|fin terminer finir|fin terminar final|Ende beenden enden|конец закончиться окончание завершиться завершен|انتهى انتهت نهاية تنتهي|סוף הסתיים סיום
begin began start opened|commencer début ouvrir|comenzar empezar inicio|beginnen Beginn begann eröffnen|начаться начало начать открыть открыться|بدأ بداية افتتح بدأت|החל התחיל התחלה נפתח נפתחה
arrive arrived arrival|arriver arrivée|llegar llegada|ankommen Ankunft|прибыть прибытие приехать|وصل وصول وصلت|הגיע הגעה הגיעה
leave left departure|partir quitter départ|salir partir salida|verlassen abreisen Abreise|покинуть уехать отъезд|غادر مغادرة|עזב יצא עזיבה
return returned|retour retourner revenir rentrer|regreso volver regresar|Rückkehr zurückkehren|возвращение вернуться вернуть|عودة عاد عائد إعادة|חזר חזרה שב החזרה חזרו
travel journey trip voyage|voyage voyager trajet|viaje viajar|Reise reisen|поездка путешествие|سفر رحلة سافر|נסיעה מסע
postpone delayed delay|reporter report retard|aplazar retraso|verschieben Verzögerung|отложить отложен задержка|تأجيل أرجأ تأخير|נדחה דחייה עיכוב
cancel annul|annuler annulation|cancelar anular|absagen abgesagt|отменить отменен отмена|إلغاء ألغى|בוטל ביטול ביטל
wait waiting|attendre attente|esperar espera|warten|ждать ожидание|انتظر انتظار ينتظر|חיכה מחכה המתין
ship boat vessel|navire bateau|barco buque|Schiff Boot|судно корабль лодка катер суда|سفينة سفن قارب مركب مراكب|ספינה סירה אונייה סירת
sail yacht|voile voilier yacht|vela yate|Segel Jacht|парус яхта|شراع يخت|מפרש יאכטה
trawler fishing fishermen fish fisherman|pêche pêcheur poisson chalutier|pesca pescador pescado pez|Fisch Fischer Fischerei|рыба рыбак рыбный рыболовный траулер рыболов|سمك صياد صيد أسماك|דג דייג דיג דגים דייגים
herring|hareng|arenque|Hering|сельдь|رنجة|הרינג מליח
quota|quota|cuota|Quote|квота|حصة|מכסה
port harbour harbor dock|port|puerto muelle|Hafen|порт гавань|ميناء مرفأ|נמל
quay pier wharf|quai|muelle|Kai|причал набережная|رصيف|רציף מזח
ferry|ferry bac|ferry|Fähre|паром|عبارة|מעבורת
strait narrow|détroit|estrecho|Straße|пролив|مضيق|מצר מיצר
island|île|isla|Insel|остров|جزيرة|אי
sea|mer|mar|Meer See|море морской|بحر|ים
coast shore|côte rivage|costa|Küste|берег побережье|ساحل|חוף
river|rivière fleuve|río|Fluss|река|نهر|נהר
lake|lac|lago|See|озеро|بحيرة|אגם
water|eau|agua|Wasser|вода|ماء مياه|מים
dam|barrage|presa embalse|Damm Staudamm|плотина дамба|سد|סכר
flood|inondation crue|inundación|Flut Überschwemmung|наводнение|فيضان سيل|שיטפון הצפה
valley|vallée|valle|Tal|долина|وادي واد|עמק
mountain|montagne|montaña|Berg|гора|جبل|הר
plateau|plateau|meseta|Hochebene|плато|هضبة|רמה
bridge|pont|puente|Brücke|мост|جسر|גשר
road street|route rue|carretera calle|Straße Weg|дорога улица|طريق شارع|כביש רחוב
railway train rail|train ferroviaire chemin|tren ferrocarril|Zug Bahn|поезд железный железнодорожный|قطار سكة|רכבת
aircraft plane airplane flight|avion vol|avión vuelo|Flugzeug Flug|самолет рейс|طائرة رحلة|מטוס טיסה
airport|aéroport|aeropuerto|Flughafen|аэропорт|مطار|שדה
car|voiture automobile|coche carro auto|Auto Wagen|машина автомобиль|سيارة|מכונית רכב
lorry truck|camion|camión|Lastwagen|грузовик|شاحنة شاحنات|משאית משאיות
bus|bus autobus autocar|autobús|Bus|автобус|حافلة حافلات|אוטובוס אוטובוסים
accident crash|accident collision|accidente|Unfall Absturz|авария катастрофа крушение|حادث|תאונה התרסקות
fire|feu incendie|fuego incendio|Feuer Brand|огонь пожар|نار حريق نيران|אש שריפה
storm|tempête orage|tormenta|Sturm|буря шторм|عاصفة|סערה סופה
earthquake|séisme tremblement|terremoto sismo|Erdbeben|землетрясение|زلزال|רעידת
frost ice cold|gel glace froid|helada hielo frío|Frost Eis kalt Kälte|мороз лед холод|صقيع جليد برد|כפור קרח קור
heat hot|chaleur chaud|calor|Hitze|жара|حر حرارة|חום
weather climate|météo climat temps|tiempo clima|Wetter Klima|погода климат|طقس مناخ|מזג אקלים
wind|vent|viento|Wind|ветер|ريح رياح|רוח
rain|pluie|lluvia|Regen|дождь|مطر|גשם
snow|neige|nieve|Schnee|снег|ثلج|שלג
disaster catastrophe|catastrophe désastre|desastre catástrofe|Katastrophe|катастрофа бедствие|كارثة|אסון
cable|câble|cable|Kabel|кабель|كابل كبل|כבל
anchor|ancre|ancla|Anker|якорь|مرساة|עוגן עגינה
cargo freight|cargo fret cargaison|carga carguero|Fracht Frachter|груз грузовой сухогруз|شحن حمولة حمولات|מטען
electricity power electric|électricité électrique courant|electricidad eléctrico|Strom Elektrizität|электричество электростанция силовой|كهرباء كهربائي|חשמל
station|centrale gare station|central estación|Kraftwerk Bahnhof Station|станция вокзал|محطة|תחנה
energy|énergie|energía|Energie|энергия|طاقة|אנרגיה
oil|pétrole|petróleo|Öl|нефть нефтяной|نفط|נפט
gas|gaz|gas|Gas|газ|غاز|גז
fuel|carburant|combustible|Treibstoff Kraftstoff|топливо|وقود|דלק
nuclear|nucléaire|nuclear|nuklear Atom|ядерный атомный|نووي|גרעין גרעיני
wheat grain|blé grain céréale|trigo grano|Weizen Getreide|пшеница зерно|قمح حبوب|חיטה תבואה
bread bakery|pain boulangerie|pan panadería|Brot Bäckerei|хлеб пекарня|خبز مخبز|לחם מאפייה
food|nourriture alimentaire|alimento comida|Essen Nahrung|еда продовольствие пища|غذاء طعام|מזון אוכל
price|prix|precio|Preis|цена|سعر أسعار|מחיר מחירים
money|argent|dinero|Geld|деньги|مال أموال|כסף
million|million|millón millones|Million|миллион млн|مليون|מיליון
billion|milliard||Milliarde|миллиард млрд|مليار|מיליארד
thousand|mille millier|mil miles|tausend|тысяча|ألف آلاف|אלף אלפים
hundred|cent centaine|cien ciento|hundert|сто сотня|مئة مائة مئات|מאה מאות
bank banker|banque banquier bancaire|banco banquero|Bank Bankier Banker|банк банкир|بنك مصرف مصرفي|בנק בנקאי
loan debt|prêt dette|préstamo deuda|Kredit Schulden|кредит долг|قرض دين|הלוואה חוב
tax|impôt taxe|impuesto|Steuer|налог|ضريبة|מס
budget|budget|presupuesto|Haushalt Budget|бюджет|ميزانية|תקציב
economy economic|économie économique|economía económico|Wirtschaft|экономика экономический|اقتصاد اقتصادي|כלכלה כלכלי
inflation|inflation|inflación|Inflation|инфляция|تضخم|אינפלציה
market|marché|mercado|Markt|рынок|سوق|שוק
trade commerce|commerce commercial|comercio|Handel|торговля торговый|تجارة|סחר מסחר
company firm|entreprise société compagnie|empresa compañía|Unternehmen Firma|компания фирма|شركة|חברה
director manager chief boss chairman|directeur patron chef dirigeant|director jefe gerente|Direktor Chef Leiter|директор глава руководитель начальник председатель|مدير رئيس|מנהל יו מנכ ראש
worker employee|travailleur employé salarié|trabajador empleado|Arbeiter Angestellte|рабочий сотрудник работник|عامل عمال موظف|עובד עובדים פועל
engineer|ingénieur|ingeniero|Ingenieur|инженер|مهندس|מהנדס
fraud theft steal|fraude escroquerie vol|fraude robo estafa|Betrug Diebstahl|мошенничество кража|احتيال سرقة|הונאה גניבה
corruption bribe|corruption|corrupción|Korruption|коррупция взятка|فساد رشوة|שחיתות שוחד
compensation|indemnisation indemnité|indemnización compensación|Entschädigung|компенсация|تعويض|פיצוי פיצויים
contract|contrat|contrato|Vertrag|контракт|عقد|חוזה
school pupil|école élève|escuela alumno|Schule Schüler|школа школьник ученик|مدرسة تلميذ|תלמיד
university student|université étudiant|universidad estudiante|Universität Student|университет студент|جامعة طالب طلاب|אוניברסיטה סטודנט
teacher professor|enseignant professeur|maestro profesor|Lehrer Professor|учитель профессор|معلم أستاذ|מורה פרופסור
hospital|hôpital hospitaliser|hospital|Krankenhaus|больница госпиталь|مستشفى|
doctor physician|médecin docteur|médico doctor|Arzt Doktor|врач доктор|طبيب|רופא
patient sick|patient malade|paciente enfermo|Patient krank|пациент больной|مريض مرضى|חולה חולים
disease illness|maladie|enfermedad|Krankheit|болезнь|مرض|מחלה
virus epidemic pandemic|virus épidémie pandémie|virus epidemia pandemia|Virus Epidemie Pandemie|вирус эпидемия пандемия|فيروس وباء|נגיף וירוס מגפה
vaccine|vaccin|vacuna|Impfstoff|вакцина|لقاح|חיסון
medicine drug|médicament médecine|medicamento medicina|Medikament Medizin|лекарство медицина|دواء طب|תרופה רפואה
health|santé|salud|Gesundheit|здоровье здравоохранение|صحة|בריאות
scientist researcher research science|scientifique chercheur recherche science|científico investigador ciencia|Wissenschaftler Forscher Wissenschaft|ученый исследователь наука исследование|عالم علماء باحث علم|מדען חוקר מדענים מחקר מדע
laboratory|laboratoire|laboratorio|Labor|лаборатория|مختبر|מעבדה
space|espace spatial|espacio espacial|Weltraum Raumfahrt|космос космический|فضاء|חלל
probe spacecraft satellite|sonde satellite|sonda satélite|Sonde Raumsonde Satellit|зонд спутник аппарат|مسبار|חללית לוויין גשושית
comet asteroid|comète astéroïde|cometa asteroide|Komet Asteroid|комета астероид|مذنب كويكب|שביט אסטרואיד
star|étoile|estrella|Stern|звезда|نجم نجوم|כוכב כוכבים
moon|lune|luna|Mond|луна|قمر|ירח
earth|terre|tierra|Erde|земля|أرض|ארץ אדמה
landing landed|atterrissage atterrir poser posée|aterrizaje|Landung landen|посадка приземлиться|هبوط هبط|נחיתה נחתה
launch|lancement lancer|lanzamiento lanzar|Start starten|запуск|إطلاق|שיגור
museum|musée|museo|Museum|музей|متحف|מוזיאון
library librarian|bibliothèque bibliothécaire|biblioteca bibliotecario|Bibliothek Bibliothekar|библиотека библиотекарь|مكتبة|ספרייה ספרן
book memoir|livre mémoires|libro memorias|Buch Memoiren|книга мемуары|كتاب مذكرات|ספר זיכרונות
scroll manuscript|rouleau manuscrit|rollo manuscrito|Schriftrolle Manuskript|свиток рукопись|لفافة مخطوط مخطوطة|מגילה
exhibition|exposition|exposición|Ausstellung|выставка|معرض|תערוכה
film cinema|film cinéma|película cine|Film Kino|фильм кино|فيلم سينما|סרט קולנוע
music|musique|música|Musik|музыка|موسيقى|מוזיקה
art artist|art artiste|arte artista|Kunst Künstler|искусство художник|فن فنان|אמנות אמן
church|église|iglesia|Kirche|церковь|كنيسة|כנסייה
mosque|mosquée|mezquita|Moschee|мечеть|مسجد جامع|מסגד
religion religious|religion religieux|religión religioso|Religion religiös|религия религиозный|دين ديني|דת דתי
king kingdom royal|roi royaume royal|rey reino real|König Königreich|король королевство|ملك مملكة|מלך ממלכה
prince crown|prince couronne|príncipe|Prinz Kronprinz|принц|أمير ولي|נסיך יורש
queen princess|reine princesse|reina princesa|Königin|королева принцесса|ملكة أميرة|מלכה נסיכה
general|général|general|General|генерал|لواء جنرال عام|אלוף גנרל כללי
intelligence spy|renseignement espion espionnage|inteligencia espía espionaje|Geheimdienst Spion Spionage|разведка шпион шпионаж|مخابرات استخبارات جاسوس تجسس|מודיעין מרגל ריגול
secret|secret|secreto|geheim|секрет тайный секретный|سر سري|סוד סודי
security|sécurité|seguridad|Sicherheit|безопасность|أمن|ביטחון
office bureau|bureau|oficina despacho|Büro Amt|бюро офис|مكتب|לשכה משרד
political politics policy|politique|político política|politisch Politik|политический политика политбюро|سياسي سياسة|מדיני פוליטי מדיניות
leader head|dirigeant chef tête leader|líder|Führer Anführer Oberhaupt|лидер глава|زعيم قائد|מנהיג ראש
movement|mouvement|movimiento|Bewegung|движение|حركة|תנועה
group|groupe|grupo|Gruppe|группа|مجموعة جماعة|קבוצה
state country nation|état pays nation|estado país nación|Staat Land Nation|государство страна|دولة دول بلد|מדינה ארץ מדינות
people public|peuple public gens|pueblo gente público|Volk Leute öffentlich|народ люди общественный|شعب ناس|עם אנשים ציבור
republic|république|república|Republik|республика|جمهورية|רפובליקה
citizen citizenship nationality|citoyen citoyenneté nationalité|ciudadano ciudadanía nacionalidad|Bürger Staatsbürgerschaft|гражданин гражданство|مواطن جنسية|אזרח אזרחות
resident inhabitant inhabitants|habitant résident|habitante residente|Bewohner Einwohner|житель|سكان ساكن مقيم|תושב תושבים
family|famille|familia|Familie|семья|عائلة أسرة|משפחה
child children|enfant|niño hijo|Kind Kinder|ребенок дети|طفل أطفال|ילד ילדים
woman women|femme|mujer|Frau|женщина|امرأة نساء|אישה נשים
man men|homme|hombre|Mann Männer|мужчина человек|رجل رجال|איש גבר
mother|mère|madre|Mutter|мать|أم والدة|אם אמא
father|père|padre|Vater|отец|أب والد|אב אבא
wife husband|épouse mari|esposa marido|Ehefrau Ehemann|жена муж|زوجة زوج|רעיה בעל
son daughter|fils fille|hijo hija|Sohn Tochter|сын дочь|ابن ابنة|בן בת
brother sister|frère sœur|hermano hermana|Bruder Schwester|брат сестра|أخ أخت|אח אחות
friend neighbour neighbor|ami voisin|amigo vecino|Freund Nachbar|друг сосед|صديق جار|חבר שכן
house home|maison domicile|casa hogar|Haus Wohnung|дом|بيت منزل منازل|בית
hotel|hôtel|hotel|Hotel|отель гостиница|فندق|מלון
table|table|mesa|Tisch|стол|طاولة|שולחן
chair bench|chaise banc fauteuil|silla banco|Stuhl Bank|стул скамья кресло|كرسي مقعد|כיסא ספסל
door gate|porte portail|puerta|Tür Tor|дверь ворота|باب بوابة|דלת שער
room hall|salle chambre|sala habitación|Raum Saal Zimmer|комната зал|غرفة قاعة|חדר אולם
box|boîte caisse|caja|Kiste Schachtel|ящик коробка|صندوق|תיבה ארגז קופסה
dog|chien|perro|Hund|собака|كلب|כלב
wolf|loup|lobo|Wolf|волк|ذئب|זאב
cat|chat|gato|Katze|кот кошка|قط قطة|חתול
bird|oiseau|pájaro ave|Vogel|птица|طائر طيور|ציפור
animal|animal animaux|animal|Tier|животное|حيوان|חיה
tree|arbre|árbol|Baum|дерево|شجرة أشجار|עץ
colour color paint|couleur peinture|color pintura|Farbe|цвет краска|لون ألوان|צבע
blue|bleu|azul|blau|синий голубой|أزرق|כחול
red|rouge|rojo|rot|красный|أحمر|אדום
white|blanc|blanco|weiß|белый|أبيض|לבן
black|noir|negro|schwarz|черный|أسود|שחור
green|vert|verde|grün|зеленый|أخضر|ירוק
football soccer|football foot|fútbol|Fußball|футбол|كرة|כדורגל
team club|équipe club|equipo club|Mannschaft Team Klub|команда клуб|فريق نادي|קבוצה מועדון
match game|match jeu|partido juego|Spiel|матч игра|مباراة لعبة|משחק
player|joueur|jugador|Spieler|игрок|لاعب|שחקן
coach|entraîneur|entrenador|Trainer|тренер|مدرب|מאמן
goal|but|gol|Tor|гол|هدف|שער גול
win won victory|victoire gagner vainqueur|victoria ganar|Sieg gewinnen|победа выиграть победить|فوز فاز انتصار|ניצחון ניצח זכה
lose lost defeat|défaite perdre|derrota perder|Niederlage verlieren|поражение потерять|خسارة خسر هزيمة|הפסד הפסיד תבוסה
final cup|finale coupe|final copa|Finale Pokal|финал кубок|نهائي كأس|גמר גביע
season|saison|temporada|Saison|сезон|موسم|עונה
crowd|foule|multitud|Menge|толпа|حشد|קהל
observer|observateur|observador|Beobachter|наблюдатель|مراقب مراقبون|משקיף משקיפים
expert|expert|experto|Experte|эксперт|خبير خبراء|מומחה
official|responsable officiel|oficial funcionario|Beamte offiziell|чиновник официальный|مسؤول رسمي|פקיד בכיר רשמי
member|membre|miembro|Mitglied|член|عضو أعضاء|חבר חברי
side|côté partie|lado parte|Seite|сторона|جانب طرف أطراف|צד
right rights|droit droits|derecho derechos|Recht Rechte|право права|حق حقوق|זכות זכויות
condition term|condition|condición|Bedingung|условие|شرط شروط|תנאי
problem|problème|problema|Problem|проблема|مشكلة|בעיה
cost|coût coûter|costo coste|Kosten|стоимость стоить|تكلفة|עלות
loss|perte|pérdida|Verlust|потеря убыток|خسائر فقدان|הפסד אובדן
damage destroyed|dégât dommage détruire détruit|daño destruir|Schaden zerstören|ущерб повреждение разрушить разрушен|ضرر أضرار دمار|נזק נהרס
collapse|effondrement effondrer|colapso derrumbe|Einsturz Zusammenbruch|обрушение крах обвал|انهيار|קריסה קרס
rescue save|sauvetage secourir sauver|rescate salvar|Rettung retten|спасение спасти спасатель|إنقاذ|חילוץ הצלה
search|recherche fouille chercher|búsqueda buscar|Suche suchen|поиск обыск искать|بحث تفتيش|חיפוש
find found|trouver retrouver découvrir|encontrar hallar|finden gefunden entdecken|найти обнаружить найден|عثر وجد اكتشف|מצא נמצא גילה נמצאו
missing disappear|disparu disparition|desaparecido|vermisst verschwinden|пропавший исчезнуть|مفقود اختفاء|נעדר נעלם
escape flee fled|fuir fuite échapper|huir escapar fuga|fliehen Flucht|бежать побег сбежать|فرار هرب هارب|ברח נמלט בריחה
build construction|construire construction|construir construcción|bauen Bau|строить строительство|بناء|בנייה בנה
project|projet|proyecto|Projekt|проект|مشروع|פרויקט
future|avenir futur|futuro|Zukunft|будущее|مستقبل|עתיד
history|histoire|historia|Geschichte|история|تاريخ|היסטוריה
old ancient|vieux ancien vieille|viejo antiguo|alt ehemalig|старый древний|قديم|ישן עתיק
new|nouveau nouvelle neuf|nuevo nueva|neu|новый|جديد|חדש
young|jeune|joven|jung|молодой|شاب|צעיר
former|ancien|ex antiguo|früher ehemalig|бывший экс|سابق|לשעבר
big large great|grand gros|grande gran|groß|большой крупный|كبير|גדול
small|petit|pequeño|klein|маленький небольшой малый|صغير|קטן
long|long|largo|lang|длинный долгий|طويل|ארוך
high|haut|alto|hoch|высокий|عال عالي|גבוה
first|premier première|primero primera|erste erster|первый|الأول أولى|ראשון ראשונה
second|deuxième second seconde|segundo segunda|zweite zweiter|второй|ثان ثانية الثاني|שני שנייה
third|troisième|tercero tercera|dritte dritter|третий|ثالث ثالثة|שלישי שלישית
last|dernier dernière|último última|letzte|последний|أخير الماضي|אחרון
two|deux|dos|zwei|два две двух|اثنان اثنين|שניים שתי שני
three|trois|tres|drei|три трех|ثلاثة ثلاث|שלושה שלוש
four|quatre|cuatro|vier|четыре четырех|أربعة أربع|ארבעה ארבע
five|cinq|cinco|fünf|пять пяти|خمسة خمس|חמישה חמש
six|six|seis|sechs|шесть шести|ستة ست|שישה שש
seven|sept|siete|sieben|семь семи|سبعة سبع|שבעה שבע
eight|huit|ocho|acht|восемь восьми|ثمانية ثماني|שמונה
nine|neuf|nueve|neun|девять девяти|تسعة تسع|תשעה תשע
ten|dix|diez|zehn|десять десяти|عشرة عشر|עשרה עשר
eleven|onze|once|elf|одиннадцать||
twelve dozen|douze douzaine|doce docena|zwölf Dutzend|двенадцать двенадцати||תריסר
twenty|vingt vingtaine|veinte|zwanzig|двадцать|عشرون عشرين|עשרים
thirty|trente trentaine|treinta|dreißig|тридцать|ثلاثون ثلاثين|שלושים
forty|quarante quarantaine|cuarenta|vierzig|сорок|أربعون أربعين|ארבעים
fifty|cinquante cinquantaine|cincuenta|fünfzig|пятьдесят|خمسون خمسين|חמישים
sixty|soixante|sesenta|sechzig|шестьдесят|ستون ستين|שישים
half|moitié demi|mitad medio|halb Hälfte|половина пол|نصف|חצי
year|an année|año|Jahr|год лет года|عام سنة أعوام عامين لعامين|שנה שנים שנתיים
month|mois|mes|Monat|месяц|شهر أشهر|חודש חודשים חודשיים
week|semaine|semana|Woche|неделя|أسبوع أسابيع|שבוע שבועות שבועיים
day|jour journée|día|Tag|день дней дня|يوم أيام|יום ימים יומיים
hour|heure|hora|Stunde Uhr|час|ساعة ساعات|שעה שעות
minute|minute|minuto|Minute|минута|دقيقة دقائق|דקה דקות
morning|matin matinée|mañana|Morgen morgens|утро утром|صباح|בוקר הבוקר
evening|soir soirée|tarde noche|Abend|вечер вечером|مساء|ערב הערב
night|nuit|noche|Nacht|ночь ночью|ليل ليلة|לילה
today|aujourd|hoy|heute|сегодня|اليوم|היום
yesterday|hier|ayer|gestern|вчера|أمس|אתמול
tomorrow|demain|mañana|morgen|завтра|غدا|מחר
monday|lundi|lunes|Montag|понедельник|اثنين الاثنين|
tuesday|mardi|martes|Dienstag|вторник|ثلاثاء الثلاثاء|
wednesday|mercredi|miércoles|Mittwoch|среда среду|أربعاء الأربعاء|רביעי
thursday|jeudi|jueves|Donnerstag|четверг|خميس الخميس|חמישי
friday|vendredi|viernes|Freitag|пятница пятницу|جمعة الجمعة|שישי
saturday|samedi|sábado|Samstag Sonnabend|суббота субботу|سبت السبت|שבת
sunday|dimanche|domingo|Sonntag|воскресенье|أحد الأحد|
january|janvier|enero|Januar|январь января|يناير كانون|ינואר
february|février|febrero|Februar|февраль февраля|فبراير شباط|פברואר
march|mars|marzo|März|март марта|مارس آذار|מרץ
april|avril|abril|April|апрель апреля|أبريل نيسان|אפריל
may|mai|mayo|Mai|май мая|مايو أيار|מאי
june|juin|junio|Juni|июнь июня|يونيو حزيران|יוני
july|juillet|julio|Juli|июль июля|يوليو تموز|יולי
august|août|agosto|August|август августа|أغسطس آب|אוגוסט
september|septembre|septiembre|September|сентябрь сентября|سبتمبر أيلول|ספטמבר
october|octobre|octubre|Oktober|октябрь октября|أكتوبر|אוקטובר
november|novembre|noviembre|November|ноябрь ноября|نوفمبر تشرين|נובמבר
december|décembre|diciembre|Dezember|декабрь декабря|ديسمبر|דצמבר
spring|printemps|primavera|Frühling Frühjahr|весна|ربيع|אביב
summer|été|verano|Sommer|лето|صيف|קיץ
autumn fall|automne|otoño|Herbst|осень|خريف|סתיו
winter|hiver|invierno|Winter|зима|شتاء|חורף
north northern|nord|norte|Norden nördlich|север северный|شمال شمالي|צפון צפוני
south southern|sud|sur|Süden südlich|юг южный|جنوب جنوبي|דרום דרומי
east eastern|est|este|Osten östlich|восток восточный|شرق شرقي|מזרח מזרחי
west western|ouest|oeste occidental|Westen westlich|запад западный|غرب غربي|מערב מערבי
metre meter kilometre kilometer|mètre kilomètre|metro kilómetro|Meter Kilometer|метр километр|متر أمتار كيلومتر|מטר מטרים קילומטר
mile|mille|milla|Meile|миля|ميل أميال|מייל
tonne ton|tonne|tonelada|Tonne|тонна|طن|טון טונות
percent percentage|pourcent pourcentage|porcentaje|Prozent|процент|بالمئة نسبة|אחוז אחוזים
dollar|dollar|dólar|Dollar|доллар|دولار|דולר
euro|euro|euro|Euro|евро|يورو|אירו
telephone phone call|téléphone téléphoner appel|teléfono llamada llamar|Telefon Anruf anrufen|телефон звонок позвонить|هاتف اتصال|טלפון שיחת
television|télévision|televisión|Fernsehen|телевидение телевизор|تلفزيون|טלוויזיה
camera photo picture|caméra photo image|cámara foto imagen|Kamera Foto Bild|камера фото снимок|كاميرا صورة صور|מצלמה תמונה צילום
video|vidéo|video vídeo|Video|видео видеообращение|فيديو|וידאו סרטון
internet computer|internet ordinateur|internet ordenador computadora|Internet Computer|интернет компьютер|إنترنت حاسوب|אינטרנט מחשב
translator language|traducteur langue|traductor idioma|Übersetzer Sprache|переводчик язык|مترجم لغة|מתרגם שפה
number figure|nombre numéro chiffre|número cifra|Zahl Nummer|число номер количество|عدد رقم أرقام|מספר
age aged|âge âgé|edad|Alter|возраст|عمر|גיל
grandfather||abuelo|Großvater|дед дедушка|جد|סבא
clock watchmaker watch|horloge horloger montre|reloj relojero|Uhrmacher|часовщик|ساعاتي|שעון שען
key|clé|llave|Schlüssel|ключ|مفتاح|מפתח
wall|mur|muro pared|Mauer Wand|стена|جدار حائط|קיר חומה
tunnel|tunnel|túnel|Tunnel|тоннель туннель|نفق|מנהרה
forest|forêt|bosque|Wald|лес|غابة|יער
farm farmer|ferme agriculteur|granja agricultor|Bauernhof Bauer|ферма фермер|مزرعة مزارع|חווה חקלאי
apple|pomme|manzana|Apfel|яблоко|تفاح|תפוח
tea coffee|thé café|té café|Tee Kaffee|чай кофе кафе|شاي قهوة مقهى|תה קפה
cheese|fromage|queso|Käse|сыр|جبن|גבינה
wine|vin|vino|Wein|вино|خمر نبيذ|יין
glasses|lunettes|gafas|Brille|очки|نظارة نظارات|משקפיים
piano|piano|piano|Klavier|пианино рояль|بيانو|פסנתר
flu fever|grippe fièvre|gripe fiebre|Grippe Fieber|грипп|إنفلونزا|שפעת
chocolate|chocolat|chocolate|Schokolade|шоколад|شوكولاتة|שוקולד
hand|main|mano|Hand|рука|يد|יד
eye|œil yeux|ojo|Auge|глаз|عين عيون|עין עיניים
heart|cœur|corazón|Herz|сердце|قلب|לב
life live|vie vivre|vida vivir|Leben leben|жизнь|حياة|חיים
work job|travail travailler|trabajo trabajar|Arbeit arbeiten|работа работать|عمل|עבודה
prize award|prix récompense|premio|Preis Auszeichnung|премия награда|جائزة|פרס
murderer suspect|suspect|sospechoso|Verdächtige|подозреваемый|مشتبه|חשוד
fine|amende|multa|Geldstrafe|штраф|غرامة|קנס
license licence permit|licence permis|licencia permiso|Lizenz Erlaubnis|лицензия разрешение|رخصة ترخيص|רישיון היתר
ban|interdiction interdire|prohibición prohibir|Verbot verbieten|запрет запретить|حظر|איסור אסר
visa passport|visa passeport|visado visa pasaporte|Visum Pass|виза паспорт|تأشيرة جواز|ויזה אשרה דרכון
customs|douane|aduana|Zoll|таможня|جمارك|מכס
factory plant|usine|fábrica|Fabrik Werk|завод фабрика|مصنع|מפעל
machine|machine|máquina|Maschine|машина|آلة|מכונה
mine mining|mine|mina|Bergwerk Mine|шахта|منجم|מכרה
gold|or|oro|Gold|золото|ذهب|זהב
silver|argent|plata|Silber|серебро|فضة|כסף
archaeologist dig|archéologue fouille|arqueólogo|Archäologe|археолог|أثري آثار|ארכאולוג ארכיאולוג חפירה
ruling rule|décision règle|fallo regla|Regel|правило постановление|حكم قاعدة|פסיקה כלל
reform|réforme|reforma|Reform|реформа|إصلاح|רפורמה
resign resignation|démission démissionner|dimisión renuncia|Rücktritt zurücktreten|отставка|استقالة|התפטרות התפטר
appoint appointed|nommer nomination|nombrar nombramiento|ernennen Ernennung|назначить назначен назначение|عين تعيين|מונה מינוי
coup|putsch coup|golpe|Putsch|переворот|انقلاب|הפיכה
rebel militia|rebelle milice|rebelde milicia|Rebell Miliz|повстанец ополчение|متمرد ميليشيا|מורד מיליציה
independence|indépendance|independencia|Unabhängigkeit|независимость|استقلال|עצמאות
territory enclave region|territoire enclave région|territorio enclave región|Gebiet Enklave Region|территория анклав регион область|إقليم جيب منطقة|שטח מובלעת אזור
pole|pôle|polo|Pol|полюс|قطب|קוטב
referendum|référendum|referéndum|Referendum|референдум|استفتاء|משאל
tram tramway metro|tramway métro|tranvía metro|Straßenbahn|трамвай метро|ترام مترو|
`

const languages = ['en', 'fr', 'es', 'de', 'ru', 'ar', 'he'] as const

/** What Arabic and Hebrew write as one with the word after it. */
const joined: Readonly<Record<string, RegExp>> = {
  ar: /^[وف]?(?:ال|بال|لل|كال|[بلك])/u,
  he: /^[ובלמהשכ]{1,2}/u,
}

const meanings = new Map<string, Map<string, string>>(languages.map((language) => [language, new Map()]))
for (const line of table.trim().split('\n')) {
  const cells = line.split('|')
  const meaning = cells[0]!.split(' ')[0]!
  languages.forEach((language, at) => {
    const words = meanings.get(language)!
    for (const word of cells[at]!.split(' ')) {
      const folded = foldWord(word)
      for (const form of [folded, stem(folded, language)])
        if (form !== '' && !words.has(form)) words.set(form, meaning)
    }
  })
}

/**
 * What a word means, named by one English word; undefined where the table doesn't hold it. `word` is folded as tokens
 * are; `language` is ISO 639-1.
 */
export function meaningOf(word: string, language: string): string | undefined {
  const words = meanings.get(language)
  if (words === undefined) return undefined
  const found = words.get(word) ?? words.get(stem(word, language))
  const prefix = joined[language]
  if (found !== undefined || prefix === undefined) return found
  const bare = word.replace(prefix, '')
  if (bare !== word && bare.length > 1) {
    const meaning = words.get(bare) ?? words.get(stem(bare, language))
    if (meaning !== undefined) return meaning
  }
  // One letter may be joined where two could be.
  return word.length > 3 ? (words.get(word.slice(1)) ?? words.get(stem(word.slice(1), language))) : undefined
}

/** Whether the table holds a language. */
export const hasMeanings = (language: string | undefined): boolean =>
  language !== undefined && meanings.has(language)
