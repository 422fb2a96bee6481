export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const total = <Row>(rows: readonly Row[], of: (row: Row, index: number) => number): number =>
  rows.reduce((so, row, index) => so + of(row, index), 0);

/** The value of a table; outside of it nothing was counted. */
export const cell = (table: readonly (readonly number[])[], row: number, column: number): number =>
  table[row]?.[column] ?? 0;
