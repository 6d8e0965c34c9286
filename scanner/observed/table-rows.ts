/** Rows of comma-separated values by the names of their columns in lower case, as saved results of queries have them. */
export function* tableRows(text: string): Iterable<ReadonlyMap<string, string>> {
  let columns: readonly string[] | undefined;
  for (const cells of records(text)) {
    if (columns === undefined) columns = cells.map((name) => name.trim().toLowerCase());
    else yield new Map(columns.map((name, at) => [name, cells[at] ?? '']));
  }
}

function* records(text: string): Iterable<readonly string[]> {
  // A cell: in quotes that are doubled inside, or plain; then what ends it.
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  let cells: string[] = [];
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (match === null) return;
    const [, quoted, plain = '', end] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    yield cells;
    cells = [];
  }
}
