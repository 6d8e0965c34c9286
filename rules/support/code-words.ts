import type { Occurrence } from '../../model/occurrence.ts';

const longest = 90;

/** A text of the program inside a sentence. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `\`${line.length > longest ? `${line.slice(0, longest - 1)}…` : line}\``;
}

/** What the value is called, with its quotes; undefined where it has no name of its own. */
export function subjectName({ name, construct, sink }: Occurrence): string | undefined {
  const known = name ?? construct?.name ?? sink?.name;
  return known === undefined || known === 'default' ? undefined : quoted(known);
}

/** Where the value goes in the end: `S3Client`, `S3Client` (src/s3.ts:12). Undefined where no call is known to get it. */
export function receiver({ callee, sink, file }: Occurrence): string | undefined {
  if (callee === undefined || callee === 'super' || /(?:Error|Exception)$/.test(callee)) return undefined;
  return sink === undefined ? quoted(callee) : `${quoted(callee)} (${sink.file === file ? `line ${sink.line}` : `${sink.file}:${sink.line}`})`;
}

const speaks = /(?:^|\.)(?:log|info|warn|error|debug|trace|print|println|printf|metric|emit|tag|annotate)\w*$|logger|console|telemetry|analytics/i;
const display = /^(?:label|title|display|description|text|message|log|banner)/i;

/** Whether the value only gets to something that reports it: a log line, a label, a metric. */
export function isReportedOnly({ callee, service, sink, name = '' }: Occurrence): boolean {
  if (service !== undefined) return false;
  return (callee !== undefined && speaks.test(callee)) || display.test(sink?.name ?? name);
}

/** A client of an SDK, in distinction to a resource of the service that a program declares. */
export function isClient({ callee = '', sink, role }: Occurrence): boolean {
  return /client(?:builder)?$|^aws\.|boto3|(?:^|\.)(?:client|resource|session|newfromconfig|new)$|sdk/i.test(callee) || (callee === '' && (sink?.role ?? role) === 'argument');
}
