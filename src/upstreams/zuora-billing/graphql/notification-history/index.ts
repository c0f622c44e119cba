import type { UpstreamSchema } from '../../../contract.js';
import { ZuoraEmailRecordAccount, ZuoraNotificationHistoryResolver } from './history.resolver.js';
import { ZuoraResendMutations } from './resend.resolver.js';

export const notificationHistory: UpstreamSchema = {
  resolvers: [ZuoraNotificationHistoryResolver, ZuoraEmailRecordAccount, ZuoraResendMutations],
  nodes: [],
};
