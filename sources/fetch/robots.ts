// robots.txt as RFC 9309 has it: which paths of a host a reader may ask for, and how fast.

export interface Robots {
  /** Whether the path with its query may be asked for. */
  allows(path: string): boolean;
  /** Seconds between two requests, where the file says so; else null. */
  readonly delay: number | null;
}

interface Rule {
  readonly isAllowed: boolean;
  readonly length: number;
  readonly matches: (path: string) => boolean;
}

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
  delay: number | null;
}

/** Longer files are read to here, as the standard allows. In characters. */
export const mostRobots = 512_000;

export const allowAll: Robots = { allows: () => true, delay: null };
export const allowNothing: Robots = { allows: () => false, delay: null };

/** `%7e` and `~` are the same path, `%2f` and `/` are not. */
function decoded(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(sign) ? sign : code.toUpperCase();
  });
}

/** A pattern with * for anything and $ for the end. Takes time in the length of both, no more. */
function matcher(pattern: string): (path: string) => boolean {
  const isWhole = pattern.endsWith('$');
  const parts = decoded(isWhole ? pattern.slice(0, -1) : pattern).split('*');
  return (path) => {
    const [first = '', ...others] = parts;
    if (!path.startsWith(first)) return false;
    let at = first.length;
    const last = isWhole && others.length > 0 ? others.pop() : undefined;
    for (const part of others) {
      const found = path.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    if (last !== undefined) return path.endsWith(last) && path.length - last.length >= at;
    return !isWhole || at === path.length;
  };
}

/** The lines of a file that say something, as name and value. */
function* fieldsOf(text: string): Generator<readonly [field: string, value: string], void, void> {
  for (const line of text.slice(0, mostRobots).split(/\r\n?|\n/)) {
    const match = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line);
    const field = match?.[1]?.toLowerCase() ?? '';
    if (/^(?:user-agent|allow|disallow|crawl-delay)$/.test(field)) {
      yield [field, match?.[2]?.trim() ?? ''];
    }
  }
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let isNaming = false;
  for (const [field, value] of fieldsOf(text)) {
    if (field === 'user-agent') {
      if (!isNaming) groups.push({ agents: [], rules: [], delay: null });
      groups.at(-1)?.agents.push(value.toLowerCase());
      isNaming = true;
      continue;
    }
    isNaming = false;
    const group = groups.at(-1);
    if (!group) continue;
    if (field === 'crawl-delay') {
      const seconds = Number.parseFloat(value);
      if (seconds >= 0) group.delay = seconds;
    } else if (value !== '') {
      const matches = matcher(value);
      group.rules.push({ isAllowed: field === 'allow', length: value.length, matches });
    }
  }
  return groups;
}

/** What a robots.txt says to the reader that is called `agent`, for example `whowhom`. */
export function robotsOf(text: string, agent: string): Robots {
  const groups = groupsOf(text.replace(/^\ufeff/, ''));
  const named = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()));
  const own = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  const rules = own.flatMap((group) => group.rules);
  return {
    delay: own.find(({ delay }) => delay !== null)?.delay ?? null,
    allows(path) {
      const plain = decoded(path);
      // The longest rule wins, and of two of a length the one that allows.
      let best: Rule | null = null;
      for (const rule of rules) {
        const isBetter =
          !best || rule.length > best.length || (rule.length === best.length && rule.isAllowed);
        if (isBetter && rule.matches(plain)) best = rule;
      }
      return best?.isAllowed ?? true;
    },
  };
}
