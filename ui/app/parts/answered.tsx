import { Alert, Box, Button, FormField, Input, SpaceBetween } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { loginHref } from '../login-href.ts';
import { keepToken } from '../request.ts';
import type { Answer } from '../use-answer.ts';
import { changed } from '../revision.ts';
import { Working } from './working.tsx';

interface Props<T> {
  readonly answer: Answer<T>;
  /** What is being worked on, for when it takes long. */
  readonly what?: string;
  /** What can be looked at until it is there. */
  readonly meanwhile?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** Shows an answer, or that it is on its way, or why it does not come. While it comes anew, that of before stays. */
export function Answered<T>({ answer, what, meanwhile, children }: Props<T>): ReactNode {
  const { data, error, problem, locked, loading } = answer;
  if (locked === true) return <TokenForm login={problem?.detail?.includes('/api/login') === true} />;
  if (problem?.code === 'RR102') return <Alert type="info" header="Something has to be chosen first">{error}</Alert>;
  if (error !== undefined) return <Alert type="error" header="There is no answer" action={<Button onClick={changed}>Try again</Button>}>{error}</Alert>;
  if (data === undefined) return <Working {...(what === undefined ? {} : { what })}>{meanwhile}</Working>;
  return <div aria-busy={loading} className={loading ? 'answered busy' : 'answered'}>{children(data)}</div>;
}

/** Asks for the token that the server wants, or leads to its identity provider. */
function TokenForm({ login }: { readonly login: boolean }): ReactNode {
  const [token, setToken] = useState('');
  const enter = (): void => {
    keepToken(token.trim());
    window.location.reload();
  };
  return (
    <Box padding="l">
      <SpaceBetween direction="horizontal" size="s" alignItems="end">
        <FormField label="Token" description="This server asks for one; its administrator makes them. It is kept until this tab is closed."><Input type="password" value={token} onChange={({ detail }) => setToken(detail.value)} onKeyDown={({ detail }) => detail.key === 'Enter' && enter()} /></FormField>
        <Button variant={login ? 'normal' : 'primary'} onClick={enter}>Enter</Button>
        {login && <Button variant="primary" href={loginHref()}>Sign in</Button>}
      </SpaceBetween>
    </Box>
  );
}
