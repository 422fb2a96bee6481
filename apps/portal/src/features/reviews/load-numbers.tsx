import { useTranslation } from 'react-i18next';
import { OpenNumber, OpenWords } from '../../components/open-number.js';
import type { OpensPlaces } from './use-opens-places.js';

interface Props {
  of: { personId: string; held: number; handedIn: number; capacity: number; person: { displayName: string } };
  opens: OpensPlaces;
}

/** How much lies with an assessor, of how much they may hold. */
export function Held({ of: { personId, held, capacity, person }, opens }: Props) {
  const { t } = useTranslation('quality');
  const words = t('assessors.holds', { held, capacity });
  return (
    <OpenWords
      count={held}
      to={opens.places('hand', { assessor: personId })}
      label={t('assessors.opens', { name: person.displayName, what: t('assessors.load'), words })}
    >
      {words}
    </OpenWords>
  );
}

/** What an assessor handed in within four weeks. */
export function Done({ of: { personId, handedIn, person }, opens }: Props) {
  const { t } = useTranslation('quality');
  return (
    <OpenNumber
      count={handedIn}
      to={opens.marks('lately', { assessor: personId })}
      label={`${person.displayName}, ${t('assessors.done')}`}
    />
  );
}
