package org.lethe.gdpr.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtEcdsaParameters;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.jwt.RawJwt;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.tree.ConsistencyProof;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.gdpr.ledger.FakeLedger;
import org.lethe.gdpr.receipt.TestKeys;
import org.lethe.privacy.seal.PublicKeys;
import org.lethe.runtime.fixture.TestClock;

/**
 * The reference of a witness: it signs what has grown from what it signed last, and nothing else.
 */
class WitnessTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final FakeLedger ledger = new FakeLedger();
    private final HeadSigner signer = TestKeys.headSigner();
    private final FakeHeadLog log = new FakeHeadLog(signer);
    private final TestClock clock = new TestClock();
    private final Witness witness = new Witness(signer);

    @Test
    void signsWhatHasGrown() throws GeneralSecurityException {
        PublishedHead first = grown(ledger, 3);
        assertThat(witness.sign(first.signed(), proof(ledger, 0, 3))).isPresent();
        PublishedHead second = grown(ledger, 5);

        Optional<String> signed = witness.sign(second.signed(), proof(ledger, 3, 8));

        assertThat(TreeHead.ofClaims(witness.keys().claims(signed.orElseThrow(), Witness.TYPE)))
                .isEqualTo(second.head());
    }

    @Test
    void doesNotSignAnotherHistory() {
        witness.sign(grown(ledger, 3).signed(), proof(ledger, 0, 3));
        var rewritten = new FakeLedger();
        for (int i = 0; i < 8; i++) {
            rewritten.append(GLOBEX, counted());
        }
        SignedHead forged = signer.sign(new TreeHead(8, rewritten.tree(8).root(), clock.instant()));

        assertThat(witness.sign(forged, proof(rewritten, 3, 8))).isEmpty();
        assertThat(witness.sign(forged, proof(rewritten, 0, 8))).isEmpty();
    }

    @Test
    void doesNotSignWhatOthersSigned() {
        PublishedHead head = grown(ledger, 3);
        SignedHead byOthers = TestKeys.headSigner().sign(head.head());

        assertThat(witness.sign(byOthers, proof(ledger, 0, 3))).isEmpty();
    }

    private PublishedHead grown(FakeLedger records, int by) {
        for (int i = 0; i < by; i++) {
            records.append(ACME, counted());
        }
        var heads = new TreeHeads(records, log, signer, Duration.ofMinutes(1), clock);
        return heads.covering(records.tree(0).size() - 1);
    }

    private static ConsistencyProof proof(FakeLedger records, long from, long to) {
        return records.tree(to).consistency(from, to);
    }

    private static ScopesDestroyed counted() {
        return new ScopesDestroyed(NOW, NOW, Map.of());
    }

    /**
     * Somebody else's, with a key of its own; it keeps nothing but the head that it signed last.
     */
    private static final class Witness {

        private static final String TYPE = "lethe-witness+jwt";

        private final HeadSigner ofLedger;
        private final KeysetHandle keyset = newKeys();
        private TreeHead last = new TreeHead(0, Digest.of(TreeHash.empty()), Instant.EPOCH);

        private Witness(HeadSigner ofLedger) {
            this.ofLedger = ofLedger;
        }

        Optional<String> sign(SignedHead signed, ConsistencyProof growth) {
            Optional<TreeHead> head = ofLedger.read(signed).filter(next -> isGrowth(next, growth));
            head.ifPresent(next -> last = next);
            return head.map(this::signature);
        }

        PublicKeys keys() throws GeneralSecurityException {
            return PublicKeys.of(keyset.getPublicKeysetHandle());
        }

        private boolean isGrowth(TreeHead head, ConsistencyProof growth) {
            return growth.from() == last.size()
                    && growth.to() == head.size()
                    && growth.proves(last.root(), head.root());
        }

        private String signature(TreeHead head) {
            try {
                return keyset.getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class)
                        .signAndEncode(
                                RawJwt.newBuilder()
                                        .setTypeHeader(TYPE)
                                        .setIssuer("witness.example")
                                        .withoutExpiration()
                                        .addJsonObjectClaim(
                                                TreeHead.CLAIM,
                                                WireFormat.mapper().writeValueAsString(head))
                                        .build());
            } catch (GeneralSecurityException | JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        private static KeysetHandle newKeys() {
            try {
                JwtSignatureConfig.register();
                return KeysetHandle.generateNew(
                        JwtEcdsaParameters.builder()
                                .setAlgorithm(JwtEcdsaParameters.Algorithm.ES256)
                                .setKidStrategy(
                                        JwtEcdsaParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
                                .build(),
                        RegistryConfiguration.get());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
