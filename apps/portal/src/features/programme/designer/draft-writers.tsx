import { useQuery } from '@apollo/client/react';
import { useInterval } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.js';
import { useViewer } from '../../../lib/viewer.js';
import { DRAFT_NEWS, type Version } from './designer.documents.js';

const EVERY = 20_000;
const STILL_HERE = 5 * 60_000;

/** Who wrote last. Somebody else who saved a moment ago is probably writing still. */
export function DraftWriters({ version }: { version: Version }) {
  const { t } = useTranslation('programme');
  const { dayAndTime } = useFormat();
  const { person } = useViewer();
  const { data } = useQuery(DRAFT_NEWS, { variables: { id: version.id }, pollInterval: EVERY });
  const [now, setNow] = useState(() => Date.now());
  const { start, stop } = useInterval(() => setNow(Date.now()), EVERY);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
  const { savedBy, savedAt } = data?.achievementVersion ?? version;
  if (!savedBy || !savedAt || savedBy.id === person.id) return null;
  const when = dayAndTime(savedAt);
  const isHere = now - new Date(savedAt).getTime() < STILL_HERE;
  // t('programme:designer.otherHere') t('programme:designer.savedBy')
  return <span>{t(isHere ? 'designer.otherHere' : 'designer.savedBy', { name: savedBy.displayName, when })}</span>;
}
