import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { archive } from '../../../test/support/archive.js';
import { Config } from '../config/config.js';
import { officeAsPdf } from './office-pages.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const OFFICE = 'http://schemas.openxmlformats.org';
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;

/** A letter of one sentence with a picture that lies on another computer. */
const letter = (pictureAt: string) =>
  archive([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${DOCX}.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="a" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="p" Type="${RELATIONS}/image" Target="${pictureAt}" TargetMode="External"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main" xmlns:r="${RELATIONS}" xmlns:v="urn:schemas-microsoft-com:vml"><w:body><w:p><w:r><w:t>Harbour plan</w:t></w:r></w:p><w:p><w:r><w:pict><v:shape style="width:90pt;height:90pt"><v:imagedata r:id="p"/></v:shape></w:pict></w:r></w:p></w:body></w:document>`,
    },
  ]);

describe('pages of office documents', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-office-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const put = (content: Buffer) => writeFileSync(join(folder, 'original'), content);
  /** Stands in for LibreOffice. */
  const program = (script: string) => {
    const path = join(folder, 'soffice');
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };

  it('are made without our settings, with a profile in which nothing runs', async () => {
    put(Buffer.from('document'));
    const made = await officeAsPdf(
      program('env > env.txt; echo "$@" > said.txt; cp document.docx document.pdf'),
      DOCX,
      folder,
    );
    expect(made).toEqual({ path: join(folder, 'document.pdf') });
    // Four of its own, and what a shell sets itself.
    const names = readFileSync(join(folder, 'env.txt'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('=')[0] ?? '');
    expect(names.filter((name) => !['_', 'OLDPWD', 'PWD', 'SHLVL'].includes(name)).sort()).toEqual([
      'HOME',
      'LANG',
      'PATH',
      'TMPDIR',
    ]);
    const said = readFileSync(join(folder, 'said.txt'), 'utf8');
    expect(said).toContain(`UserInstallation=file://${folder}/profile`);
    const profile = readFileSync(join(folder, 'profile/user/registrymodifications.xcu'), 'utf8');
    expect(profile).toContain('oor:name="DisableMacrosExecution" oor:op="fuse"><value>true');
  });

  it('are none where the program makes none, and it is ended where it takes too much', async () => {
    put(Buffer.from('document'));
    expect(await officeAsPdf(program('exit 0'), DOCX, folder)).toEqual({ reason: 'DAMAGED' });
    put(Buffer.from('document'));
    const most = { seconds: 0.3, bytes: 1024 * 1024 * 1024 };
    const begun = performance.now();
    expect(await officeAsPdf(program('sleep 30 & sleep 30'), DOCX, folder, most)).toEqual({ reason: 'TOO_HEAVY' });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  const PATH = '/usr/local/bin:/usr/bin:/bin';
  const office = new Config({ DATABASE_URL: 'postgres://x', PATH, DATA_DIR: tmpdir() }).officeProgram;
  const whereThereIsOne = office ? it : it.skip;
  whereThereIsOne(
    'show what the document says, and fetch nothing for it (needs LibreOffice)',
    async () => {
      const asked: string[] = [];
      const server = createServer((request, response) => {
        asked.push(request.url ?? '');
        response.end();
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      put(letter(`http://127.0.0.1:${port}/picture.png`));
      const made = await officeAsPdf(office ?? '', DOCX, folder);
      server.close();
      if (!('path' in made)) throw new Error(`no pages: ${made.reason}`);
      const library = await PDFiumLibrary.init();
      const document = await library.loadDocument(readFileSync(made.path));
      expect(document.getPageCount()).toBe(1);
      expect(document.getPage(0).getText()).toContain('Harbour plan');
      expect(asked).toEqual([]);
    },
    90_000,
  );
});
