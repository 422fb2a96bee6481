import { together } from './parts.js';

together(5);
