/** What fixers read of Terraform text by lines: blocks as `terraform fmt` writes them, with their head at the first column. */
export interface Block {
  readonly type: string;
  /** First label, without quotes; empty where there is none. */
  readonly label: string;
}

const head = /^([a-z_]+)(?:[ \t]+"([^"\n]*)")?(?:[ \t]+"[^"\n]*")?[ \t]*\{/;

/** The top-level block that an offset lies in; undefined where none begins above it. */
export function blockAt(text: string, offset: number): Block | undefined {
  for (let end = offset; end >= 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const match = head.exec(text.slice(start, start + 300));
    if (match) return { type: match[1] ?? '', label: match[2] ?? '' };
    if (text[start] === '}' && start < offset) return undefined;
    if (start === 0) return undefined;
    end = start - 1;
  }
  return undefined;
}

/** Name of a data block of the type that asks for nothing in particular, in any of the texts. */
export function dataBlock(texts: readonly string[], type: 'aws_region' | 'aws_partition'): string | undefined {
  const pattern = new RegExp(`^data[ \\t]+"${type}"[ \\t]+"([A-Za-z_][A-Za-z0-9_-]*)"[ \\t]*\\{[ \\t\\r\\n]*\\}`, 'm');
  for (const text of texts) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Major version of the AWS provider: as locked, else the lowest that a constraint allows; undefined where nothing tells it. */
export function awsProviderMajor(locks: readonly string[], files: readonly string[]): number | undefined {
  for (const lock of locks) {
    const locked = /provider[ \t]+"[^"\n]*\/hashicorp\/aws"[ \t]*\{[^}]{0,300}?\bversion[ \t]*=[ \t]*"(\d+)\./.exec(lock)?.[1];
    if (locked !== undefined) return Number(locked);
  }
  for (const file of files) {
    const constraint = /\baws[ \t]*=[ \t]*\{([^}]{0,400})\}/.exec(file)?.[1];
    const version = constraint === undefined ? undefined : /\bversion[ \t]*=[ \t]*"([^"\n]{1,100})"/.exec(constraint)?.[1];
    const lowest = version?.split(',').flatMap((part) => /^\s*(?:>=?|~>|=)?\s*v?(\d+)/.exec(part)?.[1] ?? []).map(Number);
    if (lowest !== undefined && lowest.length > 0) return Math.max(...lowest);
  }
  return undefined;
}
