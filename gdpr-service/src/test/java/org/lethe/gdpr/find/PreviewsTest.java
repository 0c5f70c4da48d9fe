package org.lethe.gdpr.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lethe.gdpr.subject.Ids.ACME;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.LedgerFact.ActionTaken;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.gdpr.audit.Audit;
import org.lethe.gdpr.ledger.FakeLedger;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.subject.AnyOf;
import org.lethe.gdpr.subject.FakeSubjectVault;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Match;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.SuiteSecrets;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.problem.Refusal;

/** Two visits of one address. */
class PreviewsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Author STAFF = new Author(ActingRole.STAFF, NOW);
    private static final Identifier HOME = new Identifier.Address(ClientAddress.of("192.0.2.7"));
    private static final Selectors SELECTORS =
            new Selectors(Set.of(), Set.of(), Set.of(), Set.of(AnyOf.one(HOME)), Match.ANY);

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final FakeSubjectVault vault = new FakeSubjectVault(clock);
    private final FakeLedger ledger = new FakeLedger();
    private Previews previews;

    @BeforeEach
    void twoVisits(@TempDir Path secrets) {
        SuiteSecrets.generate(secrets);
        Stream.of(Ids.visit(), Ids.visit()).forEach(this::visit);
        previews =
                new Previews(
                        new SubjectScopes(vault, clock),
                        new Confirmations(
                                KeyEncryption.load(secrets.resolve(SuiteSecrets.KEY_ENCRYPTION)),
                                clock),
                        new Audit(
                                ledger,
                                TestAccounts.directory(TestAccounts.settings(ACME, Map.of()))));
    }

    @Test
    void areInTheAudit() {
        Preview preview = previews.of(ACME, STAFF, SELECTORS);

        assertThat(preview.subjects()).isEqualTo(2);
        assertThat(preview.confirmation()).isPresent();
        assertThat(facts())
                .containsExactly(
                        new ActionTaken(
                                ActingRole.STAFF, SubjectAction.SUBJECT_LOOKED_FOR, null, NOW));
    }

    @Test
    void areEnteredEachTime() {
        previews.of(ACME, STAFF, SELECTORS);
        previews.of(ACME, STAFF, SELECTORS);

        assertThat(facts()).hasSize(2);
    }

    @Test
    void areInTheAuditThoughNothingCanBeTold() {
        vault.setAway(true);

        refused();

        assertThat(facts()).hasSize(1);
    }

    @Test
    void areRefusedWhileTheAuditCannotBeWritten() {
        ledger.setAway(true);

        assertThat(refused().code()).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    private Refusal refused() {
        return catchThrowableOfType(Refusal.class, () -> previews.of(ACME, STAFF, SELECTORS));
    }

    private void visit(VisitId visit) {
        vault.openAt(NOW.minusSeconds(60), ACME, visit);
        vault.index(visit, HOME);
    }

    private List<LedgerFact> facts() {
        return ledger.entries(ACME, 0, 10).stream().map(LedgerEntry::fact).toList();
    }
}
