import { failureInWords } from './issuance-words.rules.js';

describe('why an award could not be signed', () => {
  it('is said in words that tell what to do', () => {
    expect(failureInWords('The plan asks for the key did:web:a#z6Mk, and this worker holds none.')).toContain(
      'Bring the file of that key back',
    );
    expect(failureInWords('The credential would not follow Open Badges 3.0: /name is missing')).toContain(
      'the standard',
    );
    expect(failureInWords('canceling statement due to statement timeout')).toContain('Nothing is lost');
  });

  it('is never guessed, and nothing is said where nothing failed', () => {
    expect(failureInWords('x is not a function')).toContain('nobody has put into words');
    expect(failureInWords(null)).toBeNull();
  });
});
