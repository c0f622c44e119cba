import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { NumberKind, RowNumber } from '../../../../domain/uploads/model.js';
import { connectionType } from '../../../../schema-kit/connection.js';
import { JsonScalar } from '../../../../schema-kit/scalars.js';
import type { FoundRow } from '../../customer-rows/find-rows.js';
import { messageOf, type RowState, stateOf } from '../../customer-rows/row-state.js';
import { optionsOf, type UploadDesk } from '../../uploads/desk.js';
import { RevenueUploadType, toUpload } from '../upload.type.js';

const RowStateEnum: Record<RowState, RowState> = {
  WAITING: 'WAITING',
  STAGING: 'STAGING',
  STAGED: 'STAGED',
  STAGE_ERROR: 'STAGE_ERROR',
  COLLECTED: 'COLLECTED',
  REFUSED: 'REFUSED',
  UNCERTAIN: 'UNCERTAIN',
};
registerEnumType(RowStateEnum, {
  name: 'RevenueUploadRowStatus',
  description: 'How far a row of an upload has come.',
  valuesConfig: {
    WAITING: { description: 'Its part is not in Zuora Revenue yet.' },
    STAGING: { description: 'Zuora Revenue has its part; whether the row comes through staging is not known yet.' },
    STAGED: { description: 'It is in staging. Nothing is recognised yet.' },
    STAGE_ERROR: { description: 'It did not come through staging: `message` says why.' },
    COLLECTED: {
      description: 'Data collection that followed its upload has ended; it takes rows of the open period only.',
    },
    REFUSED: { description: 'Its part was refused as a whole: `message` says why.' },
    UNCERTAIN: { description: 'The answer for its part was lost; whether it arrived is being found out.' },
  },
});

const NumberKindEnum: Record<NumberKind, NumberKind> = { ACCOUNT: 'ACCOUNT', SUBSCRIPTION: 'SUBSCRIPTION' };
registerEnumType(NumberKindEnum, {
  name: 'RevenueRowNumberKind',
  description: 'What a number that rows carry is the number of.',
  valuesConfig: {
    ACCOUNT: { description: 'An account.' },
    SUBSCRIPTION: { description: 'A subscription.' },
  },
});

@ObjectType('RevenueUploadRow', {
  simpleResolvers: true,
  description: 'A row of an upload that carries a number of the customer, and what became of it.',
})
export class RevenueUploadRowType {
  @Field(() => RevenueUploadType, { description: 'The upload that it came with.' })
  upload!: RevenueUploadType;

  @Field(() => Int, {
    description: 'Its line in the file, or in the file that corrected its part; the header is line 1.',
  })
  line!: number;

  @Field(() => Int, { description: 'The part of the upload that it went with.' })
  part!: number;

  @Field(() => RowStateEnum, { description: 'How far it has come.' })
  status!: RowState;

  @Field(() => String, { nullable: true, description: 'Why it is where it is; null if nothing is wrong with it.' })
  message!: string | null;

  @Field(() => JsonScalar, { description: 'Its values by heading, as they were sent.' })
  row!: Record<string, string>;
}

@ObjectType('RevenueRowCount', {
  simpleResolvers: true,
  description: 'How many rows of uploads carry a number of the customer.',
})
export class RevenueRowCountType implements RowNumber {
  @Field(() => NumberKindEnum, { description: 'What it is the number of.' })
  kind!: NumberKind;

  @Field(() => String, { description: 'The number, as it stands in the rows.' })
  value!: string;

  @Field(() => Int, { description: 'How many rows carry it. A row that carries two numbers counts for each.' })
  rows!: number;
}

export function toRow(found: FoundRow, desk: UploadDesk): RevenueUploadRowType {
  const labels = optionsOf(found.upload).columns.map(({ label }) => label);
  return {
    upload: toUpload(found.upload, desk),
    line: found.line,
    part: found.part.number,
    status: stateOf(found),
    message: messageOf(found),
    row: Object.fromEntries(labels.map((label, at) => [label, found.cells[at] ?? ''])),
  };
}

export const RevenueUploadRowConnection = connectionType('RevenueUploadRow', () => RevenueUploadRowType);
