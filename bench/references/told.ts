/** An invented season of news: what was told, and later articles that say what they follow on, with the answers. */

/** `day` counts from the first of January 2031. */
export type Told = {
  readonly story: string
  readonly day: number
  readonly title: string
  readonly text: string
  readonly language?: string
}
/** `story`: which story is meant; absent where nothing that was told is. */
export type Asking = Omit<Told, 'story'> & { readonly story?: string }

export const told: readonly Told[] = [
  {
    story: 'zawra',
    day: 10,
    title: 'Karsova and Vessaly open talks on the strait in Zawra',
    text: 'Envoys of Karsova and Vessaly met in Zawra on Friday for talks on who may fish in the Halmora Strait. Samiha Rashwan led the delegation of Karsova. The talks are the first since a cable was cut.',
  },
  {
    story: 'zawra-flood',
    day: 44,
    title: 'Flood cuts off Zawra',
    text: 'The river rose two metres overnight and cut off Zawra. Soldiers brought bread by boat, the mayor Idris Belhan said. Four bridges were swept away by the flood.',
  },
  {
    story: 'zawra-old',
    day: -160,
    title: 'Water talks in Zawra end without a word',
    text: 'Engineers from Tamrat and Karsova ended talks on the Tamrat canal in Zawra without a word to the press. The canal leaks a third of its water, they say.',
  },
  {
    story: 'ondine',
    day: 20,
    title: 'Ferry Ondine runs aground off Talmont',
    text: 'The ferry Ondine of the Brisac Line ran aground off Talmont on Monday with 212 people on board. Captain Odile Marchetti said that the anchor had failed.',
  },
  {
    story: 'petrel',
    day: 33,
    title: 'Barge Petrel hits the bridge at Talmont',
    text: 'A barge, the Petrel, hit the railway bridge at Talmont on Sunday. Trains to the coast are cancelled after the collision, and the skipper Joss Arkwell was treated for shock.',
  },
  {
    story: 'lindow',
    day: 31,
    title: 'Seven hurt in attack on Lindow market',
    text: 'A man with a knife attacked sellers in the Lindow market in Ostrel on Friday and hurt seven people. Police shot him in the leg. Nobody has said why.',
  },
  {
    story: 'lindow-fire',
    day: 61,
    title: 'Fire burns half of Lindow market',
    text: 'A fire burned forty stalls in the Lindow market in Ostrel on Sunday night. A gas bottle had burst, the fire chief Mona Dray said.',
  },
  {
    story: 'ganz',
    day: 40,
    title: 'Banker Paul Ganz arrested in Brisac',
    text: 'Paul Ganz, who ran the Corvane bank until it failed, was arrested in Brisac on Sunday. Prosecutors accuse him of fraud. His lawyer Tessa Lund said he would say nothing.',
  },
  {
    story: 'bank',
    day: 5,
    title: 'Corvane bank closes its doors',
    text: 'The Corvane bank closed its doors on Monday after its customers had taken out a fifth of what they had saved. The regulator said that deposits were safe.',
  },
  {
    story: 'sorrel',
    day: 15,
    title: 'Earthquake levels Sorrel',
    text: 'An earthquake levelled most of Sorrel before dawn on Thursday. At least 120 people were killed. Tents have been flown in from Orlanne.',
  },
  {
    story: 'sorrel-vote',
    day: 70,
    title: 'Sorrel votes for a woman',
    text: 'The people of Sorrel have elected Wanda Pirelli their mayor, in a vote held under canvas. She had promised a school.',
  },
  {
    story: 'boone',
    day: 52,
    title: 'Mayor Tilda Boone resigns',
    text: 'Tilda Boone, mayor of Pellow, resigned on Friday over the sale of the town’s waterworks. The council will choose a successor.',
  },
  {
    story: 'prisoners',
    day: 25,
    title: 'Forty prisoners exchanged on Hallin bridge',
    text: 'Karsova and Vessaly exchanged forty prisoners on the Hallin bridge on Saturday, the first exchange in two years. Buses waited on both sides.',
  },
  {
    story: 'dam',
    day: -400,
    title: 'Dam at Hallin collapses',
    text: 'The dam above Hallin collapsed on Tuesday night and the Tressin valley is under water. At least 29 people are dead. The dam belongs to Corven Hydro.',
  },
  {
    story: 'dahra',
    day: 36,
    title: 'Rashwan visits Dahra',
    text: 'Samiha Rashwan arrived in Dahra on Wednesday for a visit of two days. She met the governor and saw the new port.',
  },
  {
    story: 'dahra-strike',
    day: 38,
    title: 'Dockers walk out in Dahra',
    text: 'Dock workers in Dahra went on strike on Friday for a tenth more pay. Forty ships wait outside the port.',
  },
  {
    story: 'tolvane',
    day: 48,
    title: 'Gunmen storm the consulate in Tolvane',
    text: 'Gunmen stormed the Karsovan consulate in Tolvane on Monday and held nine clerks for six hours. Two guards were killed in the attack.',
  },
  {
    story: 'emmer',
    day: 57,
    title: 'Mail plane crashes into Lake Emmer',
    text: 'A mail plane crashed into Lake Emmer on Wednesday with two men aboard. Fog had closed the airfield at Greel. Divers look for the wreck.',
  },
  {
    story: 'greel',
    day: 64,
    title: 'Four held over Greel warehouse',
    text: 'Police arrested four people in Greel on Wednesday over the warehouse in which twelve pianos were found. A customs officer, Joris Thale, is among them.',
  },
  {
    story: 'treaty',
    day: 1,
    title: 'Orlanne and Pellow sign the water agreement',
    text: 'Orlanne and Pellow signed an agreement on the water of the Tressin on Thursday. Nobody was happy, the negotiator Cato Delacourt said.',
  },
]

