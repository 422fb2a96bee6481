import { Menu } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';

/** The rubric as a file, and from one. */
export function RubricFileMenu({ versionId, onImport }: { versionId: string; onImport: (() => void) | null }) {
  const { t } = useTranslation('programme');
  const kinds = [
    { kind: 'xlsx', name: t('rubric.file.xlsx') },
    { kind: 'csv', name: t('rubric.file.csv') },
    { kind: 'case.json', name: t('rubric.file.case') },
  ];
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="quiet" icon={<IconFile size={16} stroke={1.6} aria-hidden />}>
          {t('rubric.file.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {onImport && <Menu.Item onClick={onImport}>{t('rubric.file.import')}</Menu.Item>}
        {kinds.map(({ kind, name }) => (
          <Menu.Item key={kind} component="a" href={`/achievements/${versionId}/rubric.${kind}`} download>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
