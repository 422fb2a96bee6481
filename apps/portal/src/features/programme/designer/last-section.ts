import { sectionOf, type SectionName } from './sections.js';

const KEY = 'assay.designer.section.';

/** Where somebody left off in a draft; kept in this browser, for it is about the person and not about the draft. */
export function rememberSection(versionId: string, section: SectionName): void {
  localStorage.setItem(KEY + versionId, section);
}

/** The address at which somebody goes on. */
export function lastAddress(versionId: string): string {
  const section = sectionOf(localStorage.getItem(KEY + versionId) ?? undefined);
  const base = `/programme/achievements/${versionId}`;
  return section === 'basics' ? base : `${base}/${section}`;
}
