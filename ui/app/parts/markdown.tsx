import { Box, Link, Table } from '@cloudscape-design/components';
import { useMemo, type ReactNode } from 'react';
import { inlineParts, markdownBlocks, type MarkdownBlock } from '../state/markdown.ts';
import { Code } from './code.tsx';

/** Markdown as elements: there is no way through it to HTML. */
export function Markdown({ text }: { readonly text: string }): ReactNode {
  const blocks = useMemo(() => markdownBlocks(text), [text]);
  return <div className="prose">{blocks.map((block, index) => <Block key={`${index} ${block.type}`} block={block} />)}</div>;
}

function Block({ block }: { readonly block: MarkdownBlock }): ReactNode {
  switch (block.type) {
    case 'heading':
      return <Box variant={block.level <= 2 ? 'h2' : 'h3'} margin={{ top: 'm' }}><Words text={block.text} /></Box>;
    case 'paragraph':
      return <Box variant="p"><Words text={block.text} /></Box>;
    case 'list':
      return <ul className="plain-list">{block.items.map((item) => <li key={item}><Words text={item} /></li>)}</ul>;
    case 'code':
      return <Code label={`Example in ${block.language}`} text={block.text} />;
    case 'table':
      return <Table variant="embedded" contentDensity="compact" wrapLines ariaLabels={{ tableLabel: block.head.join(', ') }} items={block.rows} columnDefinitions={block.head.map((title, at) => ({ id: title, header: title, cell: (row: readonly string[]) => <Words text={row[at] ?? ''} /> }))} />;
  }
}

function Words({ text }: { readonly text: string }): ReactNode {
  return inlineParts(text).map(({ type, text: part }, index) => {
    const key = `${index} ${part}`;
    if (type === 'code') return <code key={key}>{part}</code>;
    if (type === 'emphasis') return <em key={key}>{part}</em>;
    return type === 'link' ? <Link key={key} href={part} external externalIconAriaLabel="opens in a new tab">{part}</Link> : part;
  });
}
