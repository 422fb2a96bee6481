import { fallen, rolesLost, staying } from './ending.rules.js';

const held = (skillId: string, ordinal: number, state: 'CURRENT' | 'LAPSED' = 'CURRENT') => ({
  skillId,
  ordinal,
  state,
});

describe('what is lost with a credential', () => {
  it('is the step down to what others still verify', () => {
    const falls = fallen([held('weld', 3), held('safe', 2)], [held('weld', 2), held('safe', 2)]);
    expect(falls).toEqual([{ skillId: 'weld', from: 3, to: 2 }]);
  });

  it('is everything where nothing else verifies the skill, also when something older has lapsed', () => {
    expect(fallen([held('weld', 3)], [held('weld', 3, 'LAPSED')])).toEqual([{ skillId: 'weld', from: 3, to: 0 }]);
  });

  it('is nothing where it had lapsed', () => {
    expect(fallen([held('weld', 3, 'LAPSED')], [])).toEqual([]);
  });

  it('leaves what others verify at the same level, and says nothing of skills that it never proved', () => {
    const [before, after] = [
      [held('weld', 3), held('safe', 2), held('dig', 1)],
      [held('safe', 2), held('dig', 1)],
    ];
    expect(staying(new Set(['weld', 'safe']), before, after)).toEqual([held('safe', 2)]);
    expect(staying(new Set(['safe']), [held('safe', 2)], [held('safe', 2, 'LAPSED')])).toEqual([]);
  });

  it('touches the requirements that were met and are not any more', () => {
    const falls = [{ skillId: 'weld', from: 3, to: 1 }];
    const needs = [1, 2, 3, 4, null].map((levelOrdinal) => ({ skillId: 'weld', levelOrdinal }));
    expect(rolesLost(needs, falls).map(({ levelOrdinal }) => levelOrdinal)).toEqual([2, 3]);
    expect(rolesLost(needs, [{ skillId: 'weld', from: 3, to: 0 }])).toHaveLength(4);
    expect(rolesLost([{ skillId: 'safe', levelOrdinal: 1 }], falls)).toEqual([]);
  });
});
