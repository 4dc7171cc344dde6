/** English forms that no suffix rule brings together: irregular verbs, demonyms, abbreviations, close synonyms. */

/** Each line: the form to use, then what becomes it. From general knowledge. */
const lines = `
win won winner winning victory victorious triumph
lose lost loser
beat beaten defeat trounce thrash
die dies died dying dead death deceased fatal fatality
kill kills killed killing killer slain slay
shoot shot shooting shooter gunman gunmen gunfire
strike struck strikes striking airstrike airstrikes
attack attacks attacked attacker assault
fall fell fallen
rise rose risen
find found
hold held
leave left
meet met
lead led
send sent
say said
pay paid
buy bought
sell sold sale
build built
bring brought
catch caught
teach taught
fight fought
think thought
seek sought
begin began begun
break broke broken
choose chose chosen
choice chosen
come came
draw drew drawn
drive drove driven
eat ate eaten
fly flew flown flight
freeze froze frozen
give gave given
go went gone
grow grew grown growth
hide hid hidden
know knew known
lie lay lain
ride rode ridden
ring rang rung
run ran
see saw seen
shake shook shaken
sing sang sung singer
sink sank sunk
speak spoke spoken speech
steal stole stolen theft thief robbery robber robbed heist
swear swore sworn
swim swam swum swimmer
take took taken
throw threw thrown
wear wore worn
write wrote written writer
flee fled
bomb bombs bombing bomber bombard
explode explosion blast exploded
elect election elected electoral polls
vote votes voted voter ballot
resign resigns resigned resignation quit quits
arrest arrests arrested detain detained detention
sue sues sued lawsuit
injure injured injury hurt wounded wound
marry married marriage wedding
earthquake quake tremor
wildfire wildfires bushfire
storm storms stormy
jail jailed prison imprison imprisoned incarcerate
convict convicted conviction guilty
accuse accused accusation allege alleged allegation
charge charges charged indict indicted indictment
acquire acquired acquisition buyout takeover
merge merged merger
invade invaded invasion
protest protests protester protesters demonstration demonstrator
negotiate negotiation negotiations negotiator talks
ban banned bans prohibit
approve approved approval
announce announced announcement
agree agreed agreement
rescue rescued rescuer
launch launched
appoint appointed appointment
nominate nominated nomination nominee
doctor physician
movie film films movies
car cars automobile vehicle
cop cops police policeman
kid kids child children
woman women
man men
person people
usa america american americans u.s
uk britain british u.k briton britons
un u.n
eu european europe
afghanistan afghan afghans
albania albanian
algeria algerian
argentina argentine argentinian
armenia armenian
australia australian aussie
austria austrian
azerbaijan azerbaijani azeri
bangladesh bangladeshi
belarus belarusian
belgium belgian
bolivia bolivian
bosnia bosnian
brazil brazilian
bulgaria bulgarian
burma burmese myanmar
cambodia cambodian
cameroon cameroonian
canada canadian
chad chadian
chile chilean
china chinese
colombia colombian
congo congolese
croatia croatian croat
cuba cuban
cyprus cypriot
czechia czech
denmark danish dane
ecuador ecuadorian
egypt egyptian
eritrea eritrean
estonia estonian
ethiopia ethiopian
finland finnish
france french frenchman
gaza gazan
georgia georgian
germany german germans
ghana ghanaian
greece greek
guatemala guatemalan
haiti haitian
honduras honduran
hungary hungarian
iceland icelandic
india indian
indonesia indonesian
iran iranian tehran
iraq iraqi
ireland irish
israel israeli israelis
italy italian
ivory ivorian
jamaica jamaican
japan japanese
jordan jordanian
kazakhstan kazakh
kenya kenyan
korea korean
kosovo kosovar
kurd kurdish kurdistan
kuwait kuwaiti
latvia latvian
lebanon lebanese
libya libyan
lithuania lithuanian
malaysia malaysian
mali malian
mexico mexican
moldova moldovan
mongolia mongolian
morocco moroccan
mozambique mozambican
nepal nepali nepalese
netherlands dutch
nicaragua nicaraguan
niger nigerien
nigeria nigerian
norway norwegian
pakistan pakistani
palestine palestinian palestinians
paraguay paraguayan
peru peruvian
philippines filipino philippine filipinos
poland polish pole
portugal portuguese
qatar qatari
romania romanian
russia russian russians
rwanda rwandan
saudi saudis
scotland scottish scot
senegal senegalese
serbia serbian serb
singapore singaporean
slovakia slovak
slovenia slovenian
somalia somali
spain spanish spaniard
sudan sudanese
sweden swedish
switzerland swiss
syria syrian
taiwan taiwanese
tanzania tanzanian
thailand thai
tibet tibetan
tunisia tunisian
turkey turkish turk
uganda ugandan
ukraine ukrainian
uruguay uruguayan
uzbekistan uzbek
venezuela venezuelan
vietnam vietnamese
wales welsh
yemen yemeni
zambia zambian
zimbabwe zimbabwean
covid coronavirus covid-19 sars-cov-2
`

/** From a folded word to the folded word that stands for it. */
export const variants: ReadonlyMap<string, string> = (() => {
  const map = new Map<string, string>()
  for (const line of lines.trim().split('\n')) {
    const [head, ...others] = line.split(' ')
    for (const other of others) if (!map.has(other)) map.set(other, head!)
  }
  return map
})()
