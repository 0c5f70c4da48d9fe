package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.topic.BrokerSettings;
import org.lethe.contracts.topic.Topic;

class ManifestsTest {

    private static final int REPLICAS = 3;

    private final List<Manifest> manifests = Manifest.below(Manifest.root().resolve("k8s/base"));

    @Test
    void makeEachTopicExactlyAsItIsDeclared() {
        assertThat(ofKind("KafkaTopic"))
                .extracting(Manifest::name)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(Topic.values()).stream().map(Topic::topicName).toList());
        for (Topic topic : Topic.values()) {
            Manifest manifest = named("KafkaTopic", topic.topicName());
            assertThat(manifest.at("/spec/partitions").asInt())
                    .as("%s", topic)
                    .isEqualTo(topic.partitions());
            assertThat(manifest.at("/spec/replicas").asInt()).isEqualTo(REPLICAS);
            assertThat(settings(manifest.at("/spec/config")))
                    .as("%s", topic)
                    .isEqualTo(topic.settings(REPLICAS));
        }
    }

    @Test
    void setTheBrokerAsTheServicesInsist() {
        Map<String, String> settings = settings(named("Kafka", "lethe").at("/spec/kafka/config"));

        BrokerSettings.bounds()
                .forEach(bound ->
                        assertThat(settings.get(bound.name().key()))
                                .as("%s", bound)
                                .isNotNull()
                                .matches(bound::holds));
    }

    @Test
    void runRestrictedPods() {
        List<Manifest> pods = manifests.stream().filter(Manifest::hasPods).toList();

        assertThat(pods).isNotEmpty().allSatisfy(PodRules::check);
    }

    @Test
    void admitRestrictedPodsOnly() {
        JsonNode labels = named("Namespace", "lethe").at("/metadata/labels");

        assertThat(labels.path("pod-security.kubernetes.io/enforce").asText())
                .isEqualTo("restricted");
    }

    @Test
    void denyAllTrafficThatNoPolicyAllows() {
        Manifest policy = named("NetworkPolicy", "default-deny");

        assertThat(policy.at("/spec/podSelector")).isEmpty();
        assertThat(policy.at("/spec/policyTypes"))
                .extracting(JsonNode::asText)
                .containsExactly("Ingress", "Egress");
        assertThat(policy.tree().at("/spec").has("ingress")).isFalse();
        assertThat(policy.tree().at("/spec").has("egress")).isFalse();
    }

    @Test
    void holdNoSecret() {
        assertThat(manifests).noneMatch(manifest -> manifest.is("Secret"));
    }

    @Test
    void routeToServicesOfTheChart() {
        List<String> services =
                Chart.render().stream()
                        .filter(manifest -> manifest.is("Service"))
                        .map(Manifest::name)
                        .toList();

        assertThat(backends())
                .filteredOn(name -> name.startsWith("lethe-"))
                .isNotEmpty()
                .allMatch(services::contains);
    }

    @Test
    void importARealmWithoutPasswordsAndPeople() {
        JsonNode realm = named("KeycloakRealmImport", "lethe").at("/spec/realm");

        assertThat(realm.path("organizationsEnabled").asBoolean()).isTrue();
        assertThat(realm.at("/roles/realm"))
                .extracting(role -> role.path("name").asText())
                .containsExactlyInAnyOrder("operator", "administrator", "privacy-officer", "staff");
        realm.path("clients")
                .forEach(client -> {
                    assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
                    assertThat(client.path("secret").asText("${}")).startsWith("${");
                });
        realm.path("users")
                .forEach(user -> {
                    assertThat(user.has("credentials")).isFalse();
                    assertThat(user.has("serviceAccountClientId")).isTrue();
                });
    }

    /** Its events tell name and address of everybody whose sign-in fails. */
    @Test
    void keepWhoFailsToSignInOutOfTheLogOfKeycloak() {
        JsonNode options = named("Keycloak", "keycloak").at("/spec/additionalOptions");

        assertThat(options)
                .filteredOn(option -> option.path("name").asText().equals("log-level"))
                .singleElement()
                .satisfies(option ->
                        assertThat(option.path("value").asText().split(","))
                                .contains("org.keycloak.events:off"));
    }

    /** The chart's services fetch the keys of tokens there. */
    @Test
    void letKeycloakBeReachedByHttpsWithTheCertificateThatServicesBelieve() {
        String secret = named("Keycloak", "keycloak").at("/spec/http/tlsSecret").asText();

        assertThat(secret).isNotEmpty();
        assertThat(Chart.render())
                .filteredOn(Chart::isOfAService)
                .isNotEmpty()
                .allSatisfy(pod ->
                        assertThat(pod.at("/spec/template/spec/volumes"))
                                .filteredOn(volume ->
                                        volume.path("name").asText().equals("keycloak-ca"))
                                .singleElement()
                                .satisfies(volume -> {
                                    assertThat(volume.at("/secret/secretName").asText())
                                            .isEqualTo(secret);
                                    assertThat(volume.at("/secret/items"))
                                            .extracting(item -> item.path("key").asText())
                                            .containsExactly("ca.crt");
                                }));
    }

    private List<String> backends() {
        var names = new ArrayList<String>();
        for (Manifest route : ofKind("HTTPRoute")) {
            route.at("/spec/rules")
                    .forEach(rule ->
                            rule.path("backendRefs")
                                    .forEach(ref -> names.add(ref.path("name").asText())));
        }
        return names;
    }

    private static Map<String, String> settings(JsonNode config) {
        var settings = new LinkedHashMap<String, String>();
        config.forEachEntry((name, value) -> settings.put(name, value.asText()));
        return settings;
    }

    private List<Manifest> ofKind(String kind) {
        return manifests.stream().filter(manifest -> manifest.is(kind)).toList();
    }

    private Manifest named(String kind, String name) {
        return ofKind(kind).stream()
                .filter(manifest -> manifest.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
