import { CASE } from './case-format.js';
import { ESCO } from './esco-format.js';
import type { FrameworkFormat } from './framework-format.js';
import type { SourceKind } from './framework.entity.js';
import { ONET } from './onet-format.js';
import { CSV } from './sheet-format.js';
import { UK_GDD } from './uk-gdd-format.js';

/** Every form in which a framework can come in; the wizard and the command line ask here. */
export const FRAMEWORK_FORMATS: readonly FrameworkFormat[] = [UK_GDD, ESCO, ONET, CASE, CSV];

export function formatOf(kind: SourceKind): FrameworkFormat | null {
  return FRAMEWORK_FORMATS.find((format) => format.kind === kind) ?? null;
}
