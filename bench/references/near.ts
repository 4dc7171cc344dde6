/** Invented sentences that point to another happening, or only seem to: those the reading was written with. */

/** `points`: words that the clause must hold, and on which day the other happening was, counted from the text's own. */
export type Pointing = {
  readonly text: string
  readonly language?: string
  readonly points: readonly { readonly to: string; readonly day?: number }[]
}

/** The day all of them were published: a Tuesday. */
export const PUBLISHED = Date.UTC(2031, 4, 20, 10)

export const near: readonly Pointing[] = [
  {
    text: 'The visit comes a week after Odile Marchetti travelled to Querande for talks with the port.',
    points: [{ to: 'Marchetti', day: -7 }],
  },
  {
    text: 'Two days after the ferry Ondine ran aground off Talmont, divers reached the engine room.',
    points: [{ to: 'Ondine', day: -2 }],
  },
  {
    text: 'The minister spoke weeks after Paul Ganz was arrested in Brisac.',
    points: [{ to: 'Ganz', day: -21 }],
  },
  {
    text: 'Following last month’s talks in Zawra, both sides have named their negotiators.',
    points: [{ to: 'Zawra', day: -35 }],
  },
  {
    text: 'Police have doubled their patrols in the wake of the May 3 attack on the Lindow market.',
    points: [{ to: 'Lindow', day: -17 }],
  },
  {
    text: 'It was the third such trip to Karsova since March.',
    points: [{ to: 'third such trip', day: -40 }],
  },
  {
    text: 'President Ilse Varn flew to Karsova on Monday. It was her third visit to Karsova since March.',
    points: [{ to: 'third visit', day: -60 }],
  },
  {
    text: 'A bomb went off in Tarn Street on Monday. It was the second attack in Ostrel in a week.',
    points: [{ to: 'second attack', day: -6 }],
  },
  {
    text: 'Dock workers walked out at noon. The strike is the latest in a series of walkouts at the port of Querande.',
    points: [{ to: 'walkouts' }],
  },
  {
    text: 'The council meets on Friday. Varn and Delacourt signed the water agreement in Orlanne a year ago.',
    points: [{ to: 'Delacourt', day: -365 }],
  },
  {
    text: 'Talks went on into the night. Earlier this month, Karsova and Vessaly exchanged forty prisoners at Hallin bridge.',
    points: [{ to: 'Hallin', day: -12 }],
  },
  {
    text: 'The company will pay 86 million florins, it said on Tuesday, two years after its dam at Hallin collapsed.',
    points: [{ to: 'Hallin' }],
  },
  {
    text: 'Tuesday’s announcement follows Samiha Rashwan’s visit to Dahra in April.',
    points: [{ to: 'Dahra', day: -40 }],
  },
  {
    text: 'Three months after an earthquake levelled Sorrel, tents still fill the square.',
    points: [{ to: 'Sorrel', day: -91 }],
  },
  {
    text: 'The arrests came after protesters stormed the grain ministry in Vessaly.',
    points: [{ to: 'grain ministry' }],
  },
  {
    text: 'Less than a week after Mayor Tilda Boone resigned, four people want her chair in Pellow.',
    points: [{ to: 'Tilda Boone', day: -6 }],
  },
  {
    text: 'Thousands marched in Ostrel on Monday to protest against Sunday’s shooting at the Kestrel Hotel.',
    points: [{ to: 'Kestrel', day: -2 }],
  },
  {
    text: 'At last week’s summit in Lisbon, Karsova promised to open the strait.',
    points: [{ to: 'Lisbon', day: -7 }],
  },
  {
    text: 'The sanctions were agreed days before the election in Vessaly.',
    points: [{ to: 'Vessaly', day: 5 }],
  },
  {
    text: 'The Vessaly parliament reopened on Monday, five years to the day after the coup against Anton Drey.',
    points: [{ to: 'Anton Drey', day: -1826 }],
  },
  {
    text: 'Widows laid flowers at the gate. The 2028 flood in the Tressin valley killed 29 people.',
    points: [{ to: 'Tressin' }],
  },
  {
    text: 'Montclair, 64, left Vessaly in November 2028, two days after the bank closed.',
    points: [{ to: 'bank closed' }],
  },
  // What only seems to point.
  { text: 'Parcels must be claimed within two weeks after delivery.', points: [] },
  { text: 'If Varn resigns a week after the vote, the party will choose again.', points: [] },
  { text: '“It comes a week after the talks in Zawra,” said Marchetti.', points: [] },
  { text: 'Prices in April were 5 per cent higher than a year ago.', points: [] },
  { text: 'The company employed 300 people last year.', points: [] },
  { text: 'Doctors usually see patients two weeks after the operation.', points: [] },
  { text: 'The following evening the choir sang in Vendel.', points: [] },
  { text: 'She has lived in Orlanne since March and works at the library.', points: [] },
  { text: 'Years after his death the painter is hardly known.', points: [{ to: 'death' }] },
  { text: 'The film follows a nurse through a week of night shifts in Ostrel.', points: [] },
  { text: 'The cubs were weaned six weeks after birth.', points: [] },
  { text: 'The new rule could take effect a month after the vote in parliament.', points: [] },
  { text: 'He was last week’s guest on the radio.', points: [] },
  { text: 'The hearing is set for next week, a month after which the judge will rule.', points: [] },
  { text: 'Many in the city say life has become harder in recent years.', points: [] },
  { text: 'The second half of the season starts in a month.', points: [] },
  { text: 'After the rain came the frost, and after the frost the dog went home.', points: [] },
  { text: 'He turned down every offer last year and stayed in Pellow.', points: [] },
  {
    language: 'fr',
    text: 'La visite intervient une semaine après les pourparlers de Zawra.',
    points: [{ to: 'Zawra', day: -7 }],
  },
  {
    language: 'fr',
    text: 'Le port a rouvert deux jours après l’accident du ferry Ondine à Talmont.',
    points: [{ to: 'Ondine', day: -2 }],
  },
  { language: 'fr', text: 'Il faudrait attendre deux semaines après le vote.', points: [] },
  {
    language: 'es',
    text: 'El ministro habló dos semanas después de la detención de Pablo Ganz en Brisac.',
    points: [{ to: 'Ganz', day: -14 }],
  },
  {
    language: 'es',
    text: 'La cumbre se produce tras la visita de Varn a Karsova el mes pasado.',
    points: [{ to: 'Karsova', day: -35 }],
  },
  {
    language: 'de',
    text: 'Drei Tage nach dem Angriff auf den Markt von Lindow trauert die Stadt.',
    points: [{ to: 'Lindow', day: -3 }],
  },
  {
    language: 'ru',
    text: 'Через неделю после визита Маркетти в Заврy стороны назвали участников.',
    points: [{ to: 'Маркетти', day: -7 }],
  },
  {
    language: 'ar',
    text: 'تأتي الزيارة بعد أسبوع من محادثات الزورة بين الوفدين.',
    points: [{ to: 'الزورة', day: -7 }],
  },
  {
    language: 'he',
    text: 'הביקור מתקיים שבוע לאחר הפיגוע בשוק לינדו.',
    points: [{ to: 'לינדו', day: -7 }],
  },
]
