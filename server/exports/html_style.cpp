#include "server/exports/html_style.hpp"

namespace talar::exports {

// The archive's page says in data-theme which light it has; a page by itself goes by the reader's own.
// The binding side is a physical one: @page and the sheet have no logical sides.
const std::string_view html_style = R"css(
:root { color-scheme: light dark; --sheet: #fff; --ink: #1a1814; --ink-2: #544e44; --line: #d8cfc0; --edge: #857b6b;
  --act: #134e39; --tint: #f3f6f0; --live: #b0442a; --reply: #7a5100; --mark: rgb(122 81 0 / .09); --desk: #eae4d8; }
@supports (color: light-dark(#000, #fff)) { :root { --sheet: light-dark(#fff, #17253a);
  --ink: light-dark(#1a1814, #f4efe5); --ink-2: light-dark(#544e44, #c0cad8); --line: light-dark(#d8cfc0, #2c3e58);
  --edge: light-dark(#857b6b, #7688a3); --act: light-dark(#134e39, #8fd1ae); --tint: light-dark(#f3f6f0, #173730);
  --live: light-dark(#b0442a, #ef8763); --reply: light-dark(#7a5100, #f3c562);
  --mark: light-dark(rgb(122 81 0 / .09), rgb(243 197 98 / .09)); --desk: light-dark(#eae4d8, #0f1a2b); } }
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="night"] { color-scheme: dark; }
@media print { :root, :root[data-theme] { color-scheme: light; } }
@page { size: A4 portrait; margin: 12mm 25mm 17mm 17mm;
  @bottom-left { content: "صفحهٔ " counter(page, persian) " از " counter(pages, persian); font: 420 8.5pt Vazirmatn,
    "Noto Naskh Arabic", Tahoma, sans-serif; color: #544e44; } }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: var(--desk); color: var(--ink); font: 420 13px/1.8 Vazirmatn, "Noto Naskh Arabic", Tahoma,
  sans-serif; padding-block: 24px; }
a { color: inherit; text-decoration: underline 1px; text-underline-offset: .3em; }
b { font-weight: 720; }
:focus-visible { outline: 2px solid #1b5fb8; outline-offset: 3px; }
article { position: relative; isolation: isolate; overflow: clip; width: min(794px, 100%); margin-inline: auto;
  padding: 34px 94px 40px 64px; background: var(--sheet); }
.name { text-align: center; font-weight: 500; }
.head { display: grid; grid-template-columns: auto 1fr auto; align-items: center; gap: 16px;
  padding-block: 2px 12px; border-block-end: 2px solid var(--ink); }
.head svg { width: 52px; height: 52px; }
.head .hand { stroke: var(--live); }
.org b { display: block; font-weight: 780; font-size: 17px; line-height: 1.5; }
.org span, .head dl { font-size: 12px; }
.head dl { display: grid; grid-template-columns: auto 96px; column-gap: 10px; }
.org span, dt, .quiet, thead th, small { color: var(--ink-2); }
h1 { font-size: 20px; font-weight: 780; line-height: 1.5; text-align: center; margin-block: 18px 14px; }
h1 small { font-size: 14px; font-weight: 620; color: var(--reply); }
.purpose { text-align: center; margin-block: -8px 12px; }
h2 { font-size: 14px; font-weight: 760; margin-block: 16px 3px; break-after: avoid; }
h3 { font-size: inherit; font-weight: 620; break-after: avoid; }
.facts { display: grid; grid-template-columns: 96px 1fr 84px 1fr; border-block: 1px solid var(--line);
  overflow: clip; }
.facts > * { padding-block: 4px; padding-inline-end: 8px; border-block-end: 1px solid var(--line);
  margin-block-end: -1px; }
.facts .wide { grid-column: 2 / -1; }
.people { display: grid; grid-template-columns: max-content 1fr; column-gap: 16px; }
.people > * { padding-block: 2px; }
.choices { display: grid; grid-template-columns: minmax(84px, max-content) 1fr; column-gap: 10px; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { font-weight: inherit; text-align: start; }
thead th { font-weight: 620; font-size: .92em; border-block-end: 1px solid var(--ink); }
th, td { padding-block: 2.5px; padding-inline-end: 8px; vertical-align: baseline; }
tbody > tr > * { border-block-end: 1px solid var(--line); }
.agenda :is(th, td):first-child { width: 44px; white-space: nowrap; }
.agenda :is(th, td):nth-child(3) { width: 60px; }
.agenda :is(th, td):last-child { width: 116px; text-align: end; padding-inline-end: 0; }
.agenda .part td:nth-child(2) { padding-inline-start: 1.4em; }
.agenda a { text-decoration: none; }
.agenda a:hover { text-decoration: underline 1px; }
.spoken { margin-block-end: 10px; }
.spoken :is(th, td):not(:first-child) { width: 120px; }
.spoken :is(th, td):nth-child(2) { width: 56px; }
.options :is(th, td):first-child { width: 72px; }
.options :is(th, td):last-child { width: 104px; text-align: end; }
.pairs { width: auto; margin-block: 4px; }
.pairs :is(th, td) { border: 1px solid var(--line); padding: 0 8px; text-align: center; min-width: 34px; }
.pairs :is(th, td):first-child { text-align: start; }
.scrolls { overflow-x: auto; }
.item { margin-block-end: 12px; }
[id] { scroll-margin-block-start: 24px; }
p { text-wrap: pretty; orphans: 2; widows: 2; overflow-wrap: anywhere; }
.entry { display: grid; grid-template-columns: 44px 1fr; break-inside: avoid; }
.text { margin-block: 4px; }
.vote { margin-block: 6px; padding-inline-start: 14px; border-inline-start: 1.5px solid var(--edge); }
.vote > p:first-child { break-after: avoid; }
.voided { border-inline-start-style: dashed; }
.voided .verdict { text-decoration: line-through; color: var(--ink-2); }
.decision { margin-block: 8px; padding: 6px 14px 8px; border-inline-start: 4px solid var(--act);
  background: var(--tint); break-inside: avoid; print-color-adjust: exact; }
.decision p { white-space: pre-line; }
.decision small { display: block; font-size: .92em; }
.signing, .foot { break-inside: avoid; }
.signs { list-style: none; display: grid; grid-template-columns: repeat(3, 1fr);
  border-block-start: 1px solid var(--line); border-inline-start: 1px solid var(--line); margin-block-start: 6px; }
.signs li { min-height: 84px; padding: 6px 10px; border-block-end: 1px solid var(--line);
  border-inline-end: 1px solid var(--line); break-inside: avoid; line-height: 1.5; }
.signs b { display: block; font-weight: 620; }
.signs small { display: block; font-size: 11px; }
.signs .at { margin-block-start: 8px; color: var(--act); }
.foot { display: grid; grid-template-columns: auto 1fr; gap: 14px; align-items: center; margin-block-start: 20px;
  padding-block-start: 10px; border-block-start: 1px solid var(--line); font-size: 11px; color: var(--ink-2); }
.foot svg { display: block; width: 76px; height: 76px; }
code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .95em; direction: ltr;
  unicode-bidi: isolate; overflow-wrap: anywhere; }
.draft { position: sticky; inset-block-start: 45vh; z-index: -1; height: 0; display: grid; place-content: center;
  pointer-events: none; }
.draft::before { content: attr(data-text); font-size: 130px; font-weight: 800; line-height: 1; color: var(--mark);
  transform: rotate(-32deg); white-space: nowrap; print-color-adjust: exact; }
@media screen { :target { outline: 2px solid var(--reply); outline-offset: 4px; } }
@media screen and (max-width: 820px) {
  body { padding-block: 0; font-size: 15px; background: var(--sheet); }
  article { padding: 20px 20px 40px; }
  .head { grid-template-columns: auto 1fr; }
  .head dl { grid-column: 1 / -1; grid-template-columns: auto 1fr; }
  .org span, .head dl, .signs small, .foot { font-size: 14px; }
  .draft::before { font-size: 72px; }
}
@media screen and (max-width: 600px) {
  .facts { grid-template-columns: 96px 1fr; }
  .facts .wide { grid-column: 2; }
  .people { grid-template-columns: 1fr; }
  .people dd { margin-block-end: 8px; }
  .signs { grid-template-columns: repeat(2, 1fr); }
  .agenda :is(th, td):last-child { width: 84px; }
  .agenda :is(th, td):nth-child(3) { width: 48px; }
  .spoken :is(th, td):not(:first-child) { width: 76px; }
}
@media print {
  body { background: none; padding: 0; }
  article { width: auto; padding: 0; overflow: visible; background: none; }
  .scrolls { overflow: visible; }
  a { text-decoration: none; }
  .draft { position: fixed; inset: 0; height: auto; }
}
)css";

}  // namespace talar::exports
