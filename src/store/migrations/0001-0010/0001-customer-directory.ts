import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { requireTrigrams } from '../require-trigrams.js';

/** Customers, the records they are made of, the ids they answer to, and what was decided about them. */
export const customerDirectory: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await requireTrigrams(db);
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

// Collation "C" compares bytes, so order and cursors are the same on every server and operating system.
const STATEMENTS = [
  `create table customer (
     id text collate "C" primary key,
     name text not null,
     email text,
     sort_name text collate "C" not null,
     search_text text not null,
     systems text[] not null,
     created_at timestamptz not null,
     updated_at timestamptz not null
   )`,
  'create index customer_by_name on customer (sort_name, id)',
  'create index customer_by_created_at on customer (created_at, id)',
  'create index customer_by_updated_at on customer (updated_at, id)',
  // Entries wait in a list that every search reads through until a vacuum, which PGlite does not run: a short list (kB).
  'create index customer_search on customer using gin (search_text gin_trgm_ops) with (gin_pending_list_limit = 128)',

  `create table customer_record (
     system text not null,
     record_id text not null,
     customer_id text collate "C" not null references customer (id),
     part_of text,
     name text not null,
     email text,
     created_at timestamptz,
     updated_at timestamptz,
     primary key (system, record_id)
   )`,
  'create index customer_record_by_customer on customer_record (customer_id)',
  'create index customer_record_by_whole on customer_record (system, part_of) where part_of is not null',

  `create table customer_external_id (
     system text not null,
     kind text not null,
     value text not null,
     record_id text not null,
     primary key (system, kind, value),
     foreign key (system, record_id) references customer_record (system, record_id)
   )`,
  'create index customer_external_id_by_value on customer_external_id (value, system)',
  'create index customer_external_id_by_record on customer_external_id (system, record_id)',

  `create table customer_reference (
     system text not null,
     record_id text not null,
     value text not null,
     primary key (system, record_id, value),
     foreign key (system, record_id) references customer_record (system, record_id)
   )`,
  'create index customer_reference_by_value on customer_reference (value, system)',

  `create table customer_redirect (
     old_id text collate "C" primary key,
     customer_id text collate "C" not null references customer (id)
   )`,
  'create index customer_redirect_by_customer on customer_redirect (customer_id)',

  `create table identity_conflict (
     id text collate "C" primary key,
     system text not null,
     record_id text not null,
     customer_ids text[] not null,
     reason text not null,
     detected_at timestamptz not null,
     unique (system, record_id)
   )`,
  'create index identity_conflict_by_time on identity_conflict (detected_at, id)',

  `create table identity_event (
     id text collate "C" primary key,
     at timestamptz not null,
     kind text not null,
     system text not null,
     record_id text not null,
     customer_id text collate "C" not null,
     customer_ids text[] not null,
     reason text not null
   )`,
  'create index identity_event_by_customer on identity_event (customer_id, at)',
];
