package org.lethe.gdpr.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.runtime.event.TopicTail;
import org.lethe.runtime.problem.Refusal;

/** The records of a ledger's topic in memory, and tails that read it as from Kafka. */
final class LedgerRecords implements LedgerTopic {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final LedgerChain written = new LedgerChain();
    private final List<byte[]> values = new ArrayList<>();
    private final Set<Long> away = new HashSet<>();
    private int tilesRead;

    /** Puts the entry that follows on. */
    LedgerEntry add(AccountId account, LedgerFact fact) {
        LedgerEntry entry = written.next(account, fact);
        written.accept(entry, values.size());
        String id = UUID.randomUUID().toString();
        values.add(EventCodec.encode(CloudEvent.of(id, "/lethe/test", NOW, entry)));
        return entry;
    }

    int size() {
        return values.size();
    }

    /** As whoever may do so removes the last. */
    void cut(int size) {
        values.subList(size, values.size()).clear();
    }

    /** As whoever may do so changes a record that is there. */
    void change(int offset) {
        values.set(offset, "something else".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long end() {
        return values.size();
    }

    int tilesRead() {
        return tilesRead;
    }

    /** Records of a tile can't be fetched. */
    void takeAway(long tile) {
        away.add(tile);
    }

    /** They can be again. */
    void giveBack(long tile) {
        away.remove(tile);
    }

    @Override
    public byte[] leaves(long tile) {
        if (away.contains(tile)) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        tilesRead++;
        var leaves = new byte[LEAVES * TreeHash.LENGTH];
        for (int i = 0; i < LEAVES; i++) {
            byte[] hash = TreeHash.leaf(values.get(Math.toIntExact(tile) * LEAVES + i));
            System.arraycopy(hash, 0, leaves, i * TreeHash.LENGTH, TreeHash.LENGTH);
        }
        return leaves;
    }

    /** A tail that has read all, as after a start; what it had read for that is the result. */
    int read(LedgerTail tail) {
        TopicTail.Follower follower = tail.follower();
        follower.onBegin();
        int first = Math.toIntExact(follower.first(0, values.size()));
        tell(follower, first);
        follower.onCaughtUp();
        return values.size() - first;
    }

    /** Tells a tail that has read all before of what is new from an offset on. */
    void tell(LedgerTail tail, int from) {
        tell(tail.follower(), from);
    }

    private void tell(TopicTail.Follower follower, int from) {
        for (int i = from; i < values.size(); i++) {
            follower.onRecord(
                    new ConsumerRecord<>(
                            LedgerReader.PARTITION.topic(), 0, i, null, values.get(i)));
        }
    }
}
