import type { TopNavigationProps } from '@cloudscape-design/components';
import { act } from '../act.ts';
import { client, type Caller } from '../client.ts';
import { forgetToken, hasToken } from '../request.ts';
import { loginHref } from '../login-href.ts';

/** Who one is, what one may do, and the way out; nothing where nobody is asked who they are. */
export function identity(caller: Caller | undefined): readonly TopNavigationProps.Utility[] {
  if (caller === undefined || caller.access === 'open') return [];
  const { who, scopes, access } = caller;
  if (scopes.length === 0) return access === 'login' ? [{ type: 'button', iconName: 'user-profile', text: 'Sign in', href: loginHref() }] : [];
  const name = who.replace(/^user /, '');
  const leave = hasToken() ? { id: 'forget', text: 'Forget the token' } : { id: 'out', text: 'Sign out' };
  return [{
    type: 'menu-dropdown', iconName: 'user-profile', text: name, ariaLabel: `Signed in as ${name}`, title: name,
    description: scopes.includes('admin') ? 'May do everything' : `May ${scopes.join(', ')}`,
    items: [leave],
    onItemClick: () => void (hasToken() ? forget() : signOut()),
  }];
}

function forget(): void {
  forgetToken();
  window.location.reload();
}

/** Out of this server, and then out of the identity provider where it has a place for that: else the next click would sign in again. */
async function signOut(): Promise<void> {
  await act('Sign out', async () => {
    const { provider } = await client.logout();
    if (provider === undefined) window.location.reload();
    else window.location.assign(provider);
  });
}
