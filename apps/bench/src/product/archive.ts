import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive; what it says of itself may be a lie. */
interface Part {
  name: string;
  content: Buffer | string;
  mode?: number;
  unpacked?: number;
  encrypted?: boolean;
}

/** A ZIP: files one after the other, then the directory. */
function archive(parts: Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode = 0, unpacked, encrypted = false } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const fileName = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(unpacked ?? bytes.length, 18);
    common.writeUInt16LE(fileName.length, 22);
    const attributes = Buffer.alloc(14);
    attributes.writeUInt32LE((mode << 16) >>> 0, 6);
    attributes.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, fileName, packed]);
    directory.push(Buffer.concat([Buffer.from('504b01021403', 'hex'), common, attributes, fileName]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

const office = (more: Part[]): Buffer =>
  archive([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<document/>' },
    ...more,
  ]);

/** An ordinary document, for comparison. */
export const ordinaryDocument = (): Buffer => office([]);

const ofSize = (n: number) => Buffer.alloc(n);
const files = (n: number): Part[] => Array.from({ length: n }, (_, i) => ({ name: `word/${i}.xml`, content: 'x' }));

/** Documents that are not: bombs, ways out of the folder, archives in archives. Each is small, whatever it unpacks to. */
export function hostileArchives(): { name: string; content: Buffer }[] {
  const parts: Part[][] = [
    [{ name: 'word/bomb.xml', content: ofSize(50_000_000) }],
    [{ name: 'word/bomb.xml', content: ofSize(150_000_000) }],
    Array.from({ length: 10 }, (_, i) => ({ name: `word/b${i}.xml`, content: ofSize(10_000_000) })),
    [{ name: 'word/claims.xml', content: 'x', unpacked: 0xfffffff0 }],
    Array.from({ length: 100 }, (_, i) => ({ name: `word/c${i}.xml`, content: 'x', unpacked: 3_000_000 })),
    files(1_001),
    files(5_000),
    [{ name: '../evil.xml', content: 'x' }],
    [{ name: 'word/../../../evil.xml', content: 'x' }],
    [{ name: '/etc/cron.d/evil', content: 'x' }],
    [{ name: 'C:\\evil.exe', content: 'x' }],
    [{ name: '..\\..\\evil.exe', content: 'x' }],
    [{ name: 'word/link', content: '/etc/passwd', mode: 0o120777 }],
    [{ name: 'word/inner.zip', content: office([]) }],
    [{ name: 'word/inner.docx', content: office([]) }],
    [{ name: 'word/inner.7z', content: 'x' }],
    [{ name: 'word/inner.tar.gz', content: 'x' }],
    [{ name: 'word/inner.jar', content: 'x' }],
    [{ name: 'word/document.xml', content: 'twice' }],
    [{ name: 'word/secret.xml', content: 'x', encrypted: true }],
  ];
  const broken = [
    ordinaryDocument().subarray(0, 120),
    archive([{ name: 'a.txt', content: 'x' }]),
    Buffer.from('PK\u0003\u0004'),
  ];
  return [...parts.map(office), ...broken].map((content) => ({ name: 'evidence.docx', content }));
}
