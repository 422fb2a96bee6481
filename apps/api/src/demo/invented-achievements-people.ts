import type { InventedAchievement } from './invented-achievement.js';

/** What asks for people rather than pipes: conversations, and permits that others work under. */
export const PEOPLE_ACHIEVEMENTS: InventedAchievement[] = [
  {
    key: 'talk',
    name: 'Bad news, well told',
    description:
      'You tell somebody what they do not want to hear, so that they know where they stand, and keep what you promised.',
    skill: 'customer-conversations',
    levelOrdinal: 2,
    outcomes: [
      'Listen until you know what it is about',
      'Say it in plain words',
      'Keep what you promised, and show it',
    ],
    evidenceAsked: ['Two conversations in your own words', 'What became of what you promised'],
    criteria: [
      {
        id: 'listen',
        title: 'Listens first',
        description: 'What the person needs, beyond what they say.',
        weight: 2,
        mustPass: false,
        levels: [
          'Starts with the rules.',
          'Lets them finish, and answers another question.',
          'Sums up in their words and asks whether that is it.',
          'Notices what was not said and makes room for it.',
        ],
      },
      {
        id: 'plain',
        title: 'Says it plainly',
        description: 'The news, the reason, what happens next.',
        weight: 3,
        mustPass: true,
        levels: [
          'Hides behind the system.',
          'True, in words of the trade.',
          'True, in plain words, with a time that can be kept.',
          'Says what is not known, and when it will be.',
        ],
      },
      {
        id: 'keep',
        title: 'Keeps the promise',
        description: 'What was promised, and what came of it.',
        weight: 2,
        mustPass: true,
        levels: [
          'Nobody can say what was promised.',
          'Kept late, and the person had to ask.',
          'Kept, and told without being asked.',
          'Could not be kept, and was said before it fell due.',
        ],
      },
    ],
    cutScore: 0.55,
    validityMonths: 24,
    evidenceMaxAgeMonths: 12,
    workloadHours: 5,
    founders: ['doris', 'emeka', 'gwen', 'ingrid'],
    evidence: [
      {
        kind: 'TEXT',
        title: 'No water until tomorrow',
        content:
          'An old man in {place} was told six and it would be noon the next day. I said so at the door before he could ask: the pipe broke again beside our repair. I asked who else lives there. His wife bathes a wound at night; two crates came before eight. I rang at seven the next day as I had said, to say that it was still noon.',
        note: 'He has read this and laughed at “old”.',
      },
      {
        kind: 'TEXT',
        title: 'The bill that was right',
        content:
          'She was sure that the meter was wrong. I did not say that it was not. We read it together, twice, a quarter of an hour apart, with everything off. The little wheel turned. In {when} her plumber found it under the bath. I had told her what the allowance covers and what it does not.',
        note: 'From my notes of the call and the visit.',
      },
    ],
    shownBy: { listen: [0, 1], plain: [1, 0], keep: [0, 0] },
    reflections: {
      listen: [
        'He talked about the tea. I asked who else was in the house.',
        'She wanted to be believed before she wanted to be right.',
      ],
      plain: [
        '“Noon tomorrow, because it broke again beside our repair.”',
        'I showed her the wheel instead of telling her.',
      ],
      keep: ['I rang at seven although there was nothing new.', 'The crates came before eight, as said.'],
    },
    comments: {
      listen: {
        met: 'You found the wound that nobody had mentioned.',
        notYet: 'You answer before you know what it is about.',
      },
      plain: {
        met: 'Nobody could misunderstand that.',
        notYet: '“Operational constraints” is not a reason. Say what broke.',
      },
      keep: { met: 'Kept, and told without being asked.', notYet: 'What came of the refund?' },
    },
  },
  {
    key: 'permit',
    name: 'Work under your permit',
    description:
      'You issue a permit for a confined space or a live main, and people work safely under it because you looked.',
    skill: 'safe-working',
    levelOrdinal: 3,
    outcomes: [
      'Decide whether the work may begin',
      'Set what must hold while it lasts',
      'Take the permit back when it does not',
    ],
    evidenceAsked: ['Two permits with their checks', 'One time you refused or took one back'],
    criteria: [
      {
        id: 'look',
        title: 'Looks before signing',
        description: 'On site, with those who will work.',
        weight: 3,
        mustPass: true,
        levels: [
          'Signed at a desk.',
          'On site, by the list alone.',
          'On site, gas, rescue, isolation and people each seen and named.',
          'Finds what the list does not ask.',
        ],
      },
      {
        id: 'hold',
        title: 'Sets the limits',
        description: 'What must hold, and who watches it.',
        weight: 2,
        mustPass: true,
        levels: [
          'No limits but the date.',
          'Limits that nobody can measure.',
          'Limits with figures, a watcher by name, and what to do when one is passed.',
          'Had those who work say the limits back.',
        ],
      },
      {
        id: 'refuse',
        title: 'Says no',
        description: 'Refused or taken back.',
        weight: 2,
        mustPass: false,
        levels: [
          'Never refused one in a year of permits.',
          'Refused, and let it begin with nothing changed.',
          'Refused or took back for a reason, and said what has to change.',
          'The reason changed how permits are asked for.',
        ],
      },
    ],
    cutScore: 0.6,
    validityMonths: 24,
    evidenceMaxAgeMonths: 12,
    workloadHours: 14,
    founders: ['doris', 'gwen', 'emeka'],
    evidence: [
      {
        kind: 'FILE',
        title: 'Permit {place}',
        content: [
          'permit to enter, valve chamber, {place}, {when}',
          '',
          'oxygen 20.8  h2s 0  lel 0 at top, middle, floor; again each 15 min by the top man, by name',
          'isolation: two valves shut, tagged, keys with me',
          'rescue: tripod up, tried with the weight of a man; ambulance knows the lane is closed at the bridge',
          'stop at: oxygen below 19.5, any h2s, rain upstream (control rings)',
        ].join('\n'),
        note: 'The form; names of the crew taken out.',
      },
      {
        kind: 'TEXT',
        title: 'The one I took back',
        content:
          'At eleven control rang: rain at the head of the valley in {place}. The chamber was dry. I took the permit back. They were out in two minutes and cross with me for twenty, and then the water came. Since then the limit for rain is on the form.',
        note: 'As it went into the log of near misses.',
      },
    ],
    shownBy: { look: [0, 0], hold: [0, 1], refuse: [1, 1] },
    reflections: {
      look: [
        'I tried the tripod with a weight. It is always up and never tried.',
        'The bridge was closed; nobody had told the ambulance.',
      ],
      hold: [
        'Three figures, and somebody at the top who reads them aloud.',
        'They told me the limits before they went down.',
      ],
      refuse: ['It was dry when I took it back. That is the point.', 'The form asks about rain now.'],
    },
    comments: {
      look: { met: 'You saw what no list asks for.', notYet: 'Who was named for the rescue?' },
      hold: { met: 'Figures, a name, and what to do.', notYet: '“If it gets worse” is no limit. Give the figure.' },
      refuse: { met: 'Taken back while everything still looked well.', notYet: 'Show one that you did not sign.' },
    },
  },
  {
    key: 'quiet',
    name: 'The leak that nobody hears',
    description: 'You find leaks where listening alone does not: plastic, traffic, low pressure.',
    skill: 'leak-detection',
    levelOrdinal: 3,
    outcomes: [
      'Choose a method for the case',
      'Show how sure you are before the dig',
      'Judge when to dig and when to wait',
    ],
    evidenceAsked: ['Two hard cases, one in plastic', 'A dig that you advised against'],
    criteria: [
      {
        id: 'method',
        title: 'Chooses the method',
        description: 'And says why the usual one would fail.',
        weight: 2,
        mustPass: false,
        levels: [
          'Listens longer.',
          'Another method, chosen because it was on the van.',
          'Chosen for pipe, noise and pressure, with the reason why listening fails here.',
          'Combines two so that one checks the other.',
        ],
      },
      {
        id: 'sure',
        title: 'Says how sure',
        description: 'Before anybody digs.',
        weight: 3,
        mustPass: true,
        levels: [
          'Sure until the hole is empty.',
          'A length without a margin.',
          'A length with a margin, what would make it wrong, and it held.',
          'Keeps count of own marks and knows how often they hold.',
        ],
      },
      {
        id: 'judge',
        title: 'Judges the dig',
        description: 'What a dig costs, and what waiting does.',
        weight: 2,
        mustPass: true,
        levels: [
          'Digs because somebody asked.',
          'Waits without a day to look again.',
          'Weighs loss, road and people, and says when it will be looked at again.',
          'Showed afterwards, in figures, that waiting or digging was right.',
        ],
      },
    ],
    cutScore: 0.6,
    validityMonths: 36,
    evidenceMaxAgeMonths: 24,
    workloadHours: 18,
    founders: ['doris', 'gwen', 'emeka'],
    evidence: [
      {
        kind: 'FILE',
        title: 'Gas trace {place}',
        content: [
          'tracer gas, 63 mm polyethylene, {place}, {when}',
          '',
          'why: correlator dies after 25 m in this pipe, bus every four minutes, 14 m of head',
          'filled 22:40 to 23:30, 5 % hydrogen; probed each metre in the footway',
          'first reading at 41 m, peak at 44, gone by 49; wind none',
          'mark at 44, give or take 1.5. wrong if the duct beside it carries the gas: probed the duct at 60: nothing',
          'dig next day: electrofusion joint at 43.2',
        ].join('\n'),
        note: 'Field sheet with the drawing left out.',
      },
      {
        kind: 'TEXT',
        title: 'The dig I advised against',
        content:
          'Half a litre a second under the tram in {place}. A dig means a weekend without trams. I wrote that it would be a litre by spring, put a logger on it, and named the day. In spring the track was up for other work and we went in with them. It was 0.9.',
        note: 'The figures are from the logger.',
      },
    ],
    shownBy: { method: [0, 0], sure: [0, 0], judge: [1, 0] },
    reflections: {
      method: [
        'In plastic the sound is gone after a van’s length, so I used gas.',
        'Buses every four minutes; there was never a quiet one.',
      ],
      sure: [
        'A metre and a half either way, and I probed the duct that would have fooled me.',
        'Eighty centimetres off. My last twenty are within a metre but for two.',
      ],
      judge: [
        'A weekend of trams for half a litre was not worth it. A named day was.',
        'I said a litre by spring; it was 0.9.',
      ],
    },
    comments: {
      method: { met: 'The method follows from the pipe.', notYet: 'Why would the correlator not have done?' },
      sure: { met: 'A margin, and the thing that could have fooled you.', notYet: 'What would have made this wrong?' },
      judge: { met: 'Waiting with a day and a logger is a decision.', notYet: 'You waited. Until when?' },
    },
  },
];
