package org.lethe.chat.offline;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lethe.chat.letter.Draft;
import org.lethe.chat.letter.Letters;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.letter.OfflineLetter;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.client.HostNames;
import org.lethe.runtime.gate.AdmissionGate;
import org.lethe.runtime.gate.Newcomer;
import org.lethe.runtime.limit.Limit;
import org.lethe.runtime.limit.Limits;
import org.lethe.runtime.limit.Subject;
import org.lethe.runtime.problem.Refusal;

/**
 * Makes letters of a message, one for each recipient; nothing else is kept of it. Those that were
 * opened for a message that nobody was told is taken are taken back.
 */
@ApplicationScoped
class LeaveMessage {
    private static final Log LOG = Log.of(LeaveMessage.class);
    private static final int ATTEMPTS = 4;

    private final OfflinePost post;
    private final Letters letters;
    private final HostNames hostNames;
    private final AdmissionGate gate;
    private final Clock clock;
    private final Limits limits;

    @Inject
    LeaveMessage(
            OfflinePost post,
            Letters letters,
            HostNames hostNames,
            AdmissionGate gate,
            Clock clock,
            Limits limits) {
        this.post = post;
        this.letters = letters;
        this.hostNames = hostNames;
        this.gate = gate;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Returns when the letters are stored; does nothing if they were before.
     *
     * @return the message's number, the same for a message that is sent again
     */
    ReferenceNumber leave(AccountSettings settings, ClientMessageId id, Words words, Sender from) {
        limits.require(Limit.OFFLINE_MESSAGES, Subject.of(settings.id(), from.counted()));
        gate.check(Newcomer.WORDS);
        List<EmailAddress> recipients = settings.offline().recipients();
        if (recipients.isEmpty()) {
            // Nobody is there to read it: taking it would be a promise that is not kept.
            throw new Refusal(ErrorCode.CONFLICT);
        }
        var first = new OfflinePost.Draft(settings.id(), id, 0);
        ReferenceNumber number = post.numberOf(first);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (isPosted(settings, first.numbered(attempt), words, from)) {
                return number;
            }
        }
        throw new Refusal(ErrorCode.UNAVAILABLE);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void takeBackAbandoned() {
        try {
            post.abandoned().forEach(this::takeBack);
        } catch (StoreUnavailableException e) {
            LOG.debug("Abandoned drafts can't be looked for yet", LogKey.REASON.of(e));
        }
    }

    private void takeBack(ChatId draft) {
        try {
            letters.takeBack(draft);
        } catch (RuntimeException e) {
            // One draft that can't be taken back must not keep those behind it in the store.
            LOG.error("Letters of a draft could not be taken back", e, LogKey.SCOPE.of(draft));
        }
    }

    private boolean isPosted(
            AccountSettings settings, OfflinePost.Draft attempt, Words words, Sender from) {
        if (!post.begin(attempt)) {
            return true;
        }
        List<Draft> drafts = drafts(settings, attempt, words, from);
        List<SealedLetter> sealed = letters.seal(drafts, settings);
        // Letters that were taken back, as those of an unfinished attempt are, can't be opened
        // again.
        return sealed.size() == drafts.size()
                && post.post(attempt, sealed) != OfflinePost.Posted.UNOPENED;
    }

    private List<Draft> drafts(
            AccountSettings settings, OfflinePost.Draft attempt, Words words, Sender from) {
        ChatId message = post.idOf(attempt);
        Optional<Whereabouts> address =
                settings.removeAddress() ? Optional.empty() : from.address().map(this::named);
        var drafts = new ArrayList<Draft>();
        for (EmailAddress recipient : settings.offline().recipients()) {
            var letter =
                    new OfflineLetter(
                            recipient,
                            settings.name(),
                            settings.timeZone(),
                            post.numberOf(attempt),
                            clock.instant(),
                            words.name(),
                            words.email(),
                            words.message());
            drafts.add(Draft.of(message, drafts.size(), letter, address));
        }
        return drafts;
    }

    /** With the host name, if it is found in time; blocks. */
    private Whereabouts named(ClientAddress from) {
        Optional<HostName> host = hostNames.find(from.inetAddress()).toCompletableFuture().join();
        return new Whereabouts(from, host.orElse(null));
    }

    /**
     * Where a message came from.
     *
     * @param counted whom the limits count, perhaps a proxy: nobody's to show
     * @param address the sender's own, if it is known
     */
    record Sender(ClientAddress counted, Optional<ClientAddress> address) {}

    /** What the sender wrote. */
    record Words(PersonName name, EmailAddress email, MessageText message) {}
}
