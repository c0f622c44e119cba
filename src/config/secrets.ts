import type { Environment } from './load.js';

const SECRET_NAMES = /(SECRET|PASSWORD|TOKEN|API_?KEY|ACCESS_KEY)/;

/** The credentials in the configuration: variables that are called like one, and passwords inside addresses. */
export function secretsIn(environment: Environment): readonly string[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    if (!value) return [];
    if (SECRET_NAMES.test(name)) return [value];
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value) || !URL.canParse(value)) return [];
    const { password } = new URL(value);
    return password === '' ? [] : [password, decoded(password)];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
