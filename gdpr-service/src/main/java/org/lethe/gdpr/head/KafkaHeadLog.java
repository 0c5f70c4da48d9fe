package org.lethe.gdpr.head;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerHead;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.topic.Topic;
import org.lethe.gdpr.ledger.LedgerSettings;
import org.lethe.runtime.event.EventSender;
import org.lethe.runtime.event.PartitionReader;

/**
 * Heads in their Kafka topic. The newest stays in memory, and only what has come since is looked
 * through for a newer one; pages are read when asked for, by a reader of their own.
 */
@ApplicationScoped
class KafkaHeadLog implements HeadLog {

    /** How many records are looked through at once for the newest. */
    private static final int STEP = 200;

    private final PartitionReader pages;
    private final PartitionReader tail;
    private final EventSender sender;
    private final HeadSigner signer;
    private final ReentrantLock looking = new ReentrantLock();
    private Optional<PublishedHead> known = Optional.empty();
    private long seen;

    KafkaHeadLog(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            LedgerSettings config,
            EventSender sender,
            HeadSigner signer) {
        this.pages = new PartitionReader(Topic.LEDGER_HEADS, "pages", kafka, config.patience());
        this.tail = new PartitionReader(Topic.LEDGER_HEADS, "newest", kafka, config.patience());
        this.sender = sender;
        this.signer = signer;
    }

    @Override
    public void publish(SignedHead head) {
        sender.send(new LedgerHead(head));
    }

    @Override
    public Optional<PublishedHead> newest() {
        looking.lock();
        try {
            long now = tail.end();
            if (now < seen) {
                // The topic was made anew, and is shorter: what was seen is no longer in it.
                known = Optional.empty();
                seen = 0;
            }
            Optional<PublishedHead> newer = last(Math.max(seen, tail.begin()), now);
            known = newer.or(() -> known);
            seen = now;
            return known;
        } finally {
            looking.unlock();
        }
    }

    @Override
    public boolean isNew() {
        return tail.end() == 0;
    }

    @Override
    public Page from(long number, int limit) {
        long last = pages.end();
        long begin = Math.max(number, pages.begin());
        long until = Math.min(last, Math.addExact(begin, limit));
        List<PublishedHead> heads =
                pages.range(begin, until).stream()
                        .flatMap(message -> head(message).stream())
                        .toList();
        return new Page(heads, until < last ? Optional.of(until) : Optional.empty());
    }

    @PreDestroy
    void stop() {
        pages.close();
        tail.close();
    }

    /** The last head of ours between two offsets, looked for from behind. */
    private Optional<PublishedHead> last(long from, long to) {
        for (long until = to; until > from; until -= STEP) {
            Optional<PublishedHead> last =
                    tail.range(Math.max(from, until - STEP), until).reversed().stream()
                            .flatMap(message -> head(message).stream())
                            .findFirst();
            if (last.isPresent()) {
                return last;
            }
        }
        return Optional.empty();
    }

    private Optional<PublishedHead> head(ConsumerRecord<byte[], byte[]> message) {
        return message.value() != null
                        && EventCodec.decode(message.value()) instanceof Decoded.Understood decoded
                        && decoded.event().data() instanceof LedgerHead(SignedHead signed)
                ? signer.read(signed).map(head -> new PublishedHead(message.offset(), head, signed))
                : Optional.empty();
    }
}
