import { differences, type PublishedVersion, sameInBetterWords } from './reissue.rules.js';

const said = { signedHolder: 'Ann Lee', holder: 'Ann Lee', signedName: 'Welds', signedText: 'Seams', badge: null };
const version = (number: number, ...kinds: ('EDITORIAL' | 'SUBSTANTIVE')[]): PublishedVersion => ({
  ...{ id: `v${number}`, achievementId: 'a', number, changes: kinds.map((kind) => ({ kind })) },
});

describe('what a next edition would say differently', () => {
  it('is the name of the directory and the words of the newest version', () => {
    expect(differences(said)).toEqual([]);
    expect(differences({ ...said, holder: 'Ann Cole', badge: { name: 'Welds seams', text: 'Seams' } })).toEqual([
      { field: 'HOLDER_NAME', was: 'Ann Lee', becomes: 'Ann Cole' },
      { field: 'BADGE_NAME', was: 'Welds', becomes: 'Welds seams' },
    ]);
    expect(differences({ ...said, badge: { name: 'Welds', text: 'Seams and joints' } })).toHaveLength(1);
  });

  it('takes the words of a version only where nothing more is asked since', () => {
    expect([...sameInBetterWords([version(1), version(2, 'EDITORIAL'), version(3, 'EDITORIAL')])]).toEqual([
      ['v2', 'v3'],
      ['v1', 'v3'],
    ]);
    // What is asked since the second was not shown by those who hold the first.
    expect([
      ...sameInBetterWords([version(1), version(2, 'EDITORIAL', 'SUBSTANTIVE'), version(3, 'EDITORIAL')]),
    ]).toEqual([['v2', 'v3']]);
    expect([...sameInBetterWords([version(1), version(2, 'SUBSTANTIVE')])]).toEqual([]);
  });
});
