import type { InventedAchievement } from './invented-achievement.js';

export const NETWORK_ACHIEVEMENTS: InventedAchievement[] = [
  {
    key: 'leak',
    name: 'Pinpointing a leak',
    description:
      'You narrow a raised night flow to a street, pinpoint the leak, and the dig finds it where you marked it.',
    skill: 'leak-detection',
    levelOrdinal: 2,
    outcomes: [
      'Read night flow and plan a step test',
      'Pinpoint by correlator and confirm by ear',
      'Mark and record so that the crew digs once',
    ],
    evidenceAsked: ['Two leaks that you pinpointed, with readings', 'What the dig found', 'A witness who was there'],
    criteria: [
      {
        id: 'narrow',
        title: 'Narrows it down',
        description: 'From the district to the street.',
        weight: 2,
        mustPass: false,
        levels: [
          'Walks the district and listens everywhere.',
          'Uses a step test, but valves or times are not recorded.',
          'Plans the step test, records valves, times and flows, and reads the drop rightly.',
          'Chooses between step test and loggers by what the district is like, and says why.',
        ],
      },
      {
        id: 'pinpoint',
        title: 'Pinpoints',
        description: 'From the street to the mark on the ground.',
        weight: 3,
        mustPass: true,
        levels: [
          'The mark is a guess between two fittings.',
          'Correlates with the wrong material or length, or does not confirm.',
          'Correlates with material and length as they are, confirms by ear, and marks within one metre in at least one of two cases.',
          'Explains a case that did not fit and how it was solved.',
        ],
      },
      {
        id: 'safe',
        title: 'Leaves the site safe and known',
        description: 'Traffic, valves, neighbours, records.',
        weight: 2,
        mustPass: true,
        levels: [
          'Valves or covers were left as they should not be.',
          'The site was safe, the record has holes.',
          'Valves are back and recorded, the site was safe in traffic, those without water were told before.',
          'The record let another crew work without asking.',
        ],
      },
    ],
    cutScore: 0.55,
    validityMonths: 36,
    evidenceMaxAgeMonths: 24,
    workloadHours: 16,
    founders: ['doris', 'emeka', 'gwen'],
    evidence: [
      {
        kind: 'FILE',
        title: 'Step test {place}',
        content: [
          'step test {place}, {when}, 01:30 to 03:50',
          '',
          'time   valve closed        flow l/s   drop',
          '01:30  none                    9.4',
          '01:50  Chapel Row 1            9.1    0.3',
          '02:10  Chapel Row 2            8.9    0.2',
          '02:35  Mill Bank               5.2    3.7   <-',
          '03:05  Ferry Lane              4.8    0.4',
          '03:50  all open again          9.3',
          '',
          'Six houses in Mill Bank told the evening before; one on dialysis, not closed.',
        ].join('\n'),
        note: 'My field sheet, typed up the next day.',
      },
      {
        kind: 'TEXT',
        title: 'Correlation and dig in Mill Bank',
        content:
          'Cast iron to the bend, then 14 metres of plastic that the plan does not show; I found the joint by the change in sound. With both lengths entered the peak moved by 3.2 metres. Confirmed by ground microphone at three points. Marked at 21.4 metres from the hydrant. The dig in {place} found a cracked collar at 21.9.',
        note: 'The crew leader measured it with me.',
      },
      {
        kind: 'TEXT',
        title: 'Words of the crew leader',
        content:
          'I was there for both nights. Valves were logged as they were closed and as they were opened, lights and cones were out before anybody stepped into the road, and the mark was half a metre off. We dug once.',
        note: 'Written by the crew leader, who agreed to be asked about it.',
      },
    ],
    shownBy: { narrow: [0, 0], pinpoint: [1, 2], safe: [0, 2] },
    reflections: {
      narrow: [
        'The drop at Mill Bank was ten times the others, so I did not go on to the western half.',
        'I wrote down the times because the night flow falls by itself until three.',
      ],
      pinpoint: [
        'With one material the mark would have been three metres off. The sound changed, so I looked for a joint.',
        'Half a metre off, confirmed at three points before I marked it.',
      ],
      safe: [
        'Somebody in Mill Bank depends on water at night. I knew because we had asked, and left that valve alone.',
        'All valves were open and logged at 03:50.',
      ],
    },
    comments: {
      narrow: {
        met: 'Planned, recorded and rightly read.',
        notYet: 'The drop is there, but without times it could be the fall of the night flow.',
      },
      pinpoint: {
        met: 'The hidden plastic length was found and the mark holds.',
        notYet: 'The correlator had the wrong material. Show a case with material and length as they are.',
      },
      safe: {
        met: 'Neighbours told, valves back, traffic safe.',
        notYet: 'Two valves are not recorded as opened again. That must not happen.',
      },
    },
  },
  {
    key: 'dig',
    name: 'Planning a safe dig',
    description:
      'You plan an ordinary dig so that everybody on site knows the dangers, says what they see, and goes home.',
    skill: 'safe-working',
    levelOrdinal: 2,
    outcomes: [
      'Assess the risks of a routine dig on the site itself',
      'Hold a briefing in which people speak up',
      'Stop and change the plan when the site differs',
    ],
    evidenceAsked: ['A risk assessment that you wrote', 'A briefing that somebody saw', 'One time you stopped'],
    criteria: [
      {
        id: 'assess',
        title: 'Sees the dangers',
        description: 'The assessment and how it was made.',
        weight: 3,
        mustPass: true,
        levels: [
          'A form filled in at the depot.',
          'Made on site, but dangers of this site are missing.',
          'Made on site; services, traffic, ground and people are covered, each with a measure and a name.',
          'Changes during the work are written in, with time and reason.',
        ],
      },
      {
        id: 'brief',
        title: 'Gets people to speak',
        description: 'The briefing.',
        weight: 2,
        mustPass: false,
        levels: [
          'Reads the form aloud.',
          'Explains the plan; nobody says anything.',
          'Asks each person what could go wrong, and something in the plan changes.',
          'People brief each other, and the newest speaks first.',
        ],
      },
      {
        id: 'stop',
        title: 'Stops',
        description: 'What happens when the site is not as planned.',
        weight: 3,
        mustPass: true,
        levels: [
          'Goes on although something differs.',
          'Stops when told to.',
          'Stopped at least once on own judgement, said why, and changed the plan before going on.',
          'Made it easier for others to stop, and shows it.',
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
        title: 'Risk assessment {place}',
        content: [
          'risk assessment, dig for a service repair, {place}, {when}',
          '',
          'danger                   measure                                who',
          'electric cable, 0.4 m    located and hand dug to 1 m each side  me',
          'school run 08:15-08:50   no vehicle moves, one on the crossing  second',
          'made ground, wet         trench box from 0.9 m                  me',
          'gas smell two doors on   reported 07:20; wait for the all clear me',
          '',
          '09:05  all clear by the gas company. Start.',
        ].join('\n'),
        note: 'Written at the kerb, not at the depot.',
      },
      {
        kind: 'TEXT',
        title: 'The day I stopped',
        content:
          'The cable lay 30 centimetres to the side of where the plan had it and deeper. We had one metre of hand digging agreed and were at 80 centimetres. I stopped, we located again, and found a second cable that is on no plan. We went on after lunch from the other side. It cost three hours in {place}.',
        note: 'The near miss report has the number of the site.',
      },
      {
        kind: 'TEXT',
        title: 'Briefing, as the apprentice tells it',
        content:
          'Everybody had to name one thing that could hurt somebody today. I said the school, because I had walked past it. That is why one of us stood at the crossing. I had thought that one only listens at briefings.',
        note: 'Written by the apprentice for this portfolio.',
      },
    ],
    shownBy: { assess: [0, 0], brief: [2, 2], stop: [1, 1] },
    reflections: {
      assess: [
        'I only smelled the gas because I was there at 07:20. At the depot I would have missed it.',
        'Each measure has a name, so that nobody thinks another does it.',
      ],
      brief: ['The school was the idea of the apprentice. It changed the plan.', 'I speak last now.'],
      stop: [
        'Twenty centimetres were left of what we had agreed. I did not want to use them up.',
        'Three hours, and one cable that is now on the plan.',
      ],
    },
    comments: {
      assess: {
        met: 'Made at the kerb, with measures and names.',
        notYet: 'This could be any street. Walk the site and write what is there.',
      },
      brief: {
        met: 'The plan changed because somebody spoke.',
        notYet: 'We read what you said. What did the others say?',
      },
      stop: {
        met: 'Stopped on your own judgement with the reason, and the plan changed.',
        notYet: 'You went on with twenty centimetres left. Show a time you stopped first.',
      },
    },
  },
];
