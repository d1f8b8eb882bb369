/** One sheet for all pages, light and dark. No file, font or picture is fetched. */
export const style = `
:root { color-scheme: light dark;
  --ground: #f4f5f6; --card: #ffffff; --ink: #1b2024; --soft: #57606a; --line: #d6dade; --field: #ffffff;
  --accent: #0b6e66; --on-accent: #ffffff; --tint: #e3f2f0; --warn: #fff4d6; --warn-ink: #6b4700; --bad: #fdeaea; --bad-ink: #9b1c1c; }
@media (prefers-color-scheme: dark) { :root {
  --ground: #14171a; --card: #1d2125; --ink: #e8eaec; --soft: #a3abb3; --line: #363c43; --field: #15181b;
  --accent: #4fc7b8; --on-accent: #06231f; --tint: #17302d; --warn: #3a2f10; --warn-ink: #f3d68a; --bad: #3d1c1c; --bad-ink: #ffb4b0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 Inter, "Inter Variable", system-ui, sans-serif; }
header { border-bottom: 1px solid var(--line); background: var(--card); }
header div { max-width: 60rem; margin: 0 auto; padding: 12px 20px; display: flex; gap: 12px; align-items: baseline; flex-wrap: wrap; }
header a { color: var(--ink); font-weight: 650; text-decoration: none; }
header span { color: var(--soft); font-size: 13px; }
main { max-width: 60rem; margin: 0 auto; padding: 28px 20px 64px; }
main.narrow { max-width: 30rem; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 6px; letter-spacing: -0.01em; }
h2 { font-size: 16px; margin: 0 0 4px; }
p { margin: 0 0 12px; }
.lead, .hint { color: var(--soft); }
.hint { font-size: 13px; }
section, .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 20px; margin: 16px 0 0; }
label { display: block; font-weight: 550; margin: 0 0 4px; }
input[type=text], input[type=password], textarea { width: 100%; padding: 9px 11px; border: 1px solid var(--line); border-radius: 7px;
  background: var(--field); color: var(--ink); font: inherit; margin: 0 0 14px; }
textarea, code, dd { font-family: "JetBrains Mono", "JetBrains Mono Variable", ui-monospace, monospace; font-size: 13px; }
input[type=file] { display: block; max-width: 100%; font: inherit; margin: 0 0 14px; }
input::file-selector-button { font: inherit; padding: 5px 11px; margin-right: 10px; border: 1px solid var(--line); border-radius: 7px;
  background: var(--card); color: var(--ink); cursor: pointer; }
form.below, .scroll.below { margin-top: 20px; }
button, .button { display: inline-block; padding: 9px 16px; border: 1px solid transparent; border-radius: 7px; background: var(--accent);
  color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; text-decoration: none; }
button.quiet { background: transparent; color: var(--accent); border-color: var(--line); padding: 5px 11px; font-size: 13px; }
button.wide { width: 100%; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-weight: 550; color: var(--soft); font-size: 13px; padding: 6px 8px 6px 0; }
td { padding: 8px 8px 8px 0; border-top: 1px solid var(--line); vertical-align: top; }
.pair { white-space: nowrap; padding-right: 0; }
.scroll { overflow-x: auto; }
.people { list-style: none; margin: 0; padding: 0; }
.people li { display: flex; gap: 12px; align-items: center; justify-content: space-between; padding: 9px 0; border-top: 1px solid var(--line); }
.people small { display: block; color: var(--soft); overflow-wrap: anywhere; }
.people form { flex: none; }
code { overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 16px; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.note { border-radius: 8px; padding: 11px 14px; margin: 16px 0 0; background: var(--tint); }
.card > .note { margin: 0 0 16px; }
.note.warn { background: var(--warn); color: var(--warn-ink); }
.note.bad { background: var(--bad); color: var(--bad-ink); }
.choice { display: grid; grid-template-columns: 20px 1fr; gap: 0 10px; padding: 9px 0; border-top: 1px solid var(--line); }
.choice input { width: 16px; height: 16px; margin: 3px 0 0; accent-color: var(--accent); }
.choice label { margin: 0; }
.choice p { margin: 2px 0 0; grid-column: 2; }
.row { display: flex; gap: 12px; flex-wrap: wrap; margin-top: 16px; }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; } }
`
