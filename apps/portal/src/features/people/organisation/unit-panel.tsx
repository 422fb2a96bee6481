import { useQuery } from '@apollo/client/react';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.js';
import { Figure } from '../../../components/key-values.js';
import { OpenNumber } from '../../../components/open-number.js';
import { Section } from '../../../components/page.js';
import { SeenLink } from '../../../components/seen-link.js';
import { LoadingRows } from '../../../components/states.js';
import { NameLink, TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { PEOPLE_HERE, type Unit } from './organisation.documents.js';
import styles from './organisation.module.css';

interface Props {
  unit: Unit;
  units: readonly Unit[];
  /** How many units are below it. */
  inside: number;
  onDialog: (dialog: 'add' | 'rename' | 'move' | 'remove') => void;
  onSelect: (id: string) => void;
  onClose: () => void;
}

const ACTS = ['rename', 'move', 'remove'] as const;

/** One unit: who is here, and what can be done with it. */
export function UnitPanel({ unit, units, inside, onDialog, onSelect, onClose }: Props) {
  const { t } = useTranslation('people');
  const { number } = useFormat();
  const parent = units.find((each) => each.id === unit.parentId);
  const acts = ACTS.filter((act) => unit.viewerCan.includes(act));
  // t('people:unit.acts.rename') t('people:unit.acts.move') t('people:unit.acts.remove')
  return (
    <aside className={styles.panel} aria-label={unit.name}>
      <div className={styles.panelHead}>
        <div>
          {parent && (
            <button type="button" className={styles.parent} onClick={() => onSelect(parent.id)}>
              {parent.name}
            </button>
          )}
          <h2>{unit.name}</h2>
        </div>
        <IconButton label={t('close')} onClick={onClose}>
          <IconX size={16} stroke={1.6} />
        </IconButton>
      </div>
      <div className={styles.figures}>
        <Figure
          value={
            <OpenNumber
              count={unit.headcountHere}
              to={`/admin/people?unit=${unit.id}&below=no`}
              label={`${unit.name}, ${t('unit.here')}`}
            />
          }
        >
          {t('unit.here')}
        </Figure>
        <Figure
          value={
            <OpenNumber
              count={unit.headcount}
              to={`/admin/people?unit=${unit.id}`}
              label={`${unit.name}, ${t('unit.andBelow')}`}
            />
          }
        >
          {t('unit.andBelow')}
        </Figure>
        <Figure value={number(inside)}>{t('unit.units', { count: inside })}</Figure>
      </div>
      {acts.length > 0 && (
        <div className={styles.acts}>
          {acts.map((act) => (
            <Button key={act} size="small" onClick={() => onDialog(act)}>
              {t(`unit.acts.${act}`)}
            </Button>
          ))}
        </div>
      )}
      <PeopleHere unit={unit} />
      <SeenLink record={unit.id} />
    </aside>
  );
}

function PeopleHere({ unit }: { unit: Unit }) {
  const { t } = useTranslation('people');
  const { data } = useQuery(PEOPLE_HERE, { variables: { unitId: unit.id } });
  const found = data?.people;
  return (
    <Section title={t('unit.people')} aside={found && t('directory.count', { count: found.totalCount })}>
      {!found && <LoadingRows rows={4} />}
      {found?.totalCount === 0 && <p className={styles.hint}>{t('unit.nobody')}</p>}
      <ul className={styles.people}>
        {found?.edges.map(({ node }) => (
          <li key={node.id}>
            <NameLink to={`/admin/people/${node.id}`}>{node.displayName}</NameLink>
            <small>{node.employment?.jobTitle}</small>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        <TextLink to={`/admin/people?unit=${unit.id}`}>{t('unit.inDirectory')}</TextLink>
      </p>
    </Section>
  );
}