export const askingNear: readonly Asking[] = [
  {
    story: 'zawra',
    day: 17,
    title: 'Fishermen ask for a seat',
    text: 'The fishermen of Saltgate want to be heard.\n\nTheir letter comes a week after envoys of Karsova and Vessaly met in Zawra.',
  },
  {
    story: 'zawra',
    day: 40,
    title: 'Both sides name their lawyers',
    text: 'Karsova has named three lawyers, Vessaly two.\n\nFollowing last month’s talks in Zawra on the strait, the two sides had promised to do so.',
  },
  {
    story: 'ondine',
    day: 22,
    title: 'Divers reach an engine room',
    text: 'Divers got in through a hatch.\n\nTwo days after the ferry Ondine ran aground off Talmont, they found the anchor chain broken.',
  },
  {
    story: 'petrel',
    day: 41,
    title: 'Trains roll again',
    text: 'The first train left at six.\n\nIt crossed eight days after the barge Petrel hit the bridge at Talmont.',
  },
  {
    story: 'lindow',
    day: 38,
    title: 'Ostrel puts guards on its squares',
    text: 'Guards with dogs stand on every square.\n\nThe council sent them in the wake of last week’s attack on the Lindow market.',
  },
  {
    story: 'lindow-fire',
    day: 64,
    title: 'Sellers want their stalls back',
    text: 'The sellers slept in the town hall.\n\nThree days after a fire burned the Lindow market, they have been promised money.',
  },
  {
    story: 'ganz',
    day: 43,
    title: 'Regulator to open its books',
    text: 'The regulator gave in on Wednesday.\n\nThe decision came three days after Paul Ganz was arrested in Brisac.',
  },
  {
    story: 'sorrel',
    day: 105,
    title: 'School under canvas',
    text: 'Lessons start at eight.\n\nThree months after an earthquake levelled Sorrel, half the children still learn in tents.',
  },
  {
    story: 'boone',
    day: 57,
    title: 'Four want the chain of office',
    text: 'Four people want the chain.\n\nLess than a week after Mayor Tilda Boone resigned in Pellow, the list is full.',
  },
  {
    story: 'prisoners',
    day: 39,
    title: 'A baker comes home',
    text: 'He bakes again.\n\nEarlier this month he wept; in January, he was one of those who came home when Karsova and Vessaly exchanged prisoners at Hallin two weeks ago.',
  },
  {
    story: 'dahra',
    day: 43,
    title: 'Port of Dahra gets a loan',
    text: 'The loan is for two cranes.\n\nIt follows Samiha Rashwan’s visit to Dahra last week.',
  },
  {
    story: 'tolvane',
    day: 50,
    title: 'Karsova calls its envoys home',
    text: 'All envoys are to be home by Sunday.\n\nTheir recall comes two days after gunmen stormed the consulate in Tolvane.',
  },
  // Nothing that was told is meant.
  {
    day: 80,
    title: 'Zawra paves its square',
    text: 'The square is being paved.\n\nThe work began a week after the talks in Zawra between the bakers and the mayor.',
  },
  {
    day: 60,
    title: 'Choir sings for Lindow',
    text: 'The choir sang for an hour.\n\nIt sang two days after the wedding of Ada Lindow in Sollen.',
  },
  {
    day: 75,
    title: 'Karsova signs with Tamrat',
    text: 'The paper has four pages.\n\nIt was signed a week after Tamrat and Karsova held an election.',
  },
  {
    day: 90,
    title: 'A cellist in Brisac',
    text: 'She played Bach.\n\nThe concert came three days after a thief was arrested in Brisac.',
  },
  {
    day: 45,
    title: 'The wolves of Pellow',
    text: 'They come at night.\n\nA week after the storm in Pellow, two lambs were gone.',
  },
  {
    day: 66,
    title: 'No pianos for Orlanne',
    text: 'The school still waits.\n\nThe order was made months after the fire at the Orlanne conservatory.',
  },
]

