export const base = `
*,*::before,*::after{box-sizing:border-box}
html{font-size:14px;scroll-padding-top:64px;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--ink);font:400 1rem/1.5 Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;font-feature-settings:"cv11","ss03"}
h1,h2,h3,h4,h5,p,ul,ol,dl,dd,figure,fieldset{margin:0;padding:0;border:0}
h1,h2,h3,h4,h5{line-height:1.25;font-weight:650;letter-spacing:-.011em;text-wrap:balance}
ul,ol{list-style:none}
a{color:var(--accent);text-decoration:underline;text-decoration-color:color-mix(in srgb,currentColor 35%,transparent);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-color:currentColor}
code,pre,.place,.region code,.permalink{font-family:ui-monospace,"SF Mono","JetBrains Mono","Cascadia Code",Menlo,Consolas,monospace;font-size:.857em;font-variant-ligatures:none}
code{overflow-wrap:anywhere}
b{font-weight:650}
bdi{overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
h1:focus,h2:focus,h3:focus,main:focus,tr:focus{outline:none}
.away{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.sheet{position:absolute;width:0;height:0}
.icon{width:.86em;height:.86em;flex:none;vertical-align:-.06em}
.none{color:var(--soft)}
.note{color:var(--soft);font-size:.893rem}
.empty{color:var(--soft);padding:.6rem 0}
html:not(.scripted) .script-only{display:none!important}
html.scripted .scriptless{display:none!important}
.badge{display:inline-flex;align-items:center;gap:.4em;white-space:nowrap;font-weight:600;font-size:.929rem}
.failure{margin:0 0 1rem;padding:.75rem 1rem;border:1px solid var(--blocked);border-radius:6px}
.is-blocked{color:var(--blocked)}.is-gap,.is-gaps{color:var(--gaps)}.is-unknown{color:var(--unknown)}.is-ready{color:var(--ready)}.is-exempt{color:var(--exempt)}
.sev-critical{color:var(--blocked)}.sev-high{color:var(--high)}.sev-medium{color:var(--medium)}.sev-low{color:var(--low)}.sev-info{color:var(--soft)}
.tally{display:inline-flex;align-items:center;gap:.35em;font-weight:600}
.tally .icon{width:.72em;height:.72em}
.place{color:var(--soft);overflow-wrap:anywhere}
.flag{display:inline-flex;align-items:baseline;gap:.4em;font-size:.893rem;font-weight:600}
.term{color:var(--soft);font-size:.857rem;font-weight:600}
.skip{position:absolute;left:-999px;top:8px;z-index:9;background:var(--paper);padding:.5rem 1rem;border:2px solid var(--accent)}
.skip:focus{left:8px}
button,input,select{font:inherit;color:inherit}
button{background:var(--paper);border:1px solid var(--line-strong);border-radius:5px;padding:.22rem .7rem;cursor:pointer;min-height:28px}
button:hover{border-color:var(--soft)}
button:disabled{opacity:.55;cursor:default}
`;
