import type { InventedAchievement } from './invented-achievement.js';

/** What the field works for besides leaks and digs. */
export const FIELD_ACHIEVEMENTS: InventedAchievement[] = [
  {
    key: 'mend',
    name: 'Mending a main and giving it back',
    description: 'You mend a burst main so that it holds, is clean, and is back in service when you said it would be.',
    skill: 'mains-repair',
    levelOrdinal: 2,
    outcomes: [
      'Choose the repair by pipe, break and ground',
      'Keep the main clean and prove that it is',
      'Return it without surprises for anybody downstream',
    ],
    evidenceAsked: ['One repair from shut-off to return, with times', 'The disinfection record'],
    criteria: [
      {
        id: 'choose',
        title: 'Chooses the repair',
        description: 'Clamp, collar or cut-out, and why.',
        weight: 2,
        mustPass: false,
        levels: [
          'Takes what is on the van.',
          'The choice fits the pipe but not the break, or no reason is given.',
          'Fits pipe, break and ground, with the reason in a sentence.',
          'Weighs the years that the pipe has left and says what should be replaced next.',
        ],
      },
      {
        id: 'clean',
        title: 'Keeps it clean',
        description: 'Hygiene from the first cut to the sample.',
        weight: 3,
        mustPass: true,
        levels: [
          'Fittings lay in the trench.',
          'Disinfected, without strength or contact time.',
          'Fittings kept off the ground, strength and contact time recorded, flushed to clear.',
          'Shows how the trench was kept dry below the pipe when that was hard.',
        ],
      },
      {
        id: 'return',
        title: 'Gives it back',
        description: 'Filling, air, pressure, people.',
        weight: 2,
        mustPass: true,
        levels: [
          'Opens the valve and leaves.',
          'Fills slowly but does not look downstream.',
          'Fills slowly, lets out air, checks two taps downstream, and tells those who waited.',
          'Found and put right something downstream before anybody rang.',
        ],
      },
    ],
    cutScore: 0.55,
    validityMonths: 36,
    evidenceMaxAgeMonths: 24,
    workloadHours: 10,
    founders: ['gwen', 'doris', 'emeka'],
    evidence: [
      {
        kind: 'FILE',
        title: 'Repair log {place}',
        content: [
          'repair log, {place}, {when}',
          '',
          '05:40  called; water across both lanes, lane closed by police',
          '06:05  shut, 31 houses off, two on the priority list rung first',
          '07:20  6 inch spun iron, ring crack half way round: clamp, 300 mm, clean metal both sides',
          '08:10  collar and bolts in 1 % hypochlorite, 30 min; trench pumped below invert',
          '08:55  charged through the hydrant, air out at no. 14',
          '09:10  clear at no. 2 and no. 27, residual 0.4',
          '09:15  back. promised 10:00.',
        ].join('\n'),
        note: 'Written on site, copied fair at the depot.',
      },
      {
        kind: 'TEXT',
        title: 'Why a clamp',
        content:
          'The crack went half way round and the metal beside it rang clean. A cut-out would have taken four hours more and the road was needed. I wrote to planning that the next length in {place} is of the same year and has broken twice.',
        note: 'From my report of the day.',
      },
    ],
    shownBy: { choose: [1, 0], clean: [0, 0], return: [0, 1] },
    reflections: {
      choose: [
        'A half ring crack in sound metal is what the clamp is made for.',
        'I would have cut out if the metal had been soft; I tapped it to know.',
      ],
      clean: [
        'Half an hour at one per cent, and the pump kept the water below the pipe the whole time.',
        'Nothing touched the ground. My apprentice held the bucket.',
      ],
      return: [
        'Two taps before I rang control, and the priority houses heard from me first.',
        'I promised ten and gave it back at a quarter past nine.',
      ],
    },
    comments: {
      choose: {
        met: 'The right repair with a reason that holds.',
        notYet: 'Say what the metal beside the break was like.',
      },
      clean: {
        met: 'Strength, time and a dry trench: all there.',
        notYet: 'Without the contact time nobody can know that the main was clean.',
      },
      return: { met: 'Slowly filled, checked, and people were told.', notYet: 'Nothing was checked downstream.' },
    },
  },
  {
    key: 'pressure',
    name: 'Calm pressure in a district',
    description: 'You find out why pressure is wrong in a district, set its valve, and prove it where it matters most.',
    skill: 'pressure-management',
    levelOrdinal: 2,
    outcomes: ['Find the cause of wrong pressure', 'Set a reducing valve', 'Prove it at the critical point over a day'],
    evidenceAsked: ['Logger readings before and after', 'What you set, and why'],
    criteria: [
      {
        id: 'cause',
        title: 'Finds the cause',
        description: 'From the complaint to the reason.',
        weight: 2,
        mustPass: false,
        levels: [
          'Turns the valve until the calls stop.',
          'One logger, one day; another cause would look the same.',
          'Loggers at both ends, other causes named and ruled out.',
          'Finds a cause that the plan of the network does not show.',
        ],
      },
      {
        id: 'set',
        title: 'Sets the valve',
        description: 'What was set and how.',
        weight: 2,
        mustPass: true,
        levels: [
          'No record of what it was before.',
          'Set in one turn, with a surge.',
          'In steps, with the figure before and after, and the way back known.',
          'Chooses between fixed and by flow, and says what that saves.',
        ],
      },
      {
        id: 'prove',
        title: 'Proves it',
        description: 'At the critical point, over a day and a night.',
        weight: 3,
        mustPass: true,
        levels: [
          'Looked at the gauge and left.',
          'Proved at the valve, not at the highest house.',
          'A day and a night at the critical point, above the standard at the morning peak.',
          'Shows what the night flow gained, too.',
        ],
      },
    ],
    cutScore: 0.55,
    validityMonths: 36,
    evidenceMaxAgeMonths: 24,
    workloadHours: 9,
    founders: ['emeka', 'doris', 'gwen'],
    evidence: [
      {
        kind: 'FILE',
        title: 'Pressures {place}',
        content: [
          'metres of head, {place}, {when}',
          '',
          'hour    inlet   top of the hill   before',
          '03:00     52         31              44',
          '07:30     47         19              11',
          '13:00     49         25              21',
          '18:30     47         20              12',
          '',
          'standard at the tap: 15. set point 46 -> 49 in three steps, ten minutes each.',
        ].join('\n'),
        note: 'From the two loggers; the old figures are of the week before.',
      },
      {
        kind: 'TEXT',
        title: 'What it was',
        content:
          'Everybody said the reducing valve was set too low. It was, but only since a boundary valve to the next zone in {place} stood a quarter open and fed them from us. I found it because the inlet fell when they pumped. Closed it, then set ours.',
        note: 'Control confirmed the times of the pump.',
      },
    ],
    shownBy: { cause: [1, 0], set: [0, 1], prove: [0, 0] },
    reflections: {
      cause: [
        'It moved with a pump that is not ours. That is not what a wrong setting does.',
        'I ruled out the strainer and the demand of the school first.',
      ],
      set: ['Three steps, ten minutes each, nobody rang.', 'The old setting is on the tag and in the record.'],
      prove: ['Nineteen metres at the top at half past seven. It was eleven.', 'Logged until the next morning.'],
    },
    comments: {
      cause: { met: 'A cause found that nobody was looking for.', notYet: 'The strainer would look just the same.' },
      set: { met: 'In steps, and the way back is known.', notYet: 'What was it set to before?' },
      prove: { met: 'Proved where it is hardest.', notYet: 'This was measured at the valve. Go up the hill.' },
    },
  },
  {
    key: 'sample',
    name: 'A sample that can be believed',
    description:
      'You take a full regulatory set so that nobody has to wonder whether the tap or the sampler was at fault.',
    skill: 'water-sampling',
    levelOrdinal: 2,
    outcomes: ['Prepare tap and bottles', 'Take the set in the right order', 'Hand it over unbroken and on time'],
    evidenceAsked: ['Two sets with their field sheets', 'One sample that you rejected, and why'],
    criteria: [
      {
        id: 'prepare',
        title: 'Prepares the tap',
        description: 'Before the first bottle is opened.',
        weight: 2,
        mustPass: false,
        levels: [
          'Fills from whichever tap is there.',
          'Flushes, without time or temperature.',
          'Right tap, insert removed, disinfected, flushed to a steady temperature.',
          'Explains a tap that could not be used and what was done instead.',
        ],
      },
      {
        id: 'take',
        title: 'Takes the set',
        description: 'Order, bottles, hands.',
        weight: 3,
        mustPass: true,
        levels: [
          'Bottles were rinsed that must not be.',
          'Everything taken, in an order that lets one spoil another.',
          'In order, nothing rinsed that must not be, chlorine read on the spot.',
          'Saw that one was spoiled and took it again before leaving.',
        ],
      },
      {
        id: 'hand',
        title: 'Hands it over',
        description: 'Cold, dark, sealed, in time.',
        weight: 2,
        mustPass: true,
        levels: [
          'Nobody can say where it was meanwhile.',
          'Cold, but a time or a signature is missing.',
          'Cold and dark, sealed, signed at both ends, within the hours allowed.',
          'The sheet answers a question of the laboratory before it was asked.',
        ],
      },
    ],
    cutScore: 0.6,
    validityMonths: 24,
    evidenceMaxAgeMonths: 12,
    workloadHours: 6,
    founders: ['doris', 'gwen', 'emeka'],
    evidence: [
      {
        kind: 'FILE',
        title: 'Field sheet {place}',
        content: [
          'set 2 of the round, {place}, {when}',
          '',
          'tap: kitchen, rising main, insert off, flamed not possible (plastic): hypochlorite 2 min',
          'flushed 4 min, 11.2 C steady',
          'order: metals first draw (separate tap), chemistry, micro last before chlorine',
          'free 0.38  total 0.44',
          'box 3.9 C at 09:50, seal 20417, laboratory 12:35 signed',
        ].join('\n'),
        note: 'My sheet; the other one is like it.',
      },
      {
        kind: 'TEXT',
        title: 'The one I threw away',
        content:
          'The cap of the micro bottle touched my sleeve in {place}. Nobody saw it. I wrote it down, took a new bottle and the time again. It cost ten minutes; a false coliform would have cost a street its water for two days.',
        note: 'As told to the new samplers.',
      },
    ],
    shownBy: { prepare: [0, 0], take: [0, 1], hand: [0, 0] },
    reflections: {
      prepare: [
        'Plastic cannot be flamed, so it stood in hypochlorite.',
        'Four minutes, until it stopped getting colder.',
      ],
      take: [
        'Metals from a tap of their own, since flushing spoils the first draw.',
        'I threw one away that nobody had seen.',
      ],
      hand: ['Sealed at ten to ten and signed for at twenty-five to one.', 'Below five degrees all the way.'],
    },
    comments: {
      prepare: { met: 'Right tap, rightly prepared.', notYet: 'How long was it flushed, and to what?' },
      take: {
        met: 'In order, and honest about the spoiled one.',
        notYet: 'The micro bottle came first. Show the order again.',
      },
      hand: { met: 'Unbroken from tap to laboratory.', notYet: 'A signature is missing at the handover.' },
    },
  },
];
