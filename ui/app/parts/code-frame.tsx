import { Box, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { Occurrence } from '../../../model/occurrence.ts';
import type { Edit } from '../../../model/readiness.ts';

/** The line of code that a finding is about, with the text that ties it to a region marked, and the change that closes it. */
export function CodeFrame({ occurrence: { file, span, snippet, text, language, form, role, enclosing, scope }, edit }: { readonly occurrence: Occurrence; readonly edit?: Edit | undefined }): ReactNode {
  const at = text === '' ? -1 : snippet.indexOf(text);
  const around = [language, `${form} as ${role}`, ...(enclosing === undefined ? [] : [`in ${enclosing}`]), ...(scope === 'production' ? [] : [`${scope} code`])].join(' · ');
  return (
    <SpaceBetween size="xs">
      <Box variant="code">{file}:{span.line}:{span.column}</Box>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className="code" tabIndex={0} aria-label="Code"><span className="quiet">{String(span.line).padStart(5)} │ </span>{at < 0 ? snippet : <>{snippet.slice(0, at)}<mark>{text}</mark>{snippet.slice(at + text.length)}</>}</pre>
      <Box variant="small" color="text-body-secondary">{around}</Box>
      {edit !== undefined && <><Box variant="p"><strong>{edit.safe ? 'A change that closes it' : 'A suggestion'}</strong>, in place of columns {edit.span.column} to {edit.span.endColumn} of line {edit.span.line}:</Box><pre className="code">{edit.text}</pre></>}
    </SpaceBetween>
  );
}
