export const tables = `
.scroll+.scroll,p+.scroll{margin-top:.8rem}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px;background:var(--paper)}
table{border-collapse:collapse;width:100%;font-size:.929rem}
caption{text-align:left;color:var(--soft);font-size:.857rem;padding:.5rem .8rem 0}
th,td{text-align:left;vertical-align:baseline;padding:.42rem .8rem;border-bottom:1px solid var(--line)}
tbody tr:last-child>*{border-bottom:0}
thead th{font-weight:600;color:var(--soft);font-size:.857rem;white-space:nowrap;border-bottom-color:var(--line-strong);vertical-align:middle}
tbody th{font-weight:550}
tbody tr:hover{background:color-mix(in srgb,var(--sunk) 55%,transparent)}
.number{text-align:right}
.sort{border:0;background:none;padding:0;min-height:24px;font-weight:600;color:inherit;white-space:nowrap}
.sort::after{content:"";display:inline-block;width:1em;text-align:right}
[aria-sort=ascending]>.sort::after{content:"↑"}
[aria-sort=descending]>.sort::after{content:"↓"}
[aria-sort]>.sort{color:var(--ink)}
.services th[scope=row]{min-width:120px}
.services th,.services td{padding-left:.6rem;padding-right:.6rem}
.services .worst{width:36%;min-width:260px;max-width:0}
.services .worst li{display:flex;gap:.45em;align-items:baseline}
.services .worst li a{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;min-width:0}
.services .worst>.none{font-size:.893em}
.services .worst .icon{width:.68em;height:.68em}
.services .worst a,.services .needs a{color:inherit}
.services .needs{min-width:170px}
.more{display:flex;gap:.8rem;align-items:center;color:var(--soft);padding:.6rem .2rem 0;font-size:.929rem}
.more[hidden]{display:none}
@media (max-width:760px){
.scroll:has(>.services,>.subjects){overflow:visible;border:0;background:none;border-radius:0}
.services,.subjects,.services tbody,.subjects tbody{display:block}
.services thead,.subjects thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.services tr,.subjects tr{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:.2rem .8rem;background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:.7rem .8rem;margin-bottom:.6rem}
.subjects tr{grid-template-columns:minmax(0,1fr)}
.services tr>*,.subjects tr>*{display:block;padding:0;border:0;text-align:left;min-width:0!important;max-width:none!important;width:auto!important}
.services tr>:is([data-label=Service],[data-label="Worst gaps"],[data-label="Depends on"]){grid-column:1/-1}
.services tr>[data-label=Service]{grid-column:1/4}
.services tr>td::before,.subjects tr>td::before{content:attr(data-label);display:block;color:var(--soft);font-size:.786rem;font-weight:400}
.services tr>[data-label=Status]::before{content:none}
}
`;
