package org.lethe.chat.conversation;

import java.util.Base64;
import java.util.Optional;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.privacy.seal.ScopeCipher;

/** Seals and unseals what people put into a chat, each in its slot. */
public final class ChatSeal implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final ScopeCipher cipher;

    public ChatSeal(ScopeCipher cipher) {
        this.cipher = cipher;
    }

    public byte[] sealForm(ChatForm form) {
        return cipher.seal(Slots.CHAT_FORM, form);
    }

    public Optional<ChatForm> openForm(byte[] sealed) {
        return cipher.open(Slots.CHAT_FORM, sealed).held();
    }

    /** Empty where there is none, or where addresses were removed. */
    public byte[] sealAddress(Optional<Whereabouts> address) {
        return address.filter(any -> cipher.holds(Compartment.ADDRESS))
                .map(any -> cipher.seal(Slots.CHAT_ADDRESS, any))
                .orElse(NOTHING);
    }

    /** Empty also when the addresses of the chat were destroyed alone. */
    public Optional<Whereabouts> openAddress(byte[] sealed) {
        return cipher.open(Slots.CHAT_ADDRESS, sealed).held();
    }

    public byte[] sealMessage(Author author, ClientMessageId id, MessageContent content) {
        return cipher.seal(Slots.CHAT_LOG.entry(LogEntry.place(author, id)), content);
    }

    /** In clear as it goes to clients, for as long as it takes to hand it on. */
    public Optional<ChatServerFrame.Message> openMessage(LogEntry entry) {
        return cipher.open(Slots.CHAT_LOG.entry(entry.place()), entry.sealed())
                .held()
                .map(content ->
                        new ChatServerFrame.Message(
                                entry.seq(),
                                entry.id(),
                                entry.author().speaker(),
                                content.name(),
                                content.text(),
                                content.file(),
                                entry.at()));
    }

    /** In base64, since it stands among the fields of the chat. */
    public String sealOperatorName(PersonName name) {
        return Base64.getEncoder().encodeToString(cipher.seal(Slots.CHAT_OPERATOR_NAME, name));
    }

    public Optional<PersonName> openOperatorName(String base64) {
        byte[] sealed = Base64.getDecoder().decode(base64);
        return cipher.open(Slots.CHAT_OPERATOR_NAME, sealed).held();
    }

    /** Reads what the file relay noted of a file. */
    public Optional<FileView> openFile(FileId file, byte[] sealed) {
        return cipher.open(Slots.CHAT_FILES.entry(file.value()), sealed)
                .held()
                .map(note -> note.view(file));
    }

    @Override
    public void close() {
        cipher.close();
    }
}
