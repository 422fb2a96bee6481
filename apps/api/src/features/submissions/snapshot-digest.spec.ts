import { digestOf } from './snapshot-digest.js';

describe('the digest of a frozen copy', () => {
  const content = { declaration: 'Mine', items: [{ letter: 'A', digest: 'x' }], criteria: [] };

  it('does not depend on the order in which a database gives the keys', () => {
    expect(digestOf({ criteria: [], items: [{ digest: 'x', letter: 'A' }], declaration: 'Mine' })).toBe(
      digestOf(content),
    );
  });

  it('changes with every word and with the order of the evidence', () => {
    const two = [...content.items, { letter: 'B', digest: 'y' }];
    expect(digestOf({ ...content, declaration: 'mine' })).not.toBe(digestOf(content));
    expect(digestOf({ ...content, items: two })).not.toBe(digestOf({ ...content, items: [...two].reverse() }));
  });
});
