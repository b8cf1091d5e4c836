// The dictionary form of a word, by its part of speech: "sought" VERB → "seek".
// Verbs, nouns and adjectives by wink-lemmatizer (WordNet's rules and exceptions); closed classes here.

import lemmatizer from 'wink-lemmatizer';

const closed: Readonly<Record<string, string>> = {
  "n't": 'not',
  "'s": 'be',
  "'re": 'be',
  "'m": 'be',
  "'ve": 'have',
  "'ll": 'will',
  "'d": 'would',
  ca: 'can',
  wo: 'will',
  gon: 'go',
  wan: 'want',
  sha: 'shall',
  an: 'a',
  me: 'I',
  i: 'I',
  him: 'he',
  them: 'they',
  us: 'we',
  her: 'she',
  these: 'this',
  those: 'that',
};

/** Auxiliaries keep their own form: "would" is not the past of "will" here. */
const auxiliaries: Readonly<Record<string, string>> = {
  am: 'be',
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  has: 'have',
  had: 'have',
  having: 'have',
  does: 'do',
  did: 'do',
};

/** "fined", "hoping": a short verb would have doubled its consonant, so the lemma ends in -e. */
const dropsE = /^([^aeiou]*[aeiou][^aeiouwxy])(?:ed|ing)$/;

function verbLemma(word: string): string {
  const stem = dropsE.exec(word)?.[1];
  const lemma = lemmatizer.verb(word);
  return stem !== undefined && lemma === stem ? `${stem}e` : lemma;
}

/** The lemma of a word as written. Proper nouns stay as they are. */
export function lemmaOf(text: string, upos: string): string {
  const word = text.toLowerCase().replaceAll('’', "'");
  if (upos === 'PROPN') return text;
  if (upos === 'AUX') return auxiliaries[word] ?? closed[word] ?? word;
  if (upos === 'VERB') return closed[word] ?? verbLemma(word);
  if (upos === 'NOUN') return lemmatizer.noun(word);
  if (upos === 'ADJ' || upos === 'ADV') {
    return /^\p{Lu}/u.test(text) ? text : lemmatizer.adjective(word);
  }
  if (upos === 'PART' && word === "'s") return word;
  return closed[word] ?? word;
}
