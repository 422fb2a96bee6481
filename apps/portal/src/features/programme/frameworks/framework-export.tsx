import { Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import type { Framework } from './framework.documents.js';
import styles from './framework-export.module.css';

/** The forms in which a framework can be taken along, by the last part of their address. */
const FORMS = { case: 'case.json', xlsx: 'tables.xlsx', csv: 'tables.zip' } as const;

/** Takes a framework along; its terms go with it, and are said before it does. */
export function FrameworkExport({ framework }: { framework: Framework }) {
  const { t } = useTranslation('frameworks');
  // t('frameworks:export.case') t('frameworks:export.caseHint') t('frameworks:export.csv') t('frameworks:export.csvHint')
  // t('frameworks:export.xlsx') t('frameworks:export.xlsxHint')
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button icon={<IconDownload size={16} stroke={1.6} aria-hidden />}>{t('export.title')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['case', 'xlsx', 'csv'] as const).map((form) => (
          <Menu.Item key={form} component="a" href={`/frameworks/${framework.id}/${FORMS[form]}`} download>
            <span className={styles.choice}>
              {t(`export.${form}`)}
              <small>{t(`export.${form}Hint`)}</small>
            </span>
          </Menu.Item>
        ))}
        {/* Spans: a menu may hold nothing that has a role of its own. */}
        <Menu.Label className={styles.terms}>
          <span>{framework.licence || t('export.noLicence')}</span>
          {framework.attribution && <span>{framework.attribution}</span>}
          {framework.restricted && <span className={styles.restricted}>{t('export.restricted')}</span>}
        </Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
