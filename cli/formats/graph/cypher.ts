import { edgeColumns, nodeColumns, type GraphFormat } from './graph-format.ts';

/** Rows of one statement. Larger ones make the database's planner slow, smaller ones the loading. */
const batch = 500;

/** openCypher statements for Neo4j, Memgraph and Neptune: run again, they change nothing. */
export const cypher: GraphFormat<Iterable<string>> = function* (document) {
  const { level, nodes, edges } = document;
  const label = level === 'service' ? 'Service' : 'Resource';
  yield `CREATE CONSTRAINT regionready_${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;\n`;
  for (const rows of batches(nodes)) {
    yield `UNWIND [\n${rows.map((node) => `  ${map(nodeColumns(node))}`).join(',\n')}\n] AS row\nMERGE (n:${label} {id: row.id}) SET n += row;\n`;
  }
  for (const [type, own] of Map.groupBy(edges, (edge) => edge.type)) {
    const name = type.toUpperCase().replaceAll('-', '_');
    for (const rows of batches(own)) {
      yield `UNWIND [\n${rows.map((edge) => `  ${map(edgeColumns(edge))}`).join(',\n')}\n] AS row\nMATCH (a:${label} {id: row.from}), (b:${label} {id: row.to}) MERGE (a)-[e:${name}]->(b) SET e.count = toInteger(row.count), e.types = row.types, e.confidence = row.confidence, e.how = row.how, e.crossings = row.crossings, e.ms = toFloat(row.ms);\n`;
    }
  }
};

function* batches<T>(values: readonly T[]): Iterable<readonly T[]> {
  for (let at = 0; at < values.length; at += batch) yield values.slice(at, at + batch);
}

/** A map literal of what is told; keys are ours. */
function map(columns: Readonly<Record<string, string>>): string {
  return `{${Object.entries(columns).filter(([, value]) => value !== '').map(([key, value]) => `${key}: ${literal(value)}`).join(', ')}}`;
}

/**
 * A string literal. Some parsers replace \uXXXX before they look at anything else, backslash before it or not, so that a name could end
 * its own quotes: a backslash and a u never stand side by side.
 */
function literal(value: string): string {
  const text = value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, '');
  return `'${text.replace(/\\(?=u)/gi, "\\' + '")}'`;
}
