/** What operators and names of functions mean, in every language alike. */

/** Takes the right value where the left one is missing: a || b, a ?? b, a or b, a ?: b, ${a:-b}. */
export const fallbackOperator = /^(?:\|\||\?\?|or|\?:|:-|:=|\/\/)$/;
export const fallbackAssignment = /^(?:\|\||\?\?|:|or)=$/;
/** Its value is one of its sides, or is made of them. */
export const passingOperator = /^(?:&&|and|,|\||%|to|->|=>|&|;|!|!!|\.\.)$/;
/** Puts paths or lists together. */
export const buildingOperator = /^(?:\+|\.|\/|<<|::|\+\+|:::)$/;

/** Functions that take a default for what is missing. The last name of the callee counts. */
export const takesDefault = /^(?:(?:with|set|or|get|add)?_?default(?:s|value|to|_?value|_?text)?|get_?(?:value_?)?or_?(?:else|default|nil)|or_?else(?:_?get)?|fallback|unwrap_?or(?:_?else)?|default_?if_?(?:empty|blank|null|none)|if_?(?:empty|blank)|require_?non_?null_?else|first_?non_?null|coalesce|value_?or|or_?value)$/i;
/** Names of members that hold a default. */
export const isDefaultName = /^default(?:_?value)?$/i;
/** Functions that read a setting by its name and take a default beside it. */
export const readsSetting = /env|get|config|option|param|setting|read|arg|flag|context|fetch|property|variable|lookup|^string(?:var|slice|array)?p?$/i;
/** Of those, what reads from anywhere: map.get(key, default). */
export const readsWithDefault = /^(?:get|pop|fetch|getattr|dig|get_?env|lookup_?env|environ_?get|get_?property|get_?string|env|find_?env)$/i;

export const searches = /^(?:includes?\??|index_?of|last_?index_?of|has|starts_?with|ends_?with|start_with\?|end_with\?|hasprefix|hassuffix|equals(?:_?ignore_?case)?|contains(?:_?key|_?value)?|equalfold|eql\?|equal\?|is_?equal|same|strcmp|strcasecmp|strpos|stripos|str_starts_with|str_contains|str_ends_with|in_array|compare(?:to|_?ignore_?case|ordinal)?|matches!?|member\?|key\?|has_key\?|array_key_exists|removeprefix|removesuffix|trimprefix|trimsuffix|localecompare|is|eq|casecmp\??|assert(?:_?equals?)?)$/i;

/** The source of a regular expression is handed to these. */
export const takesPattern = /(?:^|\.)(?:re\.(?:compile|match|search|fullmatch|sub|subn|findall|finditer|split)|Pattern\.(?:compile|matches)|regexp\.\w+|Regex(?:p|p\.new|\.\w+)?|RegexBuilder|RegExp|Regexp\.new|preg_\w+|matches|replaceAll|replaceFirst|toRegex|scan)$/;

/** What is handed to these comes out again, perhaps as another type: Region.of('eu-west-1'), aws.String("eu-west-1"). */
export const passesOn = new RegExp(`(?:^|\\.)(?:${[
  'Regions?\\.(?:of|fromName|fromValue|getRegion|valueOf|new|from_static|fromString|Builder|apply|from)',
  'RegionEndpoint\\.(?:GetBySystemName|GetEndpoint)',
  'RegionUtils\\.getRegion',
  '(?:aws|jsii|pulumi|ptr|to|lo|util|utils|pointer)\\.(?:String|StringPtr|Ptr|To|ToPtr|StringArray|Strings|ToString|StringValue|ToStringPtr)',
  'Regions?', '(?:std\\.)?env\\.home',
  'Some|Ok|Box\\.new|Arc\\.new|Rc\\.new|Cow\\.(?:from|Borrowed|Owned)|String\\.(?:from|valueOf|new)|PathBuf\\.from|Path',
  'Optional\\.(?:of|ofNullable)|Output\\.(?:of|from)|Property\\.of|Mono\\.just|Future\\.successful|Just|Value\\.of',
  'URI\\.create|URI|Uri|URL|Arn\\.fromString|SecretStr',
  'Arrays\\.(?:asList|stream)|Collections\\.(?:singletonList|singleton|unmodifiable\\w+|singletonMap)|Stream\\.of|EnumSet\\.of|Arrays\\.deepToString',
  'cfn_?types\\.\\w+|TypedValue|Cow|Sub|fn\\.sub|Fn\\.sub',
].join('|')})$|^(?:str|string|String|Literal|frozenset|tuple|list|iter|sorted|cast)$`);

