import type { OfferedAchievement } from './invented-achievement.js';

/** What is given for having taken part, by a list. It verifies no level of anything. */
export const GIVEN_ACHIEVEMENTS: OfferedAchievement[] = [
  {
    key: 'induction',
    route: 'COMPLETION',
    name: 'Waterworks site induction',
    description: 'You took part in the induction for everybody who enters a waterworks site, with its walk round.',
    skill: 'leak-detection',
    levelOrdinal: 1,
    outcomes: ['Know how to enter, sign in and leave a site', 'Know what to do when an alarm goes'],
    evidenceAsked: ['The signed list of the day'],
    criteria: [
      {
        id: 'took-part',
        title: 'Took part',
        description: 'The whole morning, with the walk round.',
        weight: 1,
        mustPass: false,
        levels: [
          'Was not there.',
          'Was there for a part of it.',
          'Was there for the talk and the walk round.',
          'Was there, and led the walk round for others.',
        ],
      },
    ],
    cutScore: 0.5,
    validityMonths: 12,
    evidenceMaxAgeMonths: null,
    workloadHours: 4,
    founders: ['doris', 'emeka', 'gwen'],
  },
];
