import { useMode } from './mode.js';
import { resetTabs } from './reset-tabs.js';

/** The slim line above the editors: what this is, and whose data it shows. */
export function Header() {
  const mode = useMode();
  return (
    <header className="console-header">
      <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="18" height="18" />
      <h1>Billgraph</h1>
      {mode && (
        <p>
          <span className={mode.real ? 'console-badge console-badge-real' : 'console-badge'}>{mode.label}</span>
          {mode.explanation}
        </p>
      )}
      <button type="button" onClick={resetTabs} title="Close all tabs and open the example operations again">
        Reset tabs
      </button>
    </header>
  );
}
