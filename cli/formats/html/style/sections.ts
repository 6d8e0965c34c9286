export const sections = `
.words{margin-top:.9rem}
.words>summary{color:var(--soft);cursor:pointer;font-size:.929rem;width:fit-content;padding:.15rem 0}
.words>summary:hover{color:var(--ink)}
.words[open]>summary{margin-bottom:.6rem}
.facts>div{display:grid;grid-template-columns:150px minmax(0,1fr);gap:.2rem 1.2rem;padding:.3rem 0;border-bottom:1px solid var(--line)}
.facts>div:last-child{border-bottom:0}
.facts dt{color:var(--soft)}
.facts dt .badge{font-size:1em}
.columns{display:grid;grid-template-columns:minmax(0,1.2fr) minmax(0,1fr);gap:1.5rem 2.5rem}
.columns.even{grid-template-columns:repeat(2,minmax(0,1fr))}
.columns h5{font-size:.929rem;color:var(--soft);font-weight:600;margin-bottom:.35rem}
.service-list{margin-top:2.2rem}
.service-list>.service{border-top:1px solid var(--line)}
.service-list>.service:last-of-type{border-bottom:1px solid var(--line)}
.service>summary{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;align-items:baseline;padding:.5rem .3rem;cursor:pointer;list-style:none}
.service>summary::-webkit-details-marker,.cause>summary::-webkit-details-marker{display:none}
.service>summary::before,.cause>summary::before{content:"";flex:none;width:.42em;height:.42em;border:solid var(--soft);border-width:0 1.6px 1.6px 0;transform:rotate(-45deg);align-self:center;margin-right:-.3rem}
.service[open]>summary::before,.cause[open]>summary::before{transform:rotate(45deg)}
.service>summary h4{font-size:1rem;min-width:180px}
.service>summary:hover,.cause>summary:hover{background:color-mix(in srgb,var(--sunk) 60%,transparent)}
.service-facts{color:var(--soft);font-size:.929rem}
.service-body{padding:.4rem .3rem 1.3rem 1.35rem}
html.scripted .service-list:not(.all)>.service:nth-of-type(n+13):not([open]){display:none}
.gap-list li{display:flex;gap:.6rem;align-items:baseline;padding:.17rem 0}
.gap-list .badge{min-width:82px;font-size:.893rem}
.gap-list a{color:var(--ink)}
.service-links{display:flex;gap:1.2rem;align-items:center;margin-top:.9rem}
.waves{counter-reset:wave}
.wave{display:grid;grid-template-columns:168px minmax(0,1fr);gap:1rem;padding:.9rem 0;border-top:1px solid var(--line)}
.wave:last-child{border-bottom:1px solid var(--line)}
section .wave-head h3{margin:0}
.wave-head .is-blocked{white-space:nowrap}
.wave-head .icon{margin-right:.3em}
.wave-head p{color:var(--soft);font-size:.893rem}
.chips{display:flex;flex-wrap:wrap;gap:.45rem}
.chip{display:inline-flex;gap:.45em;align-items:baseline;padding:.16rem .6rem;border:1px solid var(--line);border-radius:5px;background:var(--paper);font-size:.929rem}
.chip a{color:var(--ink);text-decoration-color:transparent}
.chip a:hover{text-decoration-color:currentColor}
.together{display:inline-flex;flex-wrap:wrap;gap:.4rem;align-items:center;border:1px dashed var(--soft);border-radius:7px;padding:.25rem .45rem}
.together-label{color:var(--soft);font-size:.857rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));background:var(--paper);border:1px solid var(--line);border-radius:8px;overflow:hidden}
.tiles>div{padding:.8rem 1rem;box-shadow:0 0 0 .5px var(--line)}
.tiles dt{color:var(--soft);font-size:.893rem}
.tiles dd b{display:block;font-size:1.5rem;letter-spacing:-.02em;line-height:1.2}
.tiles .note{display:block;margin-top:.25rem;font-size:.857rem}
.spot-table{table-layout:fixed;min-width:760px}
.spot-table th:nth-child(1){width:34%}.spot-table tbody th{font-weight:400}.spot-table th:nth-child(2){width:36%}.spot-table th:nth-child(3){width:64px}
.spots li{padding:.1rem 0}.spots .place{display:block}
.notes li{padding:.3rem 0 .3rem 1.1rem;position:relative}
.notes li::before{content:"–";position:absolute;left:0;color:var(--soft)}
@media (max-width:760px){.columns,.columns.even{grid-template-columns:minmax(0,1fr)}.wave{grid-template-columns:minmax(0,1fr);gap:.5rem}.facts>div{grid-template-columns:minmax(0,1fr)}.service>summary h4{min-width:0}}
`;
