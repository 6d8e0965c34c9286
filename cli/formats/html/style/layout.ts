export const layout = `
.top{position:sticky;top:0;z-index:5;display:flex;align-items:center;gap:1rem;height:48px;padding:0 24px;background:color-mix(in srgb,var(--ground) 94%,transparent);border-bottom:1px solid var(--line);backdrop-filter:blur(6px)}
.brand{font-weight:700;letter-spacing:-.02em}
.top-about{color:var(--soft);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.top-tools{margin-left:auto;display:flex;gap:.5rem;white-space:nowrap}
.layout{display:grid;grid-template-columns:184px minmax(0,1fr);gap:40px;max-width:1480px;margin:0 auto;padding:0 32px}
#contents{position:sticky;top:48px;align-self:start;padding:34px 0;max-height:calc(100vh - 48px);overflow-y:auto}
#contents ol{border-left:1px solid var(--line)}
#contents a{display:flex;justify-content:space-between;gap:.5rem;padding:.3rem 0 .3rem .9rem;margin-left:-1px;border-left:2px solid transparent;color:var(--soft);text-decoration:none}
#contents a:hover{color:var(--ink)}
#contents a[aria-current]{color:var(--ink);border-left-color:var(--accent);font-weight:600}
.contents-size{font-size:.857rem}
main{padding:30px 0 60px;min-width:0}
main>section{padding-top:38px;margin-top:38px;border-top:1px solid var(--line-strong)}
main>section:first-child{border-top:0;margin-top:0;padding-top:0}
.section-head{margin-bottom:1.1rem}
.section-head h2{font-size:1.57rem;letter-spacing:-.02em}
.lead{color:var(--soft);max-width:76ch;margin-top:.25rem}
.lead b{color:var(--ink);font-weight:600}
section h3{font-size:1.07rem;margin:1.9rem 0 .6rem}
.foot{border-top:1px solid var(--line);color:var(--soft);padding:1.2rem 32px 2.4rem;max-width:1480px;margin:0 auto;font-size:.893rem}
@media (max-width:1020px){
.layout{grid-template-columns:minmax(0,1fr);gap:0;padding:0 16px}
#contents{position:sticky;top:48px;z-index:4;padding:0;margin:0 -16px;background:var(--ground);border-bottom:1px solid var(--line);overflow-x:auto}
#contents ol{display:flex;border:0;padding:0 10px;white-space:nowrap}
#contents a{padding:.55rem .6rem;border-left:0;border-bottom:2px solid transparent}
#contents a[aria-current]{border-bottom-color:var(--accent)}
html{scroll-padding-top:104px}
.top{padding:0 16px}
main{padding-top:22px}
.foot{padding-left:16px;padding-right:16px}
}
@media (max-width:640px){.top-about{display:none}.contents-size{display:none}}
`;
