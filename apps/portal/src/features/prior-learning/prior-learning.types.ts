import type { ResultOf } from '../../lib/graphql.js';
import type { SCREEN } from './prior-learning.documents.js';

export type Screen = NonNullable<ResultOf<typeof SCREEN>['priorLearningScreen']>;
export type ScreenedVersion = NonNullable<ResultOf<typeof SCREEN>['achievementVersion']>;
