// Which language a text is in, as a BCP 47 tag. Statements are read out of English alone; what is
// in another language is kept with its tag, so that nobody takes its words for English ones.

import { francAll } from 'franc-min';

/** Shorter texts say too little about their language. In letters. */
const leastLetters = 60;
/** A text shorter than this many letters may be names for the most part. */
const shortLetters = 200;

/** Words that make up a third of any English prose and little of any other language's. */
const functionWords =
  /\b(the|of|and|to|that|with|for|on|was|were|is|are|has|have|had|by|from|at|said|its|his|her|their|would|will|which|who)\b/gi;

/** Share of the words that are common English function words. */
function englishShare(text: string): number {
  const words = text.match(/[\p{L}’']+/gu)?.length ?? 0;
  return words === 0 ? 0 : (text.match(functionWords)?.length ?? 0) / words;
}

/** What the words say: English, another language by its ISO 639-3 code, or too little to tell. */
type Finding = 'english' | 'unclear' | { readonly code: string };

/**
 * Scores are relative to the best; English within a tenth of it (a fifth in a short text) counts as
 * English, and so does a text with enough English function words, whatever names stand in it.
 */
function findingOf(text: string): Finding {
  const sample = text.slice(0, 5000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < leastLetters) return 'unclear';
  if (englishShare(sample) > (letters < shortLetters ? 0.08 : 0.15)) return 'english';
  const scores = francAll(sample);
  const english = scores.find(([code]) => code === 'eng')?.[1] ?? 0;
  const best = scores[0];
  const least = letters < shortLetters ? 0.8 : 0.9;
  if (!best || best[0] === 'und') return 'unclear';
  return english < least ? { code: best[0] } : 'unclear';
}

/** A tag in its usual form: `en_us` → `en-US`, `deu` → `de`; null where it is none. */
export function languageTag(name: string | null): string | null {
  if (!name || !/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(name.trim())) return null;
  try {
    return Intl.getCanonicalLocales(name.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

const primary = (tag: string): string => tag.split('-')[0] ?? tag;

/**
 * The language of a text. Its words decide where they say enough; else what its publisher
 * `declared`; and where neither is known it is taken for English.
 */
export function languageOf(text: string, declared: string | null): string {
  const tag = languageTag(declared);
  const finding = findingOf(text);
  if (typeof finding === 'object') {
    const found = languageTag(finding.code) ?? finding.code;
    return tag && primary(tag) === primary(found) ? tag : found;
  }
  if (finding === 'english') return tag && primary(tag) === 'en' ? tag : 'en';
  return tag ?? 'en';
}
