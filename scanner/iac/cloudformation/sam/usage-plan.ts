import type { Json } from '../../../../model/json.ts';
import { memberOf, objectIn } from '../sections.ts';
import { add, defined, ref, without, type Builder, type SamResource } from './builder.ts';

/** The usage plan and API key that Auth.UsagePlan asks for: the API's own, or one that all APIs of the template share. */
export function usagePlan(resource: SamResource, builder: Builder, stage: Json): void {
  const plan = objectIn(objectIn(resource.properties, 'Auth'), 'UsagePlan');
  const wanted = builder.scope.evaluate(memberOf(plan, 'CreateUsagePlan') ?? null);
  if (wanted !== 'PER_API' && wanted !== 'SHARED') return;
  const prefix = wanted === 'SHARED' ? 'Serverless' : resource.logicalId;
  const stages = { ApiId: ref(resource.logicalId), Stage: stage };
  add(builder, resource, { id: `${prefix}UsagePlan`, type: 'AWS::ApiGateway::UsagePlan', properties: defined({ ...without(plan, new Set(['CreateUsagePlan'])), ApiStages: [stages], Tags: memberOf(plan, 'Tags') }) });
  add(builder, resource, { id: `${prefix}ApiKey`, type: 'AWS::ApiGateway::ApiKey', properties: { Enabled: true, StageKeys: [{ RestApiId: ref(resource.logicalId), StageName: stage }] } });
  add(builder, resource, { id: `${prefix}UsagePlanKey`, type: 'AWS::ApiGateway::UsagePlanKey', properties: { KeyId: ref(`${prefix}ApiKey`), KeyType: 'API_KEY', UsagePlanId: ref(`${prefix}UsagePlan`) } });
}
