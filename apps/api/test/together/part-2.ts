import { together } from './parts.js';

together(2);
