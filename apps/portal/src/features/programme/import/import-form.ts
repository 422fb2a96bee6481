import type { introspection } from '../../../config/graphql-env.js';

export type FormatKind = introspection['types']['FrameworkSourceKind']['enumValues'];

/** A finished upload, and the slot of the format that it fills; null while nobody said. */
export interface ImportFile {
  fileId: string;
  name: string;
  slot: string | null;
}

/** What the first step asks for. Kept between visits, so that one may leave and come back. */
export interface ImportForm {
  kind: FormatKind | null;
  files: readonly ImportFile[];
  options: Readonly<Record<string, string>>;
  title: string;
  publisher: string;
  version: string;
  licence: string;
  licenceUrl: string;
  attribution: string;
  sourceUrl: string;
  restricted: boolean;
}

export const TEXTS = ['title', 'publisher', 'version', 'sourceUrl', 'licence', 'licenceUrl', 'attribution'] as const;
export type ImportText = (typeof TEXTS)[number];

export const EMPTY_FORM: ImportForm = {
  kind: null,
  files: [],
  options: {},
  title: '',
  publisher: '',
  version: '',
  licence: '',
  licenceUrl: '',
  attribution: '',
  sourceUrl: '',
  restricted: false,
};

/** A file that a format knows. */
export interface Slot {
  key: string;
  title: string;
  namePattern: string;
  required: boolean;
  many: boolean;
}

export interface Format {
  slots: readonly Slot[];
  standard: { [T in ImportText]?: string | null };
}

/** What the publisher asks to be said, where nothing was written yet. A format without a version gets the month. */
export function withStandard(form: ImportForm, { standard }: Format, today: string): Partial<ImportForm> {
  const filled = Object.fromEntries(
    TEXTS.map((field) => [field, form[field].trim() ? form[field] : (standard[field] ?? '')]),
  ) as Record<ImportText, string>;
  return { ...filled, version: filled.version || (standard.title ? today.slice(0, 7) : '') };
}

/** The slot of a file that was just added: by its name, or the only one there is. */
export function slotFor(name: string, slots: readonly Slot[], files: readonly ImportFile[]): string | null {
  const named = slotNamed(name, slots, files);
  if (named) return named;
  // A single file of a format with a single slot can be nothing else.
  const [only] = slots;
  return slots.length === 1 && only && (only.many || files.length === 0) ? only.key : null;
}

/** The first slot whose name fits, and that still has room. */
function slotNamed(name: string, slots: readonly Slot[], files: readonly ImportFile[]): string | null {
  const fits = slots.find(
    ({ key, namePattern, many }) => matches(namePattern, name) && (many || !files.some((file) => file.slot === key)),
  );
  return fits?.key ?? null;
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'i').test(name);
  } catch {
    return false;
  }
}

/**
 * Files go to the slots of another format by their names alone: they were added for the old one, and what was chosen by hand
 * there means nothing here.
 */
export function assigned(files: readonly ImportFile[], slots: readonly Slot[]): ImportFile[] {
  return files.reduce<ImportFile[]>(
    (placed, file) => [...placed, { ...file, slot: slotNamed(file.name, slots, placed) }],
    [],
  );
}

/** Fields and slots that still have nothing in them, in the order of the screen. */
export function missingIn(form: ImportForm, slots: readonly Slot[]): string[] {
  const unplaced = form.files.filter((file) => file.slot === null).map((file) => `file ${file.fileId}`);
  const empty = slots.filter(({ key, required }) => required && !form.files.some((file) => file.slot === key));
  const needed: ImportText[] = ['title', 'publisher', 'version', 'licence', 'attribution'];
  return [
    ...(form.kind ? [] : ['kind']),
    ...empty.map(({ key }) => `slot ${key}`),
    ...unplaced,
    ...needed.filter((field) => !form[field].trim()),
  ];
}

/** A form that was kept; anything unreadable is an empty one. */
export function readForm(kept: string | null): ImportForm {
  if (!kept) return EMPTY_FORM;
  try {
    const value: unknown = JSON.parse(kept);
    const form = typeof value === 'object' && value !== null ? { ...EMPTY_FORM, ...value } : EMPTY_FORM;
    return Array.isArray(form.files) ? form : EMPTY_FORM;
  } catch {
    return EMPTY_FORM;
  }
}
