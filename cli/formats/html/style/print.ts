export const print = `
@page{margin:14mm 13mm}
@media print{
html{font-size:10.5px}
body{background:#fff}
.top,#contents,.tools,.skip,dialog,.service-links,.permalink,.twin,button:not(.sort){display:none!important}
.services .worst{max-width:none}
.services .worst li a{white-space:normal}
.layout{display:block;padding:0;max-width:none}
main{padding:0}
main>section{margin-top:20px;padding-top:18px}
#findings,#coverage,#appendix{break-before:page}
details:not(.spot-table details)::details-content{content-visibility:visible;display:block;block-size:auto}
#all-verdicts{display:none}
html.scripted .service-list:not(.all)>.service:nth-of-type(n+13):not([open]){display:block}
html.scripted .service-list>.service:nth-of-type(n+25){display:none!important}
thead{display:table-header-group}
thead,thead tr{break-after:avoid}
tr,.wave,.service>summary,.cause>summary,.figure,.advice dl>div,figure{break-inside:avoid}
h2,h3,h4,summary,.advice{break-after:avoid}
.scroll,.map-frame{overflow:visible;max-height:none;border-radius:0}
.map{min-width:0!important;max-height:170mm}
a{color:inherit;text-decoration:none}
.advice .links a::after{content:" " attr(href);color:var(--soft)}
tbody tr:hover{background:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;
