// Sentences and what they say: "Source → Target: lemma", "A – B: lemma" where it is mutual,
// "!" before the lemma of a negated statement, its modality behind where it is not actual.

export interface StatementCase {
  readonly text: string;
  readonly says: readonly string[];
}

export const statementCases: readonly StatementCase[] = [
  {
    text: 'The president of Finland is older than the king of Sweden.',
    says: ['president of Finland → Finland: president', 'king of Sweden → Sweden: king'],
  },
  {
    text: 'Member states of the European Union sent aid to Chad.',
    says: [
      'Member states of the European Union → EU: member',
      'Member states of the European Union → Chad: send aid to',
    ],
  },
  {
    text: 'Sudan is a member of the Arab League.',
    says: ['Sudan → Arab League: member'],
  },
  // actives
  { text: 'China backed Russia.', says: ['China → Russia: back'] },
  { text: 'On Tuesday France openly criticised Italy.', says: ['France → Italy: criticise'] },
  {
    text: 'Kenyan police arrested two men, and Uganda asked Kenya for help.',
    says: ['Kenyan police → men: arrest', 'Uganda → Kenya: ask', 'Kenyan police → Kenya: of'],
  },
  {
    text: 'Russian forces attacked Ukraine at dawn.',
    says: ['Russian forces → Ukraine: attack', 'Russian forces → Russia: of'],
  },
  { text: 'NATO, which met in Madrid, accused Russia.', says: ['NATO → Russia: accuse'] },
  {
    text: 'Angola thanked Zambia and praised Malawi.',
    says: ['Angola → Zambia: thank', 'Angola → Malawi: praise'],
  },
  // particles and prepositions
  {
    text: 'Japan called on North Korea to return to talks.',
    says: ['Japan → North Korea: call on'],
  },
  {
    text: 'The European Union imposed sanctions on Belarus.',
    says: ['EU → Belarus: impose sanctions on'],
  },
  // passives
  {
    text: 'Armenia was attacked by Azerbaijan in September.',
    says: ['Azerbaijan → Armenia: attack'],
  },
  { text: 'Peru was criticised.', says: [] },
  // several actors
  {
    text: 'Norway and Sweden condemned Iran.',
    says: ['Norway → Iran: condemn', 'Sweden → Iran: condemn'],
  },
  {
    text: 'Ghana warned Mali and Niger.',
    says: ['Ghana → Mali: warn', 'Ghana → Niger: warn'],
  },
  {
    text: 'Peru, Chile and others that have imposed sanctions on Russia wept.',
    says: ['Peru → Russia: impose sanctions on', 'Chile → Russia: impose sanctions on'],
  },
  // both ways
  { text: 'Egypt and Ethiopia met in Geneva.', says: ['Egypt – Ethiopia: meet'] },
  { text: 'Saudi Arabia agreed with Iran on Friday.', says: ['Saudi Arabia – Iran: agree with'] },
  {
    text: 'On Feb. 4, Chinese leader Xi Jinping and Russian President Vladimir Putin met in Beijing and drank “strong tea.”',
    says: [
      'Xi Jinping – Vladimir Putin: meet',
      'Xi Jinping → China: leader',
      'Vladimir Putin → Russia: president',
    ],
  },
  { text: 'Talks between Serbia and Kosovo broke down.', says: ['Serbia – Kosovo: talks'] },
  { text: 'A China–Russia partnership grew.', says: ['China – Russia: partnership'] },
  { text: 'The U.S.-China talks ended early.', says: ['United States – China: talks'] },
  { text: 'Chinese ties with Moscow are close.', says: ['China – Russia: ties'] },
  // nouns of action
  { text: 'The Russian invasion of Ukraine shocked many.', says: ['Russia → Ukraine: invasion'] },
  {
    text: 'Pressure from the U.S. and the European Union on China is growing.',
    says: ['United States → China: pressure', 'EU → China: pressure'],
  },
  {
    text: 'There was pressure on China to condemn Russia.',
    says: ['China → Russia: condemn (demanded)'],
  },
  // negation and modality
  { text: 'Hungary did not support Ukraine.', says: ['Hungary → Ukraine: !support'] },
  { text: 'Germany will support Poland.', says: ['Germany → Poland: support (future)'] },
  { text: 'Turkey could attack Syria.', says: ['Turkey → Syria: attack (hypothetical)'] },
  { text: 'Israel must leave Lebanon, Jordan said.', says: ['Israel → Lebanon: leave (demanded)'] },
  // persons
  {
    text: 'Wang Yi, China’s foreign minister, warned U.S. Secretary of State Antony Blinken on Sunday.',
    says: [
      'Wang Yi → Antony Blinken: warn',
      'Wang Yi → China: foreign minister',
      'Antony Blinken → United States: secretary of state',
    ],
  },
  {
    text: 'Chinese leader Xi Jinping and Russian President Vladimir Putin met in Beijing.',
    says: [
      'Xi Jinping – Vladimir Putin: meet',
      'Xi Jinping → China: leader',
      'Vladimir Putin → Russia: president',
    ],
  },
  {
    text: 'In a telephone call, President Emmanuel Macron urged President Vladimir Putin to stop.',
    says: [
      'Emmanuel Macron → Vladimir Putin: urge',
      'Emmanuel Macron – Vladimir Putin: telephone call',
    ],
  },
  {
    text: 'Wang spoke by telephone with Dmytro Kuleba.',
    says: ['Wang – Dmytro Kuleba: speak with'],
  },
  // inherited and inner arguments
  {
    text: 'Russia agreed to release the sailors to Ukraine.',
    says: ['Russia → sailors: release (future)', 'Russia → Ukraine: release (future)'],
  },
  { text: 'Sudan threatened to attack Chad.', says: ['Sudan → Chad: attack (threatened)'] },
  {
    text: 'Brazil urged Peru to recognise Bolivia.',
    says: ['Brazil → Peru: urge', 'Peru → Bolivia: recognise (demanded)'],
  },
  { text: 'Cuba refused to thank Spain.', says: ['Cuba → Spain: !thank'] },
  {
    text: 'Ireland condemned the Russian invasion of Ukraine.',
    says: ['Ireland → Russia: condemn', 'Russia → Ukraine: invasion'],
  },
  // capitals and palaces
  { text: 'Moscow warned Kyiv.', says: ['Russia → Ukraine: warn'] },
  { text: 'The White House blamed the Kremlin.', says: ['United States → Russia: blame'] },
];

/** Texts that claim nothing between two actors, though two stand in them. */
export const silentTexts: readonly string[] = [
  'China and Russia.',
  'France, Germany, Italy and Spain',
  'He flew from Kenya to Uganda in June.',
  'The film won prizes in France and Japan.',
  'Russian gas reaches Germany by ship.',
  'Brazil 2, Argentina 1',
  'Photo: a street in Cairo, Egypt, on Monday.',
  'Prices rose in Chile. Peru has new coins.',
  'After China grew, Vietnam opened its ports.',
  'She said that while Mexico slept, Canada worked.',
  'Poland, unlike Hungary, has a coast.',
  'The road runs along the border of Chad and Sudan.',
  'By REUTERS in Moscow and AP in Kyiv',
  'Read more: Israel, Jordan, Egypt',
  'China attacked. Russia slept.',
];
