import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import type { ZuoraDescribedObject } from '../../describe/described-object.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraDescribedObjectType } from './described-object.type.js';

@Resolver()
export class ZuoraDescribeResolver {
  @Needs('read')
  @Query(() => ZuoraDescribedObjectType, {
    nullable: true,
    description:
      'The fields of one kind of object in this tenant, custom ones included; null if there is no such kind.',
  })
  zuoraDescribe(
    @Arg('object', () => String, { description: 'API name of the object: `Account`, `Subscription`, `InvoiceItem`.' })
    object: string,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraDescribedObject | null> {
    return context.session(zuoraBilling).descriptions.load(object);
  }
}
