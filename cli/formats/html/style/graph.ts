export const graph = `
dialog{width:min(1400px,96vw);height:min(900px,94vh);max-width:none;max-height:none;border:1px solid var(--line-strong);border-radius:10px;background:var(--ground);color:var(--ink);padding:16px 20px}
dialog[open]{display:flex;flex-direction:column}
dialog::backdrop{background:rgb(0 0 0/.45)}
.graph-head{display:flex;gap:1rem;align-items:baseline;margin-bottom:.7rem}
.graph-head h2{font-size:1.2rem}
.graph-head .graph-note{color:var(--soft);font-size:.929rem}
.graph-head button{margin-left:auto}
.graph-body{flex:1;min-height:0;display:grid;grid-template-columns:minmax(0,1fr) 350px;border:1px solid var(--line);border-radius:8px;background:var(--ground);overflow:hidden}
.graph-canvas{position:relative;min-height:0;overflow:hidden}
.graph-side{overflow-y:auto;background:var(--paper);border-left:1px solid var(--line);padding:1rem 1.1rem}
.graph-side h3{margin:0 0 .1rem;font-size:1.05rem}
.graph-side h4{margin:1.1rem 0 .3rem;font-size:.929rem}
.graph-side .facts{margin-top:.6rem}
.graph-side .facts>div{grid-template-columns:72px minmax(0,1fr)}
.neighbours li{display:flex;flex-wrap:wrap;gap:.1rem .5rem;align-items:baseline;padding:.14rem 0}
.neighbours .kind{color:var(--soft);font-size:.893rem}
.neighbours button{border:0;background:none;padding:0;min-height:24px;color:var(--accent);text-align:left}
.neighbours button:hover{text-decoration:underline}
.graph-left{margin-top:.6rem}
.kinds{position:relative}
.kinds>summary{height:32px;line-height:30px;padding:0 .7rem;border:1px solid var(--line-strong);border-radius:5px;background:var(--paper);cursor:pointer}
.kinds>div{position:absolute;z-index:3;top:36px;left:0;background:var(--paper);border:1px solid var(--line-strong);border-radius:6px;padding:.5rem .9rem;display:grid;max-height:50vh;overflow:auto}
@media (max-width:760px){.graph-body{grid-template-columns:minmax(0,1fr);grid-template-rows:46% minmax(0,1fr)}.graph-side{border-left:0;border-top:1px solid var(--line)}}
`;
