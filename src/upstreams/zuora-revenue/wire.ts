import { z } from 'zod';

// The reference and its samples disagree on whether several of these are numbers or text.
const Text = z.union([z.string(), z.number()]).transform(String);
const Whole = z.union([z.number().int(), z.string().regex(/^\d+$/).transform(Number)]);
const Optional = Text.nullish().transform((text) => text || null);

/** https://developer.zuora.com/other-api/revenue/tag/Adapter */
export const MappingAnswer = z.object({
  Dateformat: z.string().nullish(),
  Mapping: z.array(
    z.object({ label: z.string(), col_name: z.string(), data_type: z.string().nullish(), seq: Whole.nullish() }),
  ),
});

/** https://developer.zuora.com/other-api/revenue/tag/Inbound */
export const UploadAnswer = z.object({ result: z.object({ id: Whole }) });
export const UploadStatusAnswer = z.object({
  result: z.object({ id: Whole.nullish(), status: z.string().default(''), message: z.string().default('') }),
});

/** https://developer.zuora.com/other-api/revenue/tag/Stage-Error */
export const StageErrorAnswer = z.object({
  Result: z.array(
    z.object({
      id: Whole,
      err_msg: z.string().default(''),
      upload_id: Optional,
      so_num: Optional,
      so_line_id: Optional,
      inv_line_id: Optional,
      type: Optional,
      crtd_dt: Optional,
    }),
  ),
});

/** https://developer.zuora.com/other-api/revenue/tag/Data-Collection: the job's id is in the message, as in submitted programs. */
export const CollectionAnswer = z.object({ message: z.string().default(''), job_id: Text.nullish() });
export const JobAnswer = z.object({
  data: z.object({
    id: Text,
    status: z.string(),
    error_message: Optional,
    actual_start_date: Optional,
    crtd_by: Optional,
    crtd_dt: Optional,
    updt_dt: Optional,
  }),
});

/** https://developer.zuora.com/other-api/revenue/tag/Revenue-Jobs: two forms, of the guide and of the reference. */
export const SubmitAnswer = z.union([
  z.object({ job_id: Text }).transform(({ job_id }) => job_id),
  z.object({ data: z.object({ id: Text }) }).transform(({ data }) => data.id),
  z.object({ message: z.string().regex(/\d/) }).transform(({ message }) => /\d+/.exec(message)?.[0] ?? ''),
]);
export const OrgsAnswer = z.object({ data: z.array(z.object({ org_id: Whole, org_name: z.string() })) });
export const ProgramsAnswer = z.object({
  data: z.array(
    z.object({
      program_id: Text,
      program_name: z.string(),
      parameters: z
        .array(z.object({ id: Whole, sequence: Whole, name: z.string(), type: Optional, mandatory: Optional }))
        .default([]),
    }),
  ),
});

/** https://developer.zuora.com/other-api/revenue/tag/Reports */
export const ReportsAnswer = z.object({
  Result: z.array(
    z.object({
      id: Whole,
      file_name: Optional,
      rep_name: Optional,
      rep_desc: Optional,
      layout_name: Optional,
      category: Optional,
      status: Optional,
      report_date: Optional,
    }),
  ),
});
export const SignedUrlAnswer = z.object({ signed_url: z.string() });

/** https://developer.zuora.com/other-api/revenue/tag/Transfer-Accounting */
export const JournalListAnswer = z.object({
  result: z.array(
    z.object({ id: Whole, name: Optional, status: Optional, crtd_dt: Optional, crtd_by: Optional, updt_dt: Optional }),
  ),
});
export const BatchAnswer = z.record(z.string(), z.unknown());

/** https://developer.zuora.com/other-api/revenue/tag/BI-Views-v2 */
export const BiColumnsAnswer = z.array(z.object({ column_name: z.string(), data_type: Optional }));
