import { may } from '../../domain/access/model.js';
import { AccessDenied } from '../../kernel/errors.js';
import type { NodeKind } from '../../schema-kit/node.js';
import type { GatewayContext } from '../context.js';
import { toConnection } from './connection.type.js';
import { CONNECTION_PREFIX } from './connection-id.js';

/** Connections by id, for whom the list of them is for. */
export const connectionNode: NodeKind = {
  type: 'Connection',
  prefix: CONNECTION_PREFIX,
  load: async (key, context) => {
    const { caller, connections } = context as GatewayContext;
    if (!may(caller, 'sync')) throw new AccessDenied('FORBIDDEN', 'This needs the scope "sync".');
    const connection = await connections.read(key);
    return connection && toConnection(connection);
  },
};
