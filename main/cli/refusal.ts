export { Refusal } from '../services/refusal.ts';
