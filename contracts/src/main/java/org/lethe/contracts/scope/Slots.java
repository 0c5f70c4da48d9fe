package org.lethe.contracts.scope;

import static org.lethe.contracts.scope.Compartment.ADDRESS;
import static org.lethe.contracts.scope.Compartment.CONTENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.chat.FileNote;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.retention.Category;
import org.lethe.contracts.visit.VisitDocument;

/**
 * The catalogue: everything that a scope may hold, beside its keys and the fields of its state (see
 * {@link MetaField}).
 *
 * <p>The table in {@code scopes.lua} is written from here; the data map, the access export, what an
 * erasure reads back and the canaries of forensics are checked against it.
 */
public final class Slots {

    private static final String TERMS = "terms";
    private static final String HASHES =
            ": keyed hashes of what the data subject can be found by, which also stand in the index";
    private static final String FROM_WHERE = "address host: IP address and host name";

    public static final Slot<VisitDocument> VISIT_VIEW =
            Slot.sealed(
                    "view",
                    Category.VISIT,
                    Shape.VALUE,
                    CONTENT,
                    VisitDocument.class,
                    "view",
                    "since: when the visit began",
                    "trail: page trail",
                    "referrer: referrer",
                    "location: location, postal code and network",
                    "client: browser, operating system and kind of device",
                    "details: custom data passed by the site",
                    "consent: consent, in its words");

    public static final Slot<Whereabouts> VISIT_ADDRESS =
            Slot.sealed(
                    "addr",
                    Category.VISIT,
                    Shape.VALUE,
                    ADDRESS,
                    Whereabouts.class,
                    "addr",
                    FROM_WHERE);

    /** The terms that the blind index finds the visit by: keyed hashes. */
    public static final Slot<Void> VISIT_TERMS =
            Slot.plain(TERMS, Category.VISIT, Shape.SET, HASHES);

    public static final Slot<ChatForm> CHAT_FORM =
            Slot.sealed(
                    "form",
                    Category.CHAT,
                    Shape.VALUE,
                    CONTENT,
                    ChatForm.class,
                    "form",
                    "name email question: pre-chat form: name, e-mail address and question",
                    "consent: consent, in its words",
                    "use: what the account did with data then");

    public static final Slot<Whereabouts> CHAT_ADDRESS =
            Slot.sealed(
                    "addr",
                    Category.CHAT,
                    Shape.VALUE,
                    ADDRESS,
                    Whereabouts.class,
                    "addr",
                    FROM_WHERE);

    /** A line for each message, then its content, sealed: see {@code LogEntry}. */
    public static final Slot<MessageContent> CHAT_LOG =
            Slot.sealed(
                    "log",
                    Category.CHAT,
                    Shape.LIST,
                    CONTENT,
                    MessageContent.class,
                    "message",
                    "name text file: messages, with their authors' names");

    /** Numbers and times of messages by their authors' and clients' ids. */
    public static final Slot<Void> CHAT_IDS = Slot.plain("ids", Category.CHAT, Shape.HASH);

    public static final Slot<FileNote> CHAT_FILES =
            Slot.sealed(
                    "files",
                    Category.FILE,
                    Shape.HASH,
                    CONTENT,
                    FileNote.class,
                    "file-meta",
                    "name mediaType size: name, media type and size");

    /** The file itself, sealed as a stream. */
    public static final Slot<byte[]> CHAT_FILE_BYTES =
            Slot.sealed(
                    "file", Category.FILE, Shape.STREAM, CONTENT, byte[].class, "file", ": bytes");

    /** The ids of operators who are or were in the chat. */
    public static final Slot<Void> CHAT_OPERATORS = Slot.plain("ops", Category.CHAT, Shape.SET);

    /** The terms that the blind index finds the chat by: keyed hashes. */
    public static final Slot<Void> CHAT_TERMS = Slot.plain(TERMS, Category.CHAT, Shape.SET, HASHES);

    /** Of the operator who took the chat. */
    public static final Slot<PersonName> CHAT_OPERATOR_NAME =
            Slot.sealed(
                    "operatorName",
                    Category.CHAT,
                    Shape.FIELD,
                    CONTENT,
                    PersonName.class,
                    "operator-name",
                    ": name of the operator");

    public static final Slot<Letter> LETTER_BODY =
            Slot.sealed(
                    "body",
                    Category.LETTER,
                    Shape.VALUE,
                    CONTENT,
                    Letter.class,
                    "letter",
                    "recipient copy accountName timeZone: one recipient and the account's name",
                    "reference: its reference number",
                    "started ended reason visitorName visitorEmail question lines:"
                            + " transcript of a chat",
                    "name email message: or an offline message with name and e-mail address",
                    "lost reason at: or the notice that a letter was lost",
                    "chats at: or the notice that so many chats were");

    public static final Slot<Whereabouts> LETTER_ADDRESS =
            Slot.sealed(
                    "addr",
                    Category.LETTER,
                    Shape.VALUE,
                    ADDRESS,
                    Whereabouts.class,
                    "addr",
                    FROM_WHERE);

    /** The terms that the blind index finds the letter by: keyed hashes. */
    public static final Slot<Void> LETTER_TERMS =
            Slot.plain(TERMS, Category.LETTER, Shape.SET, HASHES);

    /** The request as gdpr-service, which alone opens it, writes it. */
    public static final Slot<JsonNode> ERASURE_REQUEST =
            Slot.sealed(
                    "sel",
                    Category.ERASURE_REQUEST,
                    Shape.VALUE,
                    CONTENT,
                    JsonNode.class,
                    "request",
                    ": the selectors that name the data subject, where the controller is called"
                            + " back, and where the request stands",
                    ": in which role and when it was asked for and confirmed; of the processor's"
                            + " staff that may not act alone, the id of their sign-in");

    /** Counts that the services answered. */
    public static final Slot<Void> ERASURE_ACKS =
            Slot.plain("acks", Category.ERASURE_REQUEST, Shape.HASH);

    private static final List<Slot<?>> ALL =
            List.of(
                    VISIT_VIEW,
                    VISIT_ADDRESS,
                    VISIT_TERMS,
                    CHAT_FORM,
                    CHAT_LOG,
                    CHAT_OPERATOR_NAME,
                    CHAT_ADDRESS,
                    CHAT_IDS,
                    CHAT_FILES,
                    CHAT_FILE_BYTES,
                    CHAT_OPERATORS,
                    CHAT_TERMS,
                    LETTER_BODY,
                    LETTER_ADDRESS,
                    LETTER_TERMS,
                    ERASURE_REQUEST,
                    ERASURE_ACKS);

    private Slots() {}

    public static List<Slot<?>> all() {
        return ALL;
    }

    public static List<Slot<?>> of(ScopeKind kind) {
        return ALL.stream().filter(slot -> slot.kind() == kind).toList();
    }

    public static List<Slot<?>> of(Category category) {
        return ALL.stream().filter(slot -> slot.category() == category).toList();
    }
}
