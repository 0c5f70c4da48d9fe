package org.lethe.gdpr.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.topic.Topic;

/**
 * A ledger of any length, made up: a hundred accounts that each count once a minute what was
 * destroyed; of a hundred records one is an action, and of a thousand one the end of a request.
 */
final class GeneratedLedger {

    static final int ACCOUNTS = 100;

    private static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05Z");
    private static final int AT_ONCE = 10_000;

    private final long[] numbers = new long[ACCOUNTS];
    private final Digest[] heads = new Digest[ACCOUNTS];

    static AccountId account(int number) {
        return new AccountId("account" + number);
    }

    /** The request whose end stands at an offset, a multiple of a thousand. */
    static Digest request(int offset) {
        return Digest.ofText("request " + offset);
    }

    /** Writes so many records into an empty topic. */
    void write(String broker, int records) throws ExecutionException, InterruptedException {
        Map<String, Object> config =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        // A machine that does much else at once, and a disk that is waited for.
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        300_000,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024);
        try (var producer =
                new KafkaProducer<String, byte[]>(
                        config, new StringSerializer(), new ByteArraySerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (int offset = 0; offset < records; offset++) {
                LedgerEntry entry = entry(offset);
                var event =
                        CloudEvent.of(UUID.randomUUID().toString(), "/lethe/test", BEGIN, entry);
                sent.add(
                        producer.send(
                                new ProducerRecord<>(
                                        Topic.LEDGER.topicName(),
                                        0,
                                        entry.subject(),
                                        EventCodec.encode(event))));
                if (sent.size() == AT_ONCE || offset == records - 1) {
                    for (Future<RecordMetadata> one : sent) {
                        one.get();
                    }
                    sent.clear();
                }
            }
        }
    }

    private LedgerEntry entry(int offset) {
        int account = offset % ACCOUNTS;
        Digest previous = numbers[account] == 0 ? LedgerEntry.START : heads[account];
        var entry = new LedgerEntry(account(account), ++numbers[account], fact(offset), previous);
        heads[account] = entry.digest();
        return entry;
    }

    private static LedgerFact fact(int offset) {
        Instant at = BEGIN.plus(Duration.ofMinutes(offset / ACCOUNTS));
        if (offset % 1_000 == 0) {
            return new LedgerFact.SubjectInformed(request(offset), at, at, Map.of());
        }
        if (offset % 100 == 1) {
            return new LedgerFact.ActionTaken(
                    ActingRole.STAFF, SubjectAction.SUBJECT_SHOWN, null, at);
        }
        return new LedgerFact.ScopesDestroyed(
                at,
                at.plusSeconds(59),
                Map.of(ScopeKind.VISIT, Map.of(DestroyReason.LEFT, 1 + offset % 50)),
                List.of(
                        new LedgerFact.Covered(
                                Topic.VISITS, offset % 8, offset, offset + 1L + offset % 50)));
    }
}
