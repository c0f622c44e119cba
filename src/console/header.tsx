import icon from './icon.svg';
import { resetTabs } from './kept-tabs.js';
import { useMode } from './mode.js';

/** The slim line above the editors: what this is, and whose data it shows. */
export function Header() {
  const mode = useMode();
  return (
    <header className="console-header">
      <img src={icon} alt="" width="18" height="18" />
      <h1>Billgraph</h1>
      {mode && (
        <p>
          <span className={mode.real ? 'console-badge console-badge-real' : 'console-badge'}>{mode.label}</span>
          {mode.explanation}
          {mode.keyNeeded && ' Put your key under Headers: { "authorization": "Bearer …" }'}
        </p>
      )}
      <button type="button" onClick={resetTabs} title="Close all tabs and open the example operations again">
        Reset tabs
      </button>
    </header>
  );
}
