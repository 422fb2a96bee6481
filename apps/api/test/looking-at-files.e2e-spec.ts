import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { Config } from '../src/platform/config/config.js';
import { MissingPreviewsJob } from '../src/platform/previews/missing-previews.job.js';
import { FilesService } from '../src/platform/storage/files.service.js';
import { archive, checksum, officeFile, type Part } from './support/archive.js';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { pdf } from './support/pdf.js';
import { addPeople } from './support/programme.js';
import { announceUpload, uploadEvidence } from './support/uploading.js';

interface Preview {
  state: string;
  reason: string | null;
  pages: { url: string; width: number; height: number }[];
  pageCount: number;
  activeContent: boolean;
}

/** Of pages that are only counted: to draw a sheet of A4 takes ten times as long. */
const SMALL = '[0 0 90 90]';

describe('looking at files', () => {
  let api: TestApi;
  let ada: TestClient;
  let bo: TestClient;
  let people: { Ada: string; Bo: string };

  beforeAll(async () => {
    api = await startApi({ worker: true });
    people = await addPeople(api, { Ada: ['EMPLOYEE'], Bo: ['EMPLOYEE'] });
    ada = await api.as(people.Ada);
    bo = await api.as(people.Bo);
    // Bo is shown everything of Ada's, as an assessor would be.
    api.app
      .get(FilesService)
      .alsoReadableWhen(async (viewer, file) => viewer.isSelf(people.Bo) && file.ownerId === people.Ada);
    await api.sql('CREATE POLICY bo_sees ON stored_file FOR SELECT TO app_api USING (true)').catch(() => undefined);
  });
  afterAll(() => api.close());

  const previewOf = async (id: string, by = ada) => (await (await by.fetch(`/files/${id}/preview`)).json()) as Preview;
  const drawn = (id: string) =>
    eventually(
      () => previewOf(id),
      ({ state }) => state !== 'BEING_MADE',
      40_000,
    );
  const handIn = async (name: string, content: Buffer) => {
    const id = await uploadEvidence(ada, name, content);
    return { id, preview: await drawn(id) };
  };

  /** A photograph that says where it was taken, by whom and with what. */
  const photograph = () =>
    sharp({ create: { width: 640, height: 480, channels: 3, background: '#2060c0' } })
      .withExif({
        IFD0: { Artist: 'Canary Artist', Copyright: 'Canary Copyright', Make: 'CanaryCam' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '52/1 30/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '13/1 24/1 0/1',
        },
      })
      .jpeg()
      .toBuffer();

  it('shows a photograph to others as we drew it: without where and by whom it was taken', async () => {
    const original = await photograph();
    expect(original.includes('Canary Artist')).toBe(true);
    const { id, preview } = await handIn('photo of me.jpg', original);
    expect(preview).toMatchObject({ state: 'READY', pageCount: 1, pages: [{ width: 640, height: 480 }] });

    for (const path of [`/files/${id}`, `/files/${id}/preview/1`]) {
      const answer = await bo.fetch(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('image/webp');
      expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''evidence-1.webp");
      const shown = Buffer.from(await answer.arrayBuffer());
      expect(shown.includes('Canary')).toBe(false);
      const { exif, xmp, iptc, icc, width } = await sharp(shown).metadata();
      expect([exif, xmp, iptc, icc, width]).toEqual([undefined, undefined, undefined, undefined, 640]);
    }
    // The owner keeps the bytes that the digest of the badge speaks of.
    const own = Buffer.from(await (await ada.fetch(`/files/${id}`)).arrayBuffer());
    expect(own.equals(original)).toBe(true);
    const [row] = await api.sql<{ sha256: string }>('SELECT sha256 FROM stored_file WHERE id = $1', [id]);
    expect(row?.sha256).toBe(createHash('sha256').update(own).digest('hex'));
  });

  it('draws the pages of a PDF, in their colours', async () => {
    const { id, preview } = await handIn('report.pdf', pdf({ pages: 3 }));
    expect(preview).toMatchObject({ state: 'READY', pageCount: 3, activeContent: false, reason: null });
    expect(preview.pages).toHaveLength(3);
    const picture = Buffer.from(await (await bo.fetch(preview.pages[1]?.url ?? '')).arrayBuffer());
    const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    // The square stands 100 to 300 points from the left and the bottom of 612 by 792.
    const at = (Math.floor(info.height * (1 - 200 / 792)) * info.width + Math.floor(info.width * (200 / 612))) * 3;
    expect([(data[at] ?? 0) > 230, (data[at + 1] ?? 255) < 30, (data[at + 2] ?? 255) < 30]).toEqual([true, true, true]);
    for (const page of ['0', '4', '99', 'x', '1e1', '-1'])
      expect((await bo.fetch(`/files/${id}/preview/${page}`)).status).toBe(404);
    const original = await bo.fetch(`/files/${id}`);
    expect(original.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''evidence.pdf");
    expect(original.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(original.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('draws at most fifty pages, and says how many there are', async () => {
    const { preview } = await handIn('long.pdf', pdf({ pages: 60, box: SMALL }));
    expect([preview.pages.length, preview.pageCount]).toEqual([50, 60]);
  });

  const hidden = () => {
    const objects = '6 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>';
    const packed = deflateSync(Buffer.from(objects)).toString('latin1');
    return pdf({
      more: [
        'null',
        `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`,
      ],
    });
  };
  it.each([
    ['JavaScript when it opens', pdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' })],
    ['JavaScript under another spelling', pdf({ catalog: '/OpenAction << /S /J#61va#53cript /J#53 (1) >>' })],
    [
      'JavaScript among its names',
      pdf({ catalog: '/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>' }),
    ],
    ['a program to start', pdf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' })],
    ['a file inside', pdf({ catalog: '/Names << /EmbeddedFiles << /Names [] >> >>' })],
    ['acts of its own', pdf({ catalog: '/AA << /WC << /S /URI /URI (https://evil.example) >> >>' })],
    ['a form that sends', pdf({ catalog: '/OpenAction << /S /SubmitForm /F (https://evil.example) >>' })],
    ['a form in XML', pdf({ catalog: '/AcroForm << /XFA [] >>' })],
    ['media that run', pdf({ more: ['<< /Type /Annot /Subtype /RichMedia >>'] })],
    ['an import of data', pdf({ catalog: '/OpenAction << /S /ImportData /F (a.fdf) >>' })],
    ['JavaScript in a packed object', hidden()],
  ])('says of a PDF that it holds %s', async (_what, content) => {
    const { preview } = await handIn('active.pdf', content);
    expect(preview.activeContent).toBe(true);
    expect(preview.state).toBe('READY');
  });

  it.each([
    ['no PDF at all', 'broken.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'), 'DAMAGED'],
    [
      'a cut picture',
      'cut.png',
      Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk', 'base64'),
      'DAMAGED',
    ],
    [
      'an encrypted PDF',
      'locked.pdf',
      pdf({
        trailer: '/Encrypt 6 0 R /ID [<00> <00>] ',
        more: ['<< /Filter /Standard /V 1 /R 2 /O <' + '00'.repeat(32) + '> /U <' + '11'.repeat(32) + '> /P -4 >>'],
      }),
      'PROTECTED',
    ],
    ['a document', 'report.docx', officeFile('docx'), 'NOT_DRAWN'],
  ])('says why there is no picture of %s', async (_what, name, content, reason) => {
    const { id, preview } = await handIn(name, content);
    expect(preview).toMatchObject({ state: 'IMPOSSIBLE', reason, pages: [] });
    expect((await bo.fetch(`/files/${id}/preview/1`)).status).toBe(404);
  });

  it('gives nobody else a picture that it could not draw', async () => {
    const bomb = floodOf(30_000);
    const { id, preview } = await handIn('flood.png', bomb);
    expect(preview).toMatchObject({ state: 'IMPOSSIBLE', reason: 'TOO_LARGE' });
    expect((await bo.fetch(`/files/${id}`)).status).toBe(404);
    expect((await ada.fetch(`/files/${id}`)).status).toBe(200);
  });

  it('draws a page as large as a house as small as any other', async () => {
    const { preview } = await handIn('poster.pdf', pdf({ box: '[0 0 200000 200000]' }));
    expect(preview.state).toBe('READY');
    expect(Math.max(...preview.pages.map(({ width, height }) => Math.max(width, height)))).toBeLessThanOrEqual(3_600);
  });

  it('draws the pages after the fiftieth when somebody asks for one of them, and no more than there are', async () => {
    const { id, preview } = await handIn('book.pdf', pdf({ pages: 53, box: SMALL }));
    expect([preview.pages.length, preview.pageCount]).toEqual([50, 53]);
    for (const page of [51, 53, 51]) {
      const answer = await bo.fetch(`/files/${id}/preview/${page}`);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    }
    await eventually(
      () => previewOf(id),
      ({ pages }) => pages.length === 53,
      40_000,
    );
    expect((await bo.fetch(`/files/${id}/preview/53`)).headers.get('content-type')).toBe('image/webp');
    expect((await bo.fetch(`/files/${id}/preview/54`)).status).toBe(404);
  });

  it('says that a document carries programs', async () => {
    const { preview } = await handIn('sheet.xlsx', officeFile('xlsx', [{ name: 'xl/vbaProject.bin', content: 'x' }]));
    expect(preview).toMatchObject({ state: 'IMPOSSIBLE', reason: 'NOT_DRAWN', activeContent: true });
  });

  it('shows the pages of a document since a program is there that makes them, also of one from before', async () => {
    const { id, preview } = await handIn('plan.docx', officeFile('docx'));
    expect(preview.reason).toBe('NOT_DRAWN');
    await api.sql(`UPDATE stored_file SET created_at = created_at - interval '2 minutes' WHERE id = $1`, [id]);
    // Stands in for LibreOffice: makes two pages of whatever it gets.
    const folder = await mkdtemp(join(tmpdir(), 'assay-office-'));
    const program = join(folder, 'soffice');
    await writeFile(join(folder, 'two.pdf'), pdf({ pages: 2 }));
    await writeFile(program, `#!/bin/sh\ncp ${folder}/two.pdf document.pdf\n`, { mode: 0o755 });
    const config = api.app.get(Config);
    Object.assign(config, { officeProgram: program });
    try {
      await api.asSystem((system) => api.app.get(MissingPreviewsJob, { strict: false }).run(system));
      expect(await drawn(id)).toMatchObject({ state: 'READY', pageCount: 2, activeContent: false });
      expect((await bo.fetch(`/files/${id}/preview/2`)).headers.get('content-type')).toBe('image/webp');
      const { preview: fresh } = await handIn('new.docx', officeFile('docx'));
      expect(fresh).toMatchObject({ state: 'READY', pageCount: 2 });
    } finally {
      Object.assign(config, { officeProgram: null });
      await rm(folder, { recursive: true });
    }
  });

  it('shows neither the pictures nor whether there are any to those who may not see the file', async () => {
    const { id } = await handIn('mine.pdf', pdf());
    const { Cy } = await addPeople(api, { Cy: ['ADMINISTRATOR'] });
    const cy = await api.as(Cy);
    for (const path of [`/files/${id}`, `/files/${id}/preview`, `/files/${id}/preview/1`]) {
      expect((await cy.fetch(path)).status).toBe(404);
      expect((await api.stranger.fetch(path)).status).toBe(401);
    }
  });

  it('says meanwhile that the picture is being made', async () => {
    const quiet = await startApi();
    try {
      const { Ada } = await addPeople(quiet, { Ada: ['EMPLOYEE'] });
      const by = await quiet.as(Ada);
      const id = await uploadEvidence(by, 'photo.jpg', await photograph());
      const answer = await by.fetch(`/files/${id}/preview/1`);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
      expect((await previewOf(id, by)).state).toBe('BEING_MADE');
    } finally {
      await quiet.close();
    }
  });

  const many = (n: number): Part[] =>
    Array.from({ length: n }, (_, i) => ({ name: `word/media/${i}.xml`, content: 'x' }));
  it.each<[string, Buffer, string]>([
    ['leaves its folder', officeFile('docx', [{ name: '../../etc/cron.d/x', content: 'x' }]), 'leave its folder'],
    ['names a whole path', officeFile('docx', [{ name: '/etc/passwd', content: 'x' }]), 'leave its folder'],
    ['names a drive', officeFile('docx', [{ name: 'C:/x', content: 'x' }]), 'leave its folder'],
    ['goes up with backslashes', officeFile('docx', [{ name: '..\\..\\x', content: 'x' }]), 'leave its folder'],
    ['holds a link', officeFile('docx', [{ name: 'word/link', content: '/etc/passwd', mode: 0o120777 }]), 'link'],
    ['holds another archive', officeFile('docx', [{ name: 'word/more.zip', content: 'x' }]), 'another archive'],
    [
      'holds a document where none belongs',
      officeFile('docx', [{ name: 'inner.docx', content: 'x' }]),
      'another archive',
    ],
    ['holds too many files', officeFile('docx', many(1_001)), 'more than 1,000 files'],
    [
      'unpacks to a hundred times itself',
      officeFile('docx', [{ name: 'word/z.xml', content: Buffer.alloc(20_000_000) }]),
      'packed more tightly',
    ],
    [
      'claims 4 GB',
      officeFile('docx', [{ name: 'word/z.xml', content: 'x', claims: { unpacked: 0xfffffff0 } }]),
      'packed more tightly',
    ],
    ['holds the same name twice', officeFile('docx', [{ name: 'word/document.xml', content: 'x' }]), 'same name'],
    ['is encrypted', officeFile('docx', [{ name: 'word/s.xml', content: 'x', encrypted: true }]), 'encrypted'],
    ['is only an archive', archive([{ name: 'a.txt', content: 'x' }]), 'no such document'],
    ['is a sheet under another name', officeFile('xlsx'), 'no such document'],
    ['has no directory', officeFile('docx').subarray(0, 100), 'cannot be read'],
    [
      'claims parts larger than itself',
      officeFile('docx', [{ name: 'word/z.xml', content: 'x', claims: { packed: 900_000, unpacked: 900_000 } }]),
      'over each other',
    ],
  ])('refuses a document that %s, quickly', async (_what, content, reason) => {
    const began = Date.now();
    const failure = await uploadEvidence(ada, 'report.docx', content).catch((error: unknown) => error);
    const { originalResponse } = failure as { originalResponse?: { getStatus(): number; getBody(): string } };
    expect(originalResponse?.getStatus()).toBe(415);
    expect(originalResponse?.getBody()).toContain(reason);
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  it.each(['docx', 'xlsx', 'pptx'] as const)('takes an ordinary %s with a chart in it', async (kind) => {
    const folder = { docx: 'word', xlsx: 'xl', pptx: 'ppt' }[kind];
    const content = officeFile(kind, [{ name: `${folder}/embeddings/Microsoft_Excel_Sheet.xlsx`, content: 'x' }]);
    expect((await handIn(`ordinary.${kind}`, content)).preview.activeContent).toBe(false);
  });

  it('keeps no more of one person than there is room for, and counts what is still coming', async () => {
    const small = await startApi({ env: { RATE_LIMITS: 'on', UPLOAD_QUOTA_MB: '1' } });
    try {
      const { Ada } = await addPeople(small, { Ada: ['EMPLOYEE'] });
      const by = await small.as(Ada);
      await uploadEvidence(by, 'notes.txt', Buffer.alloc(500_000, 'x'));
      expect((await announceUpload(by, 'more.txt', 400_000)).status).toBe(201);
      const refused = await announceUpload(by, 'most.txt', 400_000);
      expect(refused.status).toBe(413);
      expect(await refused.text()).toContain('as much as there is room for');
    } finally {
      await small.close();
    }
  });

  it('lets the pictures go with the file', async () => {
    const { id } = await handIn('gone.pdf', pdf());
    const files = api.app.get(FilesService);
    await api.asSystem((system) => files.sweepUntaken(system, new Date(Date.now() + 86_400_000)));
    expect(await api.sql('SELECT 1 FROM file_preview WHERE file_id = $1', [id])).toEqual([]);
    expect((await ada.fetch(`/files/${id}/preview/1`)).status).toBe(404);
  });
});

/** A picture of that many points in each direction that is a few kilobytes long. */
function floodOf(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(checksum(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * 200), { level: 9 });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
