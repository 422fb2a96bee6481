/** Skill code, level asked, importance (1 useful, 2 important, 3 essential), must-have. */
export type Asked = [skill: string, level: number, importance: number, mustHave?: 'must'];

export interface InventedRung {
  name: string;
  description: string;
  asks: Asked[];
}

export interface InventedRole {
  name: string;
  description: string;
  responsibilities: string[];
  /** Lowest first. */
  rungs: InventedRung[];
}

export const FAMILIES: { name: string; roles: InventedRole[] }[] = [
  {
    name: 'Data',
    roles: [
      {
        name: 'Data analyst',
        description: 'A data analyst answers questions of the company from its data.',
        responsibilities: [
          'find out what is really asked',
          'analyse and check',
          'explain what was found and how sure it is',
        ],
        rungs: [
          {
            name: 'Junior data analyst',
            description: 'Learns the trade on questions that somebody else has framed.',
            asks: [
              ['explaining-data', 1, 3, 'must'],
              ['data-quality', 1, 2],
              ['data-modelling', 1, 1],
            ],
          },
          {
            name: 'Data analyst',
            description: 'Answers ordinary questions alone.',
            asks: [
              ['explaining-data', 2, 3, 'must'],
              ['data-quality', 2, 3, 'must'],
              ['data-modelling', 1, 2],
              ['demand-forecasting', 1, 1],
            ],
          },
          {
            name: 'Senior data analyst',
            description: 'Takes on questions that are hard to frame and helps others with theirs.',
            asks: [
              ['explaining-data', 3, 3, 'must'],
              ['data-quality', 2, 3, 'must'],
              ['data-modelling', 2, 2],
              ['demand-forecasting', 2, 2],
            ],
          },
          {
            name: 'Lead data analyst',
            description: 'Leads analysts and answers for what leaves the team.',
            asks: [
              ['explaining-data', 4, 3, 'must'],
              ['data-quality', 3, 3, 'must'],
              ['data-modelling', 2, 2],
              ['demand-forecasting', 3, 2],
            ],
          },
        ],
      },
      {
        name: 'Data engineer',
        description: 'A data engineer brings data from where they arise to where they are used.',
        responsibilities: ['build and run pipelines', 'shape data for those who ask', 'keep them fit for use'],
        rungs: [
          {
            name: 'Data engineer',
            description: 'Builds and runs pipelines of one subject.',
            asks: [
              ['data-modelling', 2, 3, 'must'],
              ['data-quality', 2, 3, 'must'],
              ['automated-testing', 2, 2],
              ['code-review', 2, 2],
            ],
          },
          {
            name: 'Senior data engineer',
            description: 'Designs what several teams build on.',
            asks: [
              ['data-modelling', 3, 3, 'must'],
              ['data-quality', 3, 3, 'must'],
              ['automated-testing', 2, 2],
              ['code-review', 3, 2],
              ['incident-response', 2, 2],
            ],
          },
          {
            name: 'Lead data engineer',
            description: 'Leads engineers and answers for the platform.',
            asks: [
              ['data-modelling', 4, 3, 'must'],
              ['data-quality', 3, 3],
              ['code-review', 3, 2],
              ['incident-response', 3, 3, 'must'],
            ],
          },
        ],
      },
    ],
  },
  {
    name: 'Software',
    roles: [
      {
        name: 'Software engineer',
        description: 'A software engineer builds and runs the services that customers and colleagues use.',
        responsibilities: ['build small, test, release often', 'review what colleagues build', 'keep services running'],
        rungs: [
          {
            name: 'Junior software engineer',
            description: 'Builds small parts with help.',
            asks: [
              ['automated-testing', 1, 3, 'must'],
              ['code-review', 1, 2],
              ['incident-response', 1, 1],
            ],
          },
          {
            name: 'Software engineer',
            description: 'Builds features alone and is on call.',
            asks: [
              ['code-review', 2, 3, 'must'],
              ['automated-testing', 2, 3, 'must'],
              ['incident-response', 2, 2],
              ['interface-design', 2, 2],
            ],
          },
          {
            name: 'Senior software engineer',
            description: 'Designs services and raises the work of others.',
            asks: [
              ['code-review', 3, 3, 'must'],
              ['automated-testing', 3, 3],
              ['incident-response', 3, 2, 'must'],
              ['interface-design', 3, 2],
            ],
          },
          {
            name: 'Lead software engineer',
            description: 'Leads engineers and answers for services.',
            asks: [
              ['code-review', 4, 3, 'must'],
              ['automated-testing', 3, 2],
              ['incident-response', 3, 3, 'must'],
              ['interface-design', 3, 2],
              ['explaining-data', 2, 1],
            ],
          },
        ],
      },
    ],
  },
  {
    name: 'Network',
    roles: [
      {
        name: 'Network technician',
        description: 'A network technician keeps water flowing through pipes that nobody sees.',
        responsibilities: ['find and mend leaks', 'work safely in streets and chambers', 'tell customers what happens'],
        rungs: [
          {
            name: 'Apprentice network technician',
            description: 'Learns on the crew of a technician.',
            asks: [
              ['safe-working', 1, 3, 'must'],
              ['leak-detection', 1, 2],
              ['mains-repair', 1, 2],
              ['water-sampling', 1, 2],
            ],
          },
          {
            name: 'Network technician',
            description: 'Leads a crew of two on ordinary work.',
            asks: [
              ['safe-working', 2, 3, 'must'],
              ['leak-detection', 2, 3, 'must'],
              ['mains-repair', 2, 3],
              ['water-sampling', 2, 2],
              ['field-records', 2, 2],
              ['customer-conversations', 2, 2],
              ['pressure-management', 1, 1],
            ],
          },
          {
            name: 'Senior network technician',
            description: 'Takes the hard sites and issues permits.',
            asks: [
              ['safe-working', 3, 3, 'must'],
              ['leak-detection', 3, 3, 'must'],
              ['mains-repair', 2, 2],
              ['pressure-management', 2, 2],
              ['water-sampling', 2, 2],
              ['field-records', 2, 2],
              ['incident-response', 2, 2],
              ['customer-conversations', 2, 1],
            ],
          },
          {
            name: 'Lead network technician',
            description: 'Plans the crews of an area and answers for their sites.',
            asks: [
              ['safe-working', 3, 3, 'must'],
              ['leak-detection', 3, 2],
              ['mains-repair', 3, 2],
              ['pressure-management', 3, 2],
              ['incident-response', 3, 3, 'must'],
              ['customer-conversations', 3, 2],
            ],
          },
        ],
      },
      {
        name: 'Network controller',
        description: 'A network controller sees the whole network from one room and decides what happens next.',
        responsibilities: [
          'watch flows and pressures',
          'send crews where they are needed',
          'tell who is without water',
        ],
        rungs: [
          {
            name: 'Network controller',
            description: 'Runs a shift with a senior colleague within call.',
            asks: [
              ['pressure-management', 2, 3, 'must'],
              ['incident-response', 2, 3, 'must'],
              ['leak-detection', 2, 2],
              ['customer-conversations', 2, 2],
            ],
          },
          {
            name: 'Senior network controller',
            description: 'Runs the shift alone, in storms too.',
            asks: [
              ['pressure-management', 3, 3, 'must'],
              ['incident-response', 3, 3, 'must'],
              ['leak-detection', 2, 2],
              ['explaining-data', 2, 2],
              ['demand-forecasting', 2, 1],
            ],
          },
          {
            name: 'Control room lead',
            description: 'Answers for the room, day and night.',
            asks: [
              ['pressure-management', 3, 2],
              ['incident-response', 4, 3, 'must'],
              ['demand-forecasting', 3, 2],
              ['explaining-data', 3, 2],
            ],
          },
        ],
      },
    ],
  },
  {
    name: 'Water quality',
    roles: [
      {
        name: 'Water quality scientist',
        description: 'A water quality scientist shows that the water is good, and finds out quickly when it is not.',
        responsibilities: ['plan and take samples', 'judge results', 'advise when something is wrong'],
        rungs: [
          {
            name: 'Water quality sampler',
            description: 'Takes the samples of a round.',
            asks: [
              ['water-sampling', 2, 3, 'must'],
              ['safe-working', 1, 2],
              ['customer-conversations', 2, 2],
              ['field-records', 1, 1],
            ],
          },
          {
            name: 'Water quality scientist',
            description: 'Plans rounds and judges what comes back.',
            asks: [
              ['water-sampling', 3, 3, 'must'],
              ['data-quality', 2, 3, 'must'],
              ['explaining-data', 2, 2],
              ['incident-response', 2, 2],
            ],
          },
          {
            name: 'Senior water quality scientist',
            description: 'Leads when quality is in question.',
            asks: [
              ['water-sampling', 4, 3, 'must'],
              ['data-quality', 3, 2],
              ['explaining-data', 3, 3, 'must'],
              ['incident-response', 3, 3],
            ],
          },
        ],
      },
    ],
  },
  {
    name: 'Customer',
    roles: [
      {
        name: 'Customer adviser',
        description: 'A customer adviser is the voice that people hear when water or a bill goes wrong.',
        responsibilities: ['listen and decide what helps', 'keep what was promised', 'pass on what keeps coming back'],
        rungs: [
          {
            name: 'Customer adviser',
            description: 'Answers ordinary questions alone.',
            asks: [
              ['customer-conversations', 2, 3, 'must'],
              ['incident-response', 1, 1],
              ['data-quality', 1, 1],
            ],
          },
          {
            name: 'Senior customer adviser',
            description: 'Takes what others could not settle.',
            asks: [
              ['customer-conversations', 3, 3, 'must'],
              ['incident-response', 2, 2],
              ['explaining-data', 2, 2],
            ],
          },
          {
            name: 'Customer team lead',
            description: 'Answers for a team and for what it promises.',
            asks: [
              ['customer-conversations', 4, 3, 'must'],
              ['incident-response', 3, 2],
              ['explaining-data', 3, 2],
            ],
          },
        ],
      },
    ],
  },
];

/** Steps between ladders that people here have taken, by the codes of their rungs. */
export const STEPS_ACROSS: [from: string, to: string, note: string][] = [
  [
    'network-technician--network-technician',
    'network-controller--network-controller',
    'Three months beside a controller.',
  ],
  [
    'network-technician--network-technician',
    'water-quality-scientist--water-quality-sampler',
    'A round beside a sampler.',
  ],
  [
    'network-technician--senior-network-technician',
    'network-controller--senior-network-controller',
    'With two winters of incidents behind one.',
  ],
  [
    'customer-adviser--senior-customer-adviser',
    'network-controller--network-controller',
    'After one large event on the telephone.',
  ],
  ['data-analyst--data-analyst', 'data-engineer--data-engineer', 'With one pipeline built beside an engineer.'],
  [
    'data-analyst--senior-data-analyst',
    'water-quality-scientist--water-quality-scientist',
    'Sampling is learned on the round.',
  ],
  ['software-engineer--software-engineer', 'data-engineer--data-engineer', 'Modelling is what is learned anew.'],
];
