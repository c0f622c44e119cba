/** The fields that `from` has a value in and `to` has another one, or none. Blanks around a text do not matter. */
export function saidOtherwise<T extends object>(from: T, to: T): Partial<T> {
  const plain = (value: unknown) => (typeof value === 'string' ? value.trim() : value);
  const fields = Object.entries(from).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(
    fields.filter(([name, value]) => plain(value) !== plain(to[name as keyof T])),
  ) as Partial<T>;
}
