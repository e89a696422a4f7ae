/**
 * How WeChat's own layers look, light and dark. Text follows the system font size through `--scale`
 * (WeChat's layers do), up to what fits a 320 px wide phone.
 */
export const LAYER_CSS = `
.wx-layer { position: absolute; inset: 0; pointer-events: none; font-family: -apple-system, "PingFang SC", "Noto Sans SC", sans-serif;
  font-size: calc(17px * var(--scale)); line-height: 1.4; color: var(--text); z-index: 10;
  --panel: #fff; --text: rgba(0,0,0,.9); --second: rgba(0,0,0,.55); --line: rgba(0,0,0,.1); --gap: #ededed; --link: #576b95; --pressed: #ececec; --field: #f2f2f2; }
.wx-layer[data-theme=dark] { color-scheme: dark; --panel: #2c2c2c; --text: rgba(255,255,255,.85); --second: rgba(255,255,255,.55); --line: rgba(255,255,255,.1); --gap: #1e1e1e; --link: #8aa0cf; --pressed: #383838; --field: #3a3a3a; }
.wx-layer * { box-sizing: border-box; }
.wx-layer button { font: inherit; color: inherit; background: none; border: 0; margin: 0; padding: 0 16px; min-height: calc(52px * var(--scale)); cursor: pointer; }
.wx-layer button:focus-visible, .wx-layer input:focus-visible { outline: 2px solid var(--link); outline-offset: -2px; }
.wx-layer button:disabled { opacity: .4; }
.wx-mask { position: absolute; inset: 0; background: rgba(0,0,0,.5); }
.wx-modal-layer, .wx-blocking { pointer-events: auto; }
.wx-panel { position: absolute; background: var(--panel); outline: none; overflow: hidden; display: flex; flex-direction: column; }

.wx-toast { position: absolute; left: 50%; top: 40%; transform: translate(-50%, -50%); background: #4c4c4c; color: rgba(255,255,255,.9); border-radius: 8px; text-align: center; }
.wx-toast-text { padding: 12px 16px; max-width: 80%; width: max-content; }
.wx-toast-text .wx-toast-title { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.wx-toast-icon { width: calc(136px * var(--scale)); min-height: calc(136px * var(--scale)); padding: calc(28px * var(--scale)) 8px 16px; }
.wx-toast-icon .wx-toast-title { white-space: nowrap; overflow: hidden; text-overflow: clip; margin-top: 14px; }
.wx-toast-mark { height: calc(44px * var(--scale)); font-size: calc(40px * var(--scale)); line-height: 1; }
.wx-toast-mark img { height: 100%; }
.wx-toast-spin { display: inline-block; width: calc(38px * var(--scale)); height: calc(38px * var(--scale)); border: 3px solid rgba(255,255,255,.3); border-top-color: #fff; border-radius: 50%; animation: wx-spin 1s linear infinite; }
@keyframes wx-spin { to { transform: rotate(360deg); } }

.wx-modal .wx-panel { left: 50%; top: 50%; transform: translate(-50%, -50%); width: min(320px, calc(100% - 32px)); max-height: 80%; border-radius: 12px; text-align: center; }
.wx-modal-body { padding: 28px 24px; overflow: auto; }
.wx-modal-title { font-weight: 600; margin: 0; font-size: inherit; }
.wx-modal-content { color: var(--second); white-space: pre-wrap; overflow-wrap: anywhere; margin-top: 12px; }
.wx-modal-content:first-child { color: var(--text); margin-top: 0; }
.wx-modal input { width: 100%; margin-top: 16px; padding: 10px; font: inherit; color: var(--text); background: var(--field); border: 0; border-radius: 6px; }
.wx-modal-buttons { display: flex; border-top: 1px solid var(--line); flex: none; }
.wx-modal-buttons button { flex: 1; font-weight: 600; }
.wx-modal-buttons button + button { border-left: 1px solid var(--line); }

.wx-sheet .wx-panel { left: 0; right: 0; bottom: 0; max-height: 85%; border-radius: 12px 12px 0 0; padding-bottom: env(safe-area-inset-bottom); }
.wx-sheet-alert { padding: 16px 24px; text-align: center; color: var(--second); font-size: .85em; white-space: pre-wrap; overflow-wrap: anywhere; border-bottom: 1px solid var(--line); }
.wx-sheet-items { overflow: auto; display: flex; flex-direction: column; }
.wx-sheet-items button { border-bottom: 1px solid var(--line); flex: none; overflow-wrap: anywhere; }
.wx-sheet-items button:hover, .wx-sheet-cancel:hover { background: var(--pressed); }
.wx-sheet .wx-sheet-cancel { border-top: 8px solid var(--gap); flex: none; }
.wx-sheet-title { margin: 0; padding: 20px 24px 0; font-size: inherit; font-weight: 600; }
.wx-sheet-text { padding: 8px 24px 16px; color: var(--second); font-size: .9em; white-space: pre-wrap; overflow-wrap: anywhere; }
.wx-layer .wx-sheet-row { display: flex; align-items: center; gap: 12px; padding: 10px 24px; min-height: calc(48px * var(--scale)); text-align: left; }
.wx-sheet-row input { width: 22px; height: 22px; flex: none; accent-color: #0b7a5b; }
.wx-sheet-row small { color: var(--second); margin-left: auto; }
.wx-sheet .wx-sheet-items .wx-sheet-row { justify-content: flex-start; }
.wx-sheet .wx-accent { color: var(--link); font-weight: 600; }
.wx-preview .wx-panel { inset: 0; background: #000; }
.wx-preview img { width: 100%; height: 100%; object-fit: contain; flex: 1; min-height: 0; }
.wx-preview figcaption { color: #fff; text-align: center; padding: 8px; }
.wx-preview button { color: #fff; }
.wx-preview nav { display: flex; justify-content: space-around; }
`;
