package org.lethe.acceptance.deployment;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.util.List;
import java.util.Map;

/** The suite's chart. */
final class Chart {

    static final List<String> SERVICES =
            List.of(
                    "chat-service",
                    "presence-service",
                    "mail-dispatch-service",
                    "file-relay-service",
                    "gdpr-service");

    /** What the chart has no default for. */
    private static final String PROXIES = "network.trustedProxies[0]";

    private Chart() {}

    static List<Manifest> renderDefaults() {
        return Manifest.parse(helm().template().withName("lethe").withNamespace("lethe").call());
    }

    static LintResult lint() {
        return helm().lint().strict().call();
    }

    static List<Manifest> render() {
        return render(Map.of());
    }

    static List<Manifest> render(Map<String, ?> values) {
        return renderAs("lethe", "lethe", values);
    }

    static List<Manifest> renderAs(String release, String namespace, Map<String, ?> values) {
        TemplateCommand template = helm().template().withName(release).withNamespace(namespace);
        if (!values.containsKey(PROXIES)) {
            template.set(PROXIES, "none");
        }
        values.forEach(template::set);
        return Manifest.parse(template.call());
    }

    /** Whether these are the pods of a service; the front ends' are of none. */
    static boolean isOfAService(Manifest manifest) {
        return manifest.hasPods()
                && SERVICES.stream()
                        .anyMatch(service -> manifest.name().equals("lethe-" + service));
    }

    private static Helm helm() {
        return new Helm(Manifest.root().resolve("helm/lethe"));
    }
}
