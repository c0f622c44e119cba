// GraphiQL keeps tabs in the browser, so that operations added by a newer release would not be seen otherwise.
const KEPT_BY_GRAPHIQL = ['tabState', 'query', 'variables', 'headers'];

/** Puts the example operations back, after asking: what was typed in the open tabs is lost. */
export function resetTabs(): void {
  if (!window.confirm('Close all tabs and open the example operations again?')) return;
  for (const name of KEPT_BY_GRAPHIQL) localStorage.removeItem(`graphiql:${name}`);
  location.reload();
}
