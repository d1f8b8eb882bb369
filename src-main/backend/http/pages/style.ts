import { html } from './html.ts'

/** One quiet card, light or dark as the system is; everything reachable by keyboard, nothing moves. */
export const style = html`
:root { color-scheme: light dark; --page: #f4f6f8; --card: #ffffff; --text: #1b2430; --soft: #5a6675; --line: #d5dbe2;
  --accent: #0b7285; --accent-strong: #095c6b; --on-accent: #ffffff; --focus: #0b7285; --warn: #a61e1e; --warn-soft: #fdf0f0; --good: #2b8a3e; }
@media (prefers-color-scheme: dark) { :root { --page: #14181d; --card: #1d232a; --text: #e8ecf1; --soft: #a3afbd;
  --line: #38424e; --accent: #3bc9db; --accent-strong: #66d9e8; --on-accent: #07262b; --focus: #3bc9db; --warn: #ffa8a8;
  --warn-soft: #33201f; --good: #40a555; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; grid-template-rows: 1fr auto; justify-items: center; padding: 24px;
  background: var(--page); color: var(--text); font: 16px/1.5 Inter, system-ui, -apple-system, "Segoe UI", sans-serif; }
main { align-self: center; width: 100%; max-width: 416px; background: var(--card); border: 1px solid var(--line);
  border-radius: 12px; padding: 32px; }
h1 { font-size: 22px; line-height: 1.3; margin: 0 0 8px; font-weight: 650; }
p { margin: 0 0 16px; color: var(--soft); overflow-wrap: anywhere; }
p strong { color: var(--text); font-weight: 600; }
form { margin: 24px 0 0; } form.beside { margin: 12px 0 0; }
.rule { margin: -8px 0 16px; font-size: 14px; } .note { margin: 16px 0 0; font-size: 14px; }
label { display: block; font-weight: 550; margin: 0 0 6px; }
input { display: block; width: 100%; min-height: 44px; padding: 8px 12px; margin: 0 0 16px; font: inherit; color: inherit;
  background: var(--page); border: 1px solid var(--line); border-radius: 8px; }
input[readonly] { background: transparent; color: var(--soft); }
input[aria-invalid="true"] { border-color: var(--warn); }
button, .button { display: block; width: 100%; min-height: 44px; padding: 9px 16px; font: inherit; font-weight: 600;
  text-align: center; text-decoration: none; cursor: pointer; border-radius: 8px; border: 1px solid transparent;
  background: var(--accent); color: var(--on-accent); }
button:hover, .button:hover { background: var(--accent-strong); }
.plain { background: transparent; color: var(--text); border-color: var(--line); }
.plain:hover { background: var(--page); }
.quiet { display: block; width: 100%; padding: 9px 16px; text-align: center; text-decoration: none; margin-top: 12px; background: transparent; color: var(--accent); border-color: transparent; font-weight: 550; }
.quiet:hover { background: transparent; text-decoration: underline; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.fault { color: var(--warn); background: var(--warn-soft); border-radius: 8px; padding: 10px 12px; margin: 16px 0 0; }
dl { margin: 16px 0 0; display: grid; grid-template-columns: fit-content(33%) 1fr; gap: 6px 16px; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
code { font: 13px/1.5 "JetBrains Mono", ui-monospace, monospace; color: var(--text); overflow-wrap: anywhere; }
.number { display: block; margin-top: 6px; padding: 8px 12px; background: var(--page); border-radius: 8px; user-select: all; }
.done { display: block; margin: 0 0 16px; } .done circle { fill: var(--good); }
.done path { fill: none; stroke: #ffffff; stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
@media (max-width: 480px) { body { padding: 12px; } main { padding: 24px 20px; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin: 0 0 8px; } }
footer { margin-top: 24px; color: var(--soft); font-size: 13px; }
`
