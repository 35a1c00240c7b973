/** The page's own style sheet: quiet, typographic, light and dark, one column on a phone. Stances differ by words and marks, not by colour alone. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1d1b18;--soft:#5f5a52;--faint:#d9d3c7;--paper:#fbf9f4;--card:#fff;--accent:#7a4b12;--mark:#f3e3c3;--bar:#b9b1a3}
@media (prefers-color-scheme:dark){:root{--ink:#ece7de;--soft:#a8a196;--faint:#3b3732;--paper:#171512;--card:#1f1c19;--accent:#dfae6c;--mark:#4a3a1f;--bar:#6b645a}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 "Iowan Old Style",Charter,"Bitstream Charter",Georgia,"Times New Roman",serif;overflow-wrap:break-word}
main,.top,.end{max-width:68rem;margin:0 auto;padding:0 1.25rem}
.top{padding-top:2.5rem}
.sans,.kicker,.stances,.source,.figures,.facts,.silent,.axis,.month,table,.end p.versions,.note{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.brand{margin:0;border-top:4px solid var(--ink);padding-top:.5rem;font-size:.8rem;letter-spacing:.08em;text-transform:uppercase;color:var(--soft)}
h1{font-size:clamp(1.9rem,5vw,3rem);line-height:1.1;margin:.4rem 0 .8rem;font-weight:700;letter-spacing:-.01em;text-wrap:balance}
.standfirst{font-size:1.15rem;max-width:42rem;margin:0 0 1rem}
.note{font-size:.9rem;color:var(--soft);max-width:42rem;margin:0 0 1rem}
h2{font-size:1.4rem;line-height:1.2;margin:2.5rem 0 .8rem}
figure{margin:1.5rem 0 0}
figcaption{font-size:.85rem;color:var(--soft);margin:0 0 .5rem}
svg{display:block;width:100%;height:7rem;border-bottom:1px solid var(--soft)}
.bar{fill:var(--bar)}.contested{fill:var(--accent)}
.pair{white-space:nowrap;margin-right:.6em}
.key{display:inline-block;width:.8em;height:.8em;margin-right:.3em;background:var(--bar)}.key.c{background:var(--accent)}
.axis{display:flex;justify-content:space-between;gap:1rem;font-size:.8rem;color:var(--soft);padding-top:.3rem}
.month{position:sticky;top:0;z-index:1;background:var(--paper);margin:2.5rem 0 0;padding:.5rem 0;border-bottom:2px solid var(--ink);font-size:1rem;font-weight:700}
article{padding:1.3rem 0 1.5rem;border-bottom:1px solid var(--faint);scroll-margin-top:3rem}
.kicker{margin:0;font-size:.8rem;color:var(--soft)}
.kicker time{color:var(--ink);font-weight:600}
.kicker b{color:var(--accent);font-weight:600}
h3{font-size:1.3rem;line-height:1.25;margin:.15rem 0 .3rem;max-width:46rem;font-weight:600;text-wrap:pretty}
.summary{margin:0 0 1rem;color:var(--soft);font-style:italic}
.accounts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:1.4rem 2rem}
.account{border-top:1px solid var(--ink);padding-top:.5rem;min-width:0}
h4{font-size:1.02rem;margin:0;line-height:1.3}
h4::first-letter{text-transform:uppercase}
.stances{margin:.1rem 0 .5rem;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.15rem .8rem;font-size:.82rem}
.stances li::before{content:"";display:inline-block;width:.6em;height:.6em;margin-right:.35em;border:1.5px solid var(--accent)}
.stances .asserts::before{background:var(--accent);border-radius:50%}
.stances .denies::before{border-radius:50%}
.stances .admits::before{background:linear-gradient(135deg,var(--accent) 50%,transparent 50%)}
.facts{margin:0 0 .5rem;font-size:.85rem;display:grid;grid-template-columns:auto 1fr;gap:0 .6rem}
.facts dt{color:var(--soft)}.facts dd{margin:0}
.figures{margin:0 0 .6rem;padding:0;list-style:none;font-size:.85rem}
.figures strong{font-size:1.05rem;font-variant-numeric:tabular-nums}
blockquote{margin:0 0 .8rem;font-size:.97rem;line-height:1.42}
blockquote p{margin:0}
.source{display:block;font-size:.8rem;line-height:1.4;color:var(--soft);font-style:normal;margin-top:.15rem}
mark{background:var(--mark);color:inherit;padding:0 .1em;border-bottom:1px dotted var(--accent)}
a{color:inherit;text-decoration-color:var(--accent);text-underline-offset:.15em}
a:hover{color:var(--accent)}
a:focus-visible,summary:focus-visible,.wide:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
details summary{cursor:pointer;font:600 .82rem system-ui,sans-serif;color:var(--soft);margin-bottom:.6rem}
.silent{margin:1rem 0 0;font-size:.85rem;color:var(--soft)}
.wide{overflow-x:auto;max-width:46rem}
table{border-collapse:collapse;width:100%;font-size:.88rem}
th,td{text-align:left;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--faint);vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
.end{padding-bottom:4rem;max-width:68rem}
.end>section>p,.end>section>ul{max-width:42rem}
.versions{font-size:.8rem;color:var(--soft)}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem}
@media (max-width:30rem){body{font-size:16px}.top{padding-top:1.25rem}h3{font-size:1.15rem}}
@media print{.month{position:static}details:not([open])>*{display:block}article{break-inside:avoid-page}}
`
