/** Classes of English words that tell what a name next to them names. */

const words = (list: string): readonly string[] => list.trim().split(/\s+/u)

/** Words before or inside a person's title; lower case. */
export const TITLES = words(`
  president vice-president premier chancellor minister secretary ambassador senator congressman congresswoman congressmen
  lawmaker mayor governor king queen prince princess duke duchess emir sheikh sultan pope cardinal archbishop bishop rabbi
  imam ayatollah mullah father sister brother reverend pastor general colonel major captain lieutenant sergeant corporal
  admiral commander brigadier marshal officer constable inspector detective sheriff chief chairman chairwoman chair director
  ceo cfo founder co-founder head leader spokesman spokeswoman spokesperson envoy negotiator adviser advisor aide analyst
  economist strategist professor doctor lawyer attorney judge justice prosecutor coach manager striker midfielder defender
  goalkeeper winger forward quarterback pitcher captain skipper champion actor actress singer rapper director author writer
  novelist poet journalist reporter correspondent photographer editor columnist activist dissident candidate nominee
  commissioner coordinator representative rep sen gov gen lt col maj capt sgt prof dr mr mrs ms miss sir dame lord lady rev
  hon st mp mep deputy undersecretary treasurer speaker whip teenager fugitive suspect defendant billionaire tycoon
  businessman businesswoman entrepreneur engineer scientist researcher epidemiologist virologist physicist biologist historian
  curator nurse teacher farmer resident widow wife husband son daughter mother cousin driver pilot astronaut
  seed teammate compatriot countryman rival colleague partner boyfriend girlfriend
`)

/** Last words of organisations' names; lower case. */
export const ORGANISATION_HEADS = words(`
  party ministry university council committee commission agency bank union organization organisation association company
  corporation group holdings court police army navy department office institute college school academy church mosque club
  force forces authority federation league nations senate congress parliament assembly house times news post journal
  tribune herald gazette chronicle telegraph magazine radio television tv network channel hospital clinic movement front
  brigade brigades foundation fund trust centre center board service services bureau administration command guard guards
  corps fc afc united city rovers wanderers athletic town sporting cf sc ac inc corp ltd llc plc gmbh ag sa co nv spa
  airlines airways air motors motor electric energy oil gas petroleum pharmaceuticals pharma therapeutics biotech capital
  partners securities insurance financial finance investments advisors research labs laboratories laboratory technologies
  technology tech systems software networks media entertainment pictures studios records press publishing books museum
  gallery theatre theater orchestra opera ballet society alliance coalition network initiative project programme program
  observatory chamber exchange tribunal secretariat directorate inspectorate legislature cabinet militia battalion regiment
  division squad team unit wing faction lobby caucus watchdog mission delegation consortium cooperative confederation
  congregation diocese archdiocese synod order lodge associates brothers sons & bancorp bancshares industries enterprises
  international worldwide global railways railway rail transit lines shipping logistics telecom communications mobile
  wireless foods brewery restaurants stores retail hotels resorts airport authority port
`)

/** Words in places' names; lower case. */
export const PLACE_HEADS = words(`
  river lake sea ocean bay gulf strait channel canal island islands isle peninsula cape coast mountain mountains mount hill
  hills valley desert forest park province district county state region territory territories governorate prefecture oblast
  republic kingdom city town village borough township parish street avenue road boulevard square bridge highway airport
  station harbour harbor port beach falls heights plateau plains basin delta creek springs junction crossing checkpoint camp
  palace castle stadium arena strip bank border square plaza tower hall temple cathedral shrine cemetery prison
  north south east west northern southern eastern western central upper lower
`)

/** Verbs whose subject is most often a person or body that speaks or acts. */
export const SPEECH = words(`
  said says say saying told tells added adds replied asked insisted claimed claims argued argues wrote writes tweeted
  warned warns noted explained recalled announced announces stated confirmed denied denies admitted acknowledged urged
  suggested described declared vowed pledged promised believes thinks knows wants hopes expects met meets visited arrived
  travelled traveled flew returned resigned testified pleaded scored won lost beat defeated finished signed joined plans
  reported reports
`)

/** Prepositions and verbs that places follow. */
export const PLACE_CUES = words(`
  in at from to near into across around through throughout outside inside toward towards via between north south east west
  northern southern eastern western central visit visited visiting reach reached leave left capital city town village
  province state region coast border
`)

/** Adjectives and nouns of nationality, faith and bloc that are no names by the conventions of name annotation. */
export const DEMONYMS = words(`
  Afghan Albanian Algerian American Andorran Angolan Argentine Argentinian Armenian Australian Austrian Azerbaijani Azeri
  Bahraini Bangladeshi Basque Bavarian Belarusian Belgian Bengali Berber Bolivian Bosnian Brazilian Briton Britons British
  Bulgarian Burmese Burundian Cambodian Cameroonian Canadian Catalan Chadian Chechen Chilean Chinese Colombian Congolese
  Corsican Croatian Croat Cuban Cypriot Czech Danish Dane Dominican Dutch Dutchman Ecuadorian Egyptian Emirati English
  Englishman Eritrean Estonian Ethiopian European Fijian Filipino Finn Finnish Flemish French Frenchman Gabonese Gambian
  Gazan Georgian German Ghanaian Greek Guatemalan Guinean Haitian Honduran Hungarian Icelandic Indian Indonesian Iranian
  Iraqi Irish Irishman Israeli Italian Ivorian Jamaican Japanese Jordanian Kazakh Kazakhstani Kenyan Korean Kosovar Kurd
  Kurdish Kuwaiti Kyrgyz Laotian Latvian Lebanese Liberian Libyan Lithuanian Macedonian Malagasy Malawian Malaysian Malian
  Maltese Mauritanian Mexican Moldovan Mongolian Montenegrin Moroccan Mozambican Namibian Nepalese Nepali Nicaraguan
  Nigerian Nigerien Norwegian Omani Pakistani Palestinian Panamanian Paraguayan Persian Peruvian Pole Polish Portuguese
  Qatari Romanian Russian Rwandan Salvadoran Saudi Scot Scots Scottish Senegalese Serb Serbian Singaporean Slovak Slovakian
  Slovene Slovenian Somali Spaniard Spanish Sudanese Swede Swedish Swiss Syrian Taiwanese Tajik Tanzanian Thai Tibetan
  Tunisian Turk Turkish Turkmen Tuareg Ugandan Uighur Uyghur Ukrainian Uruguayan Uzbek Venezuelan Vietnamese Welsh Yemeni
  Yazidi Zambian Zimbabwean Arab Arabic Asian African Latino Latina Hispanic Scandinavian Nordic Balkan Slavic Soviet Western
  Eastern Muslim Islamic Islamist Christian Catholic Protestant Orthodox Anglican Jewish Jew Hindu Buddhist Sikh Sunni Shia
  Shiite Shi'ite Alawite Druze Coptic Mormon Evangelical Republican Democrat Democratic Conservative Communist Nazi Marxist
  Zionist Olympic Olympian Parisian Londoner Berliner Yorker Texan Californian Floridian Caucasian Mediterranean Caribbean
  Atlantic Baltic Alpine Arctic Antarctic Hebrew Mandarin Cantonese Urdu Pashto Tamil Sinhalese Rohingya Hausa Yoruba Zulu
  Kashmiri Punjabi Chechens Romani Roma Maori Aboriginal Inuit
`)

export const CALENDAR = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sept sep oct nov dec ramadan christmas easter hanukkah passover
  thanksgiving eid covid coronavirus covid-19 covid19
`)
