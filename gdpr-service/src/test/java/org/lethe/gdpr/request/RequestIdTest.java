package org.lethe.gdpr.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Selectors;

class RequestIdTest {

    private final RequestId id = new RequestId(UUID.randomUUID().toString());

    @Test
    void derivesTheSameScopeAndReceiptForARepeatedRequest() {
        RequestId again = new RequestId(id.value());

        assertThat(again.scope(ACME, "abcd")).isEqualTo(id.scope(ACME, "abcd"));
        assertThat(again.receipt(ACME)).isEqualTo(id.receipt(ACME));
        assertThat(id.scope(ACME, "abcd").shard()).isEqualTo(id.shard(ACME));
    }

    @Test
    void derivesOtherOnesForAnotherAccount() {
        assertThat(id.scope(GLOBEX, "abcd")).isNotEqualTo(id.scope(ACME, "abcd"));
        assertThat(id.receipt(GLOBEX)).isNotEqualTo(id.receipt(ACME));
        assertThat(id.digest(GLOBEX)).isNotEqualTo(id.digest(ACME));
    }

    @Test
    void makesOneIdOfAllThatAVisitorsTokenNames() {
        VisitId visit = Ids.visit();
        ChatId chat = Ids.chat();
        Selectors both = Selectors.ofIds(Set.of(visit), Set.of(chat), Set.of());

        assertThat(RequestId.ofVisitor(both))
                .isEqualTo(
                        RequestId.ofVisitor(Selectors.ofIds(Set.of(visit), Set.of(chat), Set.of())))
                .isNotEqualTo(
                        RequestId.ofVisitor(Selectors.ofIds(Set.of(visit), Set.of(), Set.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a7551968-d5d6-44b2-9831-815ac9017798x",
                "A7551968-D5D6-44B2-9831-815AC9017798",
                "a7551968-d5d6-14b2-9831-815ac9017798",
                "../../etc/passwd"
            })
    void refusesWhatIsNoUuidOfVersionFour(String value) {
        assertThat(RequestId.parse(value)).isEmpty();
    }
}
