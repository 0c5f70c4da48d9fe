package org.lethe.mail.post;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail server in memory that answers as it is told. */
public final class FakePostOffice implements PostOffice {

    private final List<OutgoingMail> mails = new ArrayList<>();
    private @Nullable PostponeReason closed;
    private boolean withTls = true;
    private Delivery answer = new Delivery.Accepted(Way.TLS);
    private Runnable arrival = () -> {};
    private Runnable meanwhile = () -> {};

    /** What it has taken. */
    public List<OutgoingMail> mails() {
        return List.copyOf(mails);
    }

    /** Nobody gets in any more. */
    public FakePostOffice close(PostponeReason reason) {
        closed = reason;
        return this;
    }

    public FakePostOffice reopen() {
        closed = null;
        return this;
    }

    public FakePostOffice withoutTls() {
        withTls = false;
        return this;
    }

    /** What it says of every mail from now on. */
    public FakePostOffice answer(Delivery word) {
        answer = word;
        return this;
    }

    /** What happens when somebody comes in. */
    public void onArrival(Runnable action) {
        arrival = action;
    }

    /** What happens while a mail is handed in, before the server's word. */
    public void meanwhile(Runnable action) {
        meanwhile = action;
    }

    @Override
    public Opening open(boolean tlsRequired) {
        arrival.run();
        if (closed != null) {
            return new Opening.Closed(closed);
        }
        return new Opening.Open(new FakeCounter(tlsRequired));
    }

    private final class FakeCounter implements Counter {

        private final boolean tlsRequired;

        FakeCounter(boolean tlsRequired) {
            this.tlsRequired = tlsRequired;
        }

        @Override
        public Delivery handIn(OutgoingMail mail, Patience patience) {
            if (tlsRequired && !withTls) {
                return new Delivery.Postponed(PostponeReason.TLS_MISSING);
            }
            meanwhile.run();
            if (answer instanceof Delivery.Accepted) {
                mails.add(mail);
            }
            return answer;
        }

        @Override
        public void close() {}
    }
}
