import {
  fromBase58,
  fromBase64Url,
  fromDigestMultibase,
  fromHex,
  fromMultikey,
  instantOf,
  toBase58,
  toBase64Url,
  toDigestMultibase,
  toHex,
  toMultikey,
  utf8,
} from '../src/index.js';
import fc from 'fast-check';

const anyBytes = fc.uint8Array({ maxLength: 70 });

describe('encodings', () => {
  it('read back what they wrote', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(Array.from(fromBase58(toBase58(bytes)) ?? [])).toEqual(Array.from(bytes));
        expect(Array.from(fromBase64Url(toBase64Url(bytes)) ?? [])).toEqual(Array.from(bytes));
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(Array.from(fromHex(toHex(bytes)) ?? [])).toEqual(Array.from(bytes));
      }),
    );
  });

  it('keep leading zeros, and follow the published base58 examples', () => {
    expect(toBase58(Uint8Array.from([0, 0, 1]))).toBe('112');
    expect(toBase58(utf8('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U');
  });

  it('refuse what is not theirs', () => {
    expect([
      fromBase58('0OIl'),
      fromBase64Url('a+b/'),
      fromBase64Url('a'),
      fromHex('xy'),
      fromMultikey('z6MkBroken'),
    ]).toEqual(Array(5).fill(undefined));
  });

  it('wrap keys and digests so that they say what they are', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, nth) => nth);
    expect(toMultikey(bytes)).toMatch(/^z6Mk/);
    expect(Array.from(fromMultikey(toMultikey(bytes)) ?? [])).toEqual(Array.from(bytes));
    expect(Array.from(fromDigestMultibase(toDigestMultibase(bytes)) ?? [])).toEqual(Array.from(bytes));
  });
});

describe('dates', () => {
  it.each(['2026-12-04T09:00:00Z', '2024-02-29T23:59:59.123+02:00', '2016-12-31T23:59:60Z'])('%s is a moment', (text) =>
    expect(instantOf(text)).toEqual(expect.any(Number)),
  );
  it.each([
    '2026-12-04',
    '2026-12-04T09:00:00',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-12-04T24:00:00Z',
    '2026-12-04T09:00:60Z',
    '',
  ])('%s is not', (text) => expect(instantOf(text)).toBeUndefined());
});
