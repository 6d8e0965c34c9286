import { CopyToClipboard } from '@cloudscape-design/components';
import type { ReactNode } from 'react';

/** Code to read and to copy. Keyboards scroll it. */
export function Code({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  return (
    <div className="code-frame">
      <div className="code-copy"><CopyToClipboard copyButtonAriaLabel={`Copy ${label}`} copySuccessText="Copied" copyErrorText="Not copied" textToCopy={text} variant="icon" /></div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className="code" tabIndex={0} aria-label={label}>{text}</pre>
    </div>
  );
}
