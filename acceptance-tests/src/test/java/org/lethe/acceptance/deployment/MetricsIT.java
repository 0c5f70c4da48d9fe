package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.stack.service.ServiceProcess;
import org.lethe.stack.suite.LetheStack;

/** The page of metrics, against what the running services give. */
@ExtendWith(SharedSuite.class)
class MetricsIT {

    private static final String OURS = "lethe_";

    /** Of Prometheus and of the cluster, which nothing here gives. */
    private static final Set<String> OF_OTHERS = Set.of("up", "kube_pod_status_ready");

    @Test
    void thePageHoldsWhatTheServicesGiveAndNoMore(LetheStack suite, People people) {
        var given = new TreeSet<String>();
        try (OperatorClient operator = people.operator(People.OPERATOR)) {
            // A socket's durations are there from its first connection on.
            operator.openDesk();
            for (ServiceProcess service : suite.services()) {
                given.addAll(MetricsPage.given(service.metrics()));
            }
        }

        assertThat(ours(given)).isNotEmpty().isEqualTo(ours(MetricsPage.names()));
        assertThat(given).as("metrics that alerts use").containsAll(notOurs(MetricsPage.names()));
    }

    private static Set<String> ours(Set<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(OURS))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> notOurs(Set<String> names) {
        return names.stream()
                .filter(name -> !name.startsWith(OURS) && !OF_OTHERS.contains(name))
                .collect(Collectors.toSet());
    }
}
