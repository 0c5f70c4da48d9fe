package org.lethe.gdpr.ledger;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.topic.Topic;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.gdpr.checkpoint.ChangedPageException;
import org.lethe.gdpr.checkpoint.CheckpointStore;
import org.lethe.privacy.log.Log;
import org.lethe.runtime.event.PartitionWriter;
import org.lethe.runtime.problem.Refusal;

/** The ledger in its Kafka topic: the chain's index in memory, the entries read when asked for. */
@ApplicationScoped
class KafkaLedger implements Ledger {

    private static final Log LOG = Log.of(KafkaLedger.class);

    /** Each try that fails means that another writer got ahead. */
    private static final int TRIES = 20;

    private static final String SOURCE = "/lethe/gdpr-service";

    private final LedgerTail tail;
    private final LedgerReader reader;
    private final CheckpointStore pages;
    private final PartitionWriter writer;
    private final Duration patience;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();

    KafkaLedger(
            LedgerTail tail,
            LedgerReader reader,
            CheckpointStore pages,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            LedgerSettings config,
            Clock clock) {
        this.tail = tail;
        this.reader = reader;
        this.pages = pages;
        this.patience = config.patience();
        this.writer =
                new PartitionWriter(Topic.LEDGER, "gdpr-service-ledger-writer", kafka, patience);
        this.clock = clock;
    }

    @Override
    public LedgerEntry append(AccountId account, LedgerFact fact) {
        return enter(account, _ -> Optional.of(fact)).orElseThrow();
    }

    @Override
    public Optional<LedgerEntry> count(
            AccountId account, Function<Coverage, Optional<ScopesDestroyed>> counting) {
        return enter(account, counting);
    }

    /** What is to be entered is asked for anew with each try: it depends on what is there. */
    private Optional<LedgerEntry> enter(
            AccountId account,
            Function<Coverage, ? extends Optional<? extends LedgerFact>> wanted) {
        require(tail.isRead() && tail.isFollowing());
        writing.lock();
        try {
            for (int tries = 0; tries < TRIES; tries++) {
                Optional<? extends LedgerFact> fact =
                        wanted.apply(tail.ask(chain -> chain.coverage(account)));
                if (fact.isEmpty()) {
                    return Optional.empty();
                }
                Optional<LedgerEntry> entered = tryOnce(account, fact.get());
                if (entered.isPresent()) {
                    return entered;
                }
            }
            throw new Refusal(ErrorCode.UNAVAILABLE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal(ErrorCode.UNAVAILABLE);
        } finally {
            writing.unlock();
        }
    }

    /** Empty if another writer got ahead. */
    private Optional<LedgerEntry> tryOnce(AccountId account, LedgerFact fact)
            throws InterruptedException {
        Optional<LedgerEntry> there = existing(fact);
        if (there.isPresent()) {
            return there;
        }
        LedgerEntry entry = tail.ask(chain -> chain.next(account, fact));
        long offset = write(entry);
        return isAccepted(entry, offset) ? Optional.of(entry) : Optional.empty();
    }

    @Override
    public Optional<Leaf> leafOf(ReceiptId receipt) {
        require(tail.isRead());
        return tail.ask(chain -> chain.offsetOf(receipt)).map(reader::at);
    }

    @Override
    public Optional<LedgerEntry> ofRequest(AccountId account, Digest request) {
        require(tail.isRead());
        return tail.ask(chain -> chain.offsetOf(request))
                .map(reader::at)
                .map(Leaf::entry)
                .filter(entry -> entry.account().equals(account));
    }

    @Override
    public List<Leaf> leaves(AccountId account, long after, int limit) {
        require(tail.isRead());
        return reader.at(read(tail.ask(chain -> chain.offsets(account, after, limit))));
    }

    @Override
    public boolean isEntered(LedgerFact fact) {
        require(tail.isRead());
        return placeOf(fact).isPresent();
    }

    @Override
    public List<LedgerEntry> actions(AccountId account, long after, int limit) {
        require(tail.isRead());
        return reader.at(read(tail.ask(chain -> chain.actions(account, after, limit)))).stream()
                .map(Leaf::entry)
                .toList();
    }

    @Override
    public MerkleTree tree(long atLeast) {
        require(tail.isRead());
        if (tail.isChanged()) {
            throw new Refusal(ErrorCode.LEDGER_CHANGED);
        }
        try {
            require(tail.awaits(atLeast - 1, patience));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        return tail.tree().orElseThrow(() -> new Refusal(ErrorCode.UNAVAILABLE));
    }

    @PreDestroy
    void stop() {
        writer.close();
    }

    private Optional<LedgerEntry> existing(LedgerFact fact) {
        return placeOf(fact).map(reader::at).map(Leaf::entry);
    }

    private Optional<Long> placeOf(LedgerFact fact) {
        return LedgerChain.requestOf(fact)
                .flatMap(request -> tail.ask(chain -> chain.offsetOf(request)));
    }

    /** Writes it and says where it is; it may be written although that fails. */
    private long write(LedgerEntry entry) {
        var event = CloudEvent.of(UUID.randomUUID().toString(), SOURCE, clock.instant(), entry);
        return writer.write(entry.subject(), EventCodec.encode(event));
    }

    private boolean isAccepted(LedgerEntry entry, long offset) throws InterruptedException {
        require(tail.awaits(offset, patience));
        return read(tail.ask(chain -> chain.offsets(entry.account(), entry.number() - 1, 1)))
                .contains(offset);
    }

    private List<Long> read(Offsets places) {
        try {
            return places.read(pages);
        } catch (ChangedPageException _) {
            LOG.error("a page that says where entries of the ledger are is not what it was");
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    private static void require(boolean possible) {
        if (!possible) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }
}
