package org.lethe.gdpr.head;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.tree.ChangedLeavesException;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.ledger.LedgerSettings;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.problem.Refusal;

/**
 * Signs and publishes heads of the ledger's tree.
 *
 * <p>A head says nothing but what the topic has, whose order and records are the same for each
 * replica, so those of two can't contradict each other. None is signed over a ledger that is not
 * what the newest head says, grown: whoever changed the topic gets no signature for it.
 */
@ApplicationScoped
public class TreeHeads {

    private static final Log LOG = Log.of(TreeHeads.class);

    private final Ledger ledger;
    private final HeadLog heads;
    private final HeadSigner signer;
    private final Duration interval;
    private final Clock clock;
    private final ReentrantLock publishing = new ReentrantLock();
    private Instant due = Instant.MIN;

    @Inject
    TreeHeads(Ledger ledger, HeadLog heads, HeadSigner signer, LedgerSettings config, Clock clock) {
        this(ledger, heads, signer, config.headInterval(), clock);
    }

    /**
     * @param interval between two heads that nobody asked for
     */
    public TreeHeads(
            Ledger ledger, HeadLog heads, HeadSigner signer, Duration interval, Clock clock) {
        this.ledger = ledger;
        this.heads = heads;
        this.signer = signer;
        this.interval = interval;
        this.clock = clock;
    }

    /** The newest head; one is published if there is none at all. */
    public PublishedHead newest() {
        return heads.newest().orElseGet(this::publish);
    }

    /** A head whose tree has a leaf: the newest, or one that is published for it. */
    public PublishedHead covering(long leaf) {
        return heads.newest().filter(head -> head.head().size() > leaf).orElseGet(this::publish);
    }

    /**
     * The tree for proofs about published heads, with at least so many leaves; no such size is
     * nothing.
     */
    public MerkleTree tree(long size) {
        MerkleTree tree = ledger.tree(0);
        if (size > tree.size()) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        return tree;
    }

    @Scheduled(every = "{lethe.ledger.head-check}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void publishWhenDue() {
        if (clock.instant().isBefore(due)) {
            return;
        }
        try {
            // Before that there is nothing to sign, and the first is due as soon as there is.
            ledger.tree(0);
            due = clock.instant().plus(interval);
            publish();
        } catch (Refusal refusal) {
            LOG.debug("No head can be published now", LogKey.CODE.of(refusal.code()));
        }
    }

    private PublishedHead publish() {
        publishing.lock();
        try {
            Optional<PublishedHead> newest = heads.newest();
            MerkleTree tree = newest.map(this::grown).orElseGet(() -> ledger.tree(0));
            if (newest.isPresent() && newest.get().head().size() == tree.size()) {
                return newest.get();
            }
            heads.publish(signer.sign(new TreeHead(tree.size(), tree.root(), clock.instant())));
            return heads.newest().orElseThrow(() -> new Refusal(ErrorCode.UNAVAILABLE));
        } finally {
            publishing.unlock();
        }
    }

    /** The tree of now, if it is what the head says, grown. */
    private MerkleTree grown(PublishedHead newest) {
        TreeHead head = newest.head();
        MerkleTree tree;
        try {
            tree = ledger.tree(head.size());
        } catch (Refusal refusal) {
            LOG.warn(
                    "the ledger has fewer records than were signed",
                    LogKey.COUNT.of(head.size()),
                    LogKey.CODE.of(refusal.code()));
            throw refusal;
        }
        if (!isRoot(tree, head)) {
            LOG.error(
                    "the ledger is not what was signed; nothing more is",
                    LogKey.COUNT.of(head.size()));
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
        return tree;
    }

    private static boolean isRoot(MerkleTree tree, TreeHead head) {
        try {
            return tree.root(head.size()).equals(head.root());
        } catch (ChangedLeavesException _) {
            return false;
        }
    }
}
