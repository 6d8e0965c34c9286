/** The compiler that ts-morph wraps, without the wrappers and the libraries' declarations, which would take as long to load again and never be used. */
export { ts } from 'ts-morph';
