/** A table of one's own, as it was read. */
export interface ReadTable {
  table: string;
  fields: readonly { name: string; needed: boolean }[];
  columns: readonly { header: string; field: string | null }[];
  rows: readonly (readonly string[])[];
}

/** What somebody says of columns: by table and header the field; null leaves the column out. */
export type ColumnChoices = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

export function fieldOf(table: ReadTable, choices: ColumnChoices, header: string): string | null {
  const said = choices[table.table]?.[header];
  return said === undefined ? (table.columns.find((column) => column.header === header)?.field ?? null) : said;
}

export function choose(
  choices: ColumnChoices,
  { table }: ReadTable,
  header: string,
  field: string | null,
): ColumnChoices {
  return { ...choices, [table]: { ...choices[table], [header]: field } };
}

/** Whether anything is said that the files were not read by. */
export function saysMore(tables: readonly ReadTable[], choices: ColumnChoices): boolean {
  return tables.some((table) => table.columns.some(({ header, field }) => fieldOf(table, choices, header) !== field));
}

/** What the table cannot be read without, and no column is. */
export function missingFields(table: ReadTable, choices: ColumnChoices): string[] {
  const read = new Set(table.columns.map(({ header }) => fieldOf(table, choices, header)));
  return table.fields.filter(({ name, needed }) => needed && !read.has(name)).map(({ name }) => name);
}

/** Fields that more than one column would fill. */
export function twiceFields(table: ReadTable, choices: ColumnChoices): Set<string> {
  const read = table.columns.flatMap(({ header }) => fieldOf(table, choices, header) ?? []);
  return new Set(read.filter((field, at) => read.indexOf(field) !== at));
}

/** The first rows as they would be read: a column per field, in the order of the fields. */
export function firstRows(
  table: ReadTable,
  choices: ColumnChoices,
): { fields: string[]; rows: { at: number; cells: string[] }[] } {
  const at = new Map(table.columns.map(({ header }, place) => [fieldOf(table, choices, header), place]));
  const fields = table.fields.map(({ name }) => name).filter((name) => at.has(name));
  const cellsOf = (row: readonly string[]) => fields.map((field) => row[at.get(field) ?? -1] ?? '');
  return { fields, rows: table.rows.map((row, place) => ({ at: place, cells: cellsOf(row) })) };
}

/** Everything that is said, of every column: so that the next file with the same headers needs no word. */
export function columnsInput<Table extends ReadTable>(tables: readonly Table[], choices: ColumnChoices) {
  return tables.flatMap((table) =>
    [...new Set(table.columns.map(({ header }) => header))]
      .filter((header) => header !== '')
      .map((header) => ({ table: table.table as Table['table'], header, field: fieldOf(table, choices, header) })),
  );
}

/** A field's name as people read it. */
export function fieldWords(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
