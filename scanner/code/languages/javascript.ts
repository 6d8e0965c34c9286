import type { Language } from '../language.ts';
import { typescript } from './typescript.ts';

export const javascript: Language = { ...typescript, id: 'javascript', title: 'JavaScript' };
