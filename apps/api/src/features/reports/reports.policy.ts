import { allow } from '../../platform/access/policy.js';
import { SavedReport } from './saved-report.entity.js';

allow('read', SavedReport, (viewer, it) => viewer.isSelf(it.ownerId) || (it.shared && viewer.may('insights.read')));
allow('change', SavedReport, (viewer, it) => viewer.isSelf(it.ownerId));
