package org.lethe.stack.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.SubjectErased;
import org.lethe.contracts.event.SignedReceipt;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.privacy.seal.PublicKeys;

/** Verifies a receipt by itself and the keys, without anybody else. */
final class ReceiptVerification {

    private final PublicKeys keys;

    ReceiptVerification(PublicKeys keys) {
        this.keys = keys;
    }

    /** What is wrong with it; nothing if it is good. */
    List<Finding> verify(ReceiptFile receipt) {
        var findings = new ArrayList<Finding>();
        if (!isSigned(receipt.jws())) {
            findings.add(
                    new Finding(
                            Finding.Kind.SIGNATURE,
                            "the receipt is not signed by these keys, or a byte of it was changed"));
        }
        receipt.place()
                .ifPresentOrElse(
                        place -> verify(receipt.jws(), place, findings),
                        () ->
                                findings.add(
                                        new Finding(
                                                Finding.Kind.MISSING,
                                                "the receipt says nothing of its place in the"
                                                        + " ledger; fetch it again")));
        return findings;
    }

    private void verify(SignedReceipt jws, ReceiptFile.Place place, List<Finding> findings) {
        Optional<TreeHead> head = SignedHeads.read(place.head(), keys);
        if (head.isEmpty()) {
            findings.add(
                    new Finding(
                            Finding.Kind.SIGNATURE,
                            "the head of the ledger is not signed by these keys, or a byte of it"
                                    + " was changed"));
        } else if (!isIn(head.get(), place)) {
            findings.add(
                    new Finding(
                            Finding.Kind.CHANGED,
                            "the signed tree does not have this record at leaf "
                                    + place.index()
                                    + ": record, place or path was changed"));
        }
        if (!holds(place.record(), jws)) {
            findings.add(
                    new Finding(
                            Finding.Kind.CHANGED,
                            "the record of the ledger holds another receipt than this"));
        }
    }

    private boolean isSigned(SignedReceipt receipt) {
        try {
            keys.claims(receipt.jws(), SignedReceipt.TYPE);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isIn(TreeHead head, ReceiptFile.Place place) {
        byte[] record = place.record().getBytes(StandardCharsets.UTF_8);
        return head.size() == place.size()
                && place.proof().proves(TreeHash.leaf(record), head.root());
    }

    private static boolean holds(String record, SignedReceipt receipt) {
        return EventCodec.decode(record.getBytes(StandardCharsets.UTF_8))
                        instanceof Decoded.Understood read
                && read.event().data() instanceof LedgerEntry entry
                && entry.fact() instanceof SubjectErased erased
                && erased.signed().equals(receipt);
    }
}
