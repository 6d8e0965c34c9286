import { Box, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';

/** Where there is nothing to show: what that means, and what one can do. */
export function Nothing({ title, children, action }: { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }): ReactNode {
  return (
    <Box textAlign="center" padding={{ vertical: 'l' }} color="inherit">
      <SpaceBetween size="xs">
        <Box variant="strong" color="inherit">{title}</Box>
        {children !== undefined && <Box color="text-body-secondary">{children}</Box>}
        {action}
      </SpaceBetween>
    </Box>
  );
}
