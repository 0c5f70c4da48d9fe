package org.lethe.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.forensics.StoreSearch;
import org.lethe.acceptance.journey.Erasure;
import org.lethe.acceptance.journey.LiveSubject;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.journey.Selector;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.service.ServiceProcess;
import org.lethe.stack.suite.LetheStack;

/**
 * Kills each service (kill -9) while an erasure has effect and waits for it: those that are to
 * answer before they do, gdpr-service before it has all answers.
 */
@ExtendWith(SharedSuite.class)
class KilledErasureIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Without presence-service visits end, and chats with them. */
    private static final List<ServiceKind> ANSWERING =
            List.of(ServiceKind.MAIL, ServiceKind.FILE, ServiceKind.CHAT, ServiceKind.PRESENCE);

    private final String run = "killed" + System.nanoTime();
    private final List<Turn> turns = new ArrayList<>();
    private final Map<Turn, String> requests = new LinkedHashMap<>();

    /** Who is erased while a service dies. */
    private record Turn(ServiceKind dying, LiveSubject subject) {

        Selector by() {
            return switch (dying) {
                case GDPR -> Selector.NETWORK;
                case MAIL -> Selector.REFERENCE;
                case FILE -> Selector.CUSTOMER_NUMBER;
                case CHAT -> Selector.EMAIL;
                case PRESENCE -> Selector.ADDRESS;
            };
        }

        Set<String> scopes() {
            return by().scopes(subject);
        }

        Set<String> rest() {
            return subject.without(scopes());
        }
    }

    @Test
    void endsWithTrueReceiptsThoughEachServiceDiesBeforeItAnswers(LetheStack suite, People people) {
        Erasure erasure = new Erasure(people.gateway(), people.token(People.PRIVACY_OFFICER));
        people.inbox().stopListening();
        try (OperatorClient operator = people.operator(People.OPERATOR);
                StoreSearch stores =
                        new StoreSearch(suite.state(), List.of(run)).withMemory(suite.state())) {
            operator.openDesk();
            for (ServiceKind dying : ServiceKind.values()) {
                turns.add(
                        new Turn(
                                dying,
                                LiveSubject.begin(people, operator, persona(), stores::scopes)));
            }
            try {
                killInTurn(suite, erasure);
                assertThat(stores.words()).as("while erasures wait").isEmpty();
            } finally {
                startAll(suite);
            }
            requests.forEach((turn, request) -> requireReceipt(erasure, turn, request));
            assertThat(stores.held(all(Turn::scopes))).isEmpty();

            Set<String> rest = all(Turn::rest);
            assertThat(stores.held(rest)).as("what nobody named").isEqualTo(rest);
            eraseRest(erasure);
            assertThat(stores.held(rest)).isEmpty();
            assertThat(stores.words()).isEmpty();
        } finally {
            people.inbox().startListening();
            turns.forEach(turn -> turn.subject().close());
        }
        assertThat(people.inbox().mailsWith(run)).isEmpty();
    }

    /**
     * Who is to answer is frozen first, so that it does not answer before it dies. Each dies beside
     * those that are dead, and all are started together: nothing becomes due meanwhile, as no visit
     * is left.
     */
    private void killInTurn(LetheStack suite, Erasure erasure) {
        List<ServiceKind> silent = new ArrayList<>();
        for (ServiceKind dying : ANSWERING) {
            suite.service(dying).child().freeze();
            silent.add(dying);
            request(erasure, dying, silent);
            suite.service(dying).kill();
        }
        request(erasure, ServiceKind.GDPR, silent);
        suite.service(ServiceKind.GDPR).kill();
    }

    /** Also those that are frozen, where something failed. */
    private static void startAll(LetheStack suite) {
        suite.services().forEach(ServiceProcess::kill);
        suite.services().forEach(ServiceProcess::launch);
        suite.services().forEach(ServiceProcess::awaitReady);
        SharedSuite.awaitAdmission(suite);
    }

    /** It has effect, and waits for those that are silent and for no other. */
    private void request(Erasure erasure, ServiceKind dying, List<ServiceKind> silent) {
        Turn turn = turns.stream().filter(each -> each.dying() == dying).findFirst().orElseThrow();
        String request = erasure.request(turn.by(), turn.subject(), turn.scopes());
        requests.put(turn, request);
        Set<String> missing = silent.stream().map(ServiceKind::module).collect(Collectors.toSet());
        assertThat(
                        Pause.until(
                                PATIENCE,
                                () -> erasure.waitingFor(request).equals(Optional.of(missing))))
                .as("an erasure with effect that waits for " + missing)
                .isTrue();
    }

    private static void requireReceipt(Erasure erasure, Turn turn, String request) {
        JsonNode receipt = erasure.verifiedReceipt(request, turn.scopes());
        JsonNode files = receipt.path("acknowledged").path(ServiceKind.FILE.module());
        assertThat(files.path("files").asInt()).isEqualTo(LiveSubject.FILES);
    }

    private void eraseRest(Erasure erasure) {
        for (Turn turn : turns) {
            if (!turn.rest().isEmpty()) {
                String request = erasure.request(Selector.EMAIL, turn.subject(), turn.rest());
                erasure.verifiedReceipt(request, turn.rest());
            }
        }
    }

    private Set<String> all(Function<Turn, Set<String>> scopes) {
        return turns.stream()
                .flatMap(turn -> scopes.apply(turn).stream())
                .collect(Collectors.toSet());
    }

    /** With an address in a network of their own. */
    private Persona persona() {
        long number = System.nanoTime();
        String address = "2001:db8:%x:%x::9".formatted(number & 0xffff, number >> 16 & 0xffff);
        return Persona.of(run + "x" + number, address).withDetailKey(People.MARKED_DETAIL);
    }
}
