import type { FrameworkFormat } from './framework-format.js';
import type { SourceKind } from './framework.entity.js';
import { UK_GDD } from './uk-gdd-format.js';

/** Every form in which a framework can come in; the wizard and the command line ask here. */
export const FRAMEWORK_FORMATS: readonly FrameworkFormat[] = [UK_GDD];

export function formatOf(kind: SourceKind): FrameworkFormat | null {
  return FRAMEWORK_FORMATS.find((format) => format.kind === kind) ?? null;
}
