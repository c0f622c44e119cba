import { ArgsType, Field, Int } from 'type-graphql';
import { z } from 'zod';
import { zodInput } from '../../../../schema-kit/zod-input.js';

const MOST = 98;

@zodInput(z.object({ first: z.int().min(0).max(MOST) }).loose())
@ArgsType()
export class DocumentPageArgs {
  @Field(() => Int, { defaultValue: 20, description: `How many documents, 0 to ${MOST}, newest first.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before this one.' })
  after?: string | null;
}
