import type { Role } from '@assay/access';

/** Somebody of the invented company. Whoever stands higher in the list may be a manager of those below. */
export interface InventedPerson {
  key: string;
  name: string;
  jobTitle: string;
  unit: string;
  manager: string | null;
  /** Code of a rung of the invented framework. */
  rung: string | null;
  since: string;
  roles?: Role[];
  /** What they were here before. */
  before?: { jobTitle: string; unit: string; since: string; until: string };
}

const EXECUTIVE = 'Executive';
const PEOPLE = 'People and learning';
const DATA = 'Data and insight';
const DIGITAL = 'Digital services';
const NETWORK = 'Network operations';
const CUSTOMER = 'Customer';

/** The first administrator; the product is set up by this person. */
export const ADMINISTRATOR = { key: 'gareth', name: 'Gareth Penhallow' };

type Row = [key: string, name: string, jobTitle: string, rung: string | null, since: string];

const team = (unit: string, manager: string, rows: Row[]): InventedPerson[] =>
  rows.map(([key, name, jobTitle, rung, since]) => ({ key, name, jobTitle, unit, manager, rung, since }));

const LEADERS: InventedPerson[] = [
  {
    key: 'ottoline',
    name: 'Ottoline Brandt',
    jobTitle: 'Chief executive',
    unit: EXECUTIVE,
    manager: null,
    rung: null,
    since: '2017-09-04',
  },
  {
    key: 'tunde',
    name: 'Tunde Afolarin',
    jobTitle: 'Director of data and digital',
    unit: EXECUTIVE,
    manager: 'ottoline',
    rung: null,
    since: '2019-01-07',
  },
  {
    key: 'marisol',
    name: 'Marisol Vidal Ortega',
    jobTitle: 'Director of operations',
    unit: EXECUTIVE,
    manager: 'ottoline',
    rung: null,
    since: '2016-05-02',
  },
  {
    key: 'priyanka',
    name: 'Priyanka Sethu',
    jobTitle: 'People director',
    unit: EXECUTIVE,
    manager: 'ottoline',
    rung: null,
    since: '2020-02-03',
  },
  {
    key: 'callum',
    name: 'Callum Strathearn',
    jobTitle: 'Customer director',
    unit: EXECUTIVE,
    manager: 'ottoline',
    rung: null,
    since: '2018-11-12',
  },
  {
    key: 'yusuf',
    name: 'Yusuf Demirel',
    jobTitle: 'Internal auditor',
    unit: EXECUTIVE,
    manager: 'ottoline',
    rung: null,
    since: '2021-06-01',
    roles: ['AUDITOR'],
  },
  {
    key: 'noor',
    name: 'Noor El-Masri',
    jobTitle: 'Learning designer',
    unit: PEOPLE,
    manager: 'priyanka',
    rung: null,
    since: '2021-03-15',
    roles: ['HR_DESIGNER'],
  },
  {
    key: 'bea',
    name: 'Bea Lindqvist',
    jobTitle: 'Programme manager, credentials',
    unit: PEOPLE,
    manager: 'priyanka',
    rung: null,
    since: '2020-08-10',
    roles: ['PROGRAMME_OWNER'],
  },
  {
    key: 'wanjiru',
    name: 'Wanjiru Kamande',
    jobTitle: 'Assessment lead',
    unit: PEOPLE,
    manager: 'priyanka',
    rung: null,
    since: '2022-01-10',
    roles: ['ASSESSMENT_LEAD'],
  },
  {
    key: 'piotr',
    name: 'Piotr Zawadzki',
    jobTitle: 'People partner',
    unit: PEOPLE,
    manager: 'priyanka',
    rung: null,
    since: '2023-04-03',
    // The second: what one administrator proposes, another agrees to.
    roles: ['ADMINISTRATOR'],
  },
];

