export { classifyEvent } from './classify-event.ts';
