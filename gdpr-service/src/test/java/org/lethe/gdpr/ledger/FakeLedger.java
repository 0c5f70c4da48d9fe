package org.lethe.gdpr.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.lethe.contracts.tree.GrowingTree;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.Tiles;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.gdpr.checkpoint.CheckpointStore;
import org.lethe.gdpr.checkpoint.FakeCheckpointStore;
import org.lethe.runtime.problem.Refusal;

/** A ledger in memory, with the chain and the tree of the real one. */
public final class FakeLedger implements Ledger {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final CheckpointStore store = new FakeCheckpointStore();
    private LedgerChain chain = new LedgerChain();
    private final List<Leaf> records = new ArrayList<>();
    private final List<byte[]> hashes = new ArrayList<>();
    private GrowingTree tree = new GrowingTree(this::leaves);
    private boolean away;

    /** As while Kafka is away: nothing can be entered. */
    public void setAway(boolean away) {
        this.away = away;
    }

    /** As whoever may do so makes the topic anew, while the service runs. */
    public void makeAnew() {
        chain = new LedgerChain();
        records.clear();
        hashes.clear();
        tree = new GrowingTree(this::leaves);
    }

    /** As whoever may do so changes a record that is there, while the service runs. */
    public void change(int offset) {
        hashes.set(offset, TreeHash.leaf(new byte[] {1}));
    }

    @Override
    public LedgerEntry append(AccountId account, LedgerFact fact) {
        if (away) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        Optional<Long> there = LedgerChain.requestOf(fact).flatMap(chain::offsetOf);
        if (there.isPresent()) {
            return at(there.get()).entry();
        }
        LedgerEntry entry = chain.next(account, fact);
        String id = UUID.randomUUID().toString();
        byte[] record = EventCodec.encode(CloudEvent.of(id, "/lethe/test", NOW, entry));
        if (!chain.accept(entry, records.size())) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        records.add(Leaf.of(records.size(), record, entry));
        hashes.add(TreeHash.leaf(record));
        tree.add(TreeHash.leaf(record));
        return entry;
    }

    @Override
    public Optional<LedgerEntry> count(
            AccountId account, Function<Coverage, Optional<ScopesDestroyed>> counting) {
        return counting.apply(chain.coverage(account)).map(fact -> append(account, fact));
    }

    @Override
    public Optional<Leaf> leafOf(ReceiptId receipt) {
        return chain.offsetOf(receipt).map(this::at);
    }

    @Override
    public Optional<LedgerEntry> ofRequest(AccountId account, Digest request) {
        return chain.offsetOf(request)
                .map(this::at)
                .map(Leaf::entry)
                .filter(entry -> entry.account().equals(account));
    }

    @Override
    public List<Leaf> leaves(AccountId account, long after, int limit) {
        return chain.offsets(account, after, limit).read(store).stream().map(this::at).toList();
    }

    @Override
    public boolean isEntered(LedgerFact fact) {
        return LedgerChain.requestOf(fact).flatMap(chain::offsetOf).isPresent();
    }

    @Override
    public List<LedgerEntry> actions(AccountId account, long after, int limit) {
        return chain.actions(account, after, limit).read(store).stream()
                .map(this::at)
                .map(Leaf::entry)
                .toList();
    }

    @Override
    public MerkleTree tree(long atLeast) {
        if (tree.size() < atLeast) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        return tree.now();
    }

    private Leaf at(long offset) {
        return records.get(Math.toIntExact(offset));
    }

    private byte[] leaves(long tile) {
        var leaves = new byte[Tiles.LEAVES * TreeHash.LENGTH];
        for (int i = 0; i < Tiles.LEAVES; i++) {
            byte[] hash = hashes.get(Math.toIntExact(tile) * Tiles.LEAVES + i);
            System.arraycopy(hash, 0, leaves, i * TreeHash.LENGTH, TreeHash.LENGTH);
        }
        return leaves;
    }
}
