package org.lethe.chat.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.Message;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.chat.letter.Draft;
import org.lethe.contracts.Coded;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.TranscriptLetter;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.runtime.account.AccountSettings;

/** Writes the letters that an account wants of a chat that ends: one for each recipient. */
@ApplicationScoped
class Transcript {
    private static final int PAGE = 500;

    private final ChatStore store;
    private final Clock clock;

    @Inject
    Transcript(ChatStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** None if the account wants none, or if nothing was ever said. */
    List<Draft> drafts(OpenChat chat, AccountSettings settings) {
        if (!settings.transcripts().enabled()) {
            return List.of();
        }
        Optional<ChatForm> form = store.form(chat.id()).flatMap(chat.seal()::openForm);
        List<TranscriptLetter.Line> lines = lines(chat);
        boolean asked = form.map(ChatForm::question).isPresent();
        if (lines.isEmpty() && !asked) {
            return List.of();
        }
        Optional<Whereabouts> address = settings.removeAddress() ? Optional.empty() : address(chat);
        var drafts = new ArrayList<Draft>();
        for (EmailAddress recipient : settings.transcripts().recipients()) {
            drafts.add(draft(drafts.size(), chat, settings, recipient, form, lines, address));
        }
        Optional<EmailAddress> visitor = form.map(ChatForm::email);
        if (settings.transcripts().copyToVisitor() && visitor.isPresent()) {
            // Visitors know where they come from.
            drafts.add(
                    draft(
                            drafts.size(),
                            chat,
                            settings,
                            visitor.get(),
                            form,
                            lines,
                            Optional.empty()));
        }
        return drafts;
    }

    private Draft draft(
            int ordinal,
            OpenChat chat,
            AccountSettings settings,
            EmailAddress recipient,
            Optional<ChatForm> form,
            List<TranscriptLetter.Line> lines,
            Optional<Whereabouts> address) {
        var letter =
                new TranscriptLetter(
                        recipient,
                        settings.name(),
                        settings.timeZone(),
                        chat.meta().created(),
                        time(chat, MetaField.ENDED),
                        chat.meta()
                                .text(MetaField.REASON)
                                .map(code -> Coded.of(EndReason.class, code))
                                .orElse(EndReason.IDLE),
                        form.map(ChatForm::name).orElse(ChatForm.GUEST),
                        form.map(ChatForm::email).orElse(null),
                        form.map(ChatForm::question).orElse(null),
                        lines);
        return new Draft(LetterId.of(chat.id(), ordinal), letter, address);
    }

    private List<TranscriptLetter.Line> lines(OpenChat chat) {
        var lines = new ArrayList<TranscriptLetter.Line>();
        long after = 0;
        List<LogEntry> page;
        do {
            page = store.entries(chat.id(), after, PAGE);
            for (LogEntry entry : page) {
                chat.seal().openMessage(entry).map(Transcript::line).ifPresent(lines::add);
                after = entry.seq();
            }
        } while (page.size() == PAGE);
        return lines;
    }

    private static TranscriptLetter.Line line(Message message) {
        FileView file = message.content().file();
        return new TranscriptLetter.Line(
                message.at(),
                message.author().speaker(),
                message.content().name(),
                message.content().text(),
                file == null ? null : file.name());
    }

    private Optional<Whereabouts> address(OpenChat chat) {
        return store.address(chat.id()).flatMap(chat.seal()::openAddress);
    }

    private Instant time(OpenChat chat, MetaField field) {
        return chat.meta()
                .text(field)
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
                .orElseGet(clock::instant);
    }
}
