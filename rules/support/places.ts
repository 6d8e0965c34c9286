export { placeOf, shortName, type Place } from '../../graph/queries/place.ts';
