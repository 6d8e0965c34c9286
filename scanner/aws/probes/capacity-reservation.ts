import { probe } from '../probe.ts';
import { ec2 } from '../services/ec2.ts';
import { tagsIn } from '../tags.ts';

export const capacityReservation = probe({
  kind: 'capacity-reservation',
  lists: [[ec2, 'DescribeCapacityReservations']],
  async *list(place) {
    for await (const { CapacityReservations = [] } of place.pages(ec2, 'DescribeCapacityReservations', { MaxResults: 1000, Filters: [{ Name: 'state', Values: ['active', 'pending', 'scheduled'] }] })) {
      for (const each of CapacityReservations) {
        const { CapacityReservationId: name, CapacityReservationArn: arn } = each;
        if (name !== undefined) yield { name, arn, tags: tagsIn(each.Tags ?? []), document: each };
      }
    }
  },
});
