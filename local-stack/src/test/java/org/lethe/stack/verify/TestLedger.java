package org.lethe.stack.verify;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwkSetConverter;
import com.google.crypto.tink.jwt.JwtEcdsaParameters;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.jwt.RawJwt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.event.SignedReceipt;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.tree.ConsistencyProof;
import org.lethe.contracts.tree.GrowingTree;
import org.lethe.contracts.tree.InclusionProof;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.privacy.seal.PublicKeys;

/** A ledger of less than a tile, signed by keys of its own, as a suite would give it out. */
final class TestLedger {

    static final AccountId ACME = new AccountId("acme");
    static final ReceiptId RECEIPT = new ReceiptId("r-4tqz80f2v7n3m6c1x9b5k0d4gh");
    private static final AccountId OTHER = new AccountId("globex");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    private final KeysetHandle keyset;
    private GrowingTree tree = newTree();
    private final List<String> records = new ArrayList<>();
    private final List<LedgerEntry> ofAcme = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<SignedHead> heads = new ArrayList<>();

    TestLedger() {
        this(newKeys());
    }

    private TestLedger(KeysetHandle keyset) {
        this.keyset = keyset;
    }

    /** Another one, by whoever has the same keys: its owner. */
    TestLedger anew() {
        return new TestLedger(keyset);
    }

    String jwks() {
        try {
            return JwkSetConverter.fromPublicKeysetHandle(keyset.getPublicKeysetHandle());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    PublicKeys keys() {
        try {
            return PublicKeys.of(jwks());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SignedReceipt erase() {
        var signed = new SignedReceipt(sign(SignedReceipt.TYPE, "destroyed", "{\"visit\":1}"));
        enter(
                new LedgerFact.SubjectErased(
                        Digest.ofText("request"), RECEIPT, NOW, NOW, NOW, Map.of(), signed));
        return signed;
    }

    void count() {
        enter(new LedgerFact.ScopesDestroyed(NOW, NOW, Map.of()));
    }

    void countOfAnother() {
        put(
                new LedgerEntry(
                        OTHER,
                        1,
                        new LedgerFact.ScopesDestroyed(NOW, NOW, Map.of()),
                        LedgerEntry.START));
    }

    /** The owner forgets acme's chain, and begins it again behind all that is there. */
    void beginAnew() {
        ofAcme.clear();
        places.clear();
    }

    /** The owner puts what follows before what it follows on. */
    void countBehindTheNext() {
        count();
        count();
        int last = places.size() - 1;
        places.set(last, places.get(last - 1));
        places.set(last - 1, records.size() - 1);
        String record = records.get(records.size() - 1);
        records.set(records.size() - 1, records.get(records.size() - 2));
        records.set(records.size() - 2, record);
        tree = newTree();
        records.forEach(each -> tree.add(TreeHash.leaf(each.getBytes(StandardCharsets.UTF_8))));
    }

    /** The owner shows another account's entry for one of acme's. */
    void showThatOfAnother() {
        put(
                new LedgerEntry(
                        OTHER,
                        ofAcme.size() + 1L,
                        new LedgerFact.ScopesDestroyed(NOW, NOW, Map.of()),
                        ofAcme.getLast().digest()));
        places.add(records.size() - 1);
    }

    Digest root() {
        return tree.now().root();
    }

    SignedHead head() {
        var head = new TreeHead(tree.size(), tree.now().root(), NOW.plusSeconds(heads.size()));
        try {
            String json = WireFormat.mapper().writeValueAsString(head);
            var signed = new SignedHead(sign(TreeHead.TYPE, TreeHead.CLAIM, json));
            heads.add(signed);
            return signed;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if no other head had ever been published. */
    void showOnly(SignedHead head) {
        heads.clear();
        heads.add(head);
    }

    /** The last of acme's entries, in a tree whose head is signed now. */
    ReceiptFile receipt(SignedReceipt receipt) {
        SignedHead head = head();
        int place = places.getLast();
        var proof = tree.now().inclusion(place, tree.size());
        return new ReceiptFile(
                receipt,
                new ReceiptFile.Place(place, tree.size(), proof.path(), records.get(place), head));
    }

    /** All there is, with the growth from each size. */
    LedgerExport export() {
        MerkleTree now = tree.now();
        var growth = new ArrayList<ConsistencyProof>();
        for (long to = 0; to <= now.size(); to++) {
            for (long from = 0; from <= to; from++) {
                growth.add(now.consistency(from, to));
            }
        }
        return new LedgerExport(
                heads,
                growth,
                places.stream()
                        .map(place ->
                                new LedgerExport.Entry(
                                        records.get(place), now.inclusion(place, now.size())))
                        .toList(),
                true);
    }

    Optional<ConsistencyProof> consistency(long from, long to) {
        return to > tree.size() ? Optional.empty() : Optional.of(tree.now().consistency(from, to));
    }

    Optional<InclusionProof> inclusion(long entry, long size) {
        return size > tree.size()
                ? Optional.empty()
                : Optional.of(tree.now().inclusion(entry, size));
    }

    private void enter(LedgerFact fact) {
        LedgerEntry entry =
                ofAcme.isEmpty()
                        ? new LedgerEntry(ACME, 1, fact, LedgerEntry.START)
                        : new LedgerEntry(
                                ACME, ofAcme.size() + 1L, fact, ofAcme.getLast().digest());
        ofAcme.add(entry);
        places.add(records.size());
        put(entry);
    }

    private void put(LedgerEntry entry) {
        byte[] record =
                EventCodec.encode(
                        CloudEvent.of("e" + records.size(), "/lethe/gdpr-service", NOW, entry));
        records.add(new String(record, StandardCharsets.UTF_8));
        tree.add(TreeHash.leaf(record));
    }

    private String sign(String type, String claim, String json) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class)
                    .signAndEncode(
                            RawJwt.newBuilder()
                                    .setTypeHeader(type)
                                    .withoutExpiration()
                                    .addJsonObjectClaim(claim, json)
                                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GrowingTree newTree() {
        return new GrowingTree(_ -> {
            throw new AssertionError("no tile is complete");
        });
    }

    private static KeysetHandle newKeys() {
        try {
            JwtSignatureConfig.register();
            return KeysetHandle.generateNew(
                    JwtEcdsaParameters.builder()
                            .setAlgorithm(JwtEcdsaParameters.Algorithm.ES256)
                            .setKidStrategy(JwtEcdsaParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
                            .build(),
                    RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
