// What is known of an article besides its text, and what it says of its entities, as lists in bytes.

import type { Document, Entity } from '../../schema/index.ts';
import { type Packable, pack, unpack } from './pack-bytes.ts';
import { type PackedEntity, packEntity, unpackEntity } from './pack-entity.ts';

/** What has no column of its own. */
type Metadata = Pick<
  Document,
  | 'title'
  | 'description'
  | 'author'
  | 'language'
  | 'published'
  | 'retrieved'
  | 'mediaType'
  | 'contentHash'
>;

const hash = 'sha256:';

/** A hash as its 32 bytes; another text as it is. */
function packHash(text: string): Packable {
  const bytes = Buffer.from(text.slice(hash.length), 'hex');
  return `${hash}${bytes.toString('hex')}` === text ? bytes : text;
}

export const packMetadata = (document: Metadata): Buffer =>
  pack([
    document.title,
    document.description,
    document.author,
    document.language,
    document.published,
    document.retrieved,
    document.mediaType,
    packHash(document.contentHash),
  ]);

export function unpackMetadata(packed: Uint8Array): Metadata {
  const [title, description, author, language, published, retrieved, mediaType, content] =
    unpack<(string | null)[]>(packed);
  return {
    title,
    description,
    author,
    language,
    published,
    retrieved,
    mediaType,
    contentHash:
      typeof content === 'string'
        ? content
        : `${hash}${Buffer.from(content ?? '').toString('hex')}`,
  } as Metadata;
}

export const packDescriptions = (described: readonly Entity[]): Buffer =>
  pack(described.map(packEntity));

/** The entities of the ids, as they were described. */
export const unpackDescriptions = (packed: Uint8Array, ids: readonly string[]): Entity[] =>
  unpack<PackedEntity[]>(packed).map((each, index) => unpackEntity(ids[index] as string, each));
