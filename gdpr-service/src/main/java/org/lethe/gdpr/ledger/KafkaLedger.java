package org.lethe.gdpr.ledger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.runtime.problem.Refusal;

/** The ledger in its Kafka topic: the chain's index in memory, the entries read when asked for. */
@ApplicationScoped
class KafkaLedger implements Ledger {

    private static final String SOURCE = "/lethe/gdpr-service";

    /** Each try that fails means that another writer got ahead. */
    private static final int TRIES = 20;

    private final LedgerTopic topic;
    private final LedgerTail tail;
    private final LedgerReader reader;
    private final Duration patience;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable KafkaProducer<String, byte[]> writer;

    KafkaLedger(
            LedgerTopic topic,
            LedgerTail tail,
            LedgerReader reader,
            LedgerConfig config,
            Clock clock) {
        this.topic = topic;
        this.tail = tail;
        this.reader = reader;
        this.patience = config.patience();
        this.clock = clock;
    }

    @Override
    public LedgerEntry append(AccountId account, LedgerFact fact) {
        requireCaughtUp();
        writing.lock();
        try {
            for (int tries = 0; tries < TRIES; tries++) {
                Optional<LedgerEntry> there = existing(fact);
                if (there.isPresent()) {
                    return there.get();
                }
                LedgerEntry entry = tail.ask(chain -> chain.next(account, fact));
                long offset = write(entry);
                if (isAccepted(entry, offset)) {
                    return entry;
                }
            }
            throw new Refusal(ErrorCode.UNAVAILABLE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal(ErrorCode.UNAVAILABLE);
        } catch (ExecutionException | TimeoutException | KafkaException _) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Optional<LedgerEntry> ofReceipt(ReceiptId receipt) {
        requireCaughtUp();
        return tail.ask(chain -> chain.offsetOf(receipt)).map(reader::at);
    }

    @Override
    public Optional<LedgerEntry> ofRequest(AccountId account, Digest request) {
        requireCaughtUp();
        return tail.ask(chain -> chain.offsetOf(request))
                .map(reader::at)
                .filter(entry -> entry.account().equals(account));
    }

    @Override
    public List<LedgerEntry> entries(AccountId account, long after, int limit) {
        requireCaughtUp();
        return reader.at(tail.ask(chain -> chain.offsets(account, after, limit)));
    }

    @PreDestroy
    void stop() {
        if (writer != null) {
            writer.close(Duration.ofSeconds(1));
        }
    }

    private Optional<LedgerEntry> existing(LedgerFact fact) {
        return LedgerChain.requestOf(fact)
                .flatMap(request -> tail.ask(chain -> chain.offsetOf(request)))
                .map(reader::at);
    }

    private long write(LedgerEntry entry)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (writer == null) {
            writer = topic.writer(Math.toIntExact(patience.toMillis()));
        }
        var event = CloudEvent.of(UUID.randomUUID().toString(), SOURCE, clock.instant(), entry);
        var record =
                new ProducerRecord<>(
                        LedgerTopic.PARTITION.topic(),
                        LedgerTopic.PARTITION.partition(),
                        entry.subject(),
                        EventCodec.encode(event));
        return writer.send(record).get(patience.toMillis(), TimeUnit.MILLISECONDS).offset();
    }

    private boolean isAccepted(LedgerEntry entry, long offset) throws InterruptedException {
        if (!tail.awaits(offset, patience)) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        return tail.ask(chain -> chain.offsets(entry.account(), entry.number() - 1, 1))
                .contains(offset);
    }

    private void requireCaughtUp() {
        if (!tail.isCaughtUp()) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }
}
