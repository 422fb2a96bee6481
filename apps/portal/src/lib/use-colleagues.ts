import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { COLLEAGUE_CHOICES } from './colleague-choices.documents.js';
import { useViewer } from './viewer.js';

/** Colleagues found by typing, without oneself. */
export function useColleagues() {
  const me = useViewer();
  const [words, setWords] = useState('');
  const { data, previousData } = useQuery(COLLEAGUE_CHOICES, { variables: { search: words || null } });
  const found = ((data ?? previousData)?.people.edges ?? [])
    .map(({ node }) => ({ value: node.id, label: node.displayName, hint: node.employment?.jobTitle ?? '' }))
    .filter(({ value }) => value !== me.person.id);
  return { found, onSearch: setWords };
}
