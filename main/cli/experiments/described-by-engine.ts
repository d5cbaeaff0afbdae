export { describedByEngine } from '../../services/experiments/described-by-engine.ts';
