export const hero = `
.hero{color:var(--ink)}
.estate{color:var(--soft);font-weight:600}
.estate .arrow{color:var(--line-strong);padding:0 .2em}
.hero h1{font-size:clamp(1.9rem,1.3rem + 2.2vw,2.9rem);line-height:1.1;letter-spacing:-.03em;font-weight:700;display:flex;gap:.42em;align-items:baseline;margin:.35rem 0 .7rem}
.hero-icon{flex:none;font-size:.82em}
.hero.is-blocked .hero-icon{color:var(--blocked)}.hero.is-gaps .hero-icon{color:var(--gaps)}.hero.is-unknown .hero-icon{color:var(--unknown)}.hero.is-ready .hero-icon{color:var(--ready)}
.explanation{font-size:1.14rem;max-width:72ch;text-wrap:pretty}
.identity{display:flex;flex-wrap:wrap;gap:.4rem 2.2rem;margin-top:1.1rem}
.identity dt{color:var(--soft);font-size:.857rem}
.identity dd{font-weight:500}
.region code{font-size:.929em}
.figures{display:grid;grid-template-columns:minmax(210px,1fr) minmax(300px,1.7fr) minmax(150px,.75fr);gap:0;margin-top:1.8rem;background:var(--paper);border:1px solid var(--line);border-radius:8px}
.figure{padding:1.1rem 1.3rem}
.figure+.figure{border-left:1px solid var(--line)}
.figure-title{font-size:.929rem;font-weight:600;color:var(--soft);letter-spacing:0}
.big{font-size:2.5rem;line-height:1.15;font-weight:680;letter-spacing:-.035em}
.figure .note{margin-top:.3rem;text-wrap:pretty}
.bar-of-states{display:flex;gap:2px;height:18px;margin:.8rem 0 .9rem;border-radius:4px;overflow:hidden}
.bar-of-states span{min-width:3px}
.fill-ready{background:var(--ready)}
.fill-gap{background:var(--gaps)}
.fill-unknown{background:repeating-linear-gradient(135deg,var(--unknown) 0 3px,color-mix(in srgb,var(--unknown) 55%,var(--paper)) 3px 6px)}
.fill-exempt{background:var(--line-strong)}
.legend li{display:grid;grid-template-columns:88px 3.6rem minmax(0,1fr);gap:.8rem;align-items:baseline;padding:.1rem 0}
.legend li>a{text-align:right}
.legend a{color:var(--ink)}
.severities{margin-top:.45rem}
.severities li{display:flex;justify-content:space-between;padding:.1rem 0}
.causes{margin-top:1.5rem}
.causes ol{margin-top:.5rem;border-top:1px solid var(--line)}
.causes li{display:grid;grid-template-columns:minmax(240px,1.3fr) minmax(120px,1fr) 168px;gap:1rem;align-items:center;padding:.34rem 0;border-bottom:1px solid var(--line)}
.lost{height:8px;border-radius:2px}
.lost-bar{display:block;height:100%;min-width:2px;background:currentColor;border-radius:2px;opacity:.85}
.lost-text{color:var(--soft);font-size:.893rem;text-align:right}
.causes .note{margin-top:.6rem}
@media (max-width:900px){.figures{grid-template-columns:1fr 1fr}.figure.wide{grid-column:1/-1;grid-row:2;border-left:0;border-top:1px solid var(--line)}}
@media (max-width:560px){.figures{grid-template-columns:1fr}.figure+.figure{border-left:0;border-top:1px solid var(--line)}.causes li{grid-template-columns:1fr;gap:.2rem}.lost-text{text-align:left}.identity{gap:.5rem 1.4rem}}
`;
