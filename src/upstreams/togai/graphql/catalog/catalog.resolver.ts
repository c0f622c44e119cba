import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Needs } from '../../../../schema-kit/access.js';
import { type Connection, connectionOfList, PageArgs } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import type { TogaiAddOn, TogaiFeature } from '../../model.js';
import { togai } from '../../session.js';
import type { TogaiUsageMeter } from '../../usage/model.js';
import { TogaiAddOnConnection, TogaiFeatureConnection, TogaiUsageMeterConnection } from './catalog.type.js';

/** What rate cards put a price on. */
@Resolver()
export class TogaiCatalogResolver {
  @Needs('read')
  @Query(() => TogaiUsageMeterConnection, { description: 'The usage meters of Togai, by name.' })
  async togaiUsageMeters(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TogaiUsageMeter>> {
    return connectionOfList((await context.session(togai).usageMeters.load('all')) ?? [], page, idOf);
  }

  @Needs('read')
  @Query(() => TogaiAddOnConnection, { description: 'The add-ons of Togai, by name.' })
  async togaiAddOns(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TogaiAddOn>> {
    return connectionOfList((await context.session(togai).addOns.load('all')) ?? [], page, idOf);
  }

  @Needs('read')
  @Query(() => TogaiFeatureConnection, { description: 'The features of Togai, by name.' })
  async togaiFeatures(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TogaiFeature>> {
    return connectionOfList((await context.session(togai).features.load('all')) ?? [], page, idOf);
  }
}

const idOf = ({ togaiId }: { readonly togaiId: string }) => togaiId;
