package org.lethe.gdpr.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.KafkaException;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.runtime.problem.Refusal;

/** The ledger in its Kafka topic: the chain's index in memory, the entries read when asked for. */
@ApplicationScoped
class KafkaLedger implements Ledger {

    /** Each try that fails means that another writer got ahead. */
    private static final int TRIES = 20;

    private final LedgerTail tail;
    private final LedgerReader reader;
    private final LedgerWriter writer;
    private final Duration patience;
    private final ReentrantLock writing = new ReentrantLock();

    KafkaLedger(LedgerTail tail, LedgerReader reader, LedgerWriter writer, LedgerSettings config) {
        this.tail = tail;
        this.reader = reader;
        this.writer = writer;
        this.patience = config.patience();
    }

    @Override
    public LedgerEntry append(AccountId account, LedgerFact fact) {
        require(tail.isRead() && tail.isFollowing());
        writing.lock();
        try {
            for (int tries = 0; tries < TRIES; tries++) {
                Optional<LedgerEntry> there = existing(fact);
                if (there.isPresent()) {
                    return there.get();
                }
                LedgerEntry entry = tail.ask(chain -> chain.next(account, fact));
                long offset = writer.write(entry);
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
        require(tail.isRead());
        return tail.ask(chain -> chain.offsetOf(receipt)).map(reader::at);
    }

    @Override
    public Optional<LedgerEntry> ofRequest(AccountId account, Digest request) {
        require(tail.isRead());
        return tail.ask(chain -> chain.offsetOf(request))
                .map(reader::at)
                .filter(entry -> entry.account().equals(account));
    }

    @Override
    public List<LedgerEntry> entries(AccountId account, long after, int limit) {
        require(tail.isRead());
        return reader.at(tail.ask(chain -> chain.offsets(account, after, limit)));
    }

    private Optional<LedgerEntry> existing(LedgerFact fact) {
        return LedgerChain.requestOf(fact)
                .flatMap(request -> tail.ask(chain -> chain.offsetOf(request)))
                .map(reader::at);
    }

    private boolean isAccepted(LedgerEntry entry, long offset) throws InterruptedException {
        if (!tail.awaits(offset, patience)) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        return tail.ask(chain -> chain.offsets(entry.account(), entry.number() - 1, 1))
                .contains(offset);
    }

    private static void require(boolean possible) {
        if (!possible) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }
}
