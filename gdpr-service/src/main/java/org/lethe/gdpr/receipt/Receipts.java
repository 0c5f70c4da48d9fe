package org.lethe.gdpr.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.google.crypto.tink.jwt.JwtInvalidException;
import com.google.crypto.tink.jwt.RawJwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.NothingErased;
import org.lethe.contracts.event.LedgerFact.SubjectErased;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.event.SignedReceipt;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.Digests;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;

/**
 * Signs receipts and enters them in the ledger, and reads what signed ones cover. A receipt's
 * fields are the claims of a JWS.
 */
@ApplicationScoped
public class Receipts {

    private static final Log LOG = Log.of(Receipts.class);
    private static final TypeReference<List<Digest>> DIGESTS = new TypeReference<>() {};

    private final ReceiptSigner signer;
    private final Ledger ledger;
    private final Clock clock;

    Receipts(ReceiptSigner signer, Ledger ledger, Clock clock) {
        this.signer = signer;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The ledger refuses a second entry for a request, so this may be repeated after a crash. */
    public LedgerEntry issue(
            SubjectRequest request,
            Progress.Effective effective,
            Map<ServiceName, Map<RemainsKind, Integer>> answers,
            Set<ServiceName> missing) {
        var receipt =
                new Receipt(
                        request.receipt(),
                        request.account(),
                        request.digest(),
                        request.received(),
                        effective.at(),
                        clock.instant(),
                        SubjectScopes.count(effective.scopes()),
                        effective.scopes().stream().map(Digests::of).toList(),
                        answers,
                        List.copyOf(missing));
        receipt.contradicted()
                .forEach(service ->
                        LOG.warn(
                                "an answer to an erasure does not add up",
                                LogKey.SERVICE.of(service),
                                LogKey.ERASURE.of(request.scope())));
        return ledger.append(
                request.account(),
                new SubjectErased(
                        receipt.request(),
                        receipt.id(),
                        receipt.received(),
                        receipt.effective(),
                        receipt.completed(),
                        receipt.destroyed(),
                        sign(receipt)));
    }

    /**
     * Enters an erasure that found nothing: there is nothing for which a receipt could be given.
     */
    public LedgerEntry none(SubjectRequest request) {
        return ledger.append(
                request.account(),
                new NothingErased(request.digest(), request.received(), clock.instant()));
    }

    /** Digests of the scopes that a receipt covers. */
    List<Digest> scopes(SignedReceipt receipt) {
        try {
            var json = WireFormat.mapper();
            String claims = signer.verify(receipt.jws(), SignedReceipt.TYPE);
            return json.convertValue(json.readTree(claims).path("scopes"), DIGESTS);
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("a receipt in the ledger that does not verify", e);
        }
    }

    SignedReceipt sign(Receipt receipt) {
        try {
            return signer.sign(claims(receipt));
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("a receipt that can't be signed", e);
        }
    }

    private static RawJwt.Builder claims(Receipt receipt)
            throws JsonProcessingException, JwtInvalidException {
        var json = WireFormat.mapper();
        return ReceiptSigner.claims(SignedReceipt.TYPE)
                .setJwtId(receipt.id().value())
                .setSubject(receipt.request().hex())
                .setAudience(receipt.account().value())
                .setIssuedAt(receipt.completed())
                .addStringClaim("received", receipt.received().toString())
                .addStringClaim("effective", receipt.effective().toString())
                .addStringClaim("completed", receipt.completed().toString())
                .addJsonObjectClaim("destroyed", json.writeValueAsString(receipt.destroyed()))
                .addJsonArrayClaim("scopes", json.writeValueAsString(receipt.scopes()))
                .addJsonObjectClaim("acknowledged", json.writeValueAsString(receipt.acknowledged()))
                .addJsonArrayClaim("unanswered", json.writeValueAsString(receipt.unanswered()))
                .addJsonArrayClaim("statements", json.writeValueAsString(Receipt.STATEMENTS));
    }
}
