package org.lethe.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.Refused.refuses;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.scope.Whereabouts;

/** What every keeper of visits' links does. */
abstract class VisitLinksContract {

    static final Whereabouts ADDRESS =
            new Whereabouts(
                    ClientAddress.of("192.0.2.77"), HostName.of("dialin77.provider.example"));

    private static final Duration LIFETIME = Duration.ofSeconds(170);
    private static final SecureRandom RANDOM = new SecureRandom();
    private final ChatId chat = ChatId.mint("a0z9", RANDOM);
    private final ChatId other = ChatId.mint("a0z9", RANDOM);

    abstract VisitLinks links();

    /** An open visit from the address. */
    abstract VisitId visit();

    abstract void destroy(VisitId visit);

    /** A visit that went with a store. */
    abstract VisitId lost();

    @Test
    void linksAVisitThatHasNoChat() {
        VisitId visit = visit();

        assertThat(links().link(visit, chat, Optional.empty())).contains(chat);
        assertThat(links().chatOf(visit)).contains(chat);
    }

    @Test
    void linksOnlyFromTheChatThatTheCallerKnows() {
        VisitId visit = visit();
        assertThat(links().link(visit, chat, Optional.of(other))).isEmpty();
        links().link(visit, chat, Optional.empty());

        assertThat(links().link(visit, other, Optional.empty())).contains(chat);
        assertThat(links().link(visit, other, Optional.of(chat))).contains(other);
        assertThat(links().chatOf(visit)).contains(other);
    }

    @Test
    void removesNoLinkToAnotherChat() {
        VisitId visit = visit();
        links().link(visit, chat, Optional.empty());

        links().unlink(visit, other);
        assertThat(links().chatOf(visit)).contains(chat);
        links().unlink(visit, chat);
        assertThat(links().chatOf(visit)).isEmpty();
    }

    @Test
    void tellsADestroyedVisitFromALostOne() {
        VisitId visit = visit();
        destroy(visit);

        refuses(ErrorCode.SCOPE_DESTROYED, () -> links().link(visit, chat, Optional.empty()));
        refuses(ErrorCode.SCOPE_LOST, () -> links().link(lost(), chat, Optional.empty()));
        assertThat(links().chatOf(visit)).isEmpty();
    }

    @Test
    void tellsHowLongVisitsLiveYet() {
        VisitId open = visit();
        VisitId gone = visit();
        destroy(gone);

        Map<VisitId, Duration> lives = links().lives(List.of(open, gone, lost()));

        assertThat(lives).containsOnlyKeys(open);
        assertThat(lives.get(open)).isBetween(LIFETIME.minus(Duration.ofSeconds(30)), LIFETIME);
    }

    @Test
    void readsWhereTheVisitorComesFrom() {
        VisitId visit = visit();

        assertThat(links().address(visit)).contains(ADDRESS);
        destroy(visit);
        assertThat(links().address(visit)).isEmpty();
    }
}
