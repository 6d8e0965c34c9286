export const tools = `
.tools{display:flex;flex-wrap:wrap;gap:.7rem .9rem;align-items:flex-end;margin-bottom:.8rem}
.tools[hidden]{display:none}
.field{display:flex;flex-direction:column;gap:.2rem;font-size:.857rem;color:var(--soft)}
.field.grow{flex:1 1 180px;max-width:340px}
.field input,.field select{height:32px;padding:0 .6rem;border:1px solid var(--line-strong);border-radius:5px;background:var(--paper);color:var(--ink);font-size:1rem;max-width:210px}
.field.grow input,.field.grow select{width:100%;max-width:none}
.field ::placeholder{color:var(--soft);opacity:1}
.tools>button{height:32px}
.check{display:inline-flex;gap:.45em;align-items:center;min-height:32px;white-space:nowrap}
.check input{accent-color:var(--accent);width:15px;height:15px;margin:0}
.segments{min-width:0}
.segments legend{padding:0;font-size:.857rem;color:var(--soft);margin-bottom:.2rem}
.segments label{display:inline-block;position:relative;margin-right:-1px}
.segments input{position:absolute;opacity:0;inset:0;width:100%;height:100%;margin:0;cursor:pointer}
.segments span{display:inline-flex;align-items:center;gap:.45em;height:32px;padding:0 .75rem;border:1px solid var(--line-strong);background:var(--paper);white-space:nowrap;color:var(--soft)}
.segments span[class]{color:var(--soft)}
.segments span b{font-weight:500}
.segments label:first-of-type span{border-radius:5px 0 0 5px}
.segments label:last-of-type span{border-radius:0 5px 5px 0}
.segments input:checked+span{background:var(--accent-tint);border-color:var(--accent);color:var(--ink);font-weight:600;position:relative}
.segments input:checked+span .icon{color:var(--accent)}
.segments input:focus-visible+span{outline:2px solid var(--accent);outline-offset:2px;z-index:1;position:relative}
.tool-result{color:var(--soft);font-size:.929rem;margin:.2rem 0 .6rem}
.tools .tool-result{margin:0 0 .35rem auto}
@media (max-width:640px){.segments{width:100%;overflow-x:auto;white-space:nowrap;padding-bottom:2px}.field,.field.grow{flex:1 1 100%;max-width:none}.field input,.field select{width:100%;max-width:none}.tools .tool-result{margin-left:0}}
`;
