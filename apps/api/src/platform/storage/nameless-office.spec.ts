import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { officeFile } from '../../../test/support/archive.js';
import { namelessOffice } from './nameless-office.js';

const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#2060c0' } }).withExif({
    IFD0: { Artist: 'Canary Artist', Make: 'CanaryCam' },
  });

describe('an office file without its makers', () => {
  it('keeps its pictures, without who took them', async () => {
    const [photo, drawing] = [await picture().jpeg().toBuffer(), await picture().png().toBuffer()];
    expect([photo.includes('Canary'), drawing.includes('Canary')]).toEqual([true, true]);
    const bare = await namelessOffice(
      officeFile('docx', [
        { name: 'word/media/image1.jpeg', content: photo },
        { name: 'word/media/image2.png', content: drawing },
      ]),
    );
    const parts = unzipSync(bare ?? Buffer.alloc(0));
    for (const [name, original] of [
      ['word/media/image1.jpeg', photo],
      ['word/media/image2.png', drawing],
    ] as const) {
      const shown = Buffer.from(parts[name] ?? []);
      expect(shown.includes('Canary')).toBe(false);
      expect((await sharp(shown).metadata()).exif).toBeUndefined();
      expect((await sharp(shown).raw().toBuffer()).equals(await sharp(original).raw().toBuffer())).toBe(true);
    }
  });

  it('keeps the names of tables, and takes those of people out of comments in sheets', async () => {
    const bare = await namelessOffice(
      officeFile('xlsx', [
        { name: 'xl/tables/table1.xml', content: '<table name="Rates" displayName="Rates"/>' },
        { name: 'xl/comments1.xml', content: '<authors><author>Canary</author></authors>' },
        { name: 'xl/persons/person.xml', content: '<person displayName="Canary" userId="Canary" providerId="AD"/>' },
      ]),
    );
    const text = Object.values(unzipSync(bare ?? Buffer.alloc(0)))
      .map((part) => Buffer.from(part).toString('utf8'))
      .join('\n');
    expect(text).toContain('<table name="Rates" displayName="Rates"/>');
    expect(text).not.toContain('Canary');
  });

  it('is none where it holds another document, or cannot be read', async () => {
    const embedded = { name: 'word/embeddings/sheet.xlsx', content: 'anything' };
    expect(await namelessOffice(officeFile('docx', [embedded]))).toBeNull();
    expect(await namelessOffice(Buffer.from('PK no archive'))).toBeNull();
  });
});
