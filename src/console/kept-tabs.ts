// GraphiQL keeps its tabs under these names in the browser.
const TABS = 'graphiql:tabState';
const ACTIVE_TAB = ['graphiql:query', 'graphiql:variables', 'graphiql:headers'];

/** True where this browser has been here before, and opens what was open then. */
export function hasKeptTabs(): boolean {
  return localStorage.getItem(TABS) !== null;
}

/** Puts the example operations back, newer ones included, after asking: what was typed in the open tabs is lost. */
export function resetTabs(): void {
  if (!window.confirm('Close all tabs and open the example operations again?')) return;
  // GraphiQL keeps a change half a second late, and the page lives on until the new one answers: only now is nothing kept after this.
  window.addEventListener('pagehide', () => {
    for (const name of [TABS, ...ACTIVE_TAB]) localStorage.removeItem(name);
  });
  location.reload();
}
