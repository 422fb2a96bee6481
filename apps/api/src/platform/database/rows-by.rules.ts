/** Rows under the id they belong to, each list in the order the rows came. */
export function rowsBy<Row>(rows: readonly Row[], idOf: (row: Row) => string): Map<string, Row[]> {
  const lists = new Map<string, Row[]>();
  for (const row of rows) {
    const list = lists.get(idOf(row));
    if (list) list.push(row);
    else lists.set(idOf(row), [row]);
  }
  return lists;
}
