/** The report's look. Fixed text: nothing is ever put into it. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f4f6f7; --paper: #ffffff; --ink: #1b2127; --soft: #55616d; --line: #dfe4e8; --accent: #0b6b6b; --well: #f4f6f7;
  --passed: #0e6f3a; --passed-ground: #e9f6ee;
  --error: #b3261e; --error-ground: #fdeeec;
  --warning: #855400; --warning-ground: #fdf4e0;
  --info: #1d5da8; --info-ground: #ebf2fb;
  --unsure: #525d68; --unsure-ground: #f1f3f5; --unsure-hatch: #e4e8eb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1316; --paper: #171c20; --ink: #e7ebee; --soft: #a0abb5; --line: #2c343b; --accent: #5cc5c0; --well: #101518;
    --passed: #63d492; --passed-ground: #11291c;
    --error: #ff9a91; --error-ground: #361917;
    --warning: #f0c35a; --warning-ground: #2f2510;
    --info: #8dbcf7; --info-ground: #14253a;
    --unsure: #aeb8c1; --unsure-ground: #1d2328; --unsure-hatch: #262d33;
  }
}
* { box-sizing: border-box; margin: 0; padding: 0; }
html { background: var(--ground); color: var(--ink); font: 15px/1.55 "Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; -webkit-text-size-adjust: 100%; }
main { max-width: 56rem; margin: 2.5rem auto; padding: 2.5rem 3rem 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: 12px; }
p + p, p + dl, dl + p, h3 + p, .wide + p { margin-top: .5rem; }
h1 { font-size: 1.75rem; line-height: 1.25; font-weight: 650; letter-spacing: -.015em; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; letter-spacing: -.01em; margin-bottom: 1rem; }
h3 { font-size: 1rem; font-weight: 600; overflow-wrap: anywhere; }
h4 { font-size: .8125rem; font-weight: 600; color: var(--soft); }
section > h3 { margin: 1.5rem 0 .5rem; }
section { margin-top: 2.75rem; }
.soft, .none { color: var(--soft); }
.none { font-style: italic; }
.value, code, pre { font-family: "JetBrains Mono Variable", "JetBrains Mono", ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .8667em; font-variant-ligatures: none; overflow-wrap: anywhere; }
.aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }

header { display: grid; grid-template-columns: 1fr auto; gap: .25rem 1.5rem; align-items: baseline; }
header h1 { margin-top: 1.25rem; }
header h1, header .soft { grid-column: 1 / -1; }
header p + p { margin-top: 0; }
.brand { color: var(--soft); }
.brand span { color: var(--accent); font-weight: 700; letter-spacing: -.01em; margin-right: .35em; }
.variant { font-size: .8125rem; color: var(--soft); text-align: right; }

.verdict { margin-top: 1.5rem; padding: 1.75rem 2rem; border-radius: 10px; border: 1px solid; color: var(--tone); background: var(--tone-ground); border-color: var(--tone); }
.verdict .word { display: flex; align-items: center; gap: .6rem; font-size: 2.375rem; line-height: 1.15; font-weight: 700; letter-spacing: -.025em; }
.verdict .word .icon { width: 1.1em; height: 1.1em; }
.verdict .says { font-size: 1.125rem; color: var(--ink); }
.verdict .why { color: var(--ink); font-weight: 600; overflow-wrap: anywhere; }
.passed { --tone: var(--passed); --tone-ground: var(--passed-ground); }
.error { --tone: var(--error); --tone-ground: var(--error-ground); }
.warning { --tone: var(--warning); --tone-ground: var(--warning-ground); }
.info { --tone: var(--info); --tone-ground: var(--info-ground); }
.not-verified { --tone: var(--unsure); --tone-ground: var(--unsure-ground); }
.verdict.not-verified { background: repeating-linear-gradient(135deg, var(--unsure-ground) 0 8px, var(--unsure-hatch) 8px 10px); border-style: dashed; }

.steps { list-style: none; counter-reset: step; display: grid; gap: 1.25rem; }
.steps li { counter-increment: step; display: grid; grid-template-columns: 2rem 1fr; gap: .25rem .75rem; }
.steps li::before { content: counter(step); grid-row: 1 / span 3; width: 2rem; height: 2rem; border-radius: 50%; border: 1.5px solid var(--accent); color: var(--accent); font-weight: 650; display: grid; place-items: center; }
.steps p { grid-column: 2; margin: 0; font-weight: 550; padding-top: .2rem; }
.steps .enter { background: var(--well); border: 1px solid var(--line); border-radius: 6px; padding: .45rem .75rem; font-weight: 400; }
.steps .who { color: var(--soft); font-weight: 400; }

.card { border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 8px; padding: 1.125rem 1.375rem; }
.card + .card, .card + .group, .group + .group { margin-top: 1rem; }
.card.plain { border-left: 1px solid var(--line); }
.card.not-verified { border-left-style: dashed; }
.card h3 { font-size: 1.0625rem; margin: .25rem 0 .25rem; }
.label { display: flex; align-items: center; gap: .4rem; font-size: .8125rem; font-weight: 600; color: var(--tone, var(--soft)); }
.code { font-size: .8125rem; color: var(--soft); }
.follows { margin-top: 1rem; padding-top: .875rem; border-top: 1px solid var(--line); }
.follows h4 { margin-bottom: .5rem; }
.group { border: 1px solid var(--line); border-radius: 8px; padding: 1.125rem 1.375rem; }
.group h3 { margin-bottom: .75rem; }
.group.not-verified { border-style: dashed; }
.count { color: var(--soft); font-weight: 400; margin-left: .25rem; }
.lines { list-style: none; display: grid; gap: .75rem; }
.lines li { display: grid; grid-template-columns: 1.25rem 1fr; gap: .625rem; }
.lines .icon { color: var(--tone); margin-top: .1rem; }
.lines .code { margin-top: .125rem; }
.group.passed .lines { grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); column-gap: 2rem; }

.facts { display: grid; gap: .3rem; }
.facts > div { display: grid; grid-template-columns: 9rem 1fr; gap: 1rem; }
.facts dt { color: var(--soft); }
.facts dd { min-width: 0; overflow-wrap: anywhere; }
.facts + .facts { margin-top: .5rem; padding-top: .5rem; border-top: 1px solid var(--line); }
.lines .facts > div { grid-template-columns: 7.5rem 1fr; }
.sides .facts { gap: .5rem; }
.sides .facts > div { grid-template-columns: 1fr; gap: 0; }
.sides dt { font-size: .8125rem; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1.75rem 2rem; }
.sides h3 { margin-bottom: .5rem; }
.sides .card + .card { margin-top: 0; }
mark { background: none; color: var(--error); background: var(--error-ground); border-bottom: 2px solid var(--error); border-radius: 2px 2px 0 0; padding-top: 1px; font-weight: 600; }

.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-size: .8125rem; font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--line); padding: .375rem 1.25rem .375rem 0; }
td { vertical-align: top; padding: .5rem 1.25rem .5rem 0; border-bottom: 1px solid var(--line); }
td:first-child { white-space: nowrap; }
td:first-child .value { white-space: normal; }
td:last-child { padding-right: 0; }
td p + p { margin-top: .125rem; }
.result { display: inline-flex; align-items: center; gap: .4rem; color: var(--tone); font-weight: 600; white-space: nowrap; }
pre { background: var(--well); border: 1px solid var(--line); border-radius: 6px; padding: .875rem 1rem; margin-top: .75rem; white-space: pre-wrap; max-height: 32rem; overflow: auto; tab-size: 2; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .8125rem; }

@media screen and (max-width: 44rem) {
  main { margin: 0; padding: 1.5rem 1.25rem; border: 0; border-radius: 0; }
  header, .sides, .facts > div, .sides .facts > div, .lines .facts > div { grid-template-columns: 1fr; }
  .facts > div { gap: 0; }
  .facts { gap: .5rem; }
  .variant { text-align: left; }
  .verdict { padding: 1.25rem; }
  .verdict .word { font-size: 2rem; }
}
@media print {
  :root {
    color-scheme: light;
    --ground: #fff; --paper: #fff; --ink: #14191d; --soft: #4a555f; --line: #cfd6db; --accent: #0b6b6b; --well: #f6f7f8;
    --passed: #0e6f3a; --passed-ground: #e9f6ee; --error: #b3261e; --error-ground: #fdeeec; --warning: #855400; --warning-ground: #fdf4e0;
    --info: #1d5da8; --info-ground: #ebf2fb; --unsure: #525d68; --unsure-ground: #f1f3f5; --unsure-hatch: #e4e8eb;
  }
  @page { margin: 16mm 15mm; }
  html { font-size: 10pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; margin: 0; padding: 0; border: 0; }
  section { margin-top: 1.75rem; }
  h2, h3, h4, .label { break-after: avoid; }
  .card, .verdict, .steps li, .lines li, .facts > div, tr { break-inside: avoid; }
  pre { max-height: none; overflow: visible; }
}
`
