import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../components/chip.js';
import type { Column } from '../../../components/data-table.js';
import { LevelTile } from '../../../components/level-tile.js';
import { NameLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import type { CourseRow } from '../courses.documents.js';
import styles from '../courses.module.css';
import { ProviderName } from '../provider-name.js';
import { useCourseWords } from '../use-course-words.js';

/** The facts by which courses are told apart. `base`: where their pages are. */
export function useCourseColumns(base: '/programme/courses' | '/growth/courses'): Column<CourseRow>[] {
  const { t } = useTranslation('courses');
  const { number } = useFormat();
  const words = useCourseWords();
  const keeps = base === '/programme/courses';
  const none = <span className={styles.quiet}>–</span>;
  return [
    {
      id: 'title',
      head: t('column.title'),
      phone: true,
      cell: (row) => (
        <span className={styles.title}>
          <NameLink className={styles.name} to={`${base}/${row.id}`}>
            {row.title}
          </NameLink>
          <small>{keeps ? [row.code, row.area].filter(Boolean).join(' · ') : row.area}</small>
        </span>
      ),
    },
    {
      id: 'provider',
      head: t('column.provider'),
      width: 190,
      cell: (row) => (row.provider ? <ProviderName provider={row.provider} /> : none),
    },
    {
      id: 'skills',
      head: t('column.skills'),
      width: 240,
      cell: (row) => (row.outcomes.length > 0 ? <Skills outcomes={row.outcomes} /> : none),
    },
    {
      id: 'hours',
      head: t('column.hours'),
      width: 80,
      align: 'end',
      phone: true,
      cell: (row) => (row.hours === null ? none : number(row.hours)),
    },
    { id: 'mode', head: t('column.mode'), width: 150, cell: (row) => (row.mode ? words.mode(row.mode) : none) },
    { id: 'price', head: t('column.price'), width: 110, align: 'end', cell: (row) => words.price(row) ?? none },
    ...(keeps
      ? [
          {
            id: 'state',
            head: t('column.state'),
            width: 110,
            cell: (row: CourseRow) => (
              <StatusWord tone={row.state === 'ACTIVE' ? 'green' : 'plain'}>{t(`state.${row.state}`)}</StatusWord>
            ),
          },
        ]
      : []),
  ];
}

function Skills({ outcomes }: { outcomes: CourseRow['outcomes'] }) {
  return (
    <span className={styles.skills}>
      {outcomes.slice(0, 3).map(({ skill, level }) => (
        <span key={skill?.id} className={styles.skill}>
          {level && <LevelTile level={level.ordinal} size="small" label={level.label} />}
          {skill?.name}
        </span>
      ))}
      {outcomes.length > 3 && <span className={styles.quiet}>+{outcomes.length - 3}</span>}
    </span>
  );
}
