import { html } from '../html.ts'

/** Of the set-up wizard, beside the style of every page. */
export const setupStyle = html`
main.wide { max-width: 760px; align-self: start; }
.steps { display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; margin: 0 0 24px; padding: 0 0 16px; border-bottom: 1px solid var(--line); font-size: 14px; }
.steps li { color: var(--soft); } .steps [aria-current] { color: var(--text); font-weight: 650; } .steps a { text-decoration: none; }
.steps .number-of { display: inline-grid; place-items: center; width: 22px; height: 22px; margin-right: 6px; border: 1px solid var(--line); border-radius: 50%; font-size: 12px; }
.providers { display: grid; grid-template-columns: repeat(auto-fill, minmax(196px, 1fr)); gap: 12px; border: 0; margin: 0; padding: 0; }
.providers button { display: flex; align-items: center; gap: 12px; text-align: left; background: transparent; color: var(--text); border-color: var(--line); }
.providers button:hover, .providers button[aria-current] { background: var(--page); border-color: var(--accent); }
.mark { display: grid; place-items: center; flex: none; width: 28px; height: 28px; border-radius: 6px; background: var(--accent); color: var(--on-accent); font-size: 13px; font-weight: 650; }
h2 { font-size: 17px; margin: 28px 0 8px; font-weight: 650; }
.path { display: flex; flex-wrap: wrap; gap: 2px 8px; list-style: none; margin: 0 0 16px; padding: 0; color: var(--text); font-weight: 550; }
.path li + li::before { content: "›"; color: var(--soft); margin-right: 8px; }
main.wide dl { margin: 16px 0; } main.wide dl.values { margin: 0; } .finding dl { font-size: 14px; } main.wide .finding dl { margin: 8px 0; }
.values { display: block; margin: 0; } .values dt { margin: 12px 0 4px; font-size: 14px; } .values dd { margin: 0; }
.value { display: flex; align-items: start; gap: 8px; background: var(--page); border-radius: 8px; padding: 8px 12px; }
.value code { flex: 1; user-select: all; white-space: pre-wrap; }
.copy { width: auto; min-height: 28px; flex: none; padding: 2px 10px; font-size: 13px; background: transparent; color: var(--accent); border-color: var(--line); }
.copy:hover { background: var(--card); }
.scroll { max-height: 180px; overflow: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; margin: 0 0 16px; } th { text-align: left; color: var(--soft); font-weight: 550; }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
textarea { display: block; width: 100%; min-height: 140px; padding: 8px 12px; margin: 0 0 16px; font: 13px/1.5 "JetBrains Mono", ui-monospace, monospace; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: 8px; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: 12px; margin-top: 24px; } .actions form { margin: 0; }
.actions button, .actions .button { width: auto; padding: 9px 24px; } .actions .quiet { width: auto; max-width: 100%; overflow-wrap: anywhere; margin: 0; padding: 9px 12px; }
.verdict { display: flex; gap: 12px; align-items: start; border: 1px solid var(--line); border-left-width: 6px; border-radius: 8px; padding: 14px 16px; margin: 16px 0; }
.verdict p { margin: 0; } .verdict strong { display: block; color: var(--text); font-size: 17px; }
.verdict.good { border-left-color: var(--good); } .verdict.bad { border-left-color: var(--warn); } .verdict.open { border-left-style: dashed; }
.finding { border-top: 1px solid var(--line); padding: 12px 0; } .finding h2 { font-size: 15px; margin: 0 0 4px; } .finding p { margin: 0 0 6px; font-size: 14px; }
.severity { font-size: 12px; font-weight: 650; border: 1px solid currentColor; border-radius: 4px; padding: 0 6px; margin-right: 8px; }
.severity.error { color: var(--warn); }
details { margin: 16px 0 0; } summary { cursor: pointer; color: var(--accent); }
[hidden] { display: none !important; }
@media (max-width: 480px) { .value { flex-direction: column; } .values dd { margin: 0; } .actions button, .actions .button, .actions form { width: 100%; } }
`
