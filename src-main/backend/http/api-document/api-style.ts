import { html } from '../pages/html.ts'

/** A long page to be read and searched, light or dark as the system is. */
export const apiStyle = html`
:root { color-scheme: light dark; --page: #f4f6f8; --card: #ffffff; --text: #1b2430; --soft: #5a6675; --line: #d5dbe2; --accent: #0b7285; }
@media (prefers-color-scheme: dark) { :root { --page: #14181d; --card: #1d232a; --text: #e8ecf1; --soft: #a3afbd; --line: #38424e; --accent: #3bc9db; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 Inter, system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 960px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 26px; margin: 0 0 12px; } h2 { font-size: 20px; margin: 40px 0 12px; } h3 { font-size: 14px; margin: 20px 0 6px; }
p { margin: 0 0 12px; max-width: 70ch; }
a { color: var(--accent); }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0; padding: 0; list-style: none; }
details { background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin: 0 0 8px; padding: 0 16px; }
summary { cursor: pointer; padding: 12px 0; overflow-wrap: anywhere; }
details[open] { padding-bottom: 16px; } details[open] > summary { border-bottom: 1px solid var(--line); margin-bottom: 12px; }
.method { display: inline-block; min-width: 58px; font: 600 13px/1.5 "JetBrains Mono", ui-monospace, monospace; color: var(--accent); }
.says { color: var(--soft); display: block; margin-left: 16px; }
code, pre { font: 13px/1.5 "JetBrains Mono", ui-monospace, monospace; }
pre { background: var(--page); border: 1px solid var(--line); border-radius: 8px; padding: 12px; margin: 0; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th, td { text-align: left; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 550; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`
