import type { RecordId } from '../../../domain/identity/model.js';

/**
 * What is written into the link fields for a customer of another system. A field is told by its name: it holds ids of the
 * system whose name is in it, those of an account if that word is in it, else those of the customer.
 */
export function linkValues(
  fields: readonly string[],
  system: string,
  ids: readonly RecordId[],
): Readonly<Record<string, string>> {
  const [word = ''] = system.toLowerCase().split('_');
  const [whole] = ids;
  const account = ids.find(({ kind }) => kind === 'account');
  return Object.fromEntries(
    fields.flatMap((field) => {
      const name = field.toLowerCase();
      if (!name.includes(word)) return [];
      const id = name.includes('account') ? account : whole;
      return id ? [[field, id.value]] : [];
    }),
  );
}
