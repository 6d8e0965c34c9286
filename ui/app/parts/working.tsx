import { Box, Spinner } from '@cloudscape-design/components';
import { useEffect, useState, type ReactNode } from 'react';

/** Something is on its way. Who waits longer is told how long, and why it may take so. */
export function Working({ what = 'Asking', children }: { readonly what?: string; readonly children?: ReactNode }): ReactNode {
  const [seconds, setSeconds] = useState(0);
  const [soon, setSoon] = useState(false);
  useEffect(() => {
    const timer = window.setInterval(() => setSeconds((before) => before + 1), 1000);
    // What comes at once needs nothing beside it.
    const waited = window.setTimeout(() => setSoon(true), 250);
    return () => {
      window.clearInterval(timer);
      window.clearTimeout(waited);
    };
  }, []);
  return (
    <>
      <div role="status" className="working">
        <Spinner size="large" />
        <Box variant="p" color="text-body-secondary">{what}{seconds < 2 ? ' …' : ` … ${seconds} s`}</Box>
        {seconds >= 4 && <Box variant="small" color="text-body-secondary">The whole estate is read and judged, which is done once: the answer is kept. What the configuration asks for is judged ahead, after each upload.</Box>}
      </div>
      {soon && children}
    </>
  );
}
