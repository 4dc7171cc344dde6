/** Invented sentences of the same kinds, kept aside: when first read, precision was .92 and recall .86. */

import type { Pointing } from './near.ts'

export const aside: readonly Pointing[] = [
  {
    text: 'Foreign Minister Rosa Kell arrived in Tolvane on Monday, ten days after her deputy met rebel envoys in Marsk.',
    points: [{ to: 'Marsk', day: -10 }],
  },
  {
    text: 'The settlement was reached nearly three weeks after dockers at Fennick harbour began their strike.',
    points: [{ to: 'Fennick', day: -20 }],
  },
  {
    text: 'Bakers have run out of flour since last week’s fire at the Corlund mill.',
    points: [{ to: 'Corlund', day: -7 }],
  },
  {
    text: 'Survivors of the 12 April landslide in Oberry buried the last of their dead.',
    points: [{ to: 'Oberry', day: -38 }],
  },
  {
    text: 'In the aftermath of the shooting at Dell Park, the mayor closed all parks after dark.',
    points: [{ to: 'Dell Park' }],
  },
  {
    text: 'The embassy opened its doors again, four months after a mob burned its archive in Tolvane.',
    points: [{ to: 'Tolvane', day: -120 }],
  },
  {
    text: 'Prosecutors searched six offices on Tuesday. Last month, the auditor Bram Oyelle accused the bank of hiding losses in Marsk.',
    points: [{ to: 'Oyelle', day: -35 }],
  },
  {
    text: 'The border post at Greel burned down overnight. It is the fourth such fire this year.',
    points: [{ to: 'fourth', day: -60 }],
  },
  {
    text: 'Kell’s journey follows the release of eleven fishermen by Tolvane two weeks ago.',
    points: [{ to: 'fishermen', day: -14 }],
  },
  {
    text: 'Wednesday’s vote in the Marsk assembly was close. Both sides claimed it as theirs.',
    points: [{ to: 'Marsk', day: -6 }],
  },
  {
    text: 'Divers found the flight recorder on Monday, eight days after the aircraft crashed into Lake Emmer.',
    points: [{ to: 'Emmer', day: -8 }],
  },
  {
    text: 'Hours after the court in Fennick convicted Joris Thale, crowds filled the quay.',
    points: [{ to: 'Thale', day: 0 }],
  },
  {
    text: 'The two governments have not spoken since the February raid on Camp Oster.',
    points: [{ to: 'Oster', day: -90 }],
  },
  {
    text: 'A new inquiry begins today, twenty years after the ferry Halcyon sank off Greel.',
    points: [{ to: 'Halcyon', day: -7305 }],
  },
  {
    text: 'The opposition walked out. At talks in Tolvane in March, it had agreed to share the ministries with Kell.',
    points: [{ to: 'Tolvane', day: -65 }],
  },
  {
    text: 'The raid came a day after gunmen killed two customs officers near Oberry.',
    points: [{ to: 'Oberry', day: -1 }],
  },
  {
    text: 'The championship game drew a million viewers. A month earlier, hardly anyone had heard of Fennick.',
    points: [],
  },
  {
    text: 'Joris Thale, who was arrested in Greel last month, denies the charges.',
    points: [{ to: 'Greel', day: -35 }],
  },
  {
    text: 'The bridge is shut. Engineers closed it on May 9, a day after the collision with the barge Petrel.',
    points: [{ to: 'Petrel', day: -12 }],
  },
  {
    text: 'Just over a year after the Emmer treaty was signed, its text is in doubt.',
    points: [{ to: 'Emmer', day: -380 }],
  },
  {
    text: 'Tolvane expelled the consul in retaliation for the arrest of the pilot Ansa Reh.',
    points: [{ to: 'Reh' }],
  },
  {
    text: 'Monday’s earthquake was the second in the Oberry hills in less than a month.',
    points: [{ to: 'Oberry' }],
  },
  { text: 'The hearing resumed on Tuesday, six weeks after it was adjourned.', points: [] },
  { text: 'Tickets go on sale a month before the match.', points: [] },
  { text: 'Rents in Marsk rose by a tenth last year, the bank said.', points: [] },
  { text: 'Voters have 30 days after the election to appeal.', points: [] },
  { text: 'Kell may travel to Tolvane a week after the summit, her office said.', points: [] },
  { text: '"Two years after the war in Oberry we still have no road," the farmer said.', points: [] },
  { text: 'She joined the paper three years ago and moved to Fennick.', points: [] },
  {
    text: 'The story is told by a boy who finds a boat days after a storm; the novel won no prizes.',
    points: [],
  },
  { text: 'It is the first time since January that the lake froze.', points: [] },
  { text: 'He follows the news from Tolvane every morning.', points: [] },
  { text: 'This year’s harvest will be the best since records began.', points: [] },
  { text: 'The latest edition of the catalogue is out.', points: [] },
  { text: 'Had she landed a week after the storm, nobody would have noticed.', points: [] },
  { text: 'The minister denied that she had met Thale last month.', points: [] },
  { text: 'The second attack in the play comes after the wedding of the miller’s daughter.', points: [] },
  { text: 'For weeks after the harvest the mill runs day and night.', points: [] },
  { text: 'Sales of the car doubled from a year ago.', points: [] },
  {
    language: 'fr',
    text: 'Trois mois après l’incendie du moulin de Corlund, l’usine reste fermée.',
    points: [{ to: 'Corlund', day: -91 }],
  },
  {
    language: 'fr',
    text: 'Le maire a démissionné à la suite de l’attentat de Dell Park.',
    points: [{ to: 'Dell Park' }],
  },
  { language: 'fr', text: 'Les billets sont valables deux jours chaque semaine.', points: [] },
  {
    language: 'es',
    text: 'Tres días después del accidente del avión en el lago Emmer, los buzos siguen allí.',
    points: [{ to: 'Emmer', day: -3 }],
  },
  { language: 'es', text: 'El año pasado subieron los precios del pan.', points: [] },
  {
    language: 'de',
    text: 'Kell reist nach Tolvane, zwei Wochen nachdem Joris Thale in Greel verhaftet wurde.',
    points: [{ to: 'Thale', day: -14 }],
  },
  { language: 'de', text: 'Zwei Wochen nach der Geburt kamen die Welpen ins Freie.', points: [] },
  {
    language: 'ru',
    text: 'Спустя три дня после взрыва в Фенике порт снова открыт.',
    points: [{ to: 'Фенике', day: -3 }],
  },
  {
    language: 'ar',
    text: 'جاء القرار بعد يومين من هجوم على سوق ليندو أسفر عن مقتل سبعة.',
    points: [{ to: 'ليندو', day: -2 }],
  },
  {
    language: 'he',
    text: 'ההודעה באה יומיים אחרי מעצרו של יוריס תאלה בפניק.',
    points: [{ to: 'תאלה', day: -2 }],
  },
]
