import { IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NameLink } from '../../components/text-link.js';
import type { ResultOf } from '../../lib/graphql.js';
import { useViewer } from '../../lib/viewer.js';
import { addressOfHit, ICON_OF } from './hit-address.js';
import type { SEARCH_FACETS, SEARCH_HITS } from './search.documents.js';
import styles from './search-page.module.css';

type Hit = ResultOf<typeof SEARCH_HITS>['searchHits']['edges'][number]['node'];
type Person = ResultOf<typeof SEARCH_FACETS>['people']['edges'][number]['node'];

export function HitRow({ hit }: { hit: Hit }) {
  const { t } = useTranslation('search');
  const Sign = ICON_OF[hit.kind];
  const { title, alsoCalled, context } = hit;
  // A code that is an address or the name again tells nobody anything.
  const code = hit.code && hit.code.length <= 20 && !isNameAgain(hit.code, title) ? hit.code : null;
  // t('search:kind.ACHIEVEMENT') t('search:kind.SKILL') t('search:kind.JOB_ROLE') t('search:kind.COURSE') t('search:kind.FRAMEWORK')
  return (
    <li className={styles.row}>
      <Sign size={16} stroke={1.6} aria-hidden />
      <div>
        <NameLink className={styles.name} to={addressOfHit(hit)}>
          {title}
        </NameLink>
        <p>
          {[alsoCalled && t('alsoCalled', { name: alsoCalled }), t(`kind.${hit.kind}`), context, code]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </li>
  );
}

const isNameAgain = (code: string, title: string) =>
  code.toLowerCase() === title.toLowerCase().replace(/[^a-z0-9]+/g, '-');

export function PersonRow({ person }: { person: Person }) {
  const { may } = useViewer();
  const base = may('people.read') ? '/admin/people' : '/growth/colleagues';
  return (
    <li className={styles.row}>
      <IconUser size={16} stroke={1.6} aria-hidden />
      <div>
        <NameLink className={styles.name} to={`${base}/${person.id}`}>
          {person.displayName}
        </NameLink>
        {person.employment?.jobTitle && <p>{person.employment.jobTitle}</p>}
      </div>
    </li>
  );
}
