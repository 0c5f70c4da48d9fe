package org.lethe.acceptance.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.forensics.StoreSearch;
import org.lethe.acceptance.journey.Conversation;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.stack.inbox.ReceivedMail;
import org.lethe.stack.suite.LetheStack;

/** The mail server stays away until a letter's deadline: the letter is destroyed and reported. */
@ExtendWith(SharedSuite.class)
class LostLetterIT {
    /** The shortest that an account may set. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration A_MOMENT = Duration.ofSeconds(3);

    @Test
    void destroysALetterAtItsDeadlineAndTellsTheAccount(LetheStack suite, People people) {
        Persona persona = Persona.of("lost" + System.nanoTime(), "81.2.69.142");
        try (StoreSearch stores = new StoreSearch(suite.state(), List.of(persona.message()))) {
            people.inbox().stopListening();
            List<String> letters = letters(chatThatEnds(people, persona));
            assertThat(stores.remains(letters)).as("the letters wait, sealed").isNotEmpty();
            assertThat(stores.words()).isEmpty();

            assertThat(Pause.until(PATIENCE, () -> stores.remains(letters).isEmpty()))
                    .as("the letters are destroyed")
                    .isTrue();
            people.inbox().startListening();

            for (String letter : letters.subList(0, 2)) {
                List<ReceivedMail> notices = people.awaitMails(letter, 1, PATIENCE);
                assertThat(notices).hasSize(1);
                assertThat(notices.getFirst().to()).contains("admin@acme.example");
                assertThat(notices.getFirst().raw())
                        .doesNotContain(persona.name(), persona.email(), persona.message());
            }
            assertThat(consoleSays(people)).as("the transcripts, on the console").isTrue();
            boolean mailed =
                    Pause.until(
                            A_MOMENT, () -> !people.inbox().mailsWith(persona.message()).isEmpty());
            assertThat(mailed).as("a transcript after its deadline").isFalse();
        } finally {
            people.inbox().startListening();
        }
    }

    private static boolean consoleSays(People people) {
        try (OperatorClient operator = people.operator(People.OPERATOR)) {
            operator.openDesk();
            return operator.desk()
                    .await("losses", frame -> lostTranscripts(frame.path("letters")) >= 2, PATIENCE)
                    .isPresent();
        }
    }

    private static int lostTranscripts(JsonNode letters) {
        return letters.valueStream()
                .filter(each -> each.path("kind").asText().equals("transcript"))
                .filter(each -> each.path("reason").asText().equals("not-taken"))
                .mapToInt(each -> each.path("count").asInt())
                .sum();
    }

    /**
     * The deadline is the account's when the letter is written; the notices of the loss get the
     * usual one again, so that they outlast a slow machine.
     *
     * @return the chat's id
     */
    private static String chatThatEnds(People people, Persona persona) {
        try (var changed =
                        AccountChange.of(
                                people,
                                account -> account.put("letterDeadline", DEADLINE.toString()));
                OperatorClient operator = people.operator(People.OPERATOR);
                Conversation chat = new Conversation(persona, people.visitor(persona), operator)) {
            operator.openDesk();
            chat.visitor().openVisit();
            chat.begin();
            chat.talk();
            chat.end();
            return chat.chat();
        }
    }

    private static List<String> letters(String chat) {
        return IntStream.range(0, LetterId.MAX_LETTERS)
                .mapToObj(ordinal -> LetterId.of(new ChatId(chat), ordinal).value())
                .toList();
    }
}
