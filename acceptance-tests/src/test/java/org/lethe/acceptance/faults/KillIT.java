package org.lethe.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.forensics.HeldKeys;
import org.lethe.acceptance.forensics.StoreSearch;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.stack.inbox.ReceivedMail;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.suite.LetheStack;

/**
 * Kills a service (kill -9) at every step of sending, ending and mailing. The seed says how long
 * after the step begins; what fails with a seed fails again with it, as far as the machine's timing
 * allows.
 */
@ExtendWith(SharedSuite.class)
class KillIT {
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    enum Step {
        SENDING,
        ENDING,
        WAITING_FOR_THE_MAIL_SERVER,
        MAILING
    }

    @ParameterizedTest
    @CsvSource({
        "SENDING, CHAT, 1",
        "SENDING, CHAT, 2",
        "SENDING, MAIL, 3",
        "ENDING, CHAT, 4",
        "ENDING, CHAT, 5",
        "ENDING, CHAT, 6",
        "ENDING, MAIL, 7",
        "WAITING_FOR_THE_MAIL_SERVER, CHAT, 8",
        "WAITING_FOR_THE_MAIL_SERVER, MAIL, 9",
        "MAILING, CHAT, 10",
        "MAILING, MAIL, 11",
        "MAILING, MAIL, 12"
    })
    void losesAndDoublesNothing(
            Step step, ServiceKind service, long seed, LetheStack suite, People people) {
        Random random = new Random(seed);
        String unique = "kill" + seed + "x" + System.nanoTime();
        List<String> acknowledged = new ArrayList<>();
        VisitorClient visitor = people.visitor(Persona.of(unique, "81.2.69.142"));
        try (OperatorClient operator = people.operator(People.OPERATOR);
                StoreSearch stores = new StoreSearch(suite.state(), List.of(unique));
                HeldKeys held = new HeldKeys(suite.state())) {
            operator.openDesk();
            visitor.openVisit();
            visitor.startChat();
            operator.accept(visitor.chat());
            say(visitor, unique, acknowledged, 3);
            if (step == Step.SENDING) {
                sendWhileDying(suite, service, visitor, unique + " last words", random);
                acknowledged.add(unique + " last words");
            }
            if (step == Step.WAITING_FOR_THE_MAIL_SERVER) {
                people.inbox().stopListening();
            }
            end(step, suite, service, visitor, random);
            people.inbox().startListening();

            List<ReceivedMail> mails = people.awaitMails(unique, 2, PATIENCE);
            assertThat(
                            Pause.until(
                                    PATIENCE,
                                    () ->
                                            stores.remains(List.of(visitor.chat())).isEmpty()
                                                    && held.waitingLetters() == 0))
                    .as("all is destroyed")
                    .isTrue();
            assertThat(stores.words()).isEmpty();
            assertTranscripts(people, unique, acknowledged, mayDouble(step, service));
            assertThat(mails).isNotEmpty();
        } finally {
            visitor.close();
        }
    }

    private static void say(
            VisitorClient visitor, String unique, List<String> acknowledged, int count) {
        for (int i = 0; i < count; i++) {
            String text = unique + " message " + i;
            visitor.send(text);
            acknowledged.add(text);
        }
    }

    /**
     * The client sends, the service dies, the client comes back and repeats what was not
     * acknowledged.
     */
    private static void sendWhileDying(
            LetheStack suite,
            ServiceKind service,
            VisitorClient visitor,
            String text,
            Random random) {
        String id = "dying-" + System.nanoTime();
        JsonNode frame = Json.frame("send").put("id", id).put("text", text);
        visitor.chatSocket().send(frame);
        LockSupport.parkNanos(random.nextLong(4_000_000));
        restart(suite, service);
        if (service == ServiceKind.CHAT) {
            visitor.connectChat(0);
            visitor.chatSocket().send(frame);
        }
        visitor.chatSocket().await("sent", sent -> sent.path("id").asText().equals(id));
    }

    private static void end(
            Step step,
            LetheStack suite,
            ServiceKind service,
            VisitorClient visitor,
            Random random) {
        if (step == Step.SENDING) {
            visitor.end();
            return;
        }
        Thread ending = Thread.ofVirtual().start(() -> endQuietly(visitor));
        long delay =
                step == Step.ENDING
                        ? random.nextLong(25_000_000)
                        : 20_000_000 + random.nextLong(120_000_000);
        LockSupport.parkNanos(delay);
        restart(suite, service);
        join(ending);
        // the visitor's page repeats what got no answer
        endQuietly(visitor);
    }

    private static void endQuietly(VisitorClient visitor) {
        try {
            visitor.end();
        } catch (UnexpectedAnswer e) {
            // the service died while it answered
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void restart(LetheStack suite, ServiceKind service) {
        suite.service(service).kill();
        suite.service(service).start();
    }

    /**
     * The one crash that no sender can hide: after the mail server took the letter, before its key
     * was destroyed.
     */
    private static boolean mayDouble(Step step, ServiceKind service) {
        return service == ServiceKind.MAIL && (step == Step.MAILING || step == Step.ENDING);
    }

    private static void assertTranscripts(
            People people, String unique, List<String> acknowledged, boolean mayDouble) {
        List<ReceivedMail> mails = people.inbox().mailsWith(unique);
        assertThat(mails.stream().map(KillIT::messageId).distinct()).hasSize(2);
        if (!mayDouble) {
            assertThat(mails).hasSize(2);
        }
        for (ReceivedMail mail : mails) {
            String text = mail.text();
            for (String message : acknowledged) {
                assertThat(text.split(Pattern.quote(message), -1))
                        .as("each acknowledged message once")
                        .hasSize(2);
            }
        }
    }

    private static String messageId(ReceivedMail mail) {
        var found = MESSAGE_ID.matcher(mail.raw());
        assertThat(found.find()).as("a mail has a Message-ID").isTrue();
        return found.group(1);
    }
}
