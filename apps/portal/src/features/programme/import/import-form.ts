export interface ImportFile {
  fileId: string;
  name: string;
}

/** What the first step asks for. Kept between visits, so that one may leave and come back. */
export interface ImportForm {
  title: string;
  publisher: string;
  version: string;
  licence: string;
  attribution: string;
  sourceUrl: string;
  skillsFile: ImportFile | null;
  rolesFile: ImportFile | null;
}

export type ImportSlot = 'skillsFile' | 'rolesFile';
export type ImportText = Exclude<keyof ImportForm, ImportSlot>;

export const EMPTY_FORM: ImportForm = {
  title: '',
  publisher: '',
  version: '',
  licence: '',
  attribution: '',
  sourceUrl: '',
  skillsFile: null,
  rolesFile: null,
};

/** The framework whose two files this reads. It carries no version of its own: the month of the download stands in. */
export function ukFramework(now: Date): Pick<ImportForm, ImportText> {
  return {
    title: 'UK Government Digital and Data Profession Capability Framework',
    publisher: 'UK Government Digital and Data',
    version: now.toISOString().slice(0, 7),
    licence: 'Open Government Licence v3.0',
    attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
    sourceUrl: 'https://ddat-capability-framework.service.gov.uk/download',
  };
}

const NEEDED: readonly (keyof ImportForm)[] = [
  'skillsFile',
  'rolesFile',
  'title',
  'publisher',
  'version',
  'licence',
  'attribution',
];

/** Fields that still have nothing in them, in the order of the screen. */
export function missingIn(form: ImportForm): (keyof ImportForm)[] {
  return NEEDED.filter((field) => {
    const value = form[field];
    return typeof value === 'string' ? value.trim() === '' : value === null;
  });
}

/** Which of the two files this is, told by its first line; null when it looks like neither. */
export function slotOf(head: string): ImportSlot | null {
  const first = head.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  const names = first.split(',').map((name) => name.trim().replaceAll('"', '').toLowerCase());
  if (names.includes('role family') && names.includes('role level')) return 'rolesFile';
  return names.includes('skill name') && !names.includes('role level') ? 'skillsFile' : null;
}

/** The last word of `input.title` and the like names the field of the form. */
export function fieldOf(path: string): keyof ImportForm | null {
  const name = path.split('.').at(-1)?.replace(/Id$/, '') ?? '';
  return name in EMPTY_FORM ? (name as keyof ImportForm) : null;
}

/** A form that was kept; anything unreadable is an empty one. */
export function readForm(kept: string | null): ImportForm {
  if (!kept) return EMPTY_FORM;
  try {
    const value: unknown = JSON.parse(kept);
    return typeof value === 'object' && value !== null ? { ...EMPTY_FORM, ...value } : EMPTY_FORM;
  } catch {
    return EMPTY_FORM;
  }
}