export const askingAside: readonly Asking[] = [
  {
    story: 'treaty',
    day: 15,
    title: 'Water bills to fall',
    text: 'Bills will fall by a tenth.\n\nThe news comes two weeks after Orlanne and Pellow signed an agreement on the Tressin.',
  },
  {
    story: 'emmer',
    day: 65,
    title: 'Recorder found in the mud',
    text: 'A diver found it by touch.\n\nIt was brought up eight days after a mail plane crashed into Lake Emmer.',
  },
  {
    story: 'greel',
    day: 71,
    title: 'Customs chief goes',
    text: 'She cleared her desk at noon.\n\nHer departure follows the arrest of Joris Thale in Greel last week.',
  },
  {
    story: 'bank',
    day: 35,
    title: 'Savers queue for a cheque',
    text: 'The queue went round the block.\n\nA month after the Corvane bank closed its doors, the first cheques are out.',
  },
  {
    story: 'dahra-strike',
    day: 42,
    title: 'Bananas rot at sea',
    text: 'The smell reaches the beach.\n\nFour days after dock workers in Dahra went on strike, the fruit is lost.',
  },
  {
    story: 'sorrel-vote',
    day: 72,
    title: 'A school at last',
    text: 'The first stone is laid.\n\nIt was laid two days after Wanda Pirelli was elected mayor of Sorrel.',
  },
  {
    story: 'zawra-flood',
    day: 51,
    title: 'Bread is dear',
    text: 'A loaf costs twice what it did.\n\nPrices doubled after last week’s flood in Zawra, the mayor Idris Belhan said.',
  },
  {
    story: 'lindow',
    day: 46,
    title: 'Knife law passes',
    text: 'The law passed by nine votes.\n\nIt was drafted after the January 31 attack on the Lindow market in Ostrel.',
  },
  {
    story: 'dam',
    day: 330,
    title: 'Corven Hydro pays',
    text: 'The cheques went out on Monday.\n\nThe company pays two years after its dam at Hallin collapsed.',
  },
  {
    story: 'tolvane',
    day: 55,
    title: 'New gate for a consulate',
    text: 'The gate weighs two tonnes.\n\nIt was ordered after gunmen attacked the Karsovan consulate in Tolvane last week.',
  },
  {
    story: 'ondine',
    day: 34,
    title: 'Brisac Line shares fall',
    text: 'The shares fell by a third.\n\nThe fall began two weeks after the Brisac Line’s ferry Ondine ran aground off Talmont.',
  },
  {
    story: 'prisoners',
    day: 32,
    title: 'Les otages racontent',
    language: 'fr',
    text: 'Ils racontent le froid.\n\nLe livre sort une semaine après l’échange de prisonniers à Hallin entre Karsova et Vessaly.',
  },
  {
    day: 70,
    title: 'A bridge for Talmont',
    text: 'The bridge will be red.\n\nIts plan was shown a week after the storm in Talmont.',
  },
  {
    day: 58,
    title: 'Ganz brothers open a bakery',
    text: 'It smells of rye.\n\nThe shop opened ten days after Emil Ganz was released in Sollen.',
  },
  {
    day: 100,
    title: 'Opera in Tolvane',
    text: 'The house was full.\n\nThe first night came two days after the election in Tolvane.',
  },
  {
    day: 61,
    title: 'Orchids at Emmer',
    text: 'They bloom early.\n\nThe path opened three days after a flood at Lake Emmer.',
  },
  {
    day: 77,
    title: 'Greel plays at home',
    text: 'The match ended two all.\n\nIt was played a week after the warehouse fire in Greel.',
  },
  {
    day: 47,
    title: 'Marchetti wins a prize',
    text: 'She thanked her mother.\n\nThe prize came months after Odile Marchetti was elected to the academy.',
  },
]
