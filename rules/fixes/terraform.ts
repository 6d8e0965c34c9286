import type { Edit } from '../../model/readiness.ts';
import { editOf, type Change } from '../../model/replacement.ts';
import type { FixContext, Fixer } from './fixer.ts';
import { rewritten, type Written } from './region-aware.ts';
import { awsProviderMajor, blockAt, dataBlock } from './terraform-text.ts';

/** Blocks whose values may refer to data sources. A provider would wait for itself; defaults of variables and backends take fixed text. */
const openBlocks: ReadonlySet<string> = new Set(['resource', 'data', 'module', 'locals', 'output', 'check']);

/** data.aws_region and data.aws_partition in Terraform modules. */
export const terraform: Fixer = {
  languages: new Set(['terraform']),
  edit(occurrence, context): Edit | undefined {
    const { text, from, to, starts } = context;
    if (occurrence.construct !== undefined || !/\.(?:tf|tofu)$/.test(occurrence.file) || text.slice(from, to) !== occurrence.text) return undefined;
    const block = blockAt(text, from);
    if (block === undefined || !openBlocks.has(block.type) || (block.type === 'data' && /^aws_(?:region|partition)$/.test(block.label))) return undefined;
    const { region, partition, attribute } = moduleOf(context);
    const regionValue = `data.aws_region.${region ?? 'current'}.${attribute}`;
    const partitionValue = `data.aws_partition.${partition ?? 'current'}`;
    const written: Written = { region: `\${${regionValue}}`, partition: `\${${partitionValue}.partition}`, suffix: `\${${partitionValue}.dns_suffix}` };
    const replaced = rewritten(occurrence, written, context);
    if (replaced === undefined) return undefined;
    const quoted = text[from - 1] === '"' && text[to] === '"' && occurrence.form === 'region';
    if (!quoted && !isInText(text, from)) return undefined;
    const change: Change = quoted ? { from: from - 1, to: to + 1, text: regionValue } : { from, to, text: replaced.text };
    const missing = [
      ...(replaced.used.has('region') && region === undefined ? ['aws_region'] : []),
      ...((replaced.used.has('partition') || replaced.used.has('suffix')) && partition === undefined ? ['aws_partition'] : []),
    ];
    // A region of another provider's alias is not that of data.aws_region: only a partition is the same for all of them.
    const safe = replaced.same && missing.length === 0 && !replaced.used.has('region');
    return editOf(starts, missing.length === 0 ? [change] : [change, appended(text, missing)], safe);
  },
};

interface Module {
  /** Names of its data blocks, where it has them. */
  readonly region: string | undefined;
  readonly partition: string | undefined;
  readonly attribute: 'region' | 'name';
}

let last: { readonly text: string; readonly beside: FixContext['beside']; readonly module: Module } | undefined;

/** The findings of one file come one after the other. */
function moduleOf({ text, beside }: FixContext): Module {
  if (last?.text !== text || last.beside !== beside) last = { text, beside, module: readModule(text, beside) };
  return last.module;
}

/** `region` came with version 6 of the provider, which deprecates `name`; both versions have `name`. */
function readModule(text: string, beside: FixContext['beside']): Module {
  const files = [text, ...beside('.tf')];
  const major = awsProviderMajor(beside('.terraform.lock.hcl'), files);
  return { region: dataBlock(files, 'aws_region'), partition: dataBlock(files, 'aws_partition'), attribute: major !== undefined && major >= 6 ? 'region' : 'name' };
}

function appended(text: string, types: readonly string[]): Change {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const blocks = types.map((type) => `data "${type}" "current" {}`).join(`${end}${end}`);
  return { from: text.length, to: text.length, text: `${text.endsWith('\n') || text === '' ? '' : end}${end}${blocks}${end}` };
}

/** Whether the offset lies inside of quotes on its line, or in a heredoc, as a line without quotes before it. */
function isInText(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const quotes = line.replace(/\\./g, '').replace(/[^"]/g, '').length;
  return quotes % 2 === 1;
}
