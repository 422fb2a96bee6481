import { strFromU8, strToU8, type Unzipped, type Zippable, unzipSync, zip } from 'fflate';
import { officeParts } from './office-parts.js';
import { bareJpeg, barePng } from './bare-pictures.js';

/** Parts that hold nothing but who made a document, with what they are without that. */
const EMPTIED: Record<string, string> = {
  'docProps/core.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docProps/app.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  'docProps/custom.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
};
/** A drawing of the first page as its maker's program left it. */
const THUMBNAIL = /^docProps\/thumbnail\./i;
const XML = /\.xml$/i;
const RELATIONS = /\.rels$/i;
/** Who wrote a comment or a change, and who last had a workbook to themselves. */
const NAMING = /\b((?:\w+:)?(?:author|initials|userName))="[^"]*"/g;
/** Of comments in sheets, whose list of authors is made of elements. */
const AUTHORS = /<author>[^<]*<\/author>/g;
/** In which folder of whose computer a workbook lay. */
const FOLDER = /<(\w+:)?absPath\b[^>]*\/>/g;
/** Where only people are listed, a name is one; elsewhere it may be that of a style or a table. */
const PEOPLE = /^(word\/people|ppt\/commentAuthors|ppt\/authors|xl\/persons\/[^/]+)\.xml$/i;
const NAME = /\b((?:\w+:)?(?:name|displayName|userId|providerId))="[^"]*"/g;
/** A document within the document, or a program: nobody looks into those. */
const CLOSED = /(\.(xlsx|docx|pptx)|(vbaProject|oleObject\d*)\.bin)$/i;
/** Larger ones would keep the server from everybody else for too long. */
const MOST_BYTES = 50 * 1024 * 1024;

/** An office document without who made it, wrote comments or changed something; null where that cannot be told. */
export async function namelessOffice(bytes: Buffer): Promise<Buffer | null> {
  if (bytes.length > MOST_BYTES) return null;
  // Against a budget: what is unpacked may be larger than it says.
  const checked = await officeParts(bytes, () => false);
  if (!(checked instanceof Map)) return null;
  const parts = unzipSync(bytes);
  if (Object.keys(parts).some((name) => CLOSED.test(name))) return null;
  return packed(parts);
}

function packed(parts: Unzipped): Promise<Buffer> {
  const kept: Zippable = {};
  for (const [name, content] of Object.entries(parts)) if (!THUMBNAIL.test(name)) kept[name] = bare(name, content);
  return new Promise((resolve, reject) =>
    zip(kept, { level: 6, mtime: '1980-01-02' }, (error, all) => (error ? reject(error) : resolve(Buffer.from(all)))),
  );
}

function bare(name: string, content: Uint8Array): Uint8Array {
  const emptied = EMPTIED[name];
  if (emptied) return strToU8(emptied);
  if (/\.jpe?g$/i.test(name)) return bareJpeg(content);
  if (/\.png$/i.test(name)) return barePng(content);
  if (RELATIONS.test(name)) return strToU8(strFromU8(content).replace(/<Relationship\b[^>]*\/thumbnail"[^>]*\/>/g, ''));
  if (!XML.test(name)) return content;
  const words = strFromU8(content).replace(NAMING, '$1=""').replace(AUTHORS, '<author/>').replace(FOLDER, '');
  return strToU8(PEOPLE.test(name) ? words.replace(NAME, '$1=""') : words);
}
