import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../components/text-link.js';
import type { StepKind } from './lattice.documents.js';
import styles from './roles.module.css';

interface Props {
  kind: StepKind;
  note: string;
  to: { id: string; name: string; role: { name: string } };
}

/** A step in words: the same line as in the drawing, its kind, and where it leads. */
export function StepWords({ kind, note, to }: Props) {
  const { t } = useTranslation('roles');
  // t('roles:kind.LADDER') t('roles:kind.LATERAL') t('roles:kind.BRANCH')
  return (
    <span className={styles.step}>
      <span className={styles.line} data-kind={kind} aria-hidden />
      <span className={styles.kind}>{t(`kind.${kind}`)}</span>
      <TextLink to={`/programme/roles/${to.id}`}>{to.name}</TextLink>
      {to.role.name !== to.name && <span className={styles.quiet}>{to.role.name}</span>}
      {note && <span className={styles.quiet}>{note}</span>}
    </span>
  );
}
