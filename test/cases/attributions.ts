// Texts and who says what in them: "Source → Target: lemma", behind it the speaker ("author" where the
// article says it itself), the cue and the type of the attribution where there is a speaker.

export interface AttributionCase {
  readonly text: string;
  readonly says: readonly string[];
}

export const attributionCases: readonly AttributionCase[] = [
  // the article itself
  { text: 'Chad attacked Mali.', says: ['Chad → Mali: attack | author'] },
  {
    text: 'Kenya, which recognised Kosovo in March, is said to have warned Serbia.',
    says: ['Kenya → Kosovo: recognise | author', 'Kenya → Serbia: warn | nobody, said, indirect'],
  },
  // reported
  {
    text: 'Norway said that Chad had attacked Mali.',
    says: ['Chad → Mali: attack | Norway, said, indirect'],
  },
  {
    text: 'Chad had attacked Mali, Norway said.',
    says: ['Chad → Mali: attack | Norway, said, indirect'],
  },
  {
    text: 'According to Norway, Chad attacked Mali.',
    says: ['Chad → Mali: attack | Norway, according to, indirect'],
  },
  {
    text: 'Ruto wept and announced that Chad had attacked Mali.',
    says: ['Chad → Mali: attack | Ruto, announced, indirect'],
  },
  {
    text: 'Nur Begum, a lawyer who says that Chad attacked Mali, wept.',
    says: ['Chad → Mali: attack | Nur Begum, says, indirect'],
  },
  {
    text: 'Norway asked Chad to release Mali’s soldiers.',
    says: [
      'Norway → Chad: ask | author',
      'Chad → soldiers: release | Norway, asked, indirect',
      'soldiers → Mali: of | author',
    ],
  },
  {
    text: 'Norway accused Chad of attacking Mali.',
    says: ['Norway → Chad: accuse | author', 'Chad → Mali: attack | Norway, accused, indirect'],
  },
  {
    text: 'Chad, accused by Norway of attacking Mali, kept silent.',
    says: ['Norway → Chad: accuse | author', 'Chad → Mali: attack | Norway, accused, indirect'],
  },
  // where a report ends
  {
    text: 'Norway said that Chad had attacked Mali; Peru thanked Chile.',
    says: ['Chad → Mali: attack | Norway, said, indirect', 'Peru → Chile: thank | author'],
  },
  {
    text: 'Yemen’s Houthi movement claimed that attack; Riyadh blamed Iran.',
    says: ['Houthis → Yemen: of | author', 'Saudi Arabia → Iran: blame | author'],
  },
  {
    text: 'Norway insists that Chad attacked Mali, whereas Peru backed Chile.',
    says: ['Chad → Mali: attack | Norway, insists, indirect', 'Peru → Chile: back | author'],
  },
  {
    text: 'Ruto said he had not been consulted and accused Chad.',
    says: ['Ruto → Chad: accuse | author'],
  },
  {
    text: 'Norway said that Oumar Deby, the president of Chad, had insulted Mali.',
    says: [
      'Oumar Deby → Chad: president | author',
      'Oumar Deby → Mali: insult | Norway, said, indirect',
    ],
  },
  // over an article
  {
    text: 'Guterres: Chad must release Mali',
    says: ['Chad → Mali: release | Guterres, :, indirect'],
  },
  {
    text: 'Chad attacked Mali: NATO',
    says: ['Chad → Mali: attack | NATO, :, indirect'],
  },
  { text: 'Ukraine: Russia attacked Poland.', says: ['Russia → Poland: attack | author'] },
  // quotations
  {
    text: '“Chad attacked Mali,” said Ruto.',
    says: ['Chad → Mali: attack | Ruto, said, direct-quote'],
  },
  {
    text: '“It was night. Chad attacked Mali. Peru will never thank Chile,” said Ruto.',
    says: [
      'Chad → Mali: attack | Ruto, said, direct-quote',
      'Peru → Chile: thank | Ruto, said, direct-quote',
    ],
  },
  {
    text: '“It was night,” said Ruto. “Chad attacked Mali.”',
    says: ['Chad → Mali: attack | Ruto, said, direct-quote'],
  },
  {
    text: 'Ruto told reporters that it was night.\n\n"Chad attacked Mali. Peru thanked Chile."',
    says: [
      'Chad → Mali: attack | Ruto, told, direct-quote',
      'Peru → Chile: thank | Ruto, told, direct-quote',
    ],
  },
  {
    text: '“We think that Chad attacked Mali,” said Ruto.',
    says: ['Chad → Mali: attack | Ruto, said, direct-quote'],
  },
  {
    text: '“Norway told me that Chad attacked Mali,” said Ruto.',
    says: [
      'Norway → Ruto: tell | Ruto, said, direct-quote',
      'Chad → Mali: attack | Norway, told, direct-quote',
    ],
  },
  {
    text: '“Chad attacked Mali.”\n\n“Nobody was hurt,” said Ruto.',
    says: ['Chad → Mali: attack | nobody, direct-quote'],
  },
  {
    text: 'Norway said it was night.\n\n“Chad attacked Mali.\n\n“Nobody was hurt,” said Ruto.',
    says: ['Chad → Mali: attack | Ruto, said, direct-quote'],
  },
];
