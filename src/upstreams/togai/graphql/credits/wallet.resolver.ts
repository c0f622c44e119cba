import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Connection, PageArgs } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import type { TogaiAccount, TogaiWallet, TogaiWalletEntry } from '../../model.js';
import { togai } from '../../session.js';
import { TogaiAccountType } from '../account.type.js';
import { connectionOfTokens } from '../token-connection.js';
import { TogaiWalletEntryConnection, TogaiWalletType } from './wallet.type.js';

@Resolver(() => TogaiWalletType)
export class TogaiWalletResolver {
  @FieldResolver(() => TogaiWalletEntryConnection, {
    nullable: true,
    description: "The changes of the balance, in Togai's order. At most 30 seconds old.",
  })
  entries(
    @Root() { accountId }: TogaiWallet,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TogaiWalletEntry>> {
    return connectionOfTokens(`wallet:${accountId}`, page, (token) =>
      context.session(togai).walletPage({ accountId, token }),
    );
  }
}

@Resolver(() => TogaiAccountType)
export class TogaiAccountWallet {
  @FieldResolver(() => TogaiWalletType, {
    nullable: true,
    description: 'The wallet of the account; null if it has none. At most 30 seconds old.',
  })
  wallet(@Root() account: TogaiAccount, @Ctx() context: RequestContext): Promise<TogaiWallet | null> {
    return context.session(togai).wallet(account.togaiId);
  }
}
