package org.lethe.gdpr.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.gdpr.request.RequestId;

/** What the services answer must add up to what was destroyed. */
class ReceiptTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Map<ScopeKind, Integer> DESTROYED =
            Map.of(ScopeKind.VISIT, 2, ScopeKind.CHAT, 1, ScopeKind.LETTER, 3);
    private static final Map<ServiceName, Map<RemainsKind, Integer>> ANSWERS =
            Map.of(
                    ServiceName.PRESENCE_SERVICE, Map.of(RemainsKind.VISITS, 2),
                    ServiceName.CHAT_SERVICE, Map.of(RemainsKind.CHATS, 1),
                    ServiceName.MAIL_DISPATCH_SERVICE,
                            Map.of(RemainsKind.LETTERS, 3, RemainsKind.HANDED_OVER, 0),
                    ServiceName.FILE_RELAY_SERVICE,
                            Map.of(RemainsKind.FILES, 4, RemainsKind.BYTES, 5_000));

    @Test
    void isOfOneMindWhenAllIsConfirmed() {
        assertThat(contradicted(ANSWERS)).isEmpty();
    }

    @Test
    void countsALetterThatWasHandedOverForItsDestruction() {
        assertThat(mail(2, 1)).isEmpty();
        assertThat(mail(3, 2)).as("two of the same chats were sent before").isEmpty();
        assertThat(
                        answering(
                                ServiceName.MAIL_DISPATCH_SERVICE,
                                Map.of(RemainsKind.LETTERS, 2, RemainsKind.PERHAPS_DELIVERED, 1)))
                .isEmpty();
    }

    @Test
    void namesWhoConfirmsLessOrMoreThanWasDestroyed() {
        assertThat(answering(ServiceName.PRESENCE_SERVICE, Map.of(RemainsKind.VISITS, 0)))
                .containsExactly(ServiceName.PRESENCE_SERVICE);
        assertThat(answering(ServiceName.PRESENCE_SERVICE, Map.of()))
                .containsExactly(ServiceName.PRESENCE_SERVICE);
        assertThat(answering(ServiceName.CHAT_SERVICE, Map.of(RemainsKind.CHATS, 2)))
                .containsExactly(ServiceName.CHAT_SERVICE);
        assertThat(mail(1, 1)).containsExactly(ServiceName.MAIL_DISPATCH_SERVICE);
        assertThat(mail(4, 0)).containsExactly(ServiceName.MAIL_DISPATCH_SERVICE);
    }

    @Test
    void expectsNothingOfWhoDidNotAnswer() {
        var late = Map.of(ServiceName.PRESENCE_SERVICE, Map.of(RemainsKind.VISITS, 1));

        assertThat(receipt(late, List.of(ServiceName.PRESENCE_SERVICE)).contradicted()).isEmpty();
    }

    private static List<ServiceName> mail(int letters, int handedOver) {
        return answering(
                ServiceName.MAIL_DISPATCH_SERVICE,
                Map.of(RemainsKind.LETTERS, letters, RemainsKind.HANDED_OVER, handedOver));
    }

    private static List<ServiceName> answering(
            ServiceName service, Map<RemainsKind, Integer> counts) {
        var answers = new EnumMap<>(ANSWERS);
        answers.put(service, counts);
        return contradicted(answers);
    }

    private static List<ServiceName> contradicted(
            Map<ServiceName, Map<RemainsKind, Integer>> answers) {
        return receipt(answers, List.of()).contradicted();
    }

    private static Receipt receipt(
            Map<ServiceName, Map<RemainsKind, Integer>> answers, List<ServiceName> unanswered) {
        var id = new RequestId(UUID.randomUUID().toString());
        return new Receipt(
                id.receipt(ACME),
                ACME,
                id.digest(ACME),
                NOW,
                NOW,
                NOW,
                DESTROYED,
                List.of(),
                answers,
                unanswered);
    }
}
