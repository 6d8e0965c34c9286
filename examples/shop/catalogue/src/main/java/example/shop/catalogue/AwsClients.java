package example.shop.catalogue;

import java.util.Set;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** Clients of the services that the catalogue calls. */
final class AwsClients {
  /** Regions that the catalogue has been tested in; others are refused at start. */
  private static final Set<String> TESTED = Set.of("eu-west-1", "us-east-1");

  private AwsClients() {}

  static SnsClient topics() {
    // Follows AWS_REGION, as every client should.
    return SnsClient.create();
  }

  static S3Client pictures() {
    return S3Client.builder().region(Region.EU_WEST_1).build();
  }

  static void refuseUntestedRegion(String region) {
    if (!TESTED.contains(region)) {
      throw new IllegalStateException("Catalogue has not been tested in " + region);
    }
  }
}
