package org.lethe.gdpr.head;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
 * what the newest head says, grown, and what this process has seen or signed. The first is signed
 * only while nothing was ever published: whoever makes the topic of heads anew begins a new
 * history, and nobody here can tell.
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

    /** The greatest that was published, as far as this process has seen. */
    private final AtomicReference<@Nullable PublishedHead> latest = new AtomicReference<>();

    /** What was signed here last, whether or not it could be published. */
    private @Nullable TreeHead signed;

    private boolean isForeign;

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

    /**
     * The newest head, from memory; one is published if there is none at all. What another replica
     * has published since may be missing, for as long as {@link LedgerSettings#headCheck}.
     */
    public PublishedHead newest() {
        return known().or(this::look).orElseGet(this::publish);
    }

    /** A head whose tree has a leaf: one that is there, or one that is published for it. */
    public PublishedHead covering(long leaf) {
        return known().filter(head -> covers(head, leaf))
                .or(() -> look().filter(head -> covers(head, leaf)))
                .orElseGet(this::publish);
    }

    @Scheduled(every = "{lethe.ledger.head-check}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void publishWhenDue() {
        try {
            if (clock.instant().isBefore(due)) {
                look();
                return;
            }
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
            // Asked first: what another replica publishes meanwhile is then seen as the newest.
            boolean isNew = heads.isNew();
            Optional<PublishedHead> newest = look();
            if (newest.isEmpty() && !isNew) {
                refuseForeign();
            }
            MerkleTree tree = grown(newest);
            if (newest.isPresent() && newest.get().head().size() == tree.size()) {
                return newest.get();
            }
            var head = new TreeHead(tree.size(), tree.root(), clock.instant());
            signed = head;
            heads.publish(signer.sign(head));
            return look().orElseThrow(() -> new Refusal(ErrorCode.UNAVAILABLE));
        } finally {
            publishing.unlock();
        }
    }

    private void refuseForeign() {
        if (!isForeign) {
            LOG.error("none of the published heads is signed by our keys; nothing more is signed");
        }
        isForeign = true;
        throw new Refusal(ErrorCode.UNAVAILABLE);
    }

    private Optional<PublishedHead> known() {
        return Optional.ofNullable(latest.get());
    }

    /** The newest that is published now. */
    private Optional<PublishedHead> look() {
        Optional<PublishedHead> newest = heads.newest();
        newest.ifPresent(head -> latest.accumulateAndGet(head, TreeHeads::greater));
        return newest;
    }

    private static PublishedHead greater(@Nullable PublishedHead before, PublishedHead head) {
        return before != null && before.head().size() > head.head().size() ? before : head;
    }

    private static boolean covers(PublishedHead head, long leaf) {
        return head.head().size() > leaf;
    }

    /** The tree of now, if it has grown from all that is known to have been signed. */
    private MerkleTree grown(Optional<PublishedHead> newest) {
        List<TreeHead> before =
                Stream.of(
                                newest.map(PublishedHead::head),
                                known().map(PublishedHead::head),
                                Optional.ofNullable(signed))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        before.forEach(this::grown);
        return ledger.tree(before.stream().mapToLong(TreeHead::size).max().orElse(0));
    }

    /** Refuses unless the ledger is what the head says, grown. */
    private void grown(TreeHead head) {
        MerkleTree tree;
        try {
            tree = ledger.tree(head.size());
        } catch (Refusal refusal) {
            LOG.warn(
                    "the ledger has fewer records than were signed, or others",
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
    }

    private static boolean isRoot(MerkleTree tree, TreeHead head) {
        try {
            return tree.root(head.size()).equals(head.root());
        } catch (ChangedLeavesException _) {
            return false;
        }
    }
}
