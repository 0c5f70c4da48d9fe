package org.lethe.stack.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The mails that have arrived, in order, in memory only. */
final class MailBox {

    private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
    private final AtomicLong last = new AtomicLong();
    private final Clock clock;

    MailBox(Clock clock) {
        this.clock = clock;
    }

    void add(String from, List<String> to, boolean tls, byte[] raw) {
        MailParser.Parts parts = MailParser.parse(raw);
        mails.add(
                new ReceivedMail(
                        last.incrementAndGet(),
                        clock.instant(),
                        from,
                        to,
                        tls,
                        parts.subject(),
                        parts.text(),
                        parts.html(),
                        new String(raw, StandardCharsets.UTF_8)));
    }

    List<ReceivedMail> all() {
        return List.copyOf(mails);
    }

    Optional<ReceivedMail> find(long id) {
        return mails.stream().filter(mail -> mail.id() == id).findFirst();
    }

    void clear() {
        mails.clear();
    }
}
