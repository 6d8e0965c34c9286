/** Where one signs in, to come back to what is shown. */
export const loginHref = (): string => `/api/login?back=${encodeURIComponent(`/${window.location.hash}`)}`;
