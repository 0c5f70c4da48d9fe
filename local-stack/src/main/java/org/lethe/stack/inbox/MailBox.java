package org.lethe.stack.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The mails that have arrived, in memory only, as they came: parts are read from them when somebody
 * wants to see them. Of too many the oldest go, since the gateway lives in the same process.
 */
final class MailBox {

    private final Deque<Kept> mails = new ArrayDeque<>();
    private final AtomicLong last = new AtomicLong();
    private final Clock clock;
    private final long mostBytes;
    private long bytes;

    MailBox(Clock clock, long mostBytes) {
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    private record Kept(MailSummary summary, byte[] raw) {

        ReceivedMail read() {
            return ReceivedMail.of(summary, raw);
        }
    }

    void add(String from, List<String> to, boolean tls, byte[] raw) {
        String subject = MailParser.parse(raw).subject();
        Instant now = clock.instant();
        synchronized (this) {
            var summary = new MailSummary(last.incrementAndGet(), now, from, to, tls, subject);
            mails.addLast(new Kept(summary, raw));
            bytes += raw.length;
            while (bytes > mostBytes && mails.size() > 1) {
                bytes -= mails.removeFirst().raw.length;
            }
        }
    }

    /**
     * Some of them, newest first.
     *
     * @param before the mail that the part before ended with
     */
    MailPage page(long before, int limit) {
        List<Kept> kept = kept();
        return new MailPage(
                kept.size(),
                kept.reversed().stream()
                        .map(Kept::summary)
                        .filter(mail -> mail.id() < before)
                        .limit(limit)
                        .toList());
    }

    Optional<ReceivedMail> find(long id) {
        return kept().stream().filter(mail -> mail.summary.id() == id).findFirst().map(Kept::read);
    }

    synchronized void clear() {
        mails.clear();
        bytes = 0;
    }

    private synchronized List<Kept> kept() {
        return List.copyOf(mails);
    }
}
