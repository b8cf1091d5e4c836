// Lists of numbers, texts and lists as bytes: half of what JSON takes, because nearly all that is kept
// of a statement are small numbers. Every value comes back as it was, also half a surrogate pair.

export type Packable = number | string | null | Uint8Array | readonly Packable[] | undefined;

/** First bytes. Below `wide` a byte is a number itself; lists and texts of few have their length in it. */
const tag = {
  wide: 0x80, // to 0x9f: 13 bits, those above the first eight in the tag
  wider: 0xa0, // to 0xaf: 20 bits
  number: 0xb0, // 48 bits
  float: 0xb1,
  negative: 0xb2, // and the number without its sign
  thousandths: 0xb3, // and a number
  none: 0xb4,
  bytes: 0xb5, // and their number
  text: 0xb6, // and the number of its bytes in UTF-8
  units: 0xb7, // text that is not well formed, in UTF-16
  list: 0xb8, // and its length
  shortText: 0xc0, // to 0xdf
  shortList: 0xe0, // to 0xff
} as const;
const short = 32;
const largest = 2 ** 48;

/** Written into again and again; what is given out is copied from it. */
let room = Buffer.alloc(4096);
let end = 0;

function need(bytes: number): void {
  if (end + bytes <= room.length) return;
  const larger = Buffer.alloc((end + bytes) * 2);
  room.copy(larger, 0, 0, end);
  room = larger;
}

function byte(value: number): void {
  need(1);
  room[end++] = value;
}

function packWhole(value: number): void {
  need(7);
  if (value < tag.wide) room[end++] = value;
  else if (value < 2 ** 13) {
    room[end++] = tag.wide + (value >> 8);
    room[end++] = value & 0xff;
  } else if (value < 2 ** 20) {
    room[end++] = tag.wider + (value >> 16);
    end = room.writeUInt16BE(value & 0xffff, end);
  } else {
    room[end++] = tag.number;
    end = room.writeUIntBE(value, end, 6);
  }
}

/** Whole and not below zero; the zero with a sign is none of these. */
const isWhole = (value: number): boolean =>
  Number.isInteger(value) && value < largest && !Object.is(value, -0);

function packNumber(value: number): void {
  if (value < 0) {
    byte(tag.negative);
    packNumber(-value);
  } else if (isWhole(value)) packWhole(value);
  else if (isWhole(Math.round(value * 1000)) && Math.round(value * 1000) / 1000 === value) {
    byte(tag.thousandths);
    packWhole(Math.round(value * 1000));
  } else {
    need(9);
    room[end++] = tag.float;
    end = room.writeDoubleBE(value, end);
  }
}

function packText(text: string): void {
  const encoding = text.isWellFormed() ? 'utf8' : 'utf16le';
  const length = Buffer.byteLength(text, encoding);
  if (encoding === 'utf8' && length < short) byte(tag.shortText + length);
  else {
    byte(encoding === 'utf8' ? tag.text : tag.units);
    packWhole(length);
  }
  need(length);
  end += room.write(text, end, encoding);
}

function packBytes(bytes: Uint8Array): void {
  byte(tag.bytes);
  packWhole(bytes.length);
  need(bytes.length);
  room.set(bytes, end);
  end += bytes.length;
}

function packValue(value: Packable): void {
  if (typeof value === 'number') packNumber(value);
  else if (typeof value === 'string') packText(value);
  else if (value === null || value === undefined) byte(tag.none);
  else if (value instanceof Uint8Array) packBytes(value);
  else {
    if (value.length < short) byte(tag.shortList + value.length);
    else {
      byte(tag.list);
      packWhole(value.length);
    }
    for (const each of value) packValue(each);
  }
}

export function pack(value: Packable): Buffer {
  end = 0;
  packValue(value);
  return Buffer.from(room.subarray(0, end));
}

/** What is read, and how far. */
let from: Buffer = room;
let at = 0;

/** The place of so many bytes, which are then behind. */
function pass(bytes: number): number {
  const start = at;
  at += bytes;
  if (at > from.length) throw new Error('Expected more bytes of a record.');
  return start;
}

const noRecord = (byte: number): Error =>
  new Error(`Expected a record, found a byte ${byte} in it.`);

function unpackList(length: number): Packable[] {
  const values = new Array<Packable>(length);
  for (let index = 0; index < length; index++) values[index] = unpackValue();
  return values;
}

function unpackText(length: number, encoding: 'utf8' | 'utf16le'): string {
  const start = pass(length);
  return from.toString(encoding, start, start + length);
}

const unpackNumber = (): number => unpackValue() as number;

function unpackValue(): Packable {
  const first = from[pass(1)] as number;
  if (first < tag.wide) return first;
  if (first < tag.wider) return (first - tag.wide) * 256 + (from[pass(1)] as number);
  if (first < tag.number) return (first - tag.wider) * 65_536 + from.readUInt16BE(pass(2));
  if (first >= tag.shortList) return unpackList(first - tag.shortList);
  if (first >= tag.shortText) return unpackText(first - tag.shortText, 'utf8');
  switch (first) {
    case tag.number:
      return from.readUIntBE(pass(6), 6);
    case tag.float:
      return from.readDoubleBE(pass(8));
    case tag.negative:
      return -unpackNumber();
    case tag.thousandths:
      return unpackNumber() / 1000;
    case tag.none:
      return null;
    case tag.bytes: {
      const length = unpackNumber();
      const start = pass(length);
      return Uint8Array.prototype.slice.call(from, start, start + length);
    }
    case tag.text:
      return unpackText(unpackNumber(), 'utf8');
    case tag.units:
      return unpackText(unpackNumber(), 'utf16le');
    case tag.list:
      return unpackList(unpackNumber());
    default:
      throw noRecord(first);
  }
}

function begin(bytes: ArrayBuffer | Uint8Array): void {
  from =
    bytes instanceof Uint8Array
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : Buffer.from(bytes);
  at = 0;
}

/** What was packed; throws an Error where the bytes are others. */
export function unpack<Value>(bytes: ArrayBuffer | Uint8Array): Value {
  begin(bytes);
  return unpackValue() as Value;
}

/** The first items of a list that was packed, the rest of which is not looked at. */
export function unpackFirst(bytes: ArrayBuffer | Uint8Array, items: number): Packable[] {
  begin(bytes);
  const first = from[pass(1)] as number;
  if (first < tag.shortList && first !== tag.list) throw noRecord(first);
  const length = first === tag.list ? unpackNumber() : first - tag.shortList;
  return unpackList(Math.min(items, length));
}
