package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.privacy.seal.SuiteSecrets;

class ChartTest {

    @Test
    void lints() {
        assertThat(Chart.lint().getMessages()).noneMatch(message -> message.contains("[ERROR]"));
        assertThat(Chart.lint().isFailed()).isFalse();
    }

    @Test
    void hasAFolderAndAllPartsForEachService() {
        List<Manifest> rendered = Chart.render();

        for (String service : Chart.SERVICES) {
            assertThat(Manifest.root().resolve("helm/lethe/templates").resolve(service))
                    .matches(Files::isDirectory);
            assertThat(rendered)
                    .filteredOn(manifest -> manifest.name().equals("lethe-" + service))
                    .extracting(Manifest::kind)
                    .contains("Deployment", "Service", "ServiceAccount", "NetworkPolicy");
        }
    }

    @Test
    void rendersRestrictedPods() {
        List<Manifest> pods = Chart.render().stream().filter(Manifest::hasPods).toList();

        assertThat(pods).hasSize(Chart.SERVICES.size() + 1).allSatisfy(PodRules::check);
    }

    @Test
    void rendersRestrictedPodsWithEverythingSwitchedOn() {
        List<Manifest> rendered = Chart.render(everything());

        assertThat(rendered.stream().filter(Manifest::hasPods)).allSatisfy(PodRules::check);
        assertThat(rendered)
                .filteredOn(manifest -> manifest.is("HorizontalPodAutoscaler"))
                .hasSize(1);
        assertThat(environment(rendered, "gdpr-service"))
                .contains("LETHE_OPENDSR_CALLBACK_ORIGINS=acme=https://privacy.acme.example");
        assertThat(environment(rendered, "presence-service"))
                .contains("LETHE_CLIENTS_TRUSTED_PROXIES=10.0.0.0/8");
        assertThat(environment(rendered, "chat-service")).contains("LETHE_LIFETIMES_CHAT_IDLE=10m");
    }

    @Test
    void holdsNoSecret() {
        assertThat(Chart.render()).noneMatch(manifest -> manifest.is("Secret"));
    }

    @Test
    void givesEachServiceOnlyTheKeysThatItNeeds() {
        List<Manifest> rendered = Chart.render();

        assertThat(keysets(rendered, "gdpr-service"))
                .contains(
                        SuiteSecrets.RECEIPT_SIGNING,
                        SuiteSecrets.OPENDSR_CERTIFICATE,
                        SuiteSecrets.OPENDSR_KEY);
        for (String service : Chart.SERVICES) {
            if (!service.equals("gdpr-service")) {
                assertThat(keysets(rendered, service))
                        .as(service)
                        .doesNotContain(SuiteSecrets.RECEIPT_SIGNING, SuiteSecrets.OPENDSR_KEY);
            }
            assertThat(keysets(rendered, service))
                    .as(service)
                    .contains(SuiteSecrets.KEY_ENCRYPTION);
        }
        assertThat(keysets(rendered, "mail-dispatch-service"))
                .doesNotContain(SuiteSecrets.TOKEN_SIGNING);
        for (String indexing : List.of("presence-service", "chat-service", "gdpr-service")) {
            assertThat(keysets(rendered, indexing)).contains(SuiteSecrets.INDEX);
        }
        for (String other : List.of("file-relay-service", "mail-dispatch-service")) {
            assertThat(keysets(rendered, other)).doesNotContain(SuiteSecrets.INDEX);
        }
    }

    @Test
    void letsPodsGoNowhereElse() {
        assertThat(Chart.render())
                .filteredOn(manifest -> manifest.is("NetworkPolicy"))
                .hasSize(Chart.SERVICES.size() + 1)
                .allSatisfy(policy ->
                        assertThat(policy.at("/spec/policyTypes"))
                                .extracting(JsonNode::asText)
                                .containsExactly("Ingress", "Egress"));
    }

    /** A namespace holds more than its gateway, or its metrics' reader. */
    @Test
    void letsPodsInByTheirOwnLabelsToo() {
        List<Manifest> rendered = Chart.render(Map.of("network.gatewayPodLabels.app", "door"));

        for (String service : Chart.SERVICES) {
            JsonNode peers = ingress(rendered, service);
            assertThat(peers).as(service).hasSize(2);
            assertThat(peers.at("/0/podSelector/matchLabels/app").asText()).isEqualTo("door");
            assertThat(peers.at("/1/podSelector/matchLabels").properties())
                    .as("of the metrics' reader")
                    .isNotEmpty();
            assertThat(peers)
                    .allSatisfy(peer ->
                            assertThat(peer.at("/namespaceSelector/matchLabels").properties())
                                    .isNotEmpty());
        }
        assertThat(ingress(rendered, "front-ends"))
                .singleElement()
                .satisfies(peer ->
                        assertThat(peer.at("/podSelector/matchLabels/app").asText())
                                .isEqualTo("door"));
    }

    @Test
    void keepsADisruptionFromTakingAllReplicas() {
        assertThat(Chart.render())
                .filteredOn(manifest -> manifest.is("PodDisruptionBudget"))
                .extracting(Manifest::name)
                .contains("lethe-chat-service", "lethe-presence-service");
    }

    @Test
    void refusesReplicasThatDoNotShareTheFiles() {
        assertThatThrownBy(() -> Chart.render(Map.of("file-relay-service.replicas", 2)))
                .hasMessageContaining("storage.claim");
    }

