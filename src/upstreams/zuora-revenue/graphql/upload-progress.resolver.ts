import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { UploadRecord } from '../../../domain/uploads/model.js';
import { InvalidInput } from '../../../kernel/errors.js';
import { follow } from '../../../kernel/reading/change-feed.js';
import { Needs } from '../../../schema-kit/access.js';
import type { RequestContext } from '../../../schema-kit/context.js';
import { zuoraRevenue } from '../session.js';
import { hasEnded } from '../uploads/desk.js';
import { RevenueUploadType, toUpload } from './upload.type.js';

@Resolver()
export class RevenueUploadProgressResolver {
  @Needs('read')
  @Subscription(() => RevenueUploadType, {
    description:
      'An upload as it is now, then each time that it changes, whichever process works on it; ends when the upload does. Changes that follow each other closely may come as one.',
    subscribe: ({ args, context }) => progressOf(String(args.id), context as RequestContext),
  })
  revenueUploadProgress(
    @Arg('id', () => ID, { description: 'The id of the upload.' }) _id: string,
    @Root() upload: UploadRecord,
    @Ctx() context: RequestContext,
  ): RevenueUploadType {
    return toUpload(upload, context.session(zuoraRevenue).desk);
  }
}

async function progressOf(id: string, context: RequestContext): Promise<AsyncIterable<UploadRecord>> {
  const { desk } = context.session(zuoraRevenue);
  const read = async () => {
    const upload = await desk.book.get(id);
    return upload?.scope === desk.scope ? upload : null;
  };
  if ((await read()) === null) throw new InvalidInput(`There is no upload ${id}.`);
  const { signal } = context;
  return follow({ feed: desk.changes, subject: `upload ${id}`, read, isFinal: hasEnded, signal });
}
