package org.lethe.acceptance.endurance;

import java.time.Duration;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.acceptance.endurance.Verdict.Figure;
import org.lethe.acceptance.journey.Erasure;
import org.lethe.acceptance.journey.People;

/** The privacy officer: asks for an erasure until there is a receipt. */
final class Erasures {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Gateway gateway;
    private final Tokens tokens;
    private final Chronicle chronicle;

    Erasures(Gateway gateway, Tokens tokens, Chronicle chronicle) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.chronicle = chronicle;
    }

    /** Returns when the receipt verifies, or something is broken. */
    void erase(String visit, String chat) {
        long began = System.nanoTime();
        String request = "";
        String last = "";
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            try {
                var erasure = new Erasure(gateway, tokens.of(People.PRIVACY_OFFICER));
                if (request.isEmpty()) {
                    request = erasure.request(visit, chat);
                }
                erasure.verifiedReceipt(request);
                chronicle.verdict().count(Figure.ERASURES);
                chronicle.erased(visit, chat);
                return;
            } catch (UnexpectedAnswer e) {
                last = String.valueOf(e.getMessage());
                Pause.of(Duration.ofSeconds(1));
            }
        }
        // A request goes with its store, and so does what it was to erase.
        if (!chronicle.isLostSince(began)) {
            chronicle
                    .verdict()
                    .accept(new Broken(Invariant.ERASURES_COMPLETE, chat, "in time: " + last));
        }
    }
}
