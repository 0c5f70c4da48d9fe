package org.lethe.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.demo.Demo;
import org.lethe.acceptance.forensics.StoreSearch;
import org.lethe.acceptance.journey.People;
import org.lethe.stack.inbox.ReceivedMail;
import org.lethe.stack.service.ServiceProcess;
import org.lethe.stack.suite.LetheStack;
import org.lethe.stack.suite.StackSettings;

/**
 * Two processes of every service behind the one gateway, of which one at a time is away, by a stop
 * as at a rolling upgrade or by kill -9. Nothing that was acknowledged is lost or doubled.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ReplicasIT {

    private static final int REPLICAS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration ADMISSION = Duration.ofSeconds(60);

    private final LetheStack suite =
            LetheStack.start(StackSettings.beside().withReplicas(REPLICAS));
    private final People people = People.of(suite.state());

    @BeforeAll
    void awaitAdmission() {
        awaitAdmission(suite.services());
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    void nothingIsLeftOfTheWholeWayOnceItIsOver() {
        assertThat(Demo.run(suite.state(), new PrintStream(OutputStream.nullOutputStream())))
                .isTrue();
    }

    @Test
    void aChatLivesThroughAStopOfOneHalfOfTheSuiteAndTheDeathOfTheOther() {
        String unique = "halves" + System.nanoTime();
        VisitorClient visitor = people.visitor(Persona.of(unique, "81.2.69.142"));
        try (OperatorClient operator = people.operator(People.OPERATOR);
                StoreSearch stores = new StoreSearch(suite.state(), List.of(unique))) {
            operator.openDesk();
            visitor.openVisit();
            visitor.startChat();
            operator.accept(visitor.chat());
            List<String> acknowledged;
            try (var talker = Talker.of(visitor, unique)) {
                restart(1, ServiceProcess::stop, talker);
                // As the widget does: who is not heard of has left.
                visitor.connectVisit();
                restart(2, ServiceProcess::kill, talker);
                acknowledged = talker.stop();
            }

            assertThat(acknowledged).hasSizeGreaterThan(2 * REPLICAS);
            assertThat(Talker.heardBy(visitor, unique)).containsExactlyElementsOf(acknowledged);
            visitor.end();
            assertTranscripts(unique, acknowledged);
            assertThat(
                            Pause.until(
                                    PATIENCE,
                                    () -> stores.remains(List.of(visitor.chat())).isEmpty()))
                    .as("all is destroyed")
                    .isTrue();
        } finally {
            visitor.close();
        }
    }

    /**
     * One of each service is away, and back at its work before the other goes, as Kubernetes has
     * it.
     */
    private void restart(int number, Consumer<ServiceProcess> end, Talker talker) {
        List<ServiceProcess> processes =
                suite.services().stream()
                        .filter(process -> process.instance().number() == number)
                        .toList();
        processes.forEach(end);
        talker.awaitAnother();
        processes.forEach(ServiceProcess::launchAgain);
        processes.forEach(ServiceProcess::awaitReady);
        awaitAdmission(processes);
    }

    private static void awaitAdmission(Iterable<ServiceProcess> processes) {
        for (ServiceProcess process : processes) {
            assertThat(Pause.until(ADMISSION, process::admits)).as(process.name()).isTrue();
        }
    }

    /** To the desk and to the visitor, each once, each word in it once. */
    private void assertTranscripts(String unique, List<String> acknowledged) {
        people.awaitMails(unique, 2, PATIENCE);
        List<ReceivedMail> mails = people.inbox().mailsWith(unique);
        assertThat(mails).hasSize(2);
        for (ReceivedMail mail : mails) {
            assertThat(Talker.words(mail.text(), unique)).containsExactlyElementsOf(acknowledged);
        }
    }
}