/** Objects that hold settings for clients that are made from them later. */
export const makesConfig = /(?:^|\.)(?:[A-Z]?\w*(?:Config(?:uration)?|Options|Props|Settings|Args|ClientOptions|Environment|Params|Parameters)|[sS]ession(?:_?[mM]aker)?|(?:boto3\.)?session\.Session|get_session|NewSession(?:WithOptions)?|NewSessionWithOptions|LoadDefaultConfig|LoadDefaultAWSConfig|NewConfig|NewStaticCredentials|from_env|load_defaults|defaults|default_provider|first_try|RegionProviderChain(?:\.\w+)?|Aws\.Sdk|Sdk)$/;

/** What starts a chain of settings: S3Client.builder(), aws.NewConfig(). */
export const startsChain = /(?:^|\.)(?:builder|newBuilder|toBuilder|standard|create|Create|NewBuilder|NewConfig|from_env|defaults|default_provider|first_try|load_defaults|new|to_builder|default|configure|config|Builder|NewFromConfig)$/;
/** Taken from the end of the name of such a chain, so that it is called after the class. */
export const chainTail = /\.(?:builder|newBuilder|toBuilder|standard|create|to_builder|Builder|fromEnvironment|new)$/;

/** Functions and types that make a list, set or map of what they are handed. */
export const makesList = /(?:^|\.)(?:listOf|mutableListOf|arrayListOf|arrayOf|sequenceOf|Arrays\.asList|List\.of|Lists\.newArrayList|ImmutableList\.of|List|Seq|Vector|Array|vec|Stream\.of|list|tuple|toList|ArrayList|LinkedList|slices\.Values|asList|listOfNotNull|IndexedSeq|smallvec|array)$/;
export const makesSet = /(?:^|\.)(?:setOf|mutableSetOf|hashSetOf|linkedSetOf|Set\.of|Sets\.newHashSet|Sets\.immutableEnumSet|ImmutableSet\.of|EnumSet\.of|HashSet|LinkedHashSet|TreeSet|set|frozenset|Set|Set\.new|sets\.New(?:String)?|sets\.NewString|HashSet\.from|BTreeSet\.from|NewSet|NewStringSet|hashset)$/;
export const makesMap = /(?:^|\.)(?:mapOf|mutableMapOf|hashMapOf|linkedMapOf|Map\.of|ImmutableMap\.of|Map\.ofEntries|Map|HashMap\.from|BTreeMap\.from|IndexMap\.from|dict|phf_map|hashmap|Hash|\w*Dictionary|\w*HashMap|TreeMap)$/;

/** Names of methods that set one thing, with the thing: withRegion, setRegion, region. */
const setter = /^(?:with|set|add|put|use|override|default)?_?(\w*(?:region|zone|endpoint|host|url|uri|arn|bucket|location|image|ami|signing|scope|namespace|partition)\w*)$/i;

/** What a method sets, spelt as a member: region of withRegion. */
export function settingOf(method: string): string | undefined {
  const thing = setter.exec(method)?.[1];
  return thing === undefined ? undefined : thing.charAt(0).toLowerCase() + thing.slice(1);
}

/** Conditions that hold where a value is missing; used on the text of a short one. */
export const asksForMissing = /(?:==|===|-eq|\bis|\beq)\s*(?:''|""|``|null|nil|None|undefined|NULL|Nil|\$null|"")|(?:''|""|null|nil|None)\s*===?|\bnot\s|!\s*\w|!\$|isEmpty|isBlank|IsNullOr|is_empty|is_none|is_null|empty\s*\(|\.nil\?|\.empty\?|\.blank\?|-z\s|!\s*isset|len\s*\(|Length\s*==|isNull|^\s*unless/;