const DATA_TEAM: InventedPerson[] = [
  {
    key: 'ingrid',
    name: 'Ingrid Solheim',
    jobTitle: 'Head of data',
    unit: DATA,
    manager: 'tunde',
    rung: null,
    since: '2019-04-01',
    roles: ['ASSESSOR', 'ASSESSMENT_LEAD'],
  },
  {
    key: 'rahul',
    name: 'Rahul Deshpal',
    jobTitle: 'Lead data analyst',
    unit: DATA,
    manager: 'ingrid',
    rung: 'data-analyst--lead-data-analyst',
    since: '2022-07-01',
    roles: ['ASSESSOR'],
    before: { jobTitle: 'Senior data analyst', unit: DATA, since: '2018-02-05', until: '2022-06-30' },
  },
  {
    key: 'chiara',
    name: 'Chiara Benvenuti',
    jobTitle: 'Lead data engineer',
    unit: DATA,
    manager: 'ingrid',
    rung: 'data-engineer--lead-data-engineer',
    since: '2020-10-05',
    roles: ['ASSESSOR'],
  },
  ...team(DATA, 'rahul', [
    ['kwabena', 'Kwabena Osei-Tutu', 'Senior data analyst', 'data-analyst--senior-data-analyst', '2019-09-02'],
    ['aoife', 'Aoife Brannagh', 'Data analyst', 'data-analyst--data-analyst', '2022-03-07'],
    ['jun', 'Jun Takemori', 'Data analyst', 'data-analyst--data-analyst', '2023-01-09'],
    ['leila', 'Leila Haddadin', 'Data analyst', 'data-analyst--data-analyst', '2021-11-01'],
    ['tomasz', 'Tomasz Wilczek', 'Junior data analyst', 'data-analyst--junior-data-analyst', '2024-09-02'],
    ['meiling', 'Mei-Ling Chau', 'Junior data analyst', 'data-analyst--junior-data-analyst', '2025-02-03'],
    ['samir', 'Samir Benhaddou', 'Senior data analyst', 'data-analyst--senior-data-analyst', '2020-06-15'],
  ]),
  ...team(DATA, 'chiara', [
    ['anamaria', 'Ana-Maria Popovici', 'Senior data engineer', 'data-engineer--senior-data-engineer', '2020-01-13'],
    ['ravi', 'Ravi Nambeesan', 'Data engineer', 'data-engineer--data-engineer', '2022-05-16'],
    ['elif', 'Elif Aksoylu', 'Data engineer', 'data-engineer--data-engineer', '2023-08-21'],
    ['owen', 'Owen Pritchett', 'Data engineer', 'data-engineer--data-engineer', '2024-04-08'],
  ]),
];

const DIGITAL_TEAM: InventedPerson[] = [
  {
    key: 'marcus',
    name: 'Marcus Adeyinka',
    jobTitle: 'Head of digital services',
    unit: DIGITAL,
    manager: 'tunde',
    rung: null,
    since: '2018-08-06',
    roles: ['ASSESSOR'],
  },
  {
    key: 'siobhan',
    name: 'Siobhan Keaveney',
    jobTitle: 'Lead software engineer',
    unit: DIGITAL,
    manager: 'marcus',
    rung: 'software-engineer--lead-software-engineer',
    since: '2019-03-04',
    roles: ['ASSESSOR'],
  },
  {
    key: 'hiroshi',
    name: 'Hiroshi Onodera',
    jobTitle: 'Lead software engineer',
    unit: DIGITAL,
    manager: 'marcus',
    rung: 'software-engineer--lead-software-engineer',
    since: '2021-02-01',
    roles: ['ASSESSOR'],
  },
  {
    key: 'gareth',
    name: 'Gareth Penhallow',
    jobTitle: 'Platform administrator',
    unit: DIGITAL,
    manager: 'marcus',
    rung: null,
    since: '2017-10-02',
  },
  ...team(DIGITAL, 'siobhan', [
    [
      'zainab',
      'Zainab Qureshi-Ward',
      'Senior software engineer',
      'software-engineer--senior-software-engineer',
      '2020-09-14',
    ],
    [
      'lucas',
      'Lucas Ferreira Pinho',
      'Senior software engineer',
      'software-engineer--senior-software-engineer',
      '2021-05-10',
    ],
    ['hana', 'Hana Kovářová', 'Software engineer', 'software-engineer--software-engineer', '2022-10-03'],
    ['dele', 'Dele Ogunbayo', 'Software engineer', 'software-engineer--software-engineer', '2023-03-20'],
    ['freya', 'Freya Halvorsen', 'Software engineer', 'software-engineer--software-engineer', '2023-09-11'],
    [
      'arjun',
      'Arjun Mehrotra',
      'Junior software engineer',
      'software-engineer--junior-software-engineer',
      '2025-01-13',
    ],
  ]),
  ...team(DIGITAL, 'hiroshi', [
    ['nadia', 'Nadia Bouzid', 'Senior software engineer', 'software-engineer--senior-software-engineer', '2019-11-18'],
    ['eoin', 'Eoin Mac Giolla', 'Software engineer', 'software-engineer--software-engineer', '2021-09-06'],
    ['thandi', 'Thandi Mokoena', 'Software engineer', 'software-engineer--software-engineer', '2022-02-14'],
    ['viktor', 'Viktor Lindahl', 'Software engineer', 'software-engineer--software-engineer', '2024-01-15'],
    ['isla', 'Isla Drummie', 'Junior software engineer', 'software-engineer--junior-software-engineer', '2024-09-02'],
  ]),
];