    @Test
    void letsArchivesReadTheFilesAndWriteNone() {
        assertThatThrownBy(() -> Chart.render(Map.of("gdpr-service.readsFiles", true)))
                .hasMessageContaining("storage.claim");

        List<Manifest> rendered =
                Chart.render(
                        Map.of(
                                "gdpr-service.readsFiles",
                                true,
                                "file-relay-service.storage.claim",
                                "files"));

        assertThat(environment(rendered, "gdpr-service"))
                .contains("LETHE_FILE_DIRECTORY=/var/lib/lethe/files");
        assertThat(deployment(rendered, "gdpr-service").at("/spec/template/spec/volumes"))
                .filteredOn(volume -> volume.path("name").asText().equals("files"))
                .singleElement()
                .satisfies(volume -> {
                    assertThat(volume.at("/persistentVolumeClaim/claimName").asText())
                            .isEqualTo("files");
                    assertThat(volume.at("/persistentVolumeClaim/readOnly").asBoolean()).isTrue();
                });
    }

    /** Without a trusted gateway all visitors would share one address, and its limits. */
    @Test
    void wantsToKnowWhichProxiesAreTrusted() {
        assertThatThrownBy(Chart::renderDefaults).hasMessageContaining("trustedProxies");
        assertThatThrownBy(() -> Chart.render(Map.of("network.trustedProxies[0]", "gateway")))
                .hasMessageContaining("trustedProxies");
        assertThat(environment(Chart.render(), "chat-service"))
                .noneMatch(each -> each.startsWith("LETHE_CLIENTS_TRUSTED_PROXIES="));
        assertThat(
                        environment(
                                Chart.render(Map.of("network.trustedProxies[0]", "10.0.0.0/8")),
                                "chat-service"))
                .contains("LETHE_CLIENTS_TRUSTED_PROXIES=10.0.0.0/8");
    }

    /** Who changes these keys on their way signs in as anybody. */
    @Test
    void fetchesTheKeysOfTokensByHttpsAlone() {
        String plain = "http://keycloak-service:8080/auth/realms/lethe";

        assertThatThrownBy(() -> Chart.render(Map.of("oidc.authServerUrl", plain)))
                .hasMessageContaining("oidc.authServerUrl must be https://");
        for (String service : Chart.SERVICES) {
            assertThat(environment(Chart.render(), service))
                    .contains(
                            "QUARKUS_OIDC_AUTH_SERVER_URL=https://keycloak-service:8443/auth/realms/lethe",
                            "QUARKUS_TLS_KEYCLOAK_TRUST_STORE_PEM_CERTS=/etc/lethe/keycloak/ca.crt")
                    .noneMatch(each -> each.startsWith("LETHE_SIGN_IN_PLAIN_HTTP="));
        }
        assertThat(
                        environment(
                                Chart.render(
                                        Map.of(
                                                "oidc.authServerUrl",
                                                plain,
                                                "oidc.plainHttp",
                                                true)),
                                "chat-service"))
                .contains("QUARKUS_OIDC_AUTH_SERVER_URL=" + plain, "LETHE_SIGN_IN_PLAIN_HTTP=true");
    }

    @Test
    void takesTokensOfProgramsAtTheServiceThatTheyAreFor() {
        List<Manifest> rendered = Chart.render(Map.of("gdpr-service.programs[0]", "acme-privacy"));

        assertThat(environment(rendered, "gdpr-service"))
                .contains("LETHE_SIGN_IN_CLIENTS=lethe-console,lethe-staff,acme-privacy");
        assertThat(environment(rendered, "chat-service"))
                .noneMatch(each -> each.startsWith("LETHE_SIGN_IN_CLIENTS="));
    }

    @Test
    void refusesValuesThatItDoesNotKnow() {
        assertThatThrownBy(() -> Chart.render(Map.of("gdpr-service.replica", 2)))
                .hasMessageContaining("replica");
        assertThatThrownBy(() -> Chart.render(Map.of("redis.uri", "redis://user:password@redis")))
                .hasMessageContaining("uri");
    }

    private static Map<String, ?> everything() {
        return Map.of(
                "chat-service.autoscaling.enabled", true,
                "presence-service.geoClaim", "geo",
                "network.resolver", "10.0.0.53:53",
                "network.trustedProxies[0]", "10.0.0.0/8",
                "mail-dispatch-service.smtp.secret", "smtp",
                "mail-dispatch-service.smtp.bounceAddress", "discarded@lethe.example",
                "file-relay-service.replicas", 2,
                "file-relay-service.storage.claim", "files",
                "gdpr-service.callbackOrigins.acme[0]", "https://privacy.acme.example",
                "lifetimes.chat-idle", "10m");
    }

    private static List<String> environment(List<Manifest> rendered, String service) {
        var variables = new ArrayList<String>();
        deployment(rendered, service)
                .at("/spec/template/spec/containers/0/env")
                .forEach(variable ->
                        variables.add(
                                variable.path("name").asText()
                                        + "="
                                        + variable.path("value").asText()));
        return variables;
    }

    private static JsonNode ingress(List<Manifest> rendered, String service) {
        return rendered.stream()
                .filter(manifest -> manifest.is("NetworkPolicy"))
                .filter(manifest -> manifest.name().equals("lethe-" + service))
                .findFirst()
                .orElseThrow()
                .at("/spec/ingress/0/from");
    }

    private static List<String> keysets(List<Manifest> rendered, String service) {
        var files = new ArrayList<String>();
        for (JsonNode volume : deployment(rendered, service).at("/spec/template/spec/volumes")) {
            if (volume.path("name").asText().equals("keysets")) {
                volume.at("/secret/items").forEach(item -> files.add(item.path("key").asText()));
            }
        }
        return files;
    }

    private static Manifest deployment(List<Manifest> rendered, String service) {
        return rendered.stream()
                .filter(manifest -> manifest.is("Deployment"))
                .filter(manifest -> manifest.name().equals("lethe-" + service))
                .findFirst()
                .orElseThrow();
    }
}
