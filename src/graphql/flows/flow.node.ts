import { may } from '../../domain/access/model.js';
import { AccessDenied } from '../../kernel/errors.js';
import type { NodeKind } from '../../schema-kit/node.js';
import type { GatewayContext } from '../context.js';
import { FLOW_PREFIX, toFlow } from './flow.type.js';

/** Flows by id, for whom the list of them is for. */
export const flowNode: NodeKind = {
  type: 'Flow',
  prefix: FLOW_PREFIX,
  load: async (key, context) => {
    const { caller, flows } = context as GatewayContext;
    if (!may(caller, 'sync')) throw new AccessDenied('FORBIDDEN', 'This needs the scope "sync".');
    const flow = await flows.book.read(key);
    return flow && toFlow(flow, flows.systems);
  },
};
