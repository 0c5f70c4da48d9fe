package org.lethe.stack.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.SignedReceipt;

/** Whatever is changed in a receipt is found. */
class ReceiptVerificationTest {

    private final TestLedger ledger = new TestLedger();
    private final ReceiptVerification verification = new ReceiptVerification(ledger.keys());
    private SignedReceipt signed = new SignedReceipt("a.b.c");
    private ReceiptFile receipt = new ReceiptFile(signed, null);

    @BeforeEach
    void erase() {
        ledger.countOfAnother();
        ledger.count();
        signed = ledger.erase();
        receipt = ledger.receipt(signed);
    }

    @Test
    void takesAGoodOne() throws Exception {
        assertThat(verification.verify(receipt)).isEmpty();

        String written = WireFormat.mapper().writeValueAsString(receipt);
        assertThat(verification.verify(WireFormat.mapper().readValue(written, ReceiptFile.class)))
                .isEmpty();
    }

    @Test
    void namesAByteThatWasTurnedInTheReceipt() {
        assertThat(
                        kinds(
                                new ReceiptFile(
                                        new SignedReceipt(turned(signed.jws())),
                                        receipt.position())))
                .containsExactly(Finding.Kind.SIGNATURE, Finding.Kind.CHANGED);
    }

    @Test
    void namesAByteThatWasTurnedInTheRecord() {
        ReceiptFile.Place place = receipt.place().orElseThrow();

        assertThat(kinds(at(place.index(), place.record().replace("03:04:05", "03:04:06"))))
                .containsExactly(Finding.Kind.CHANGED);
    }

    @Test
    void namesAnotherPlace() {
        ReceiptFile.Place place = receipt.place().orElseThrow();

        assertThat(kinds(at(place.index() - 1, place.record())))
                .containsExactly(Finding.Kind.CHANGED);
    }

    @Test
    void namesAHeadThatOthersSigned() {
        var forged = new TestLedger();
        SignedReceipt byOthers = forged.erase();

        assertThat(kinds(forged.receipt(byOthers)))
                .containsExactly(Finding.Kind.SIGNATURE, Finding.Kind.SIGNATURE);
    }

    @Test
    void namesAReceiptThatIsNotTheOneInTheLedger() {
        SignedReceipt other = ledger.anew().erase();

        assertThat(kinds(new ReceiptFile(other, receipt.position())))
                .containsExactly(Finding.Kind.CHANGED);
    }

    @Test
    void namesAReceiptWithoutAPlace() {
        assertThat(kinds(new ReceiptFile(signed, null))).containsExactly(Finding.Kind.MISSING);
    }

    @Test
    void doesNotTakeAHeadForAReceipt() {
        String head = receipt.place().orElseThrow().head().jws();

        assertThat(kinds(new ReceiptFile(new SignedReceipt(head), receipt.position())))
                .contains(Finding.Kind.SIGNATURE);
    }

    private ReceiptFile at(long index, String record) {
        ReceiptFile.Place place = receipt.place().orElseThrow();
        return new ReceiptFile(
                signed,
                new ReceiptFile.Place(index, place.size(), place.path(), record, place.head()));
    }

    private List<Finding.Kind> kinds(ReceiptFile file) {
        return verification.verify(file).stream().map(Finding::kind).toList();
    }

    /** Another letter in the middle of the claims. */
    private static String turned(String jws) {
        int place = jws.indexOf('.') + 10;
        char other = jws.charAt(place) == 'A' ? 'B' : 'A';
        return jws.substring(0, place) + other + jws.substring(place + 1);
    }
}
