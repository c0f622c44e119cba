/** Words of an error with every spelling of the URL's password taken out, and never the URL itself. */
export function withoutPassword(url: string): (error: unknown) => string {
  const secrets = passwordsIn(url);
  return (error) => {
    const text = describe(error).replaceAll(url, '(database URL)');
    return secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  };
}

function passwordsIn(url: string): readonly string[] {
  // Up to the last "@": a password whose "@" was not encoded is the most likely mistake in such a URL.
  const written = /^[^:]+:\/\/[^:/?#]*:(.*)@/s.exec(url)?.[1];
  const parameter = /[?&]password=([^&#]*)/.exec(url)?.[1];
  return [written ?? '', parameter ?? '']
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, decoded(secret)])
    .sort((a, b) => b.length - a.length);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function describe(error: unknown): string {
  // Several addresses tried, several errors, and an empty message on the whole.
  if (error instanceof AggregateError) return [...new Set(error.errors.map(describe))].join('; ');
  return error instanceof Error ? error.message || error.name : String(error);
}
