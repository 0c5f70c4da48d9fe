package org.lethe.gdpr.subject;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.gdpr.subject.SubjectVault.Live;

/** What every vault of subjects does; the fake and the suite's pass it. */
abstract class SubjectVaultContract {

    private final Identifier email = email();
    private final Identifier network =
            new Identifier.Network(
                    ClientAddress.of("2001:db8:" + Ids.hex() + ":" + Ids.hex() + "::"));
    private SubjectVault vault;
    private InAChat visitor;

    /**
     * A visit of the account {@code acme} and its chat, which name each other, and a letter of it.
     */
    record InAChat(VisitId visit, ChatId chat, LetterId letter) {

        List<ScopeId> scopes() {
            return List.of(visit, chat);
        }
    }

    protected abstract SubjectVault vault();

    /** The identifiers find the visit. */
    protected abstract InAChat inAChat(Identifier... identifiers);

    protected abstract ErasureId newErasure();

    protected abstract boolean isMarked(ScopeId scope);

    @BeforeEach
    void aVisitorInAChat() {
        vault = vault();
        visitor = inAChat(email, network);
    }

    @Test
    void showsWhoseAScopeIsAndWhereItLeads() {
        VisitId never = Ids.visit();

        Map<ScopeId, Live> live = vault.look(List.of(visitor.visit(), visitor.chat(), never));

        assertThat(live).containsOnlyKeys(visitor.scopes());
        assertThat(live.values()).extracting(Live::account).containsOnly(ACME);
        assertThat(requireNonNull(live.get(visitor.visit())).links())
                .containsExactly(visitor.chat());
        assertThat(requireNonNull(live.get(visitor.chat())).links())
                .containsExactly(visitor.visit());
    }

    @Test
    void showsThatALetterLeadsToItsChat() {
        vault.destroy(visitor.scopes());

        assertThat(requireNonNull(vault.look(List.of(visitor.letter())).get(visitor.letter())))
                .extracting(Live::links)
                .isEqualTo(Set.of(visitor.chat()));
    }

    @Test
    void showsSinceWhenAScopeIsOpen() {
        assertThat(vault.look(visitor.scopes()).values())
                .allSatisfy(live ->
                        assertThat(live.since())
                                .isCloseTo(Instant.now(), within(30, ChronoUnit.SECONDS)));
    }

    @Test
    void findsWhatIsIndexedForTheAccountAlone() {
        Identifier other = email();

        assertThat(vault.find(ACME, List.of(email, network, other)))
                .containsEntry(email, Set.of(visitor.visit()))
                .containsEntry(network, Set.of(visitor.visit()))
                .containsEntry(other, Set.of());
        assertThat(vault.find(GLOBEX, List.of(email))).containsEntry(email, Set.of());
    }

    @Test
    void findsWhatIsOldEnough() {
        assertThat(vault.find(ACME, List.of(email), Duration.ofHours(-1)))
                .containsEntry(email, Set.of(visitor.visit()));
        assertThat(vault.find(ACME, List.of(email), Duration.ZERO))
                .containsEntry(email, Set.of(visitor.visit()));
        assertThat(vault.find(ACME, List.of(email), Duration.ofHours(1)))
                .containsEntry(email, Set.of());
    }

    @Test
    void findsNothingThatIsDestroyed() {
        vault.destroy(List.of(visitor.visit()));

        assertThat(vault.find(ACME, List.of(email))).containsEntry(email, Set.of());
    }

    @Test
    void takesOffItsOwnMarksAlone() {
        ErasureId one = newErasure();
        List<ScopeId> scopes = List.of(visitor.visit(), visitor.chat(), visitor.letter());
        vault.mark(scopes, one);
        assertThat(scopes).allMatch(this::isMarked);

        vault.unmark(ACME, newErasure());
        vault.unmark(GLOBEX, one);
        assertThat(scopes).allMatch(this::isMarked);

        vault.unmark(ACME, one);
        assertThat(scopes).noneMatch(this::isMarked);
    }

    @Test
    void marksNothingThatIsGone() {
        vault.destroy(List.of(visitor.visit()));

        vault.mark(visitor.scopes(), newErasure());

        assertThat(isMarked(visitor.visit())).isFalse();
        assertThat(isMarked(visitor.chat())).isTrue();
    }

    @Test
    void leavesNothingOfWhatItDestroys() {
        vault.mark(visitor.scopes(), newErasure());
        assertThat(vault.remains(List.of(visitor.visit()))).isPositive();

        vault.destroy(List.of(visitor.visit()));
        vault.destroy(List.of(visitor.visit()));

        assertThat(vault.remains(List.of(visitor.visit()))).isZero();
        assertThat(isMarked(visitor.visit())).isFalse();
        assertThat(vault.look(visitor.scopes())).containsOnlyKeys(visitor.chat());
    }

    /** Of nobody else, in whatever the store has from other tests. */
    private static Identifier email() {
        return new Identifier.Email(EmailAddress.of(UUID.randomUUID() + "@visitor.example"));
    }
}
