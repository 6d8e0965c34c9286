/** Providers whose region names look like AWS's. A region below one of these is theirs; the last one is an emulator on the machine itself. */
const suffixes = [
  'aliyuncs.com', 'aliyun.com', 'alibabacloud.com', 'myhuaweicloud.com', 'myhuaweicloud.eu', 'huaweicloud.com', 'mega.io', 'wasabisys.com',
  'linodeobjects.com', 'digitaloceanspaces.com', 'backblazeb2.com', 'oraclecloud.com', 'appdomain.cloud', 'cloud.ibm.com', 'idrivee2.com',
  'ksyuncs.com', 'ksyun.com', 'volces.com', 'bcebos.com', 'myqcloud.com', 'tencentcos.com', 'scw.cloud', 'ovh.net', 'ovh.us', 'vultrobjects.com',
  'stackhero-network.com', 'outscale.com', 'selcloud.ru', 'exo.io', 'stackit.cloud', 'contabostorage.com', 'googleapis.com', 'azure.com',
  'windows.net', 'cloudflarestorage.com', 'storjshare.io', 'synologyc2.net', 'qiniucs.com', 'ucloud.cn', 'jdcloud-oss.com', 'yandexcloud.net',
  'localhost.localstack.cloud',
] as const;

const named = new RegExp(`(?<![\\w.-])[\\w{}$%*.-]{1,253}\\.(?:${suffixes.map((suffix) => suffix.replaceAll('.', '\\.')).join('|')})(?![\\w-])`, 'gi');

/** Hosts of other providers that a text names, with or without a scheme. */
export function otherCloudsIn(text: string): { readonly from: number; readonly to: number }[] {
  if (!suffixes.some((suffix) => text.includes(suffix))) return [];
  return Array.from(text.matchAll(named), ({ index, 0: found }) => ({ from: index, to: index + found.length }));
}

export function isOtherCloud(host: string): boolean {
  const lower = host.toLowerCase();
  return suffixes.some((suffix) => lower === suffix || lower.endsWith(`.${suffix}`));
}
