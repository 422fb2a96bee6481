import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../components/text-link.js';
import { EXEMPLAR_CONSENTS } from './exemplar-consents.documents.js';

/** The way to one's consents; for those whose work is an exemplar. */
export function ExemplarConsentsLink() {
  const { t } = useTranslation('evidence');
  const { data } = useQuery(EXEMPLAR_CONSENTS);
  const consents = data?.myExemplarConsents ?? [];
  if (consents.length === 0) return null;
  const waiting = consents.filter(({ answer }) => answer === null).length;
  return (
    <TextLink to="/growth/evidence/exemplars">
      {waiting > 0 ? t('consent.linkWaiting', { count: waiting }) : t('consent.link')}
    </TextLink>
  );
}
