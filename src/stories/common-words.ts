/** The words news is made of, in four bands from the commonest down, per language; written from general knowledge. */

/** Band 0: about a fifth of all articles. Band 3: about one in seventy. */
export const bands: Readonly<Record<string, readonly [string, string, string, string]>> = {
  en: [
    `government country state president minister official report news public world national called part number
    group show work help need want know think see look find give call start end lead set plan move try keep put
    leave back big good high long old large small early late group member million per cent percent city home
    house life family right week month company police law court case party leader political power support`,
    `security military war attack force fight kill dead death die injured hospital health doctor medical disease
    market bank money business economy economic trade price cost pay tax rate growth job worker industry billion
    dollar euro pound fund budget election vote voter campaign candidate democrat republican parliament senate
    congress house bill policy reform prime foreign international united nation union european american british
    school student university education child young woman girl boy mother father son daughter wife husband
    friend brother sister service office department agency council committee commission board director chief
    executive spokesman spokeswoman spokesperson secretary general statement announce decision decide agree deal
    agreement talk meet meeting visit change issue problem question answer reason fact idea point view side area
    region place street road water food building land island south north east west southern northern eastern
    western local community society history event game team player play win won lose lost season league cup
    final match score point goal coach club fan sport film book music media television tv report reporter
    newspaper interview internet online website video social network phone technology computer data system
    information research study scientist science university found evidence investigation charge accuse arrest
    trial judge sentence prison jail lawyer attorney victim suspect crime murder shoot shooting gun officer
    hour night morning evening late early near far turn run ask believe hope expect continue follow begin began
    become became remain stay hold held bring brought send sent allow face cause raise rise fall drop grow grew
    reach cut open close build return join serve stand stop speak write wrote read hear heard feel felt`,
    `actress actor singer star artist award show festival fashion celebrity magazine author novel movie theater
    theatre museum art concert album song band crisis emergency disaster storm rain flood fire earthquake weather
    climate temperature heat warm cold snow wind hurricane energy oil gas fuel coal nuclear electric power plant
    car vehicle driver drive truck train bus plane flight aircraft airline airport passenger pilot ship boat sea
    ocean river lake mountain forest park animal dog cat bird fish farm farmer crop sanctions treaty border troop
    soldier army navy missile rocket bomb explosion blast militant rebel terrorist terrorism ceasefire peace
    protest protester demonstration rally march strike riot violence violent clash conflict refugee migrant
    immigration immigrant asylum embassy ambassador diplomat diplomatic negotiate negotiation summit conference
    delegation relations ally coalition opposition conservative liberal labour labor socialist communist
    democratic democracy regime constitution constitutional supreme justice legal illegal right freedom human
    abuse allegation claim deny denied denial reject criticise criticize criticism critic warn warning threat
    threaten fear concern worry risk danger dangerous safe safety protect protection damage destroy save rescue
    survive survivor search missing found body injury wound hurt treatment patient nurse care drug vaccine virus
    infection outbreak pandemic epidemic test positive symptom cancer heart brain mental surgery abortion birth
    baby marriage married divorce gay religious religion church catholic pope christian muslim islamic jewish
    islam mosque temple faith god white black race racial racist racism ethnic minority indigenous population
    launch release product customer consumer sale sell sold buy bought store shop retail brand stock share
    investor investment profit loss revenue debt loan credit mortgage inflation interest recession bankruptcy
    merger acquisition startup founder ceo software app device smartphone user platform privacy hacker cyber
    artificial intelligence robot space satellite planet moon mission astronaut engine engineer design develop
    development project program programme process result effect impact effort role key major main important
    significant special recent current former previous future possible likely serious critical huge massive
    record top best worst better worse strong weak hard easy simple clear real true false full empty free rich
    poor single double half quarter third total average increase decrease decline reduce expand limit control
    manage management operate operation order rule regulation ban approve approval permit license require
    request demand call urge propose proposal offer accept receive provide supply deliver produce production
    create use test check review consider discuss discussion debate argue argument explain describe reveal
    confirm suggest indicate mention note add admit acknowledge apologize apology blame praise thank celebrate
    anniversary ceremony funeral memorial honor honour tribute birthday christmas holiday travel tourist tour
    hotel restaurant dinner drink beer wine coffee football soccer basketball baseball tennis golf cricket rugby
    hockey olympic olympics medal champion championship tournament title victory defeat beat race winner loser
    injury squad manager midfielder striker goalkeeper defender quarterback pitcher inning touchdown round hole
    crowd audience people resident citizen neighbor village town district province capital county mayor governor
    senator representative lawmaker congressman deputy premier chancellor king queen prince princess royal duke
    president-elect administration cabinet ministry federal bureau intelligence spy secret document file letter
    email message tweet post twitter facebook google apple amazon microsoft youtube instagram page link list
    photo picture image camera recording footage audio voice sound color red blue green black white face hand
    eye head foot leg arm blood foot room door window wall floor bed table car bag box paper name word language
    english speech address comment remark quote opinion poll survey figure amount level size age century decade
    period moment second minute hour mile kilometer kilometre meter metre foot inch pound ton acre square`,
    `abandon ability absence academic accident account achieve action active activity actual adult advance
    advantage advice affair afford afternoon agenda aide aim air alarm alcohol alert alive alleged alliance alone
    alter alternative amend amendment analysis analyst ancient angry anger announce annual anonymous apartment
    apparent appeal appear appearance application apply appoint appointment approach argue aside assault assembly
    asset assist assistance assistant associate association assume assure attempt attend attention attitude
    attract authority available avoid aware background balance ball base basic basis battle beach bear beautiful
    behavior behaviour benefit bid bishop block blow board bond bone border bottom brain branch break bridge
    brief bring broad broadcast broken budget burn busy cabinet campus candidate capacity capture card career
    careful carry cash cast catch category caught celebrate cell center central centre certain chain chair
    chairman challenge chance channel chapter character charity chart chase cheap chemical choice choose circle
    circumstance civil civilian claim class classic clean climb clinic clock closed cloth club coast code
    collapse colleague collect collection college column combat combine comfort command commander commercial
    commit commitment common communication compare competition compete complain complaint complete complex
    component concede concentrate condition conduct confidence confident connect connection conscious consequence
    considerable consist constant construct construction consult contact contain content contest context
    contract contrast contribute contribution convention convert convict conviction convince cook cool cooperation
    copy core corner corporate corporation correct corrupt corruption council count counter couple courage course
    cover coverage crack crash crew criminal crucial cultural culture curfew customs cycle daily daily date dead
    deadline deadly dealer debate debut deep defend defense defence define definition degree delay deliver delivery
    department depend deploy deputy describe desert deserve desire desk despite detail detain detention determine
    device differ difference different difficult difficulty direct direction disappear disappoint discover discovery
    discrimination dismiss display dispute distance distribute divide division domestic dominate donate donation
    door doubt dozen draft drama dramatic draw dream dress duty earn earth ease east edge editor educate effective
    elect element eliminate embrace emerge emotion emotional emphasis empire employ employee employer employment
    encourage enemy enforce enforcement engage enjoy enormous ensure enter enterprise entertainment entire entry
    environment environmental equal equipment era error escape essential establish estate estimate evacuate
    evacuation exact examine example exchange excite exclude exclusive execute exercise exist existence exit expand
    expense expensive experience experiment expert explode explore export expose express extend extra extreme
    facility factor factory fail failure fair familiar famous fashion fast fault favor favorite favourite feature
    feed female fence field fierce fifth figure file fill finance financial fine finger finish firm fit fix flag
    flee flight float flow fly focus formal format former formula forward foundation frame fraud frequent fresh
    front fuel function fundamental gain gang gap garden gate gather gender generate generation gift glass global
    gold grade grand grant grass grave great ground guarantee guard guess guest guide guilty guy habit hall handle
    hang happen happy harm hat hate head headline headquarters hear hearing height heavy hero hide highlight hill
    hire historic historical hit holder hole holy honest horse host hostage hostile housing humanitarian hunt
    identify identity ignore illness imagine immediate implement imply impose impossible impress improve incident
    income independence independent index individual infant influence inform initial initiative inmate innocent
    inquiry inside insist inspect inspector install instance institute institution insurance intend intense
    intention internal introduce invasion invest invite involve isolate item jacket join joint joke journalist
    journey judge jump jury keen kick kid kidnap knee knock knowledge label lack lady land landing landmark lane
    latest laugh lawsuit layer leadership leak learn lease legislation legislature lesson lie lift light limit line
    link lip listen literature live load lobby location lock logic loose lot loud love low loyal luck machine
    maintain majority male manufacture map margin mark mask mass master material matter mayor maximum mean measure
    meat mechanism mental merchant metal method middle mind mine miner mineral minimum minor miss mistake mix model
    modern moderate monitor mood moral motion motor mouth multiple muscle mystery myth narrow nation native natural
    nature necessary neck neighbour neighborhood nervous network neutral noise nominate nomination nominee normal
    notice novel object objective observe obtain obvious occupy occur odd offense offensive oppose opportunity
    option ordinary organization organisation organize origin original outcome outside overcome owe owner pace pack
    pain paint painting pair panel panic parade parent park partner partnership pass passage passenger past path
    pattern payment peak penalty pension perfect perform performance permanent permission person personal personnel
    perspective pick piece pilot pipe pipeline pitch plain plane planet plastic plate pleasant plea plead pledge
    plenty pocket poem poet poison policeman politician pollution pool pop popular portion portrait position
    positive possess possession potential practice prayer predict prefer pregnant premier prepare presence present
    preserve presidency presidential press pressure prevent primary principal principle print prior priority
    prisoner private prize probe procedure professional professor profile progress promise promote proof proper
    property prosecute prosecution prosecutor prospect protect proud prove publish pull punish punishment purchase
    pure purpose pursue push qualify quality quarter quick quiet quit quote raid rail railway random range rank
    rapid rare reaction ready reality realize rear rebuild recall recognize recommend recommendation recover
    recovery recruit refer reference reflect refuse regard register regular reject relate relation relationship
    relative release relief reluctant rely remain remarkable remember remote remove rent repair repeat replace
    replacement reply represent republic reputation request requirement reserve resign resignation resist resistance
    resolution resolve resort resource respect respond response responsibility responsible rest restore restrict
    restriction result retire retirement retreat reveal revenge reverse revolution reward ride rifle ring rival
    rock roll roof root rough route routine row rumor rural rush sad sail salary sample sand satisfy scale scandal
    scene schedule scheme scholar scientific scream screen script sea seal seat secondary section sector secure
    seek select selection senior sense sensitive separate sequence series session settle settlement severe sex
    sexual shadow shake shape sharp shell shelter shift shock shoe shore short shot shoulder shout shut sick sight
    sign signal signature silence silent silver similar site situation skill skin sky slave sleep slide slight slow
    smart smile smoke smooth soft soil solar sole solid solution solve sort soul source spark speaker species
    specific speed spend spirit split spokesman spot spread spring square stable stadium staff stage stake standard
    statistic status steal steel step stick stone storage strain strange stranger strategic strategy stream strength
    stress stretch structure struggle stuff style subject submit substance succeed success successful sudden suffer
    sufficient suicide suit summer sun supporter suppose surface surge surprise surround suspend suspicion suspicious
    sustain swear sweep swim swing symbol sympathy table tackle tactic talent tank tap tape target task taste teach
    teacher tear teenager telephone temporary tend tension tent term terrible territory testify testimony text
    theory thick thin thought thousand throat throw ticket tie tight tiny tip tired tool tone torture touch tough
    tower trace track tradition traditional traffic tragedy tragic trail train training transfer transform transition
    transport trap treat tree tribe trick trigger trip troop trouble trust truth tunnel twin type typical ultimate
    unable uncle understand unemployment unfortunate uniform unique unit unite universe unknown unlikely unusual
    update upper urban urgent usual vacation valley valuable value van variety various vast vehicle venture version
    veteran veto victim view violate violation virtual visible vision visitor vital volume volunteer vulnerable wage
    wait wake walk wander warrior wash waste watch wave wealth weapon wear wedding weekend weigh weight welcome
    welfare wheel whole wide wild willing winter wise wish withdraw withdrawal witness wonder wood wooden worship
    wound wrap wrong yard yell yellow youth zone`,
  ],
  fr: [
    `gouvernement pays etat president ministre national politique groupe nombre monde ville grand nouveau partie
    homme femme million euro travail`,
    `police securite guerre attaque force mort tuer blesse sante hopital marche banque economie economique prix
    election vote candidat parti parlement assemblee loi projet accord reunion visite rencontre international
    europeen americain francais russe armee militaire justice tribunal juge prison affaire enquete equipe match
    victoire saison club joueur entreprise societe social public service directeur chef general`,
    `delegation manifestation manifestant greve crise reforme budget impot mesure decision annonce declaration
    communique porte-parole negociation sommet conference frontiere soldat attentat victime accident incendie
    inondation climat energie nucleaire petrole gaz ecole etudiant universite enfant famille jeune film livre
    musique television journal internet coupe champion`,
    `question probleme situation region village maison rue route voiture train avion bateau eau terre mer vie
    histoire fin debut milieu cote place point niveau chiffre hausse baisse augmentation croissance emploi salaire
    syndicat patron client produit vente achat bourse action resultat risque menace danger protection aide soutien
    opposition majorite gauche droite maire depute senateur`,
  ],
  es: [
    `gobierno pais estado presidente ministro nacional politica politico grupo numero mundo ciudad gran nuevo parte
    hombre mujer millones persona trabajo`,
    `policia seguridad guerra ataque fuerza muerto muerte herido salud hospital mercado banco economia economico
    precio eleccion voto candidato partido parlamento congreso ley proyecto acuerdo reunion visita encuentro
    internacional europeo estadounidense ruso ejercito militar justicia tribunal juez prision caso investigacion
    equipo victoria temporada club jugador empresa sociedad social publico servicio director jefe general regimen
    oposicion protesta manifestacion manifestante rebelde civil`,
    `delegacion huelga crisis reforma presupuesto impuesto medida decision anuncio declaracion comunicado portavoz
    negociacion cumbre conferencia frontera soldado atentado victima accidente incendio inundacion clima energia
    nuclear petroleo gas escuela estudiante universidad nino familia joven pelicula libro musica television diario
    internet copa campeon revolucion libertad derecho humano represion violencia enfrentamiento tropas`,
    `cuestion problema situacion region pueblo casa calle carretera coche tren avion barco agua tierra mar vida
    historia final principio centro lado lugar punto nivel cifra aumento empleo salario sindicato cliente producto
    venta compra bolsa resultado riesgo amenaza peligro proteccion ayuda apoyo mayoria izquierda derecha alcalde
    diputado senador embajador diplomatico`,
  ],
  de: [
    `regierung land staat prasident minister politik politisch gruppe zahl welt stadt neu teil mann frau million
    euro mensch arbeit`,
    `polizei sicherheit krieg angriff tote tod verletzte krankenhaus markt bank wirtschaft preis wahl kandidat
    partei parlament bundestag gesetz abkommen treffen besuch international europaisch amerikanisch russisch armee
    militar gericht richter gefangnis ermittlung mannschaft spiel sieg saison verein spieler unternehmen
    gesellschaft offentlich chef`,
    `delegation streik krise reform haushalt steuer massnahme entscheidung erklarung sprecher verhandlung gipfel
    konferenz grenze soldat anschlag opfer unfall brand flut klima energie atom ol gas schule student universitat
    kind familie film buch musik fernsehen zeitung pokal meister`,
    `frage problem lage region dorf haus strasse auto zug flugzeug schiff wasser erde meer leben geschichte ende
    anfang mitte seite ort punkt anstieg lohn gewerkschaft kunde produkt verkauf borse ergebnis risiko gefahr
    schutz hilfe unterstutzung mehrheit burgermeister abgeordnete botschafter`,
  ],
  ru: [
    `правительство страна президент министр политика группа число мир город новый часть человек люди россия миллион
    работа государство`,
    `полиция безопасность война атака сила погибший смерть раненый больница рынок банк экономика цена выборы
    кандидат партия парламент закон соглашение встреча визит международный американский армия военный суд судья
    дело следствие команда матч победа сезон клуб игрок компания общество глава директор`,
    `делегация протест митинг кризис реформа бюджет налог мера решение заявление представитель переговоры саммит
    конференция граница солдат теракт жертва авария пожар наводнение климат энергия ядерный нефть газ школа студент
    университет ребенок семья фильм книга музыка телевидение газета кубок чемпион`,
    `вопрос проблема ситуация регион деревня дом улица дорога машина поезд самолет корабль вода земля море жизнь
    история конец начало место рост зарплата профсоюз клиент продукт продажа биржа результат риск угроза опасность
    защита помощь поддержка большинство мэр депутат посол`,
  ],
  ar: [
    `حكومه دوله رئيس وزير سياسه سياسي مجموعه عدد عالم مدينه جديد جزء رجل مليون عمل بلاد`,
    `شرطه امن حرب هجوم قوات قوه قتل قتيل جريح مستشفي سوق بنك اقتصاد سعر انتخابات حزب برلمان قانون اتفاق اجتماع
    زياره لقاء دولي امريكي روسي جيش عسكري محكمه قاض سجن تحقيق فريق مباراه فوز موسم شركه مجتمع مدير`,
    `وفد احتجاج تظاهره ازمه اصلاح ميزانيه ضريبه قرار بيان متحدث مفاوضات قمه مؤتمر حدود جندي ضحيه حادث حريق مناخ
    طاقه نووي نفط غاز مدرسه طالب جامعه طفل عائله فيلم كتاب صحيفه كاس بطل حركه فصائل هدنه`,
    `قضيه مشكله وضع منطقه قريه بيت شارع طريق سياره قطار طائره سفينه ماء ارض بحر حياه تاريخ نهايه بدايه مكان نتيجه
    خطر تهديد حمايه مساعده دعم اغلبيه معارضه نائب سفير`,
  ],
  he: [
    `ממשלה מדינה נשיא שר ישראל עולם עיר חדש חלק איש אנשים מיליון עבודה ראש ממשלת`,
    `משטרה ביטחון מלחמה תקיפה כוח הרוג מוות פצוע חולים שוק בנק כלכלה מחיר בחירות מפלגה כנסת חוק הסכם פגישה ביקור
    צבא צבאי משפט שופט כלא חקירה קבוצה משחק ניצחון עונה שחקן חברה מנהל צהל`,
    `משלחת הפגנה משבר רפורמה תקציב מס החלטה הודעה דובר משא ומתן פסגה ועידה גבול חייל פיגוע קורבן תאונה שריפה אקלים
    אנרגיה גרעין נפט גז בית ספר סטודנט אוניברסיטה ילד משפחה סרט ספר עיתון גביע אלוף`,
    `שאלה בעיה מצב אזור כפר בית רחוב כביש מכונית רכבת מטוס מים אדמה ים חיים היסטוריה סוף התחלה מקום תוצאה סכנה
    איום הגנה סיוע תמיכה רוב אופוזיציה שגריר`,
  ],
}
