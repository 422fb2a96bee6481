import type { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';
import { namelessContent, namelessWords } from './nameless.rules.js';

const bare = namelessWords({ displayName: 'Will O’Hara-Ng', email: 'will.ohara@example.org' });

describe('words without the name of whoever wrote them', () => {
  it.each([
    ['I am Will O’Hara-Ng.', 'I am [name].'],
    ['WILL O’HARA-NG wrote it', '[name] wrote it'],
    ['will_o’hara-ng', '[name]'],
    ['Write to WILL.OHARA@example.org, please', 'Write to [name], please'],
    ['Will said he will', '[name] said he will'],
    ['Ask O’Hara-Ng’s team', 'Ask [name]’s team'],
    ['Willow and Goodwill stay', 'Willow and Goodwill stay'],
    ['', ''],
  ])('%j becomes %j', (words, expected) => expect(bare(words)).toBe(expected));

  it('keeps short parts, and names that mean something in patterns', () => {
    expect(namelessWords({ displayName: 'Bo Li', email: null })('Bo Li, to Bo: so be it')).toBe(
      '[name], to Bo: so be it',
    );
    expect(namelessWords({ displayName: 'A.* (B)', email: null })('A.* (B) and all')).toBe('[name] and all');
    expect(namelessWords({ displayName: '', email: null })('All of it')).toBe('All of it');
  });

  it('are looked for wherever a person or a witness wrote, and the copy that is kept does not change', () => {
    const content: SubmissionSnapshot['content'] = {
      ...{ achievementVersionId: 'v', declaration: 'Mine' },
      items: [
        {
          ...{ letter: 'A', itemId: 'i', kind: 'WITNESS', title: 'Will there', note: 'Will', url: null, text: 'Will' },
          ...{ fileId: null, madeOn: null, keptAt: 'Desk of Will', digest: 'd' },
          statement: {
            ...{ witnessName: 'Ann', isColleague: true, question: 'Did you see Will?', capacity: 'Lead' },
            ...{ sawOn: null, words: 'Will did it', answeredAt: '2026-01-01' },
          },
        },
      ],
      criteria: [
        {
          ...{ criterionId: 'c', number: 1, claimedLevel: 1, notEvidenced: false, sameBecause: 'Will says so' },
          links: [{ letter: 'A', reflection: 'I, Will, did' }],
        },
      ],
    };
    const kept = JSON.stringify(content);
    const shown = JSON.stringify(namelessContent(content, { displayName: 'Will Ng', email: null }));
    expect(shown).not.toContain('Will');
    expect(shown.match(/\[name\]/g)).toHaveLength(8);
    expect(JSON.stringify(content)).toBe(kept);
  });
});
