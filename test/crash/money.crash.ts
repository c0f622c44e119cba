import { moneyCrashes } from '../support/money-crashes.js';
import { temporaryStore } from '../support/temporary-store.js';

moneyCrashes(temporaryStore);
