/** Invented sentences written after the rules: when first read, precision was .81 and recall .68. */

import type { Pointing } from './near.ts'

export const afresh: readonly Pointing[] = [
  {
    text: 'The curfew was lifted at dawn, nine days after riots broke out in Harsen.',
    points: [{ to: 'Harsen', day: -9 }],
  },
  {
    text: 'Lena Orvik returned to Pillau on Monday. Last month she resigned as head of the Norrland mission.',
    points: [{ to: 'Norrland', day: -35 }],
  },
  {
    text: 'The bank’s collapse comes barely two months after Queen Ingrid opened talks with its owners in Marrow.',
    points: [{ to: 'Marrow', day: -60 }],
  },
  {
    text: 'Engineers returned to the reactor at Skell on Tuesday, a day after the explosion in its cooling hall.',
    points: [{ to: 'cooling', day: -1 }],
  },
  {
    text: 'Nurses in Harsen ended their strike. Thursday’s vote on the pay offer was close, the union said.',
    points: [{ to: 'vote', day: -5 }],
  },
  {
    text: 'He had not been seen since the April 27 shooting outside the Odeon in Pillau.',
    points: [{ to: 'Odeon', day: -23 }],
  },
  {
    text: 'The raids followed the murder of the prosecutor Aldo Fenn in Marrow last week.',
    points: [{ to: 'Fenn', day: -7 }],
  },
  {
    text: 'Three years after the storm that drowned Harsen, its sea wall is done.',
    points: [{ to: 'Harsen', day: -1096 }],
  },
  {
    text: 'It was the second derailment on the Skell line in a month.',
    points: [{ to: 'derailment', day: -20 }],
  },
  {
    text: 'The truce is holding, hours after envoys from both sides signed it in Marrow.',
    points: [{ to: 'Marrow', day: 0 }],
  },
  {
    text: 'Orvik, who met the rebels in Skell two weeks ago, said she was hopeful.',
    points: [{ to: 'Skell', day: -14 }],
  },
  {
    text: 'Following the arrest of Aldo Fenn’s driver, police searched nine garages.',
    points: [{ to: 'Fenn' }],
  },
  {
    text: 'The museum reopens on Friday, fourteen months after a fire destroyed its west wing in Pillau.',
    points: [{ to: 'west wing', day: -426 }],
  },
  { text: 'Last week’s landslide near Skell cut the only road.', points: [{ to: 'Skell', day: -7 }] },
  {
    text: 'A week after her election as mayor of Harsen, Ida Brandt has no office.',
    points: [{ to: 'Harsen', day: -7 }],
  },
  { text: 'She bought the house two years after her mother, who painted it.', points: [] },
  { text: 'Trains will run again a day after the strike ends.', points: [] },
  { text: 'Applications close three weeks after the conference.', points: [] },
  { text: 'Most patients recover within days after the attack.', points: [] },
  { text: '“Days after the crash in Skell nobody had called us,” the widow said.', points: [] },
  { text: 'He has coached Harsen since last year and lost twice.', points: [] },
  { text: 'Output grew by 3 per cent last month, after a strike in March.', points: [] },
  { text: 'The band follows its tour of Norrland with a quiet album.', points: [] },
  { text: 'The latest of her novels is set during the siege of Pillau.', points: [] },
  { text: 'A month after New Year the gyms are empty again.', points: [] },
  {
    language: 'fr',
    text: 'Le tunnel a rouvert six mois après l’incendie de Harsen.',
    points: [{ to: 'Harsen', day: -182 }],
  },
  {
    language: 'es',
    text: 'La dimisión llega tras el asesinato de Aldo Fenn en Marrow.',
    points: [{ to: 'Fenn' }],
  },
  {
    language: 'de',
    text: 'Eine Woche nach dem Erdbeben von Skell fehlt Wasser.',
    points: [{ to: 'Skell', day: -7 }],
  },
  { language: 'ru', text: 'На прошлой неделе в Скелле начались переговоры.', points: [] },
  { language: 'ar', text: 'وصل الوفد بعد ثلاثة أيام من زلزال هارسن.', points: [{ to: 'هارسن', day: -3 }] },
]