const NETWORK_TEAM: InventedPerson[] = [
  {
    key: 'doris',
    name: 'Doris Achterhof',
    jobTitle: 'Head of network operations',
    unit: NETWORK,
    manager: 'marisol',
    rung: null,
    since: '2015-03-02',
    roles: ['ASSESSOR'],
  },
  {
    key: 'emeka',
    name: 'Emeka Nwoye',
    jobTitle: 'Area manager, north',
    unit: NETWORK,
    manager: 'doris',
    rung: null,
    since: '2021-04-05',
    roles: ['ASSESSOR'],
    before: { jobTitle: 'Senior network technician', unit: NETWORK, since: '2014-06-09', until: '2021-04-04' },
  },
  {
    key: 'gwen',
    name: 'Gwen Tregarthen',
    jobTitle: 'Area manager, south',
    unit: NETWORK,
    manager: 'doris',
    rung: null,
    since: '2018-01-08',
    roles: ['ASSESSOR'],
  },
  ...team(NETWORK, 'emeka', [
    ['bartek', 'Bartek Malinowski', 'Network technician', 'network-technician--network-technician', '2016-07-04'],
    ['rosa', 'Rosa Quispe Mamani', 'Network technician', 'network-technician--network-technician', '2019-05-13'],
    ['declan', 'Declan Fogarty', 'Network technician', 'network-technician--network-technician', '2020-03-09'],
    ['amina', 'Amina Warsame', 'Network technician', 'network-technician--network-technician', '2021-08-02'],
    ['joao', 'João Carvalhal', 'Network technician', 'network-technician--network-technician', '2022-06-20'],
    [
      'kirsty',
      'Kirsty Macvane',
      'Apprentice network technician',
      'network-technician--apprentice-network-technician',
      '2025-09-01',
    ],
    [
      'sunniva',
      'Sunniva Aasgard',
      'Senior network technician',
      'network-technician--senior-network-technician',
      '2013-08-12',
    ],
    ['koffi', 'Koffi Mensah-Bright', 'Network technician', 'network-technician--network-technician', '2018-04-09'],
    ['oleksiy', 'Oleksiy Hryhorenko', 'Network technician', 'network-technician--network-technician', '2022-09-05'],
    ['tariq', 'Tariq Al-Sabbagh', 'Network technician', 'network-technician--network-technician', '2023-10-02'],
    ['maire', 'Máire Ní Bhriain', 'Network controller', 'network-controller--network-controller', '2017-11-06'],
    [
      'wen',
      'Wen Jiahui',
      'Apprentice network technician',
      'network-technician--apprentice-network-technician',
      '2026-09-07',
    ],
  ]),
  ...team(NETWORK, 'gwen', [
    [
      'tevita',
      'Tevita Faleafa',
      'Senior network technician',
      'network-technician--senior-network-technician',
      '2017-02-13',
    ],
    ['pham', 'Phạm Thu Hà', 'Network technician', 'network-technician--network-technician', '2020-10-19'],
    ['stefan', 'Stefan Gruber-Noll', 'Network technician', 'network-technician--network-technician', '2021-01-11'],
    ['blessing', 'Blessing Chikwanda', 'Network technician', 'network-technician--network-technician', '2023-05-15'],
    [
      'rhys',
      'Rhys Bevanlloyd',
      'Apprentice network technician',
      'network-technician--apprentice-network-technician',
      '2024-09-02',
    ],
    ['ximena', 'Ximena Robledo', 'Network technician', 'network-technician--network-technician', '2022-11-07'],
  ]),
];

const CUSTOMER_TEAM: InventedPerson[] = team(CUSTOMER, 'callum', [
  ['greta', 'Greta Mühlbauer', 'Contact centre manager', 'customer-adviser--customer-team-lead', '2019-06-03'],
  ['femi', 'Femi Adewale-Shaw', 'Service adviser', 'customer-adviser--customer-adviser', '2021-10-11'],
  ['lotte', 'Lotte van Dijkstra', 'Service adviser', 'customer-adviser--customer-adviser', '2022-08-15'],
  ['hassan', 'Hassan Chaudhry', 'Service adviser', 'customer-adviser--customer-adviser', '2023-11-06'],
  ['kalea', 'Kalea Nakoa', 'Complaints specialist', 'customer-adviser--senior-customer-adviser', '2020-04-20'],
  ['ewa', 'Ewa Sikorowska', 'Field liaison adviser', 'customer-adviser--customer-adviser', '2024-02-12'],
]);

/** Sixty-six people who do not exist. Any likeness of a name is chance. */
export const INVENTED_PEOPLE: InventedPerson[] = [
  ...LEADERS,
  ...DATA_TEAM,
  ...DIGITAL_TEAM,
  ...NETWORK_TEAM,
  ...CUSTOMER_TEAM,
];

/** A mail address in a domain that can never exist. */
export function mailOf(person: { key: string }): string {
  return `${person.key}@calder-water.example`;
}
