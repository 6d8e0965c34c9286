package example.shop.catalogue;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;

/** Tells the rest of the shop that a product has changed. */
final class ChangePublisher {
  private static final String TOPIC =
      Optional.ofNullable(System.getenv("CHANGES_TOPIC"))
          .orElse("arn:aws:sns:eu-west-1:111122223333:shop-product-changes");

  /** Language of the region's merchants, for the subject line. */
  private static final Map<String, String> LANGUAGE = Map.of("eu-west-1", "en", "eu-west-3", "fr");

  private final SnsClient topics = AwsClients.topics();

  void changed(String productId, String json) {
    topics.publish(request -> request.topicArn(TOPIC).message(json).messageGroupId(productId));
  }

  static String language() {
    return LANGUAGE.getOrDefault(System.getenv("AWS_REGION"), "en");
  }
}
