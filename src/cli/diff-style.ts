/** The style of a diff's page: readable by day and by night, on paper, and in Chinese. */
export const DIFF_STYLE = `
:root {
  --ground: #fdfcf9; --text: #23211d; --dim: #6f6a60; --line: #e3dfd5;
  --new: #1a7044; --gone: #a8322a; --value: #8a5a00; --other: #44618c; --mark: #ffe9a8;
  --han: "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", "SimSun", serif;
  --sans: system-ui, "Segoe UI", "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono CJK SC", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #1b1a18; --text: #e6e1d7; --dim: #9b9487; --line: #38352f;
    --new: #6cc495; --gone: #ec8f85; --value: #e0b35c; --other: #93b2de; --mark: #5b4a17;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 3rem 1.25rem 4rem; max-width: 50rem;
  background: var(--ground); color: var(--text); font: 1rem/1.6 var(--sans);
  font-variant-numeric: tabular-nums; text-spacing-trim: trim-start;
}
h1 { margin: 0; font-size: 1.75rem; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; }
h2 { margin: 0 0 .25rem; font-size: 1.125rem; line-height: 1.4; overflow-wrap: anywhere; }
h2 small { color: var(--dim); font-weight: 400; font-size: .875rem; }
p { margin: 0; }
a { color: inherit; text-decoration-color: var(--dim); text-underline-offset: .2em; }
code { font-family: var(--mono); font-size: .8125rem; overflow-wrap: anywhere; }
.states, .selection, .counts, .rest, .place, footer { color: var(--dim); font-size: .875rem; }
.states { margin-top: .25rem; }
.arrow { padding: 0 .25rem; }
section { margin-top: 2.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .375rem .75rem .375rem 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); }
thead th { font-size: .8125rem; font-weight: 500; color: var(--dim); }
tbody th { font-weight: 500; }
.totals table { table-layout: fixed; }
.totals td { font-size: 1.375rem; line-height: 1.3; font-weight: 600; }
.totals thead td { border-bottom: 1px solid var(--line); }
.totals .none { color: var(--dim); font-weight: 400; opacity: .6; }
.totals p { margin-top: .5rem; color: var(--dim); font-size: .875rem; }
.totals td.new { color: var(--new); }
.totals td.gone { color: var(--gone); }
.totals td.value { color: var(--value); }
.totals td.span, .totals td.rule { color: var(--other); }
.number { text-align: right; }
.causes td:first-child { overflow-wrap: anywhere; }
.causes td:nth-child(2) { color: var(--dim); font-size: .875rem; }
.change { margin-top: 1rem; padding-top: .875rem; border-top: 1px solid var(--line); break-inside: avoid; }
.counts + .change { margin-top: .75rem; }
.change.new { --edge: var(--new); }
.change.gone { --edge: var(--gone); }
.change.value { --edge: var(--value); }
.said { font-size: .9375rem; line-height: 1.5; }
.said del, .said ins { display: block; text-decoration: none; padding-left: 1.25rem; text-indent: -1.25rem; }
.said del { color: var(--gone); }
.said ins { color: var(--new); }
.said del::before { content: "−"; display: inline-block; width: 1.25rem; text-indent: 0; }
.said ins::before { content: "+"; display: inline-block; width: 1.25rem; text-indent: 0; }
.tag { float: right; margin-left: 1rem; color: var(--edge, var(--other)); font-size: .75rem; }
.kind { color: var(--dim); font-size: .8125rem; }
.origins { display: block; color: var(--dim); }
blockquote {
  margin: .5rem 0; font: 1.0625rem/1.85 var(--han);
  text-align: justify; line-break: strict; overflow-wrap: anywhere;
}
mark { background: var(--mark); color: inherit; padding: .1em 0; border-radius: 2px; }
cite { font-style: normal; }
.place { overflow-wrap: anywhere; font-size: .8125rem; }
.rest { margin-top: .75rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); }
@media (max-width: 36rem) { .totals table { table-layout: fixed; }
.totals td { font-size: 1.125rem; } th, td { padding-right: .5rem; } }
@media print { body { max-width: none; padding: 0; } }
`.trim()
