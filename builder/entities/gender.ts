// What titles, nouns and given names say of a person's gender.

import type { UnlinkedMention } from '../../schema/index.ts';
import { givenNameGenders } from '../lexicon/index.ts';
import type { Gender } from './discourse.ts';
import { normalizeName } from './normalize-name.ts';

const female =
  /^(?:mrs|ms|miss|madame?|lady|dame|queen|princess|sister|mother|daughter|wife|widow|actress|baroness|duchess|empress)$|woman$/;
const male =
  /^(?:mr|sir|lord|king|prince|brother|father|son|husband|widower|pope|monk|priest|sheikh|emir|sultan|baron|duke|emperor)$|(?<!wo)man$/;

/** What the words of a title or a noun say; null where nothing. */
export function genderOfTitle(words: string): Gender | null {
  const said = words.replace(/\./g, '').split(/[ -]/);
  if (said.some((word) => female.test(word))) return 'female';
  return said.some((word) => male.test(word)) ? 'male' : null;
}

/** What the given name of a person's full name says; null where nothing. */
export function genderOfName({ kind, type, name }: UnlinkedMention): Gender | null {
  if (kind !== 'named' || type !== 'person' || !name.includes(' ')) return null;
  return givenNameGenders.get(normalizeName(name).split(' ')[0] ?? '') ?? null;
}
