import { useViewer } from '../../../lib/viewer.js';

/** Where the people on a rung are listed, for whoever plans and keeps the directory. */
export function useLevelPeople(): (level: { id: string; name: string }) => string | null {
  const { may } = useViewer();
  if (!may('insights.read') || !may('people.read')) return () => null;
  return ({ id, name }) => `/insights/rows/LEVEL_PEOPLE?${new URLSearchParams({ level: id, name }).toString()}`;
}
