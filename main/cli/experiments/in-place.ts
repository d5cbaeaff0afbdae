export { inPlace, noPlaces } from '../../services/experiments/in-place.ts';
