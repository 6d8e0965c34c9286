import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';

/** Where the AMI of an instance or launch template comes from. */
export type ImageOrigin =
  | { readonly form: 'id'; readonly id: string }
  | { readonly form: 'parameter'; readonly name: string }
  | { readonly form: 'untold' };

export function imageOrigin(graph: EstateView, resource: Resource): ImageOrigin {
  const image = resource.kind === 'ec2-instance' || resource.kind === 'launch-template' ? resource.attributes.image : undefined;
  if (image?.startsWith('resolve:ssm:') === true) return { form: 'parameter', name: image.slice('resolve:ssm:'.length).replace(/:[^:/]*$/, '') };
  if (image !== undefined && /^ami-[0-9a-f]+$/.test(image)) return { form: 'id', id: image };
  const [name] = parametersAt(graph, resource, 'ImageId');
  return name === undefined ? { form: 'untold' } : { form: 'parameter', name };
}

/** Parameters that a property is read from when the stack is deployed. */
function parametersAt(graph: EstateView, { id }: Resource, property: string): string[] {
  const at = ({ evidence }: { readonly evidence: readonly { readonly how: string }[] }): boolean => evidence.some(({ how }) => how === property || how.endsWith(`.${property}`));
  return [
    ...graph.dangling(id, 'reads').filter((edge) => at(edge)).map(({ to }) => to),
    ...graph.out(id, 'reads').filter((edge) => at(edge)).flatMap(({ to }) => graph.resource(to)?.name ?? []),
  ];
}
