import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { MappingOverrides, NO_OVERRIDES } from '../domain/plan-mapping/overrides.js';
import { ConfigError } from './load.js';

/** What a company's YAML file says of the mapping of subscriptions to price plans. Throws ConfigError. */
export async function loadMappingOverrides(path: string | undefined): Promise<MappingOverrides> {
  if (!path) return NO_OVERRIDES;
  const failed = (problems: readonly string[]) => new ConfigError(problems.map((problem) => `${path}: ${problem}`));
  const text = await readFile(path, 'utf8').catch(() => {
    throw failed(['cannot be read']);
  });
  let content: unknown;
  try {
    content = parse(text) ?? {};
  } catch (error) {
    throw failed([`is no YAML: ${error instanceof Error ? error.message.split('\n')[0] : error}`]);
  }
  const result = MappingOverrides.safeParse(content);
  if (result.success) return result.data;
  throw failed(result.error.issues.map(({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`));
}
