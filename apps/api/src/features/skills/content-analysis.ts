import type { Viewer } from '../../platform/access/viewer.js';

/**
 * What was just written at a blow is taken into the statistics now, in the same transaction: until the database does so by
 * itself, a minute later, it takes a new version to be empty and plans what people first look at accordingly.
 */
export async function analyseContent(system: Viewer): Promise<void> {
  await system.tx.query('SELECT app_analyse_frameworks()');
}
