import { type FieldNode, type FragmentDefinitionNode, Kind, parse } from 'graphql';
import { askedFields } from './asked-fields.js';

function asked(document: string): string[] {
  const { definitions } = parse(document);
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION,
  );
  return askedFields({
    fieldNodes: (operation?.selectionSet.selections ?? []) as FieldNode[],
    fragments: Object.fromEntries(fragments.map((each) => [each.name.value, each])),
  });
}

describe('what is asked of a field', () => {
  it('is found below it, by its name and not by what it is called', () => {
    expect(asked('{ list { total rows { id called: name } } }')).toEqual(['total', 'rows.id', 'rows.name']);
  });

  it('is found in fragments, and where it may be left out', () => {
    expect(
      asked(`{ list { rows { ...Row ... on Other { more { deep } } kind @skip(if: true) } } }
        fragment Row on Row { id ...Inner } fragment Inner on Row { level { id } }`),
    ).toEqual(['rows.id', 'rows.level.id', 'rows.more.deep', 'rows.kind']);
  });

  it('is found of a field that is asked twice', () => {
    expect(asked('{ list { id } list { name } }')).toEqual(['id', 'name']);
  });
});
