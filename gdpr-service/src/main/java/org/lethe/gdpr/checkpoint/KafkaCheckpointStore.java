package org.lethe.gdpr.checkpoint;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.Decoded;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerCheckpoint;
import org.lethe.contracts.event.LedgerPage;
import org.lethe.contracts.event.PageContent;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.event.PartitionReader;
import org.lethe.runtime.event.PartitionWriter;

/** Checkpoints and pages in one Kafka topic: a checkpoint stands behind the pages that it names. */
@ApplicationScoped
class KafkaCheckpointStore implements CheckpointStore {

    private static final Log LOG = Log.of(KafkaCheckpointStore.class);

    /** As all events are, those of one ledger are keyed by their subject. */
    private static final String KEY = "ledger";

    private static final String SOURCE = "/lethe/gdpr-service";

    /** How many records are looked through at once for the newest; pages may be among them. */
    private static final int STEP = 32;

    /** Pages for which the patience counts. */
    private static final int AT_ONCE = 64;

    /** What stands between pages that are wanted may be whole states: megabytes. */
    private static final long NEAR = 1;

    private final PartitionReader reader;
    private final PartitionWriter writer;
    private final CheckpointSigner signer;
    private final Clock clock;

    KafkaCheckpointStore(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            CheckpointSettings config,
            CheckpointSigner signer,
            Clock clock) {
        this.reader =
                new PartitionReader(
                        Topic.LEDGER_CHECKPOINTS, "pages", kafka, config.patience(), NEAR);
        this.writer =
                new PartitionWriter(
                        Topic.LEDGER_CHECKPOINTS,
                        "gdpr-service-checkpoint-writer",
                        kafka,
                        config.patience());
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public List<PageRef> write(List<byte[]> pages) {
        var written = new ArrayList<PageRef>();
        for (int begin = 0; begin < pages.size(); begin += AT_ONCE) {
            written.addAll(
                    writeAtOnce(pages.subList(begin, Math.min(pages.size(), begin + AT_ONCE))));
        }
        return List.copyOf(written);
    }

    @Override
    public List<byte[]> read(List<PageRef> pages) {
        if (pages.isEmpty()) {
            return List.of();
        }
        // What is not there would be waited for.
        long begin = reader.begin();
        long end = reader.end();
        if (pages.stream().anyMatch(page -> page.offset() < begin || page.offset() >= end)) {
            throw new ChangedPageException();
        }
        List<ConsumerRecord<byte[], byte[]>> records =
                reader.find(pages.stream().map(PageRef::offset).toList())
                        .orElseThrow(ChangedPageException::new);
        var contents = new ArrayList<byte[]>();
        for (int i = 0; i < pages.size(); i++) {
            contents.add(content(records.get(i), pages.get(i)));
        }
        return contents;
    }

    @Override
    public void publish(Checkpoint checkpoint) {
        writer.write(KEY, encode(new LedgerCheckpoint(signer.sign(checkpoint))));
    }

    @Override
    public Optional<Checkpoint> newest() {
        long begin = reader.begin();
        for (long until = reader.end(); until > begin; until -= STEP) {
            long from = Math.max(begin, until - STEP);
            for (ConsumerRecord<byte[], byte[]> message : reader.range(from, until).reversed()) {
                Optional<Checkpoint> ours = checkpoint(message);
                if (ours.isPresent()) {
                    return ours;
                }
            }
        }
        return Optional.empty();
    }

    @PreDestroy
    void stop() {
        reader.close();
        writer.close();
    }

    private List<PageRef> writeAtOnce(List<byte[]> pages) {
        List<Long> offsets =
                writer.write(
                        KEY,
                        pages.stream()
                                .map(PageContent::of)
                                .map(LedgerPage::new)
                                .map(this::encode)
                                .toList());
        return IntStream.range(0, pages.size())
                .mapToObj(i -> PageRef.of(offsets.get(i), pages.get(i)))
                .toList();
    }

    private Optional<Checkpoint> checkpoint(ConsumerRecord<byte[], byte[]> message) {
        if (!(event(message).orElse(null) instanceof LedgerCheckpoint(var signed))) {
            return Optional.empty();
        }
        Optional<Checkpoint> ours = signer.read(signed);
        if (ours.isEmpty()) {
            LOG.warn(
                    "a checkpoint of the ledger that is not ours, or of another version, is passed"
                            + " over",
                    LogKey.OFFSET.of(message.offset()));
        }
        return ours;
    }

    private static byte[] content(ConsumerRecord<byte[], byte[]> message, PageRef wanted) {
        return event(message)
                .filter(LedgerPage.class::isInstance)
                .map(LedgerPage.class::cast)
                .map(page -> page.content().bytes())
                .filter(wanted::isOf)
                .orElseThrow(ChangedPageException::new);
    }

    private static Optional<Event> event(ConsumerRecord<byte[], byte[]> message) {
        return message.value() != null
                        && EventCodec.decode(message.value())
                                instanceof Decoded.Understood(var read)
                ? Optional.of(read.data())
                : Optional.empty();
    }

    private byte[] encode(Event event) {
        return EventCodec.encode(
                CloudEvent.of(UUID.randomUUID().toString(), SOURCE, clock.instant(), event));
    }
}
