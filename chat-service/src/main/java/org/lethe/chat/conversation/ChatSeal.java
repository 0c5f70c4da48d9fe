package org.lethe.chat.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.personal.FileName;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.Unsealed;

/** Seals and unseals what people put into a chat; each kind of thing under a name of its own. */
public final class ChatSeal implements AutoCloseable {
    private static final Log LOG = Log.of(ChatSeal.class);
    private static final JsonMapper JSON = WireFormat.ofSealed();
    private static final String FORM = "form";
    private static final String ADDRESS = "addr";
    private static final String OPERATOR_NAME = "operator-name";
    private static final String FILE = "file-meta:";

    private final ScopeCipher cipher;

    public ChatSeal(ScopeCipher cipher) {
        this.cipher = cipher;
    }

    public byte[] sealForm(ChatForm form) {
        return seal(Compartment.CONTENT, FORM, form);
    }

    public Optional<ChatForm> openForm(byte[] sealed) {
        return open(Compartment.CONTENT, FORM, sealed, ChatForm.class);
    }

    public byte[] sealAddress(VisitorAddress address) {
        return seal(Compartment.ADDRESS, ADDRESS, address);
    }

    /** Empty also when the addresses of the chat were destroyed alone. */
    public Optional<VisitorAddress> openAddress(byte[] sealed) {
        return open(Compartment.ADDRESS, ADDRESS, sealed, VisitorAddress.class);
    }

    public byte[] sealMessage(Author author, ClientMessageId id, MessageContent content) {
        return seal(Compartment.CONTENT, LogEntry.sealedAs(author, id), content);
    }

    public Optional<Message> openMessage(LogEntry entry) {
        return open(Compartment.CONTENT, entry.sealedAs(), entry.sealed(), MessageContent.class)
                .map(content ->
                        new Message(entry.seq(), entry.at(), entry.author(), entry.id(), content));
    }

    /** In base64, since it stands among the fields of the chat. */
    public String sealOperatorName(PersonName name) {
        byte[] sealed = seal(Compartment.CONTENT, OPERATOR_NAME, name);
        return Base64.getEncoder().encodeToString(sealed);
    }

    public Optional<PersonName> openOperatorName(String base64) {
        byte[] sealed = Base64.getDecoder().decode(base64);
        return open(Compartment.CONTENT, OPERATOR_NAME, sealed, PersonName.class);
    }

    /** Reads what the file relay noted of a file. */
    public Optional<FileView> openFile(FileId file, byte[] sealed) {
        return open(Compartment.CONTENT, FILE + file.value(), sealed, FileNote.class)
                .map(note -> new FileView(file, note.name(), note.mediaType(), note.size()));
    }

    /** Whether addresses can be sealed: they were not removed. */
    public boolean holdsAddress() {
        return cipher.holds(Compartment.ADDRESS);
    }

    @Override
    public void close() {
        cipher.close();
    }

    private byte[] seal(Compartment compartment, String kind, Object content) {
        byte[] json = json(content);
        try {
            return cipher.seal(compartment, kind, json);
        } finally {
            Arrays.fill(json, (byte) 0);
        }
    }

    private static byte[] json(Object content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("content that can't be written");
        }
    }

    private <T> Optional<T> open(
            Compartment compartment, String kind, byte[] sealed, Class<T> type) {
        return switch (cipher.unseal(compartment, kind, sealed)) {
            case Unsealed.Clear(byte[] json) -> {
                Optional<T> content = read(json, type);
                Arrays.fill(json, (byte) 0);
                yield content;
            }
            case Unsealed.CompartmentDestroyed ignored -> Optional.empty();
            case Unsealed.Damaged ignored -> {
                LOG.warn("Sealed content is damaged", LogKey.SCOPE.of(cipher.scope()));
                yield Optional.empty();
            }
        };
    }

    private <T> Optional<T> read(byte[] json, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(json, type));
        } catch (IOException e) {
            // The cause quotes the content.
            LOG.warn("Sealed content has another form", LogKey.SCOPE.of(cipher.scope()));
            return Optional.empty();
        }
    }

    private record FileNote(FileName name, String mediaType, long size) {}
}
