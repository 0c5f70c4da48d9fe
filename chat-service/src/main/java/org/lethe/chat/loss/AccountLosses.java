package org.lethe.chat.loss;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.lethe.contracts.event.LossEvent;
import org.lethe.contracts.frame.DeskServerFrame.Losses;
import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.redis.Subscription;
import org.lethe.runtime.rhythm.Later;

/** Tells consoles what their accounts lost within the last day, as the topic of losses has it. */
@ApplicationScoped
public class AccountLosses {

    /** The chats of one loss are noted one by one. */
    private static final Duration COALESCE = Duration.ofMillis(500);

    private final LossBook book;
    private final Duration coalesce;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final ReentrantLock telling = new ReentrantLock();
    private final Set<AccountId> changed = new HashSet<>();
    private boolean isRead;

    @Inject
    AccountLosses(Clock clock) {
        this(clock, COALESCE);
    }

    AccountLosses(Clock clock, Duration coalesce) {
        this.book = new LossBook(clock);
        this.coalesce = coalesce;
    }

    /**
     * Tells what an account lost, now and whenever it changes. While the topic was not read,
     * nothing is told: nobody is to take what is not known for nothing.
     */
    public Subscription watch(AccountId account, Consumer<Losses> listener) {
        var watcher = new Watcher(account, listener);
        telling.lock();
        try {
            watchers.add(watcher);
            if (isRead) {
                listener.accept(book.of(account));
            }
        } finally {
            telling.unlock();
        }
        return () -> watchers.remove(watcher);
    }

    /** A loss was noted; the same may come again. */
    void note(LossEvent loss, Instant at) {
        book.note(loss, at);
        tellSoon(List.of(loss.account()));
    }

    /** All that there was has been told. */
    void setRead() {
        telling.lock();
        try {
            isRead = true;
        } finally {
            telling.unlock();
        }
        tellSoon(watchers.stream().map(Watcher::account).toList());
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        tellSoon(book.forget());
    }

    private void tellSoon(Collection<AccountId> accounts) {
        telling.lock();
        try {
            boolean isPlanned = !changed.isEmpty();
            changed.addAll(accounts);
            if (!isPlanned && !changed.isEmpty()) {
                Later.run(coalesce, this::tell);
            }
        } finally {
            telling.unlock();
        }
    }

    private void tell() {
        telling.lock();
        try {
            List<AccountId> accounts = List.copyOf(changed);
            changed.clear();
            if (isRead) {
                accounts.forEach(this::tell);
            }
        } finally {
            telling.unlock();
        }
    }

    private void tell(AccountId account) {
        List<Watcher> its =
                watchers.stream().filter(watcher -> watcher.account.equals(account)).toList();
        if (!its.isEmpty()) {
            Losses all = book.of(account);
            its.forEach(watcher -> watcher.listener.accept(all));
        }
    }

    private record Watcher(AccountId account, Consumer<Losses> listener) {}
}
