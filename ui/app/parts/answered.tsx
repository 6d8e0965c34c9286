import { Alert, Box, Button, FormField, Input, SpaceBetween, Spinner } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { keepToken } from '../client.ts';
import type { Answer } from '../use-answer.ts';

/** Shows an answer, or that it is on its way, or why it does not come. */
export function Answered<T>({ answer, children }: { readonly answer: Answer<T>; readonly children: (data: T) => ReactNode }): ReactNode {
  if (answer.locked === true) return <TokenForm />;
  if (answer.error !== undefined) return <Alert type="error" header="The server could not answer">{answer.error}</Alert>;
  if (answer.data === undefined) return <Box textAlign="center" padding="xl"><Spinner size="large" /> <Box variant="p">Working on it …</Box></Box>;
  return children(answer.data);
}

/** Asks for the token that the server wants. */
function TokenForm(): ReactNode {
  const [token, setToken] = useState('');
  const enter = (): void => {
    keepToken(token.trim());
    window.location.reload();
  };
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="end">
      <FormField label="Token" description="This server asks for one; its administrator makes them."><Input type="password" value={token} onChange={({ detail }) => setToken(detail.value)} onKeyDown={({ detail }) => detail.key === 'Enter' && enter()} /></FormField>
      <Button variant="primary" onClick={enter}>Enter</Button>
    </SpaceBetween>
  );
}
