export const map = `
.map-frame{max-height:82vh;overflow:auto}
.map{display:block;margin:0 auto;width:100%;height:auto;font-size:12.5px}
.map-title{fill:var(--soft);font-size:12px;font-weight:600}
.edge{fill:none;stroke:var(--line-strong);stroke-width:1.1;opacity:.75}
.edge.to-hub,.dense .edge{visibility:hidden}
#map-arrow path{fill:context-stroke}
.node rect{fill:var(--paper);stroke:var(--line-strong)}
.node.is-blocked rect{stroke:var(--blocked);fill:var(--blocked-tint)}
.node.is-gaps rect{stroke:color-mix(in srgb,var(--gaps) 55%,var(--paper))}
.node.is-unknown rect{stroke:var(--unknown);stroke-dasharray:4 3}
.node.is-ready rect{stroke:color-mix(in srgb,var(--ready) 55%,var(--paper))}
.node-name{fill:var(--ink);font-weight:600}
.node-note{fill:var(--soft);font-size:11.5px}
.node{text-decoration:none}
.node:hover rect,.node:focus-visible rect{stroke:var(--accent);stroke-width:2}
.node:focus-visible{outline:none}
.node:focus-visible rect{stroke-width:3}
.tracing .edge{opacity:.25}
.tracing .edge.on{visibility:visible;opacity:1;stroke:var(--accent);stroke-width:1.8}
.tracing .edge.on.needed{stroke:var(--gaps)}
.tracing .node:not(.on){opacity:.42}
`;
