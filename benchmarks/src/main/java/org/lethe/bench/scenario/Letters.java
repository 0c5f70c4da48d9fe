package org.lethe.bench.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Latencies;
import org.lethe.bench.load.Stamp;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.report.Figure;
import org.lethe.bench.suite.BenchedSuite;
import org.lethe.stack.inbox.MailSummary;

/** Chats that all end in the same moment, and whose transcripts are mailed. */
public final class Letters implements Scenario {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MESSAGES = 10;

    /** Whom the account has its transcripts sent to, each a letter of his own. */
    private static final List<String> RECIPIENTS =
            List.of("team@acme.example", "archive@acme.example");

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public String question() {
        return "How long after all chats were ended at once have their transcripts, two letters each,"
                + " arrived over TLS? The service writes, sends and destroys them; it has several"
                + " connections. Beside it mails of the same length that one client hands over in"
                + " one session, one after the other, and that nobody seals, keeps or destroys.";
    }

    @Override
    public List<Figure> run(BenchedSuite suite, BenchOptions options) {
        suite.inbox().clear();
        Instant begin;
        Spent spent;
        try (Chats chats = Chats.open(suite, options.chats())) {
            for (int number = 0; number < MESSAGES * options.chats(); number++) {
                chats.get(number).write(Stamp.text(System.nanoTime()), System.nanoTime());
            }
            chats.awaitArrived(MESSAGES * options.chats());
            Spent before = suite.spent();
            begin = Instant.now();
            chats.end();
            chats.awaitEnded();
            Waiting.until(PATIENCE, () -> since(suite, begin).size() >= letters(options));
            spent = suite.spent().since(before);
        }
        List<MailSummary> mails = since(suite, begin);
        if (mails.isEmpty()) {
            throw new IllegalStateException("no letter arrived in " + PATIENCE);
        }
        var arrived = new Latencies();
        mails.forEach(mail -> arrived.record(Duration.between(begin, mail.at()).toNanos()));
        double rate = rate(begin, mails);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("arrived, p50", arrived.millis(50), "ms"));
        figures.add(new Figure("arrived, p99", arrived.millis(99), "ms"));
        figures.add(new Figure("not arrived", letters(options) - mails.size(), "letters"));
        figures.add(new Figure("letters, from the chats' ends on", rate, "a second"));
        figures.addAll(spent.each(mails.size(), "a letter, with the chats' ends"));
        int length = suite.inbox().mail(mails.getFirst().id()).orElseThrow().raw().length();
        double bare = BareMail.send(suite.mail(), mails.size(), length);
        figures.add(new Figure("bare mails", bare, "a second"));
        figures.add(new Figure("letters beside bare mails", rate / bare, "times"));
        return figures;
    }

    private static int letters(BenchOptions options) {
        return RECIPIENTS.size() * options.chats();
    }

    private static double rate(Instant begin, List<MailSummary> mails) {
        Instant last = mails.stream().map(MailSummary::at).max(Instant::compareTo).orElse(begin);
        return mails.size() * 1e9 / Math.max(1, Duration.between(begin, last).toNanos());
    }

    private static List<MailSummary> since(BenchedSuite suite, Instant begin) {
        return RECIPIENTS.stream()
                .flatMap(recipient -> suite.inbox().listTo(recipient).stream())
                .filter(mail -> mail.at().isAfter(begin))
                .toList();
    }
}
