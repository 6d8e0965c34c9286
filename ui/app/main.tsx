import { pages } from './pages/index.ts';
import { render } from './render.tsx';

render(pages);
