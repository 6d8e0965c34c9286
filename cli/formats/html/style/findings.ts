export const findings = `
.filter{padding:.2rem 0}
#finding-groups{border-bottom:1px solid var(--line)}
.cause{border-top:1px solid var(--line)}
.cause>summary{display:grid;grid-template-columns:.6rem 88px minmax(0,1fr) auto;gap:.2rem .8rem;align-items:baseline;padding:.52rem .3rem;cursor:pointer;list-style:none}
.cause>summary::before{margin:0}
section .cause-title{font-size:1rem;font-weight:600;margin:0}
.cause-facts{display:flex;gap:1.2rem;color:var(--soft);font-size:.929rem;white-space:nowrap}
.cause-size{min-width:6.2rem;text-align:right}
.cause-services{min-width:5.2rem;text-align:right}
.cause-body{padding:.1rem .3rem 1.6rem 1.7rem}
.advice{max-width:84ch;margin-bottom:1rem}
.cause-id{color:var(--soft);font-size:.929rem;margin-bottom:.3rem}
.advice dl>div{display:grid;grid-template-columns:112px minmax(0,1fr);gap:0 1rem;padding:.22rem 0}
.advice dt{color:var(--soft)}
.advice ol{list-style:decimal;padding-left:1.2em}
.advice .links{display:flex;flex-wrap:wrap;gap:0 1.4rem}
.subjects{table-layout:fixed;min-width:720px}
.subjects th:nth-child(1){width:25%}.subjects th:nth-child(2){width:12%}.subjects th:nth-child(3){width:40%}
.subjects .name{display:block}
.subjects td p+p{margin-top:.25rem}
.subjects .place{display:block}
.evidence .place{display:inline}
.evidence dt{color:var(--soft);font-size:.857rem}
.evidence dd code{background:var(--sunk);padding:.08em .35em;border-radius:3px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.permalink{display:inline-block;color:var(--soft);text-decoration:none;margin-top:.2rem;font-size:.786rem}
.permalink:hover{text-decoration:underline}
tr:target,tr:focus{background:var(--accent-tint)}
.frame figcaption{color:var(--soft);font-size:.857rem}
.frame{margin:.35rem 0 0}
.frame pre{margin:0;background:var(--sunk);border-radius:4px;padding:.4rem .6rem}
.frame pre code{white-space:pre-wrap;font-size:inherit}
mark{background:var(--mark);color:var(--ink);border-radius:2px;padding:0 .1em}
@media (max-width:760px){.subjects{min-width:0}.cause>summary{grid-template-columns:.6rem minmax(0,1fr)}.cause-facts{grid-column:2;flex-wrap:wrap;gap:.1rem 1rem}.cause-title,.cause-severity{grid-column:2}.cause>summary::before{grid-row:1}.cause-size,.cause-services{min-width:0;text-align:left}.cause-body{padding-left:.3rem}.advice dl>div{grid-template-columns:minmax(0,1fr)}}
`;
