package org.lethe.mail.notice;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lethe.contracts.event.ChatEvent.ChatLost;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.LostChatsNotice;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.mail.letter.LetterVault;
import org.lethe.mail.notice.LostChatNotes.LostChat;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.problem.Refusal;

/**
 * Tells accounts how many chats went with a store, of which they will have no transcripts.
 *
 * <p>The chats of one loss are heard of one by one, so it is waited until no more come. The notice
 * is a letter whose id is derived from a chat's: who dies between posting it and forgetting the
 * chats posts it once.
 */
@ApplicationScoped
public class LostChats {

    private static final Log LOG = Log.of(LostChats.class);

    /** A page that was cut at the loss is back by then. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final LostChatNotes notes;
    private final LetterVault vault;
    private final AccountDirectory accounts;
    private final Clock clock;

    @Inject
    public LostChats(
            LostChatNotes notes, LetterVault vault, AccountDirectory accounts, Clock clock) {
        this.notes = notes;
        this.vault = vault;
        this.accounts = accounts;
        this.clock = clock;
    }

    public void onLost(ChatLost lost) {
        notes.note(lost.chat(), lost.account());
    }

    /** Tells each account of which nothing new was heard for a while; throws as the notes do. */
    public void tell() {
        Map<AccountId, List<LostChat>> lost =
                notes.all().stream().collect(Collectors.groupingBy(LostChat::account));
        lost.forEach((account, chats) -> {
            if (accounts.isUnreadable(account)) {
                // Its notes stay for now, and no other has to wait for it.
                forgetOld(chats);
            } else if (chats.stream().allMatch(chat -> chat.age().compareTo(QUIET) >= 0)) {
                tell(account, chats.stream().map(LostChat::chat).toList());
            }
        });
    }

    @Scheduled(
            every = "{lethe.mail.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        try {
            tell();
        } catch (StoreUnavailableException | Refusal e) {
            LOG.debug("lost chats could not be told yet", LogKey.REASON.of(e));
        }
    }

    /** Each new note of a shard has the others live on. */
    private void forgetOld(List<LostChat> chats) {
        List<ChatId> old =
                chats.stream()
                        .filter(chat -> chat.age().compareTo(RetentionSchedule.LONGEST) >= 0)
                        .map(LostChat::chat)
                        .toList();
        if (!old.isEmpty()) {
            notes.forget(old);
        }
    }

    private void tell(AccountId account, List<ChatId> chats) {
        Optional<AccountSettings> settings = accounts.find(account);
        Optional<EmailAddress> recipient =
                settings.filter(LostChats::wantsToKnow).flatMap(NoticeRecipient::of);
        if (settings.isEmpty()
                || recipient.isEmpty()
                || post(settings.get(), recipient.get(), chats)) {
            notes.forget(chats);
        }
    }

    /** Who wants no transcripts misses none. */
    private static boolean wantsToKnow(AccountSettings settings) {
        return settings.noticeTo() != null || settings.transcripts().enabled();
    }

    /** False if that can't be done now. */
    private boolean post(AccountSettings account, EmailAddress recipient, List<ChatId> chats) {
        ChatId first = chats.stream().min(Comparator.comparing(ChatId::value)).orElseThrow();
        var notice =
                new LostChatsNotice(
                        recipient,
                        account.name(),
                        account.timeZone(),
                        chats.size(),
                        clock.instant());
        LOG.info(
                "an account is told of lost chats",
                LogKey.ACCOUNT.of(account.id()),
                LogKey.COUNT.of(chats.size()));
        return vault.post(LetterId.noticeOf(first, vault.epoch(first.shard())), notice, account);
    }
}
