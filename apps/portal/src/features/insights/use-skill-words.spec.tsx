import { ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { render, screen } from '@testing-library/react';
import { createClient } from '../../lib/apollo.js';
import { useSkillWords } from './use-skill-words.js';

const SKILL = {
  ...{ __typename: 'Skill', id: 's1', revisionId: 'r1', name: 'Welding' },
  framework: {
    ...{ __typename: 'SkillFramework', id: 'f1' },
    scale: {
      ...{ __typename: 'ProficiencyScale', id: 'scale' },
      levels: [{ __typename: 'ProficiencyLevel', id: 'l2', ordinal: 2, label: 'Working' }],
    },
  },
};

function Row() {
  const { name, level } = useSkillWords({ skillId: 's1', level: 2 });
  return <p>{`${name} ${level}`}</p>;
}

it('names a skill in as many rows as there are, and asks for it once', async () => {
  let asked = 0;
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        asked += 1;
        setTimeout(() => {
          observer.next({ data: { skill: SKILL } });
          observer.complete();
        }, 5);
      }),
  );
  const rows = Array.from({ length: 50 }, (_, row) => <Row key={row} />);
  render(<ApolloProvider client={createClient(link)}>{rows}</ApolloProvider>);
  expect(await screen.findAllByText('Welding 2 · Working')).toHaveLength(50);
  expect(asked).toBe(1);
});
