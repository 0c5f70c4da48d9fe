package org.lethe.gdpr.head;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerHead;
import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.topic.Topic;
import org.lethe.gdpr.ledger.LedgerSettings;
import org.lethe.gdpr.ledger.PartitionReader;
import org.lethe.runtime.event.EventSender;

/** Heads in their Kafka topic, read when asked for: however many there are, none is in memory. */
@ApplicationScoped
class KafkaHeadLog implements HeadLog {

    /** How far back the newest is looked for behind what is no head of ours. */
    private static final int BACK = 50;

    private final PartitionReader reader;
    private final EventSender sender;
    private final HeadSigner signer;

    KafkaHeadLog(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            LedgerSettings config,
            EventSender sender,
            HeadSigner signer) {
        this.reader = new PartitionReader(Topic.LEDGER_HEADS, kafka, config.patience());
        this.sender = sender;
        this.signer = signer;
    }

    @Override
    public void publish(SignedHead head) {
        sender.send(new LedgerHead(head));
    }

    @Override
    public Optional<PublishedHead> newest() {
        long end = reader.end();
        Optional<PublishedHead> last = last(end - 1, end);
        return last.isPresent() ? last : last(end - BACK, end - 1);
    }

    @Override
    public List<PublishedHead> from(long number, int limit) {
        long end = Math.min(reader.end(), Math.addExact(number, limit));
        return read(number, end);
    }

    @PreDestroy
    void stop() {
        reader.close();
    }

    private Optional<PublishedHead> last(long from, long to) {
        return read(Math.max(0, from), to).reversed().stream().findFirst();
    }

    private List<PublishedHead> read(long from, long to) {
        return reader.at(LongStream.range(from, to).boxed().toList()).stream()
                .flatMap(message -> head(message).stream())
                .toList();
    }

    private Optional<PublishedHead> head(ConsumerRecord<byte[], byte[]> message) {
        return message.value() != null
                        && EventCodec.decode(message.value()) instanceof Decoded.Understood decoded
                        && decoded.event().data() instanceof LedgerHead(SignedHead signed)
                ? signer.read(signed).map(head -> new PublishedHead(message.offset(), head, signed))
                : Optional.empty();
    }
}
