import { randomBytes } from 'node:crypto';
import type { Client } from '../product/client.js';
import type { ProductPromise } from './promise.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const EXE = Buffer.concat([Buffer.from('4d5a90000300000004000000ffff', 'hex'), randomBytes(64)]);
const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const ZIP = Buffer.from('504b0304140000000800', 'hex');
const GIF = Buffer.from('GIF89a\u0001\u0000\u0001\u0000');
const BINARY = Buffer.concat([Buffer.from('text and then '), Buffer.alloc(8), randomBytes(32)]);

const FORBIDDEN_ENDINGS = 'exe html htm svg js mjs css php sh bat cmd ps1 jar zip gz tar rar 7z iso dmg msi dll so'
  .concat(' apk doc xls ppt docm xlsm pptm rtf odt xml json csv gif bmp tiff heic ico eps psd mp3 wav avi mov mkv webm')
  .split(' ');
const KINDS = ['png', 'jpg', 'webp', 'pdf', 'docx', 'xlsx', 'pptx', 'mp4'];
const CONTENTS = { EXE, HTML, SVG, BINARY, GIF };

interface Bad {
  name: string;
  content: Buffer;
}

/** Wrong endings, endings that lie about their content, names that try to be more than a name, and nothing at all. */
function badFiles(): Bad[] {
  const wrongEnding = FORBIDDEN_ENDINGS.map((ending) => ({ name: `evidence.${ending}`, content: PNG }));
  const lying = KINDS.flatMap((kind) =>
    Object.values(CONTENTS).map((content) => ({ name: `evidence.${kind}`, content })),
  );
  const swapped = [
    { name: 'picture.pdf', content: PNG },
    { name: 'paper.png', content: PDF },
    { name: 'paper.docx', content: PDF },
    { name: 'archive.pdf', content: ZIP },
    { name: 'program.txt', content: EXE },
    { name: 'picture.md', content: PNG },
    { name: 'binary.txt', content: BINARY },
    { name: 'paper.txt', content: PDF },
  ];
  const names = [
    'picture.png.exe',
    'picture.png ',
    'picture',
    '.png.',
    'picture.png\u0000.html',
    'picture.p\u0000ng',
    '..',
    '',
  ].map((name) => ({ name, content: EXE }));
  return [...wrongEnding, ...lying, ...swapped, ...names, { name: 'empty.txt', content: Buffer.alloc(0) }];
}

/** Nothing that is not what it says, or not on the list, becomes a file; each is refused with a reason. */
export const uploadsRefused: ProductPromise = {
  name: 'hostile uploads are refused with a reason',
  target: '≥ 100, all',
  async keep({ product, crowd }) {
    const { client, id } = await crowd.everyRole();
    const bad = badFiles();
    const taken: string[] = [];
    for (const { name, content } of bad) {
      const reason = await refusalOf(client, name, content);
      if (!reason) taken.push(JSON.stringify(name));
    }
    const tooBig = await declare(client, 'film.mp4', 100 * 1024 * 1024 + 1);
    if (tooBig !== 413) taken.push(`101 MB (${tooBig})`);
    const [stored] = await product.sql<{ n: string }>('SELECT count(*) AS n FROM stored_file WHERE owner_id = $1', [
      id,
    ]);
    const refused = bad.length + 1 - taken.length;
    const good = await refusalOf(client, 'picture.png', PNG);
    return {
      figure: refused,
      n: bad.length + 1,
      ok: taken.length === 0 && Number(stored?.n) === 0 && bad.length >= 100,
      control: good ? `a good picture was refused: ${good}` : 'a good picture was taken',
      controlHeld: good === null,
      ...(taken.length > 0 && { why: `taken: ${taken.join(', ')}` }),
    };
  },
};

/** The reason why it was refused; null when it came in. A refusal without words is no refusal we promise. */
async function refusalOf(client: Client, name: string, content: Buffer): Promise<string | null> {
  try {
    await client.upload(name, content, 'evidence');
    return null;
  } catch (error) {
    const response = (error as { originalResponse?: { getStatus(): number; getBody(): string } }).originalResponse;
    const status = response?.getStatus() ?? 0;
    const body = response?.getBody().trim() ?? '';
    return [400, 413, 415].includes(status) && body.length > 10 ? body : null;
  }
}

async function declare(client: Client, name: string, bytes: number): Promise<number> {
  const b64 = (text: string) => Buffer.from(text).toString('base64');
  const { status } = await client.fetch('/uploads', {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes),
      'upload-metadata': `filename ${b64(name)},purpose ${b64('evidence')}`,
    },
  });
  return status;
}
