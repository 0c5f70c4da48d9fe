package org.lethe.chat.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lethe.chat.conversation.ChatContents;
import org.lethe.chat.conversation.ChatMeta;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.chat.letter.Draft;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.letter.TranscriptLetter;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.limit.Limit;
import org.lethe.runtime.limit.Limits;
import org.lethe.runtime.limit.Subject;

/** Writes the letters that an account wants of a chat that ends: one for each recipient. */
@ApplicationScoped
class Transcript {
    private final ChatStore store;
    private final Clock clock;
    private final Limits limits;

    @Inject
    Transcript(ChatStore store, Clock clock, Limits limits) {
        this.store = store;
        this.clock = clock;
        this.limits = limits;
    }

    /** None if the account wants none, or if nothing was ever said. */
    Written write(OpenChat chat, AccountSettings settings) {
        if (!settings.transcripts().enabled()) {
            return new Written(settings, List.of());
        }
        ChatContents contents = store.contents(chat.id());
        Optional<ChatForm> form = contents.form().flatMap(chat.seal()::openForm);
        AccountSettings told = form.map(ChatForm::use).map(settings::within).orElse(settings);
        return new Written(told, drafts(chat, contents, form, told));
    }

    private List<Draft> drafts(
            OpenChat chat,
            ChatContents contents,
            Optional<ChatForm> form,
            AccountSettings settings) {
        if (!settings.transcripts().enabled()) {
            return List.of();
        }
        List<TranscriptLetter.Line> lines = lines(chat, contents.log());
        boolean asked = form.map(ChatForm::question).isPresent();
        if (lines.isEmpty() && !asked) {
            return List.of();
        }
        Optional<Whereabouts> address =
                settings.removeAddress()
                        ? Optional.empty()
                        : contents.address().flatMap(chat.seal()::openAddress);
        var drafts = new ArrayList<Draft>();
        List<EmailAddress> recipients = settings.transcripts().recipients();
        for (EmailAddress each : recipients) {
            var letter = letter(each, chat, settings, form, lines, false);
            drafts.add(Draft.of(chat.id(), drafts.size(), letter, address));
        }
        // Without this, anybody could have our mail server write anything to anybody.
        boolean answered = lines.stream().anyMatch(line -> line.from() == Speaker.OPERATOR);
        if (settings.transcripts().copyToVisitor() && answered) {
            // Visitors know where they come from.
            form.map(ChatForm::email)
                    .filter(visitor -> !isAmong(recipients, visitor))
                    .filter(visitor -> mayBeSent(settings.id(), visitor))
                    .map(visitor -> letter(visitor, chat, settings, form, lines, true))
                    .map(letter -> Draft.of(chat.id(), drafts.size(), letter, Optional.empty()))
                    .ifPresent(drafts::add);
        }
        return drafts;
    }

    /** The mailbox is whoever's was typed. An end that is begun anew takes from the limit again. */
    private boolean mayBeSent(AccountId account, EmailAddress visitor) {
        return limits.take(Limit.COPIES_PER_MAILBOX, Subject.of(visitor), 1)
                && limits.take(Limit.COPIES_PER_ACCOUNT, Subject.of(account), 1);
    }

    private static boolean isAmong(List<EmailAddress> recipients, EmailAddress visitor) {
        var all = new ArrayList<>(recipients);
        all.add(visitor);
        return EmailAddress.distinct(all).size() == recipients.size();
    }

    private TranscriptLetter letter(
            EmailAddress recipient,
            OpenChat chat,
            AccountSettings settings,
            Optional<ChatForm> form,
            List<TranscriptLetter.Line> lines,
            boolean copy) {
        ChatMeta meta = chat.meta();
        return new TranscriptLetter(
                recipient,
                settings.name(),
                settings.timeZone(),
                ReferenceNumber.of(chat.id()),
                meta.created(),
                meta.time(MetaField.ENDED).orElseGet(clock::instant),
                meta.reason().orElse(EndReason.IDLE),
                form.map(ChatForm::name).orElse(ChatForm.GUEST),
                form.map(ChatForm::email).orElse(null),
                form.map(ChatForm::question).orElse(null),
                lines,
                copy);
    }

    private List<TranscriptLetter.Line> lines(OpenChat chat, List<LogEntry> first) {
        var lines = new ArrayList<TranscriptLetter.Line>();
        Consumer<LogEntry> reader =
                entry -> chat.seal().openMessage(entry).map(Transcript::line).ifPresent(lines::add);
        first.forEach(reader);
        if (first.size() == ChatStore.PAGE) {
            store.read(chat.id(), ChatStore.PAGE, Long.MAX_VALUE, reader);
        }
        return lines;
    }

    private static TranscriptLetter.Line line(ChatServerFrame.Message message) {
        FileView file = message.file();
        return new TranscriptLetter.Line(
                message.at(),
                message.from(),
                message.name(),
                message.text(),
                file == null ? null : file.name());
    }

    /**
     * The letters of a chat.
     *
     * @param told the account's settings, as far as the visitor was told of them when the chat
     *     began
     */
    record Written(AccountSettings told, List<Draft> drafts) {}
}
