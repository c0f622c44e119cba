import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, type Problem } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { ALIASES_PER_CALL, aliasesBody, createAliases } from '../../customers/bulk-aliases.js';
import { NewAliases } from '../../customers/inputs.js';
import { SYSTEM } from '../../names.js';
import { togai } from '../../session.js';
import { DRY_RUN } from '../descriptions.js';

@ObjectType('TogaiAliasesCreatePayload', { simpleResolvers: true, description: 'What became of new aliases.' })
class TogaiAliasesCreatePayload extends MutationPayload {
  @Field(() => [String], { nullable: true, description: 'The aliases that were made. The others are in `userErrors`.' })
  created?: readonly string[] | null;
}

interface Result {
  readonly created: readonly string[] | null;
  readonly plan?: readonly PlannedCall[];
  readonly problems: readonly Problem[];
}

@Resolver()
export class TogaiAliasMutations {
  @Needs('write')
  @Mutation(() => TogaiAliasesCreatePayload, {
    description:
      'Makes up to 1,000 aliases, a hundred a call, that belong to no account yet: `togaiAliasesAdd` gives them to one. What is ' +
      'there already does not keep the others out; its place is told in `field`.',
  })
  async togaiAliasesCreate(
    @Arg('aliases', () => [String], { description: 'The aliases, of up to 255 characters each.' }) aliases: string[],
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiAliasesCreatePayload> {
    const { desk } = context.session(togai);
    const {
      problems = [],
      userErrors,
      ...payload
    } = await answered(async (): Promise<Result> => {
      const wanted = checked(NewAliases, aliases, ['aliases']);
      if (!dryRun) return await createAliases(desk, wanted);
      const starts = Array.from(
        { length: Math.ceil(wanted.length / ALIASES_PER_CALL) },
        (_, at) => at * ALIASES_PER_CALL,
      );
      const plan = starts.map((start): PlannedCall => {
        const after = aliasesBody(wanted.slice(start, start + ALIASES_PER_CALL));
        return { system: SYSTEM, action: 'createAlias', target: null, after };
      });
      return { created: null, plan, problems: [] };
    });
    return { ...payload, userErrors: [...userErrors, ...problems] };
  }
}
