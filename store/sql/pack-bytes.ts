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

const isWhole = (value: number): boolean => Number.isInteger(value) && value < largest;

function packNumber(value: number): void {
  if (value < 0) {
    byte(tag.negative);
    packNumber(-value);
  } else if (isWhole(value) && !Object.is(value, -0)) packWhole(value);
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

/** What was packed; throws an Error where the bytes are others. */
export function unpack<Value>(bytes: ArrayBuffer | Uint8Array): Value {
  const from = Buffer.from(bytes as Uint8Array);
  let at = 0;
  const take = (length: number): Buffer => {
    at += length;
    if (at > from.length) throw new Error('Expected more bytes of a record.');
    return from.subarray(at - length, at);
  };
  const list = (length: number): Packable[] => {
    const values: Packable[] = [];
    for (let index = 0; index < length; index++) values.push(value());
    return values;
  };
  const number = (): number => value() as number;
  const value = (): Packable => {
    const first = from[at] ?? tag.none;
    take(1);
    if (first < tag.wide) return first;
    if (first < tag.wider) return (first - tag.wide) * 256 + take(1).readUInt8();
    if (first < tag.number) return (first - tag.wider) * 65_536 + take(2).readUInt16BE();
    if (first >= tag.shortList) return list(first - tag.shortList);
    if (first >= tag.shortText) return take(first - tag.shortText).toString('utf8');
    switch (first) {
      case tag.number:
        return take(6).readUIntBE(0, 6);
      case tag.float:
        return take(8).readDoubleBE();
      case tag.negative:
        return -number();
      case tag.thousandths:
        return number() / 1000;
      case tag.none:
        return null;
      case tag.bytes:
        return Buffer.from(take(number()));
      case tag.text:
        return take(number()).toString('utf8');
      case tag.units:
        return take(number()).toString('utf16le');
      case tag.list:
        return list(number());
      default:
        throw new Error(`Expected a record, found a byte ${first} in it.`);
    }
  };
  return value() as Value;
}
