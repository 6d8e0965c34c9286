import { pages } from './pages/index.ts';
import { render } from './render.tsx';

export const start = (): void => render(pages);
