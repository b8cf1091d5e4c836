// Dates of publication as articles, feeds and pages write them → ISO 8601, as the schema wants it:
//
//     "Thu, 17 Jun 2021 22:10:00 +0200" → "2021-06-17T22:10:00+02:00"
//     "June 17, 2021"                   → "2021-06-17"
//
// The day stays the day of the place where it was written. A time without a zone is left out.

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zones that RFC 822 knows by name. */
const zones: Readonly<Record<string, string>> = {
  Z: 'Z',
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

const two = (number: number): string => String(number).padStart(2, '0');

/** An ISO date, or null where the calendar has no such day. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1000 && year <= 9999 ? `${year}-${two(month)}-${two(day)}` : null;
}

function zoneOf(text: string | undefined): string | null {
  if (!text) return null;
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (offset) return `${offset[1]}${offset[2]}:${offset[3]}`;
  return zones[text.toUpperCase()] ?? null;
}

function withTime(
  day: string | null,
  time: string | undefined,
  zoneText: string | undefined,
): string | null {
  const zone = zoneOf(zoneText);
  const clock = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?$/.exec(time ?? '');
  if (!day || !clock || !zone) return day;
  return `${day}T${clock[1]}:${clock[2]}:${clock[3] ?? '00'}${zone}`;
}

const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const monthName =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const weekday = '(?:[A-Z][a-z]{2,8}\\.?,? +)?';

type Reader = readonly [pattern: RegExp, read: (match: RegExpExecArray) => string | null];

const readers: readonly Reader[] = [
  [
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i,
    ([, year, month, day, time, zone]) =>
      withTime(dayOf(Number(year), Number(month), Number(day)), time, zone),
  ],
  [
    new RegExp(
      `^${weekday}(\\d{1,2})(?:st|nd|rd|th)? +${monthName},? +(\\d{4})(?:,? +(?:at +)?(\\d{2}:\\d{2}(?::\\d{2})?) *([A-Z]{1,4}|[+-]\\d{2}:?\\d{2})?)?$`,
      'i',
    ),
    ([, day, month, year, time, zone]) =>
      withTime(dayOf(Number(year), monthOf(month ?? ''), Number(day)), time, zone),
  ],
  [
    new RegExp(`^${weekday}${monthName} +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})\\b.{0,40}$`, 'i'),
    ([, month, day, year]) => dayOf(Number(year), monthOf(month ?? ''), Number(day)),
  ],
  [
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b.{0,30}$/,
    ([, year, month, day]) => dayOf(Number(year), Number(month), Number(day)),
  ],
  [
    /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}(?:Z|[+-]\d{4})?)?$/,
    ([, year, month, day]) => dayOf(Number(year), Number(month), Number(day)),
  ],
  [
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})\b.{0,20}$/,
    ([, day, month, year]) => dayOf(Number(year), Number(month), Number(day)),
  ],
];

/** The date or date-time that a text stands for; null where that is not certain ("03/04/2021"). */
export function publishedOf(text: string | null | undefined): string | null {
  const trimmed = text?.trim().slice(0, 100) ?? '';
  for (const [pattern, read] of readers) {
    const match = pattern.exec(trimmed);
    if (match) return read(match);
  }
  return null;
}
